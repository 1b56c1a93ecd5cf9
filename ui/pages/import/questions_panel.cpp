#include "ui/pages/import/questions_panel.h"

#include "ui/pages/import/area_choice_dialog.h"
#include "ui/pages/import/import_job.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostShown = 60;

using exchange::Answer;
using exchange::AnswerKind;

QString wordsFor(AnswerKind kind, const exchange::Question& question) {
    switch (kind) {
    case AnswerKind::undecided:
        return QuestionsPanel::tr("Not decided");
    case AnswerKind::create:
        return question.kind == exchange::QuestionKind::sameAs ? QuestionsPanel::tr("No, it is another one")
                                                               : QuestionsPanel::tr("Add it as new");
    case AnswerKind::wholePlan:
        return QuestionsPanel::tr("The whole area");
    case AnswerKind::leaveOut:
        return QuestionsPanel::tr("Leave it out");
    case AnswerKind::these:
    case AnswerKind::choice:
        break;
    }
    return {};
}

} // namespace

QuestionsPanel::QuestionsPanel(ImportJob& job, QWidget* parent) : QWidget(parent), job_(job) {
    form_ = new QFormLayout(this);
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
}

void QuestionsPanel::refresh() {
    const auto* proposal = job_.proposal();
    if (!proposal) {
        return; // the last questions stay while the next are found
    }
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    int number = 0;
    for (const auto& question : proposal->questions) {
        if (static_cast<std::size_t>(number) == mostShown) {
            form_->addRow(makeParagraph(tr("%n more question(s) come when these are answered.", nullptr,
                                           static_cast<int>(proposal->questions.size() - mostShown)),
                                        TextRole::caption));
            break;
        }
        auto* text = makeParagraph(QString::fromStdString(question.text) + QStringLiteral(" ") +
                                   tr("(%n row(s))", nullptr, static_cast<int>(question.rows)));
        auto* control = answerControl(question, number++);
        text->setBuddy(control);
        form_->addRow(text, control);
        if (!question.otherwise.empty() && question.answer.kind == AnswerKind::undecided) {
            form_->addRow(makeParagraph(QString::fromStdString(question.otherwise), TextRole::caption));
        }
    }
    if (proposal->questions.empty()) {
        form_->addRow(makeParagraph(tr("No questions: every word was understood."), TextRole::caption));
    }
}

QWidget* QuestionsPanel::answerControl(const exchange::Question& question, int number) {
    auto* box = new QComboBox;
    setNames(*box, QStringLiteral("import_answer_%1").arg(number), QString::fromStdString(question.text));
    box->setFocusPolicy(Qt::StrongFocus);
    std::vector<Answer> answers{Answer{}};
    box->addItem(wordsFor(AnswerKind::undecided, question));
    const auto offer = [&](const QString& words, Answer answer) {
        box->addItem(words);
        answers.push_back(std::move(answer));
    };
    const auto allows = [&](AnswerKind kind) {
        return std::ranges::find(question.allowed, kind) != question.allowed.end();
    };
    for (const auto& candidate : question.candidates) {
        offer(QString::fromStdString(candidate.name), {AnswerKind::these, {candidate.id}, {}});
    }
    for (const auto& choice : question.choices) {
        offer(QString::fromUtf8(choice.label.data(), static_cast<qsizetype>(choice.label.size())),
              {AnswerKind::choice, {}, std::string(choice.key)});
    }
    for (const auto kind : {AnswerKind::create, AnswerKind::wholePlan, AnswerKind::leaveOut}) {
        if (allows(kind)) {
            offer(wordsFor(kind, question), {kind, {}, {}});
        }
    }
    const bool several = question.kind == exchange::QuestionKind::place && allows(AnswerKind::these);
    const bool listed = std::ranges::find(answers, question.answer) != answers.end();
    if (!listed) {
        offer(tr("%n area(s) chosen", nullptr, static_cast<int>(question.answer.ids.size())),
              question.answer);
    }
    if (several) {
        box->addItem(tr("Choose areas…"));
    }
    box->setCurrentIndex(static_cast<int>(std::ranges::find(answers, question.answer) - answers.begin()));
    connect(box, &QComboBox::activated, this, [this, answers, question](int index) {
        if (static_cast<std::size_t>(index) < answers.size()) {
            job_.answer(question.key, answers[static_cast<std::size_t>(index)]);
        } else {
            chooseAreas(question);
        }
    });
    return box;
}

void QuestionsPanel::chooseAreas(const exchange::Question& question) {
    AreaChoiceDialog dialog(*job_.plan(), QString::fromStdString(question.text), question.answer.ids,
                            window());
    if (dialog.exec() == QDialog::Accepted) {
        const auto ids = dialog.chosen();
        job_.answer(question.key, ids.empty() ? Answer{} : Answer{AnswerKind::these, ids, {}});
    } else {
        refresh();
    }
}

} // namespace wardmote::ui
