#include "ui/pages/calendar/calendar_answer.h"

#include "core/text/words.h"
#include "ui/widgets/month_name.h"
#include "ui/widgets/record_cell.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <map>

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

/// Whether all words are found in what is said of an occurrence. Those of one series say the same, so each
/// series is looked through once.
class WordFilter {
public:
    WordFilter(const plan::Plan& plan, const QString& words) : plan_(plan) {
        for (const auto& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            words_.push_back(text::folded(word.toStdString()));
        }
    }
    bool letsThrough(const Occurrence& occurrence) {
        if (words_.empty()) {
            return true;
        }
        if (occurrence.meeting != 0) {
            return hasAll(occurrence);
        }
        const auto [at, fresh] = series_.try_emplace(occurrence.mechanisms);
        if (fresh) {
            at->second = hasAll(occurrence);
        }
        return at->second;
    }

private:
    bool hasAll(const Occurrence& occurrence) const {
        const auto text = searched(plan_, occurrence);
        return std::ranges::all_of(words_,
                                   [&](const auto& word) { return text.find(word) != std::string::npos; });
    }
    const plan::Plan& plan_;
    std::vector<std::string> words_;
    std::map<std::vector<Id>, bool> series_;
};

std::vector<CalendarChoice> choicesOf(const plan::Plan& plan, RecordKind kind, std::vector<Id> ids) {
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
    std::vector<CalendarChoice> choices;
    for (const auto id : ids) {
        choices.push_back({qtext(plan::nameOf(plan, kind, id)), id});
    }
    std::ranges::stable_sort(choices, [](const CalendarChoice& a, const CalendarChoice& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return choices;
}

QString dateText(plan::Date date, const QString& format) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(QDate(date.year, date.month, date.day), format);
}

QString shortName(const Occurrence& occurrence) {
    return qtext(occurrence.name);
}

} // namespace

Result<CalendarAnswer> calendarAnswerOf(const plan::PlanRef& plan, int year, plan::Date today,
                                        const Progress& progress) {
    auto calendar = analysis::findCalendar(*plan, year, today, progress);
    if (!calendar) {
        return tl::unexpected(calendar.error());
    }
    CalendarAnswer answer{plan, std::move(*calendar), {}, {}, {}, {}};
    std::vector<Id> services;
    std::vector<Id> organisations;
    std::vector<Id> themes;
    const auto add = [](std::vector<Id>& all, const std::vector<Id>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    for (const auto& one : answer.calendar.occurrences) {
        add(services, one.services);
        add(organisations, one.organisations);
        add(themes, one.themes);
    }
    answer.clusters = choicesOf(*plan, RecordKind::cluster, answer.calendar.clusters);
    answer.services = choicesOf(*plan, RecordKind::organisation, std::move(services));
    answer.organisations = choicesOf(*plan, RecordKind::organisation, std::move(organisations));
    answer.themes = choicesOf(*plan, RecordKind::theme, std::move(themes));
    return answer;
}

std::vector<std::size_t> occurrencesSeen(const CalendarAnswer& answer, const CalendarFilter& filter) {
    WordFilter words(*answer.plan, filter.words);
    std::vector<std::size_t> seen;
    const auto& all = answer.calendar.occurrences;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& one = all[i];
        if (has(one.clusters, filter.cluster) && has(one.services, filter.service) &&
            has(one.organisations, filter.organisation) && has(one.themes, filter.theme) &&
            words.letsThrough(one)) {
            seen.push_back(i);
        }
    }
    return seen;
}

std::vector<CalendarFinding> findingsSeen(const CalendarAnswer& answer, const CalendarFilter& filter,
                                          const std::vector<std::size_t>& seen) {
    using enum CalendarFinding::Kind;
    const auto& calendar = answer.calendar;
    std::vector<bool> isSeen(calendar.occurrences.size());
    for (const auto place : seen) {
        isSeen[place] = true;
    }
    // An empty month is a cluster's, so other filters say nothing of it.
    const bool others =
        !filter.words.isEmpty() || filter.service != 0 || filter.organisation != 0 || filter.theme != 0;
    std::vector<CalendarFinding> found;
    const auto add = [&](CalendarFinding::Kind kind, const auto& all, auto isWanted) {
        for (std::uint32_t place = 0; place < all.size(); ++place) {
            if (isWanted(all[place])) {
                found.push_back({kind, place});
            }
        }
    };
    add(clash, calendar.clashes, [&](const auto& one) { return isSeen[one.a] || isSeen[one.b]; });
    add(onBankHoliday, calendar.onBankHolidays, [&](const auto& one) { return isSeen[one.occurrence]; });
    add(sameWeek, calendar.sameWeek, [&](const auto& one) { return isSeen[one.a] || isSeen[one.b]; });
    add(emptyMonths, calendar.emptyMonths,
        [&](const auto& one) { return !others && (filter.cluster == 0 || filter.cluster == one.cluster); });
    return found;
}

