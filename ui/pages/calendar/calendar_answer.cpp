#include "ui/pages/calendar/calendar_answer.h"

#include "core/text/words.h"
#include "ui/widgets/month_name.h"
#include "ui/widgets/record_cell.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace wardmote::ui {
namespace {

using analysis::Occurrence;
using plan::Id;
using plan::RecordKind;

QString tr(const char* text) {
    return QCoreApplication::translate("CalendarPage", text);
}

bool has(const std::vector<Id>& ids, Id wanted) {
    return wanted == 0 || std::ranges::binary_search(ids, wanted);
}

std::string searched(const plan::Plan& plan, const Occurrence& occurrence) {
    auto text = occurrence.name + " " + occurrence.venue;
    const auto add = [&](RecordKind kind, const std::vector<Id>& ids) {
        for (const auto id : ids) {
            text += " " + plan::nameOf(plan, kind, id);
        }
    };
    add(RecordKind::mechanism, occurrence.mechanisms);
    add(RecordKind::cluster, occurrence.clusters);
    add(RecordKind::organisation, occurrence.organisations);
    add(RecordKind::organisation, occurrence.services);
    return text::folded(text);
}

bool anySeen(const std::vector<std::size_t>& seen, std::size_t a, std::size_t b) {
    return std::ranges::binary_search(seen, a) || std::ranges::binary_search(seen, b);
}

QString shortName(const Occurrence& occurrence) {
    return qtext(occurrence.name);
}

} // namespace

std::vector<std::size_t> occurrencesSeen(const CalendarAnswer& answer, const CalendarFilter& filter) {
    std::vector<std::string> words;
    for (const auto& word : filter.words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        words.push_back(text::folded(word.toStdString()));
    }
    std::vector<std::size_t> seen;
    const auto& all = answer.calendar.occurrences;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& one = all[i];
        if (!has(one.clusters, filter.cluster) || !has(one.services, filter.service) ||
            !has(one.organisations, filter.organisation) || !has(one.themes, filter.theme)) {
            continue;
        }
        if (!words.empty()) {
            const auto text = searched(*answer.plan, one);
            if (!std::ranges::all_of(
                    words, [&](const auto& word) { return text.find(word) != std::string::npos; })) {
                continue;
            }
        }
        seen.push_back(i);
    }
    return seen;
}

std::vector<CalendarFinding> findingsSeen(const CalendarAnswer& answer, const CalendarFilter& filter,
                                          const std::vector<std::size_t>& seen) {
    const auto& plan = *answer.plan;
    const auto& calendar = answer.calendar;
    std::vector<CalendarFinding> found;
    for (const auto& clash : calendar.clashes) {
        if (anySeen(seen, clash.a, clash.b)) {
            found.push_back({tr("Clash"),
                             clashText(plan, calendar, clash),
                             calendar.occurrences[clash.a].date,
                             {clash.a, clash.b}});
        }
    }
    for (const auto& on : calendar.onBankHolidays) {
        if (std::ranges::binary_search(seen, on.occurrence)) {
            const auto& occurrence = calendar.occurrences[on.occurrence];
            const auto name = qtext(on.holiday.name);
            found.push_back({tr("Bank holiday"),
                             tr("%1 falls on %2").arg(shortName(occurrence), name),
                             occurrence.date,
                             {on.occurrence}});
        }
    }
    for (const auto& week : calendar.sameWeek) {
        if (anySeen(seen, week.a, week.b)) {
            found.push_back({tr("Same week"),
                             tr("%1 and %2 overlap (score %3) and meet in one week")
                                 .arg(qtext(plan::nameOf(plan, RecordKind::mechanism, week.mechanismA)),
                                      qtext(plan::nameOf(plan, RecordKind::mechanism, week.mechanismB)))
                                 .arg(week.score, 0, 'f', 2),
                             calendar.occurrences[week.a].date,
                             {week.a, week.b}});
        }
    }
    // An empty month is a cluster's, so other filters say nothing of it.
    const bool others =
        !filter.words.isEmpty() || filter.service != 0 || filter.organisation != 0 || filter.theme != 0;
    for (const auto& empty : calendar.emptyMonths) {
        if (others || (filter.cluster != 0 && filter.cluster != empty.cluster)) {
            continue;
        }
        QStringList months;
        for (const int month : empty.months) {
            months << monthName(month);
        }
        const auto name = qtext(plan::nameOf(plan, RecordKind::cluster, empty.cluster));
        found.push_back({tr("Empty months"),
                         empty.months.size() == 12
                             ? tr("%1 has no meeting of its own in the year").arg(name)
                             : tr("%1 has no meeting of its own in %2").arg(name, months.join(tr(", "))),
                         {calendar.year, empty.months.front(), 1},
                         {}});
    }
    return found;
}

QString dayText(plan::Date date) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(QDate(date.year, date.month, date.day), QStringLiteral("ddd d MMMM yyyy"));
}

QString timeText(const Occurrence& occurrence) {
    if (!occurrence.start) {
        return notRecordedDash();
    }
    const auto start = qtext(occurrence.start->iso());
    if (!occurrence.lengthHours) {
        return start;
    }
    const int end = occurrence.start->minutes + qRound(*occurrence.lengthHours * 60);
    return tr("%1 to %2").arg(start, qtext(plan::Time{end % (24 * 60)}.iso()));
}

QString sourceText(const Occurrence& occurrence) {
    return occurrence.cancelled                                    ? tr("Cancelled")
           : occurrence.from == analysis::OccurrenceFrom::recorded ? tr("Recorded")
                                                                   : tr("Expected");
}

QString namesText(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids) {
    QStringList names;
    for (const auto id : ids) {
        names << qtext(plan::nameOf(plan, kind, id));
    }
    return names.join(tr(", "));
}

QString clustersText(const plan::Plan& plan, const Occurrence& occurrence) {
    if (!occurrence.clusters.empty()) {
        return namesText(plan, RecordKind::cluster, occurrence.clusters);
    }
    return occurrence.wholePlan ? tr("Whole area") : notRecordedDash();
}

QString clashText(const plan::Plan& plan, const analysis::Calendar& calendar, const analysis::Clash& clash) {
    const auto& a = calendar.occurrences[clash.a];
    const auto& b = calendar.occurrences[clash.b];
    QStringList why;
    if (!clash.roles.empty()) {
        why << tr("asks %1 to both").arg(namesText(plan, RecordKind::role, clash.roles));
    }
    if (clash.venue) {
        why << tr("both at %1").arg(qtext(a.venue));
    }
    if (!clash.organisations.empty()) {
        why << tr("%1 asked to both").arg(namesText(plan, RecordKind::organisation, clash.organisations));
    }
    if (!clash.clusters.empty()) {
        why << (a.start && b.start ? tr("one evening in %1") : tr("one day in %1"))
                   .arg(namesText(plan, RecordKind::cluster, clash.clusters));
    }
    const auto times = clash.times == analysis::TimesMeet::overlap   ? tr("times overlap")
                       : clash.times == analysis::TimesMeet::unknown ? tr("same day, times not recorded")
                                                                     : tr("one after the other");
    return tr("%1 and %2: %3; %4").arg(shortName(a), shortName(b), why.join(tr("; ")), times);
}

} // namespace wardmote::ui
