#include "ui/pages/calendar/calendar_page.h"

#include "ui/charts/matrix_view.h"
#include "ui/pages/calendar/month_view.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/lines_model.h"
#include "ui/widgets/month_name.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>
#include <map>

namespace wardmote::ui {

using analysis::Occurrence;
using plan::Id;
using plan::RecordKind;

namespace {

/// After "all"; the one chosen stays chosen while it is there.
void fill(QComboBox& box, const std::vector<CalendarChoice>& choices, const QString& all, Id& chosen) {
    box.clear();
    box.addItem(all, QVariant::fromValue<qint64>(0));
    for (const auto& [name, id] : choices) {
        box.addItem(name, QVariant::fromValue<qint64>(id));
    }
    const int at = box.findData(QVariant::fromValue<qint64>(chosen));
    chosen = at < 0 ? 0 : chosen;
    box.setCurrentIndex(qMax(0, at));
}

} // namespace

void CalendarPage::ask() {
    if (year_ == 0) {
        year_ = today().year;
        month_ = today().month;
    }
    answerWith(
        [year = year_, day = today()](const plan::PlanRef& plan, const Progress& progress) {
            return calendarAnswerOf(plan, year, day, progress);
        },
        [this](CalendarAnswer answer) { present(std::move(answer)); });
}

QString CalendarPage::refusal(const QString& why) const {
    return tr("The year could not be laid out: %1").arg(why);
}

void CalendarPage::present(CalendarAnswer answer) {
    answer_ = std::make_shared<const CalendarAnswer>(std::move(answer));
    const auto& plan = *answer_->plan;
    const bool nothing = answer_->calendar.occurrences.empty() && plan.all<plan::Meeting>().empty() &&
                         std::ranges::none_of(plan.all<plan::Mechanism>(), [](const plan::Mechanism& one) {
                             return !one.pattern.rule.empty();
                         });
    stack_->setCurrentIndex(nothing ? 1 : 0);
    yearLabel_->setText(QString::number(answer_->calendar.year));
    fillFilters();
    showSeen();
    endMove();
    Q_EMIT headlineChanged();
}

void CalendarPage::fillFilters() {
    const auto all = tr("All %1").arg(qtext(answer_->plan->settings().clusterWordPlural));
    fill(*clusters_, answer_->clusters, all, filter_.cluster);
    fill(*services_, answer_->services, tr("All services"), filter_.service);
    fill(*organisations_, answer_->organisations, tr("All organisations"), filter_.organisation);
    fill(*themes_, answer_->themes, tr("All themes"), filter_.theme);
}

void CalendarPage::showSeen() {
    if (!answer_) {
        return;
    }
    seen_ = occurrencesSeen(*answer_, filter_);
    findings_ = findingsSeen(*answer_, filter_, seen_);
    const auto all = answer_->calendar.occurrences.size();
    bar_->setCounts(
        seen_.size() == all
            ? tr("%1 meetings").arg(numberText(qint64(all)))
            : tr("%1 of %2 meetings").arg(numberText(qint64(seen_.size())), numberText(qint64(all))));
    export_->setEnabled(!seen_.empty());
    list_->setLines(int(seen_.size()), [this](int row, int column) {
        const auto& one = answer_->calendar.occurrences[seen_[static_cast<std::size_t>(row)]];
        switch (column) {
        case 0:
            return dayInYearText(one.date);
        case 1:
            return timeText(one);
        case 2:
            return qtext(one.name);
        case 3:
            return one.venue.empty() ? notRecordedDash() : qtext(one.venue);
        case 4:
            return clustersText(*answer_->plan, one);
        default:
            return sourceText(one);
        }
    });
    findingLines_->setLines(int(findings_.size()), [this](int row, int column) {
        const auto& finding = findings_[static_cast<std::size_t>(row)];
        if (column != 1) {
            return column == 0 ? kindText(finding) : detailText(*answer_, finding);
        }
        const auto day = dayOf(*answer_, finding);
        return occurrenceOf(*answer_, finding) ? dayInYearText(day) : monthName(day.month);
    });
    tabs_->setTabText(3, tr("Findin&gs (%1)").arg(findings_.size()));
    showYear();
    showMonth();
    showNotes();
}

void CalendarPage::showYear() {
    const auto& plan = *answer_->plan;
    struct Count {
        int meetings = 0;
        int cancelled = 0;
    };
    std::map<std::pair<Id, int>, Count> counts;
    bool others = false;
    for (const auto place : seen_) {
        const auto& one = answer_->calendar.occurrences[place];
        const auto count = [&](Id cluster) {
            auto& cell = counts[{cluster, one.date.month}];
            ++(one.cancelled ? cell.cancelled : cell.meetings);
        };
        std::ranges::for_each(one.clusters, count);
        if (one.clusters.empty()) {
            count(0);
            others = true;
        }
    }
    stripRows_.clear();
    for (const auto id : answer_->calendar.clusters) {
        if (filter_.cluster == 0 || filter_.cluster == id) {
            stripRows_.push_back(id);
        }
    }
    if (others || stripRows_.empty()) {
        stripRows_.push_back(0);
    }
    report::Matrix matrix;
    std::vector<std::vector<QString>> sentences;
    for (int month = 1; month <= 12; ++month) {
        matrix.columns.push_back(monthName(month).left(3).toStdString());
    }
    stripTable_->setRowCount(int(stripRows_.size()) * 12);
    const QuietFill quiet(*stripTable_);
    for (std::size_t row = 0; row < stripRows_.size(); ++row) {
        const auto id = stripRows_[row];
        const auto name = id != 0 ? qtext(plan::nameOf(plan, RecordKind::cluster, id))
                                  : tr("Whole area, or no %1").arg(qtext(plan.settings().clusterWord));
        matrix.rows.push_back(name.toStdString());
        matrix.cells.emplace_back();
        sentences.emplace_back();
        for (int month = 1; month <= 12; ++month) {
            const auto& count = counts[{id, month}];
            matrix.cells.back().push_back(count.meetings);
            sentences.back().push_back(tr("%1, %2: %3 meetings, %4 cancelled")
                                           .arg(name, monthName(month), QString::number(count.meetings),
                                                QString::number(count.cancelled)));
            const int line = int(row) * 12 + month - 1;
            auto* where = wordsItem(name);
            where->setData(Qt::UserRole, int(row));
            auto* when = wordsItem(monthName(month));
            when->setData(Qt::UserRole, month);
            stripTable_->setItem(line, 0, where);
            stripTable_->setItem(line, 1, when);
            stripTable_->setItem(line, 2, figureItem(numberText(count.meetings)));
            stripTable_->setItem(line, 3, figureItem(numberText(count.cancelled)));
        }
    }
    strip_->setMatrix(std::move(matrix), std::move(sentences));
    strip_->horizontalHeader()->setMinimumSectionSize(34);
    strip_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    strip_->setFixedHeight(strip_->horizontalHeader()->height() + int(stripRows_.size()) * 30 + 4);
    fitRows(*stripTable_, 12);
}

void CalendarPage::showNotes() {
    QStringList notes{tr("Recorded meetings, and the days on which the patterns of active mechanisms fall; a "
                         "meeting that serves several is counted once in each %1 that it serves. Enter or a "
                         "click on a cell opens its month.")
                          .arg(qtext(answer_->plan->settings().clusterWord))};
    std::size_t pattern = 0;
    for (const auto& undated : answer_->calendar.undated) {
        pattern += undated.why == analysis::Undated::Why::patternNotRecorded ? 1 : 0;
    }
    const auto start = answer_->calendar.undated.size() - pattern;
    if (pattern > 0) {
        notes << tr("Not in the calendar, because no meeting pattern is recorded: %1.")
                     .arg(countOf(RecordKind::mechanism, pattern));
    }
    if (start > 0) {
        notes << tr("Not in the calendar, because no day is recorded to count from: %1.")
                     .arg(countOf(RecordKind::mechanism, start));
    }
    notes_->setText(notes.join(QStringLiteral("\n")));
}

void CalendarPage::showMonth() {
    auto day = grid_->day();
    if (wanted_) {
        day = *wanted_;
        wanted_.reset();
    }
    grid_->setMonth(answer_, seen_, month_);
    months_->setCurrentIndex(month_ - 1);
    if (day && day->month == month_ && day->year == answer_->calendar.year) {
        grid_->setDay(*day);
    } else {
        const auto now = today();
        const bool here = now.year == answer_->calendar.year && now.month == month_;
        grid_->setDay(here ? now : plan::Date{answer_->calendar.year, month_, 1});
    }
    showDay();
}

void CalendarPage::showDay() {
    const auto day = grid_->day();
    if (!day || !answer_) {
        return;
    }
    const auto& places = grid_->occurrencesOn(*day);
    const auto holiday = recurrence::bankHolidayOn(*day);
    dayLabel_->setText(holiday ? tr("%1, %2").arg(dayText(*day), qtext(holiday->name)) : dayText(*day));
    settling_ = true;
    dayTable_->setRowCount(0);
    dayTable_->setRowCount(int(places.size()));
    for (int row = 0; row < int(places.size()); ++row) {
        const auto place = places[static_cast<std::size_t>(row)];
        const auto& one = answer_->calendar.occurrences[place];
        auto* name = wordsItem(tr("%1 (%2)").arg(qtext(one.name), sourceText(one).toLower()));
        name->setData(Qt::UserRole, QVariant::fromValue<qulonglong>(place));
        dayTable_->setItem(row, 0, name);
        dayTable_->setItem(row, 1, wordsItem(timeText(one)));
    }
    settling_ = false;
    move_->setEnabled(false);
}

void CalendarPage::setYear(int year) {
    if (year >= 1900 && year <= 2200 && year != year_) {
        year_ = year;
        askAnew();
    }
}

void CalendarPage::setMonth(int month) {
    if (month < 1 || month > 12) {
        month_ = month < 1 ? 12 : 1;
        setYear(month < 1 ? year_ - 1 : year_ + 1);
        return;
    }
    month_ = month;
    if (answer_) {
        showMonth();
    }
}

void CalendarPage::goToDay(plan::Date day) {
    tabs_->setCurrentIndex(1);
    endMove();
    month_ = day.month;
    if (day.year != year_) {
        wanted_ = day;
        setYear(day.year);
        return;
    }
    if (answer_) {
        showMonth();
        grid_->setDay(day);
        grid_->setFocus();
    }
}

void CalendarPage::choose(std::size_t place) {
    const auto& one = answer_->calendar.occurrences[place];
    if (one.meeting != 0) {
        session().selection().select(RecordKind::meeting, {one.meeting});
    } else {
        session().selection().select(RecordKind::mechanism, one.mechanisms);
    }
    if (grid_->day() != one.date) {
        return;
    }
    settling_ = true;
    for (int row = 0; row < dayTable_->rowCount(); ++row) {
        if (dayTable_->item(row, 0)->data(Qt::UserRole).toULongLong() == place) {
            dayTable_->setCurrentCell(row, 0);
        }
    }
    settling_ = false;
}

void CalendarPage::openCell(int row, int month) {
    const auto cluster = stripRows_[static_cast<std::size_t>(row)];
    if (cluster != 0) {
        filter_.cluster = cluster;
        clusters_->setCurrentIndex(clusters_->findData(QVariant::fromValue<qint64>(cluster)));
    }
    showSeen();
    goToDay({year_, month, 1});
}

std::optional<std::size_t> CalendarPage::chosenOfDay() const {
    const auto* item = dayTable_->item(dayTable_->currentRow(), 0);
    return item ? std::optional<std::size_t>(item->data(Qt::UserRole).toULongLong()) : std::nullopt;
}

std::vector<HeadlineFigure> CalendarPage::headline() const {
    if (!answer_) {
        return {};
    }
    const auto& calendar = answer_->calendar;
    return {{numberText(qint64(calendar.occurrences.size())), tr("meetings in %1").arg(calendar.year)},
            {numberText(qint64(calendar.clashes.size())), tr("clashes")}};
}

} // namespace wardmote::ui
