#include "ui/pages/import/questions_panel.h"

#include "ui/pages/import/deliberate_choice.h"
#include "ui/pages/import/import_job.h"
#include "ui/pages/import/rows_text.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace wardmote::ui {
namespace {

constexpr std::ptrdiff_t mostShown = 60; ///< undecided at a time
constexpr const char* questionProperty = "question";

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

QuestionsPanel::QuestionsPanel(ImportJob& job, Prompts& prompts, QWidget* parent)
    : QWidget(parent), job_(job), prompts_(prompts) {
    list_ = new QVBoxLayout(this);
}

void QuestionsPanel::refresh() {
    const auto* proposal = job_.proposal();
    if (!proposal) {
        return; // the last questions stay while the next are found
    }
    // An answer makes the list anew: whoever answers by keyboard goes on from where they were.
    const auto* focused = window()->focusWidget();
    const auto answered =
        focused && isAncestorOf(focused) ? focused->property(questionProperty).toString() : QString();
    QWidget* next = nullptr;
    clearLayout(*list_);
    int number = 0;
    std::ptrdiff_t open = 0;
    for (const auto& question : proposal->questions) {
        const bool undecided = question.answer.kind == AnswerKind::undecided;
        open += undecided ? 1 : 0;
        if (undecided && open > mostShown) {
            continue; // shown when others are answered
        }
        auto* text =
            makeParagraph(tr("%1 (%2)").arg(QString::fromStdString(question.text), rowsText(question.rows)));
        auto* control = answerControl(question, number++);
        text->setBuddy(control);
        list_->addWidget(text);
        list_->addWidget(control);
        if (const auto key = QString::fromStdString(question.key); key == answered) {
            next = control;
        }
        if (!question.otherwise.empty() && undecided) {
            list_->addWidget(makeParagraph(QString::fromStdString(question.otherwise), TextRole::caption));
        }
    }
    if (open > mostShown) {
        list_->addWidget(makeParagraph(tr("%1 more come when these are answered.").arg(open - mostShown),
                                       TextRole::caption));
    }
    list_->addStretch();
    if (next) {
        next->show(); // a layout shows later what it is given, and what is hidden takes no focus
        next->setFocus();
    }
}

QWidget* QuestionsPanel::answerControl(const exchange::Question& question, int number) {
    auto* box = new DeliberateChoice;
    setNames(*box, QStringLiteral("import_answer_%1").arg(number), QString::fromStdString(question.text));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names can be long
    box->setMinimumContentsLength(20);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setProperty(questionProperty, QString::fromStdString(question.key));
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
        const auto name = QString::fromStdString(candidate.name);
        const auto side = QString::fromStdString(candidate.side);
        offer(side.isEmpty() ? name : tr("%1 (%2)").arg(name, side), {AnswerKind::these, {candidate.id}, {}});
    }
    for (const auto& choice : question.choices) {
        offer(qtext(choice.label), {AnswerKind::choice, {}, std::string(choice.key)});
    }
    for (const auto kind : {AnswerKind::create, AnswerKind::wholePlan, AnswerKind::leaveOut}) {
        if (allows(kind)) {
            offer(wordsFor(kind, question), {kind, {}, {}});
        }
    }
    const bool several = question.kind == exchange::QuestionKind::place && allows(AnswerKind::these);
    const bool listed = std::ranges::find(answers, question.answer) != answers.end();
    if (!listed) {
        offer(countOf(plan::RecordKind::area, question.answer.ids.size()), question.answer);
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
    std::vector<std::pair<QString, plan::Id>> named;
    for (const auto& area : job_.plan()->all<plan::Area>()) {
        named.emplace_back(QString::fromStdString(area.name), area.id);
    }
    std::ranges::sort(named, [](const auto& a, const auto& b) {
        const int order = a.first.localeAwareCompare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    QStringList names;
    std::vector<int> ticked;
    for (const auto& [name, id] : named) {
        if (std::ranges::find(question.answer.ids, id) != question.answer.ids.end()) {
            ticked.push_back(static_cast<int>(names.size()));
        }
        names << name;
    }
    const auto chosen = prompts_.chooseSeveral(window(), tr("Choose areas"),
                                               QString::fromStdString(question.text), names, ticked);
    if (!chosen) {
        refresh();
        return;
    }
    std::vector<plan::Id> ids;
    for (const int place : *chosen) {
        ids.push_back(named[static_cast<std::size_t>(place)].second);
    }
    std::ranges::sort(ids);
    job_.answer(question.key, ids.empty() ? Answer{} : Answer{AnswerKind::these, ids, {}});
}

} // namespace wardmote::ui
