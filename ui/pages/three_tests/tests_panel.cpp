#include "ui/pages/three_tests/tests_panel.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

/// Ids of the choices: the answers in their order, then none.
constexpr int notAnswered = 3;

} // namespace

TestsPanel::TestsPanel(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    none_ = makeParagraph(tr("Choose a mechanism to see what the plan says that bears on each test."),
                          TextRole::body, this);
    none_->setMargin(16);
    none_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(none_);
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("testsScroll"), tr("The three tests of the mechanism chosen"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_ = scroll;
    content_ = new QWidget;
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(16, 14, 16, 14);
    name_ = makeParagraph({}, TextRole::title, content_);
    column->addWidget(name_);
    column->addWidget(makeParagraph(tr("A mechanism may lose support if it does not contribute to local "
                                       "solutions, creates duplication, or does not fully engage local "
                                       "people. What stands below a test is no answer: people answer."),
                                    TextRole::caption, content_));
    for (std::size_t test = 0; test < analysis::testCount; ++test) {
        column->addSpacing(10);
        column->addWidget(makeTest(test, content_));
    }
    column->addSpacing(10);
    column->addWidget(makeLabel(tr("What the answers rest on"), TextRole::section, content_));
    restsOn_ = new QPlainTextEdit(content_);
    setNames(*restsOn_, QStringLiteral("testEvidence"), tr("What the answers rest on"));
    restsOn_->setTabChangesFocus(true);
    restsOn_->setFixedHeight(84);
    column->addWidget(restsOn_);
    record_ = makePrimaryButton(tr("Record"), QStringLiteral("testEvidenceRecord"), content_);
    record_->setAccessibleName(tr("Record what the answers rest on"));
    column->addWidget(record_, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(record_, &QPushButton::clicked, this, &TestsPanel::recordEvidence);
    scroll->setWidget(content_);
    outer->addWidget(scroll);
    clear();
}

QWidget* TestsPanel::makeTest(std::size_t test, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto label = qtext(analysis::labelOf(static_cast<analysis::Test>(test)));
    column->addWidget(makeParagraph(label, TextRole::section, box));
    auto* grid = new QGridLayout; // an inspector is narrow
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    answers_[test] = new QButtonGroup(this);
    const auto add = [&](int id, const QString& text) {
        auto* button = new QRadioButton(text, box);
        setNames(*button, QStringLiteral("test%1answer%2").arg(test).arg(id),
                 QStringLiteral("%1: %2").arg(label, text));
        answers_[test]->addButton(button, id);
        grid->addWidget(button, id == notAnswered ? 1 : 0, id == notAnswered ? 0 : id, 1,
                        id == notAnswered ? 3 : 1);
    };
    int id = 0;
    for (const auto& choice : plan::choicesOf<plan::TestAnswer>) {
        add(id++, qtext(choice.label));
    }
    add(notAnswered, tr("Not answered"));
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);
    evidence_[test] = makeParagraph({}, TextRole::caption, box);
    column->addWidget(evidence_[test]);
    connect(answers_[test], &QButtonGroup::idClicked, this, [this, test](int answer) {
        Q_EMIT answered(static_cast<analysis::Test>(test),
                        answer == notAnswered ? std::nullopt
                                              : std::optional(static_cast<plan::TestAnswer>(answer)));
    });
    return box;
}

void TestsPanel::clear() {
    mechanism_ = 0;
    none_->show();
    scroll_->hide();
}

void TestsPanel::setMechanism(const plan::Plan& plan, const analysis::MechanismTests& tests) {
    const auto& mechanism = *plan.find<plan::Mechanism>(tests.mechanism);
    const bool another = mechanism_ != tests.mechanism;
    mechanism_ = tests.mechanism;
    name_->setText(qtext(mechanism.name));
    for (std::size_t test = 0; test < analysis::testCount; ++test) {
        const auto& of = tests.tests[test];
        const int id = of.answer ? static_cast<int>(*of.answer) : notAnswered;
        answers_[test]->button(id)->setChecked(true);
        for (auto* button : answers_[test]->buttons()) {
            button->setEnabled(session_.isWritable());
        }
        QStringList lines;
        for (const auto& evidence : of.evidence) {
            lines << (evidence.missing ? QStringLiteral("– ") : QStringLiteral("• ")) + qtext(evidence.text);
        }
        evidence_[test]->setText(lines.join(u'\n'));
    }
    // What is typed and not yet recorded stays, as long as it is about the same mechanism.
    if (another || !restsOn_->document()->isModified()) {
        restsOn_->setPlainText(qtext(mechanism.testEvidence));
        restsOn_->document()->setModified(false);
    }
    record_->setEnabled(session_.isWritable());
    none_->hide();
    scroll_->show();
}

void TestsPanel::recordEvidence() {
    const auto plan = session_.plan();
    const auto* before = plan->find<plan::Mechanism>(mechanism_);
    if (!before) {
        return;
    }
    auto after = *before;
    after.testEvidence = restsOn_->toPlainText().trimmed().toStdString();
    plan::Changes changes;
    changes.update(*before, after);
    restsOn_->document()->setModified(false);
    if (!changes.empty()) {
        session_.perform(tr("What the three tests of %1 rest on").arg(qtext(before->name)),
                         std::move(changes));
    }
}

} // namespace wardmote::ui
