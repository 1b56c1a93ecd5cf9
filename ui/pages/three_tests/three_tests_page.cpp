#include "ui/pages/three_tests/three_tests_page.h"

#include "core/plan/change.h"
#include "core/plan/wording.h"
#include "core/text/words.h"
#include "ui/pages/three_tests/tests_panel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

using analysis::Test;
using plan::TestAnswer;

enum Column { nameColumn, firstTest, failedColumn = firstTest + int(analysis::testCount), columns };
enum Which { allMechanisms, failTwo, notAllAnswered };

/// A sign with the word, so that a column is read at a glance.
QString answerText(const std::optional<TestAnswer>& answer) {
    if (!answer) {
        return QStringLiteral("–");
    }
    const auto word = qtext(plan::labelOf(*answer));
    return (*answer == TestAnswer::yes      ? QStringLiteral("✓ ")
            : *answer == TestAnswer::partly ? QStringLiteral("~ ")
                                            : QStringLiteral("✗ ")) +
           word;
}

QString evidenceText(const analysis::TestOfMechanism& test) {
    QStringList lines;
    for (const auto& evidence : test.evidence) {
        lines << qtext(evidence.text);
    }
    return lines.join(u'\n');
}

} // namespace

ThreeTestsPage::ThreeTestsPage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::keepsUp, parent) {
    stack_ = new QStackedLayout(this);
    makeEmptyState();
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("threeTestsScroll"), tr("The three tests"));
    addState(*column, tr("Looking for evidence"));
    makeList(*column);
    makeCharts(*column);
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);
}

ThreeTestsPage::~ThreeTestsPage() = default;

void ThreeTestsPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("tests"), tr("No mechanisms to test"),
                       tr("Connecting Communities asks of each mechanism whether it contributes to local "
                          "solutions, creates no duplication, and fully engages local people. Once the "
                          "plan holds mechanisms, they are answered here."),
                       this);
    empty_->addImport(tr("Import a list of mechanisms…"), QStringLiteral("threeTestsImport"),
                      plan::RecordKind::mechanism);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
}

void ThreeTestsPage::makeList(QBoxLayout& column) {
    bar_ = new FilterBar(tr("mechanisms"), this);
    which_ = new QComboBox(bar_);
    setNames(*which_, QStringLiteral("threeTestsWhich"), tr("Mechanisms shown"));
    which_->addItems({tr("All mechanisms"), tr("Fail two or more"), tr("Not all answered")});
    bar_->addTool(which_);
    column.addWidget(bar_);
    column.addWidget(
        makeParagraph(tr("Y, P or N answers the test of the chosen cell: yes, partly, no. Delete "
                         "takes the answer back. Rows stay where they are until you come back to the page."),
                      TextRole::caption, this));
    QStringList headings{tr("Mechanism")};
    for (std::size_t test = 0; test < analysis::testCount; ++test) {
        headings << qtext(analysis::labelOf(static_cast<Test>(test)));
    }
    headings << tr("Failed");
    list_ = makePlainTable(headings, QStringLiteral("threeTestsList"),
                           tr("Mechanisms and the three tests, most failed first"));
    list_->setSelectionBehavior(QAbstractItemView::SelectItems);
    list_->setMinimumHeight(260);
    auto* header = list_->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::Alignment(Qt::TextWordWrap));
    header->setFixedHeight(fontMetrics().lineSpacing() * 2 + 14);
    for (int test = firstTest; test < failedColumn; ++test) {
        header->setSectionResizeMode(test, QHeaderView::Fixed);
        list_->setColumnWidth(test, fontMetrics().averageCharWidth() * 19);
    }
    list_->installEventFilter(this);
    column.addWidget(list_, 1);
    connect(bar_, &FilterBar::filterChanged, this, &ThreeTestsPage::showList);
    connect(which_, &QComboBox::currentIndexChanged, this, &ThreeTestsPage::showList);
    connect(bar_, &FilterBar::leftDownwards, list_, qOverload<>(&QWidget::setFocus));
    connect(list_, &QTableWidget::currentCellChanged, this, &ThreeTestsPage::choose);
    connect(list_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto id = answer_->tests.mechanisms[shown_[static_cast<std::size_t>(row)]].mechanism;
        session().selection().requestShow(plan::RecordKind::mechanism, {id}, tr("From the three tests"));
    });
}

