#include "ui/pages/calendar/move_panel.h"

#include "core/recurrence/rule.h"
#include "core/recurrence/words.h"
#include "core/text/dates.h"
#include "ui/pages/calendar/calendar_answer.h"
#include "ui/session/session.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr int clashesShown = 100;

QString changed(const QString& what, std::size_t before, std::size_t after) {
    return before == after ? MovePanel::tr("%1: %2, as now").arg(what).arg(before)
                           : MovePanel::tr("%1: %2 now, %3 after").arg(what).arg(before).arg(after);
}

} // namespace

MovePanel::MovePanel(Session& session, QWidget* parent) : QWidget(parent), session_(session), task_(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    title_ = makeParagraph({}, TextRole::section, this);
    pattern_ = new QLineEdit(this);
    setNames(*pattern_, QStringLiteral("movePattern"), tr("New meeting pattern"));
    pattern_->setPlaceholderText(tr("3rd Tuesday of the month"));
    start_ = new QLineEdit(this);
    setNames(*start_, QStringLiteral("moveStart"), tr("A day on which it meets, to count from"));
    form_ = new QFormLayout;
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->addRow(tr("New pa&ttern"), pattern_);
    form_->addRow(tr("Cou&nted from"), start_);
    effect_ = makeParagraph({}, TextRole::body, this);
    effect_->setObjectName(QStringLiteral("moveEffect"));
    clashes_ = makePlainTable({tr("Clash after the move")}, QStringLiteral("moveClashes"),
                              tr("Clashes after the move"));
    clashes_->setWordWrap(true);
    clashes_->verticalHeader()->setDefaultSectionSize(clashes_->fontMetrics().lineSpacing() * 4 + 12);
    go_ = makePrimaryButton(tr("&Move series"), QStringLiteral("moveGo"), this);
    auto* cancel = makeButton(tr("Leave as it is"), QStringLiteral("moveCancel"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(go_);
    column->addWidget(title_);
    column->addLayout(form_);
    column->addWidget(effect_);
    column->addWidget(clashes_, 1);
    column->addLayout(buttons);
    connect(pattern_, &QLineEdit::textChanged, this, &MovePanel::read);
    connect(start_, &QLineEdit::textChanged, this, &MovePanel::read);
    connect(pattern_, &QLineEdit::returnPressed, go_, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &MovePanel::cancelled);
    connect(go_, &QPushButton::clicked, this, [this] {
        if (move_) {
            Q_EMIT moveRequested(*move_);
        }
    });
    connect(&task_, &BackgroundTask::failed, this, &MovePanel::refuse);
    refuse({});
}

void MovePanel::begin(plan::Id mechanism, int year, plan::Date near,
                      std::optional<analysis::SeriesMove> move) {
    const auto plan = session_.plan();
    const auto* record = plan->find<plan::Mechanism>(mechanism);
    if (!record) {
        return;
    }
    mechanism_ = mechanism;
    year_ = year;
    const QSignalBlocker quietPattern(pattern_);
    const QSignalBlocker quietStart(start_);
    title_->setText(
        tr("Move %1, now %2").arg(qtext(record->name), qtext(recurrence::inWords(record->pattern))));
    const auto& pattern = move ? move->pattern : record->pattern;
    pattern_->setText(qtext(recurrence::inWords(pattern)));
    const auto start = move && move->patternStart ? move->patternStart : std::optional(near);
    start_->setText(qtext(start->words()));
    offerStart(recurrence::readRule(pattern.rule));
    if (move) {
        move_ = std::move(move);
        ask();
    } else {
        refuse(tr("Write how often and when it meets instead."));
    }
}

/// A day to count from, where the pattern makes use of one.
void MovePanel::offerStart(const Result<recurrence::Rule>& rule) {
    form_->setRowVisible(start_, rule && analysis::needsStart(*rule));
}

void MovePanel::focusPattern() {
    pattern_->setFocus();
    pattern_->selectAll();
}

void MovePanel::read() {
    const auto plan = session_.plan();
    const auto* record = plan->find<plan::Mechanism>(mechanism_);
    if (!record) {
        return refuse({});
    }
    const auto rule = recurrence::ruleFromWords(pattern_->text().toStdString());
    if (!rule) {
        return refuse(qtext(rule.error().text()));
    }
    offerStart(recurrence::readRule(*rule));
    const auto start = text::readDate(start_->text().toStdString());
    auto move = analysis::seriesMovedTo(*record, *rule,
                                        start && *start ? std::optional((*start)->date) : std::nullopt);
    if (!move) {
        return refuse(qtext(move.error().text()));
    }
    if (move->pattern == record->pattern &&
        (!move->patternStart || move->patternStart == record->patternStart)) {
        return refuse(tr("That is its pattern now."));
    }
    move_ = std::move(*move);
    ask();
}

void MovePanel::ask() {
    task_.run(
        [move = *move_, year = year_](const plan::PlanRef& plan, const Progress&) {
            return analysis::effectOf(*plan, move, year);
        },
        [this](const analysis::SeriesMoveEffect& effect) { show(effect); });
}

void MovePanel::show(const analysis::SeriesMoveEffect& effect) {
    const QStringList lines{
        tr("To %1.").arg(qtext(recurrence::inWords(move_->pattern))),
        changed(tr("Clashes in %1").arg(year_), effect.clashesBefore.size(), effect.clashesAfter.size()),
        changed(tr("On bank holidays"), effect.onBankHolidaysBefore.size(),
                effect.onBankHolidaysAfter.size()),
        changed(tr("Meetings expected"), effect.expectedBefore, effect.expectedAfter),
        tr("Meetings that are recorded stay where they are.")};
    effect_->setText(lines.join(QStringLiteral("\n")));
    const auto plan = session_.plan();
    const int count = qMin(clashesShown, int(effect.clashesAfter.size()));
    clashes_->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const auto& clash = effect.clashesAfter[static_cast<std::size_t>(row)];
        clashes_->setItem(row, 0,
                          wordsItem(tr("%1: %2").arg(dayText(effect.after.occurrences[clash.a].date),
                                                     clashText(*plan, effect.after, clash))));
    }
    clashes_->setVisible(count > 0);
    go_->setEnabled(session_.isWritable());
}

void MovePanel::refuse(const QString& why) {
    move_.reset();
    task_.cancel();
    effect_->setText(why);
    clashes_->hide();
    go_->setEnabled(false);
}

} // namespace wardmote::ui