QString kindText(const CalendarFinding& finding) {
    switch (finding.kind) {
    case CalendarFinding::Kind::clash:
        return tr("Clash");
    case CalendarFinding::Kind::onBankHoliday:
        return tr("Bank holiday");
    case CalendarFinding::Kind::sameWeek:
        return tr("Same week");
    case CalendarFinding::Kind::emptyMonths:
        return tr("Empty months");
    }
    return {};
}

QString detailText(const CalendarAnswer& answer, const CalendarFinding& finding) {
    const auto& plan = *answer.plan;
    const auto& calendar = answer.calendar;
    const auto mechanism = [&](Id id) { return qtext(plan::nameOf(plan, RecordKind::mechanism, id)); };
    switch (finding.kind) {
    case CalendarFinding::Kind::clash:
        return clashText(plan, calendar, calendar.clashes[finding.place]);
    case CalendarFinding::Kind::onBankHoliday: {
        const auto& on = calendar.onBankHolidays[finding.place];
        return tr("%1 falls on %2")
            .arg(shortName(calendar.occurrences[on.occurrence]), qtext(on.holiday.name));
    }
    case CalendarFinding::Kind::sameWeek: {
        const auto& week = calendar.sameWeek[finding.place];
        return tr("%1 and %2 overlap (score %3) and meet in one week")
            .arg(mechanism(week.mechanismA), mechanism(week.mechanismB))
            .arg(week.score, 0, 'f', 2);
    }
    case CalendarFinding::Kind::emptyMonths: {
        const auto& empty = calendar.emptyMonths[finding.place];
        const auto name = qtext(plan::nameOf(plan, RecordKind::cluster, empty.cluster));
        if (empty.months.size() == 12) {
            return tr("%1 has no meeting of its own in the year").arg(name);
        }
        QStringList months;
        for (const int month : empty.months) {
            months << monthName(month);
        }
        return tr("%1 has no meeting of its own in %2").arg(name, months.join(tr(", ")));
    }
    }
    return {};
}

std::optional<std::size_t> occurrenceOf(const CalendarAnswer& answer, const CalendarFinding& finding) {
    const auto& calendar = answer.calendar;
    switch (finding.kind) {
    case CalendarFinding::Kind::clash:
        return calendar.clashes[finding.place].a;
    case CalendarFinding::Kind::onBankHoliday:
        return calendar.onBankHolidays[finding.place].occurrence;
    case CalendarFinding::Kind::sameWeek:
        return calendar.sameWeek[finding.place].a;
    case CalendarFinding::Kind::emptyMonths:
        break;
    }
    return std::nullopt;
}

plan::Date dayOf(const CalendarAnswer& answer, const CalendarFinding& finding) {
    const auto& calendar = answer.calendar;
    if (const auto occurrence = occurrenceOf(answer, finding)) {
        return calendar.occurrences[*occurrence].date;
    }
    return {calendar.year, calendar.emptyMonths[finding.place].months.front(), 1};
}

QString dayText(plan::Date date) {
    return dateText(date, QStringLiteral("ddd d MMMM yyyy"));
}

QString dayInYearText(plan::Date date) {
    return dateText(date, QStringLiteral("ddd d MMM"));
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
    const auto asked = analysis::askedOfBoth(calendar, clash);
    QStringList why;
    if (clash.roles) {
        why << tr("asks %1 to both").arg(namesText(plan, RecordKind::role, asked.roles));
    }
    if (clash.venue) {
        why << tr("both at %1").arg(qtext(a.venue));
    }
    if (clash.organisations) {
        why << tr("%1 asked to both").arg(namesText(plan, RecordKind::organisation, asked.organisations));
    }
    if (clash.clusters) {
        why << (a.start && b.start ? tr("one evening in %1") : tr("one day in %1"))
                   .arg(namesText(plan, RecordKind::cluster, asked.clusters));
    }
    const auto times = clash.times == analysis::TimesMeet::overlap   ? tr("times overlap")
                       : clash.times == analysis::TimesMeet::unknown ? tr("same day, times not recorded")
                                                                     : tr("one after the other");
    return tr("%1 and %2: %3; %4").arg(shortName(a), shortName(b), why.join(tr("; ")), times);
}

} // namespace wardmote::ui