void ThreeTestsPage::ask() {
    answerWith(
        [day = today()](const plan::PlanRef& plan, const Progress& progress) -> Result<Answer> {
            const auto found = analysis::findDuplication(
                *plan, {.today = day, .keepPairs = 5000, .keepUnscored = 0}, progress);
            if (!found) {
                return tl::unexpected(found.error());
            }
            return Answer{plan, analysis::threeTests(*plan, day, *found)};
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString ThreeTestsPage::refusal(const QString& why) const {
    return tr("The evidence could not be looked for: %1").arg(why);
}

void ThreeTestsPage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    stack_->setCurrentIndex(answer_->tests.mechanisms.empty() ? 1 : 0);
    keepOrder();
    showList();
    showByTest();
    showByService();
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
}

/// While it is answered the list stays as it was: the next key is meant for the row that was seen there.
void ThreeTestsPage::keepOrder() {
    std::map<plan::Id, std::size_t> place;
    for (const auto id : order_) {
        place.emplace(id, place.size());
    }
    order_.clear();
    byRow_.clear();
    const auto& mechanisms = answer_->tests.mechanisms;
    for (std::size_t at = 0; at < mechanisms.size(); ++at) {
        byRow_.push_back(at);
    }
    std::ranges::stable_sort(byRow_, {}, [&](std::size_t at) {
        const auto found = place.find(mechanisms[at].mechanism);
        return found == place.end() ? place.size() : found->second; // what is new comes last
    });
    for (const auto at : byRow_) {
        order_.push_back(mechanisms[at].mechanism);
    }
}

/// Whoever comes back finds those that fail most at the top again.
void ThreeTestsPage::activated() {
    order_.clear();
    if (answer_) {
        keepOrder();
        showList();
    }
    AnalysisPage::activated();
}

void ThreeTestsPage::showList() {
    if (!answer_) {
        return;
    }
    const auto& mechanisms = answer_->tests.mechanisms;
    const auto words = text::wordsOf(bar_->filter().text().toStdString());
    const int column = std::max(list_->currentColumn(), 0);
    shown_.clear();
    for (const auto at : byRow_) {
        const auto& tests = mechanisms[at];
        const auto name = text::folded(answer_->plan->find<plan::Mechanism>(tests.mechanism)->name);
        const bool wanted = which_->currentIndex() == failTwo          ? tests.failed >= 2
                            : which_->currentIndex() == notAllAnswered ? tests.unanswered > 0
                                                                       : true;
        const bool matches = std::ranges::all_of(
            words, [&](const std::string& word) { return name.find(word) != std::string::npos; });
        if (wanted && matches) {
            shown_.push_back(at);
        }
    }
    const QSignalBlocker quiet(list_);
    list_->setRowCount(static_cast<int>(shown_.size()));
    fillList();
    bar_->setCounts(
        tr("%1 of %2").arg(numberText(qint64(shown_.size())), numberText(qint64(mechanisms.size()))));
    const auto again =
        std::ranges::find(shown_, chosen_, [&](std::size_t at) { return mechanisms[at].mechanism; });
    if (again != shown_.end()) {
        list_->setCurrentCell(static_cast<int>(again - shown_.begin()), column);
    }
    choose();
}

void ThreeTestsPage::fillList() {
    const auto& mechanisms = answer_->tests.mechanisms;
    const QuietFill quiet(*list_);
    for (std::size_t at = 0; at < shown_.size(); ++at) {
        const int row = static_cast<int>(at);
        const auto& tests = mechanisms[shown_[at]];
        list_->setItem(
            row, nameColumn,
            wordsItem(qtext(plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, tests.mechanism))));
        for (std::size_t test = 0; test < analysis::testCount; ++test) {
            auto* item = wordsItem(answerText(tests.tests[test].answer));
            item->setToolTip(evidenceText(tests.tests[test]));
            item->setData(Qt::AccessibleTextRole,
                          tr("%1. %2").arg(tests.tests[test].answer
                                               ? qtext(plan::labelOf(*tests.tests[test].answer))
                                               : tr("Not answered"),
                                           evidenceText(tests.tests[test])));
            list_->setItem(row, firstTest + static_cast<int>(test), item);
        }
        list_->setItem(row, failedColumn, figureItem(numberText(qint64(tests.failed))));
    }
}

const analysis::MechanismTests* ThreeTestsPage::chosen() const {
    if (!answer_) {
        return nullptr;
    }
    const auto& all = answer_->tests.mechanisms;
    const auto at = std::ranges::find(all, chosen_, &analysis::MechanismTests::mechanism);
    return at == all.end() ? nullptr : &*at;
}

void ThreeTestsPage::choose() {
    const int row = list_->currentRow();
    if (row >= 0 && row < static_cast<int>(shown_.size())) {
        const auto id = answer_->tests.mechanisms[shown_[static_cast<std::size_t>(row)]].mechanism;
        if (id != chosen_ && isVisible()) {
            session().selection().select(plan::RecordKind::mechanism, {id});
        }
        chosen_ = id;
    }
    if (panel_) {
        if (const auto* tests = chosen()) {
            panel_->setMechanism(*answer_->plan, *tests);
        } else {
            panel_->clear();
        }
    }
}

bool ThreeTestsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Y:
            answerCell(TestAnswer::yes);
            return true;
        case Qt::Key_P:
            answerCell(TestAnswer::partly);
            return true;
        case Qt::Key_N:
            answerCell(TestAnswer::no);
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            answerCell(std::nullopt);
            return true;
        default:
            break;
        }
    }
    return AnalysisPage::eventFilter(watched, event);
}

void ThreeTestsPage::answerCell(std::optional<TestAnswer> answer) {
    const int test = list_->currentColumn() - firstTest;
    if (test >= 0 && test < static_cast<int>(analysis::testCount)) {
        setAnswer(static_cast<Test>(test), answer);
    }
}

void ThreeTestsPage::setAnswer(Test test, std::optional<TestAnswer> answer) {
    const auto plan = session().plan();
    const auto* mechanism = plan->find<plan::Mechanism>(chosen_);
    if (!mechanism || !session().isWritable()) {
        return;
    }
    const auto& field = analysis::fieldOf(test);
    const auto value =
        answer ? plan::Value{std::string(plan::choicesOf<TestAnswer>[static_cast<std::size_t>(*answer)].key)}
               : plan::Value{};
    if (field.get(mechanism) == value) {
        return;
    }
    plan::Changes changes;
    changes.set(plan::RecordKind::mechanism, chosen_, field, value);
    session().perform(tr("%1: %2 for %3")
                          .arg(qtext(field.label),
                               answer ? qtext(plan::labelOf(*answer)) : tr("not answered"),
                               qtext(mechanism->name)),
                      std::move(changes));
}

std::vector<HeadlineFigure> ThreeTestsPage::headline() const {
    if (!answer_) {
        return {};
    }
    std::size_t unanswered = 0;
    for (const auto& tests : answer_->tests.mechanisms) {
        unanswered += tests.unanswered > 0 ? 1 : 0;
    }
    return {{numberText(qint64(answer_->tests.mechanisms.size())), tr("mechanisms")},
            {numberText(badge()), tr("fail two or more")},
            {numberText(qint64(unanswered)), tr("not all answered")}};
}

int ThreeTestsPage::badge() const {
    return answer_ ? static_cast<int>(answer_->tests.failTwoOrMore()) : -1;
}

QWidget* ThreeTestsPage::inspector() {
    if (!panel_) {
        panel_ = new TestsPanel(session());
        connect(panel_, &TestsPanel::answered, this, &ThreeTestsPage::setAnswer);
        choose();
    }
    return panel_;
}

} // namespace wardmote::ui
