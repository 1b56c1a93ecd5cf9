#include "core/analysis/meeting_load.h"

#include "core/analysis/attendance.h"
#include "core/analysis/calendar.h"
#include "core/analysis/calendar_dates.h"
#include "core/analysis/cost.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

void add(std::optional<double>& sum, double amount) {
    sum = sum.value_or(0) + amount;
}

void add(Hours& hours, double amount, Id mechanism) {
    add(hours.value, amount);
    hours.records.push_back({RecordKind::mechanism, mechanism});
}

void settle(std::vector<Id>& ids) {
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
}

void settle(Hours& hours) {
    std::ranges::sort(hours.records);
    const auto repeats = std::ranges::unique(hours.records);
    hours.records.erase(repeats.begin(), repeats.end());
}

bool isVoluntary(const plan::Organisation& organisation) {
    return organisation.kind == plan::OrganisationKind::vcs ||
           organisation.kind == plan::OrganisationKind::vcsInfrastructure ||
           organisation.kind == plan::OrganisationKind::faith;
}

class Counter {
public:
    Counter(const plan::Plan& plan, int year, plan::Date today)
        : plan_(plan), today_(today), costs_(plan, today), attendance_(plan) {
        load_.year = year;
        load_.weekLimit = plan.settings().meetingsAWeekLimit;
        load_.monthLimit = plan.settings().meetingsAMonthLimit;
    }

    MeetingLoad run(const Progress& progress) {
        for (const auto& mechanism : plan_.all<plan::Mechanism>()) {
            const auto status = mechanism.status.value_or(plan::MechanismStatus::active);
            if (status == plan::MechanismStatus::active && !(mechanism.ended && mechanism.ended < today_)) {
                count(mechanism);
            }
        }
        const auto calendar = meetingsOf(plan_, load_.year);
        load_.undated = calendar.undated.size();
        countDates(calendar);
        noteClashes(countClashes(calendar, progress));
        finish();
        return std::move(load_);
    }

private:
    struct Days {
        std::map<plan::Date, int> weeks; ///< by Monday
    };

    BodyLoad& of(RecordKind kind, Id id) {
        auto& load = bodies_[{kind, id}];
        load.kind = kind;
        load.body = id;
        return load;
    }

    /// Who an attendance row is: the plan's council by service, nobody for general names.
    Id bodyOfRow(const plan::Mechanism& mechanism, const plan::Attendance& row) const {
        plan::Mechanism one;
        one.service = mechanism.service;
        one.attending.push_back(row);
        const auto counted = attendance_.counted(one).counted;
        return counted.empty() ? 0 : counted.front();
    }

    static Id runnerOf(const plan::Mechanism& mechanism) {
        return mechanism.service ? mechanism.service.id : mechanism.leadOrganisation.id;
    }

    void count(const plan::Mechanism& mechanism) {
        const auto runner = runnerOf(mechanism);
        running_.insert({runner, mechanism.leadOrganisation.id});
        const auto meetings = costs_.meetingsAYear(mechanism.id).value;
        const auto share = costs_.of(mechanism.id).share;
        for (const auto& row : mechanism.attending) {
            if (const auto body = bodyOfRow(mechanism, row)) {
                countRow(mechanism, row, body, meetings, share);
            }
        }
        for (const auto& link : mechanism.rolesAttending) {
            if (plan_.find(link.role)) {
                countRole(mechanism, link.role.id, meetings, share);
            }
        }
    }

    /// One person's hours at one meeting; nothing where none are recorded. `atLeast`: some part is open.
    std::optional<double> hoursEach(const plan::Mechanism& mechanism, bool papersOnly, Hours& into) const {
        const auto& settings = plan_.settings();
        const auto orElse = [&](const std::optional<double>& own, const std::optional<double>& assumed) {
            into.assumed = into.assumed || (!own && assumed);
            return own ? own : assumed;
        };
        const auto reading = orElse(mechanism.readingHours, settings.assumedReadingHours);
        std::optional<double> travel = 0.0;
        std::optional<double> length = 0.0;
        if (!papersOnly) {
            travel = orElse(mechanism.travelHours, settings.assumedTravelHours);
            length = mechanism.lengthHours;
        }
        into.atLeast = into.atLeast || !reading || !travel || !length;
        const double sum = reading.value_or(0) + travel.value_or(0) + length.value_or(0);
        return sum > 0 ? std::optional(sum) : std::nullopt;
    }

    void countRow(const plan::Mechanism& mechanism, const plan::Attendance& row, Id body,
                  std::optional<double> meetings, double share) {
        auto& load = of(RecordKind::organisation, body);
        auto& ask = asks_[{runnerOf(mechanism), body}];
        ask.mechanisms.push_back(mechanism.id);
        const bool first = load.mechanisms.empty() || load.mechanisms.back() != mechanism.id;
        if (first) {
            load.mechanisms.push_back(mechanism.id);
            noteService(load, runnerOf(mechanism));
            countHow(load, row.how);
            countMeetings(load, ask, row.how, meetings, share);
        }
        if (!meetings) {
            return;
        }
        if (!row.people || !row.paid) {
            load.paid.atLeast = load.unpaid.atLeast = ask.hours.atLeast = true;
            return;
        }
        auto& line = *row.paid ? load.paid : load.unpaid;
        if (const auto each = hoursEach(mechanism, row.how == plan::AttendsHow::papersOnly, line)) {
            const double hours = *each * *row.people * *meetings * share;
            add(line, hours, mechanism.id);
            add(ask.hours, hours, mechanism.id);
            ask.hours.atLeast = ask.hours.atLeast || line.atLeast;
        }
    }

    static void countHow(BodyLoad& load, std::optional<plan::AttendsHow> how) {
        ++(!how                                ? load.howNotRecorded
           : *how == plan::AttendsHow::always  ? load.always
           : *how == plan::AttendsHow::byTopic ? load.byTopicMechanisms
                                               : load.papersOnly);
    }

    static void countMeetings(BodyLoad& load, Ask& ask, std::optional<plan::AttendsHow> how,
                              std::optional<double> meetings, double share) {
        if (how == plan::AttendsHow::papersOnly) {
            return;
        }
        if (!meetings) {
            ++load.meetingsUnknown;
        } else if (how == plan::AttendsHow::byTopic) {
            load.byTopic += *meetings * share;
        } else {
            add(load.meetings, *meetings * share);
            add(ask.meetings, *meetings * share);
        }
    }

    static void noteService(BodyLoad& load, Id service) {
        if (service != 0 && service != load.body) {
            load.services.push_back(service);
        }
    }

    void countRole(const plan::Mechanism& mechanism, Id role, std::optional<double> meetings, double share) {
        auto& load = of(RecordKind::role, role);
        load.mechanisms.push_back(mechanism.id);
        noteService(load, runnerOf(mechanism));
        ++load.howNotRecorded;
        if (!meetings) {
            ++load.meetingsUnknown;
            return;
        }
        add(load.meetings, *meetings * share);
        if (const auto each = hoursEach(mechanism, false, load.paid)) {
            add(load.paid, *each * *meetings * share, mechanism.id);
        }
    }

    void countDates(const Calendar& calendar) {
        for (const auto& occurrence : calendar.occurrences) {
            if (occurrence.cancelled) {
                continue;
            }
            const auto monday = mondayOf(occurrence.date);
            const auto note = [&](RecordKind kind, Id id) {
                const auto at = bodies_.find({kind, id});
                if (at != bodies_.end()) {
                    ++at->second.months[static_cast<std::size_t>(occurrence.date.month - 1)];
                    ++at->second.dated;
                    ++weeks_[{kind, id}].weeks[monday];
                }
            };
            for (const auto id : occurrence.organisations) {
                note(RecordKind::organisation, id);
            }
            for (const auto id : occurrence.roles) {
                note(RecordKind::role, id);
            }
        }
    }

    void noteClashes(const ClashCounts& counts) {
        for (auto& [key, load] : bodies_) {
            const auto& all = key.first == RecordKind::role ? counts.roles : counts.organisations;
            const auto at = all.find(key.second);
            load.clashes = at == all.end() ? 0 : at->second;
        }
    }

    void finishBody(BodyLoad& load) {
        settle(load.services);
        settle(load.mechanisms);
        settle(load.paid);
        settle(load.unpaid);
        for (const auto& [monday, number] : weeks_[{load.kind, load.body}].weeks) {
            if (load_.weekLimit && number > *load_.weekLimit) {
                load.weeksOver.push_back(monday);
            }
        }
        for (int month = 1; month <= 12; ++month) {
            if (load_.monthLimit && load.months[static_cast<std::size_t>(month - 1)] > *load_.monthLimit) {
                load.monthsOver.push_back(month);
            }
        }
    }

    void addVoluntary(const BodyLoad& load) {
        const auto* organisation = plan_.find<plan::Organisation>(load.body);
        if (load.kind != RecordKind::organisation || !organisation || !isVoluntary(*organisation)) {
            return;
        }
        const auto take = [](Hours& total, const Hours& part) {
            if (part.value) {
                add(total.value, *part.value);
                total.records.insert(total.records.end(), part.records.begin(), part.records.end());
            }
            total.atLeast = total.atLeast || part.atLeast;
            total.assumed = total.assumed || part.assumed;
        };
        take(load_.voluntaryPaid, load.paid);
        take(load_.voluntaryUnpaid, load.unpaid);
    }

    /// Most meetings first; names decide between few, so they are made only then.
    void sortBodies(std::vector<BodyLoad>& bodies) const {
        std::ranges::sort(bodies, [&](const BodyLoad& a, const BodyLoad& b) {
            const auto most = [](const BodyLoad& load) {
                return std::pair(-load.meetings.value_or(-1), -load.byTopic);
            };
            if (most(a) != most(b)) {
                return most(a) < most(b);
            }
            return std::pair(plan::nameOf(plan_, a.kind, a.body), a.body) <
                   std::pair(plan::nameOf(plan_, b.kind, b.body), b.body);
        });
    }

    void finish() {
        std::set<Id> invited;
        for (auto& [key, load] : bodies_) {
            finishBody(load);
            addVoluntary(load);
            if (load.kind == RecordKind::organisation) {
                invited.insert(load.body);
            }
            (load.kind == RecordKind::role ? load_.roles : load_.organisations).push_back(std::move(load));
        }
        settle(load_.voluntaryPaid);
        settle(load_.voluntaryUnpaid);
        sortBodies(load_.organisations);
        sortBodies(load_.roles);
        for (auto& [key, ask] : asks_) {
            std::tie(ask.service, ask.organisation) = key;
            if (ask.service == ask.organisation) {
                continue; // its own meetings it asks of nobody else
            }
            settle(ask.mechanisms);
            settle(ask.hours);
            load_.asks.push_back(std::move(ask));
        }
        std::ranges::stable_sort(load_.asks, {}, [](const Ask& ask) { return -ask.meetings.value_or(-1); });
        for (const auto& organisation : plan_.all<plan::Organisation>()) {
            const bool gone = organisation.status == plan::OrganisationStatus::closed;
            if (!gone && !invited.contains(organisation.id) && !running_.contains(organisation.id) &&
                organisation.id != plan_.settings().ownCouncil.id &&
                organisation.kind != plan::OrganisationKind::service) {
                load_.invitedNowhere.push_back(organisation.id);
            }
        }
        std::ranges::sort(load_.invitedNowhere, {},
                          [&](Id id) { return std::pair(plan_.find<plan::Organisation>(id)->name, id); });
    }

    const plan::Plan& plan_;
    plan::Date today_;
    CostModel costs_;
    AttendanceRules attendance_;
    MeetingLoad load_;
    std::map<std::pair<RecordKind, Id>, BodyLoad> bodies_;
    std::map<std::pair<RecordKind, Id>, Days> weeks_;
    std::map<std::pair<Id, Id>, Ask> asks_;
    std::set<Id> running_;
};

} // namespace

std::optional<double> MeetingLoad::unpaidShare() const {
    const double all = voluntaryPaid.value.value_or(0) + voluntaryUnpaid.value.value_or(0);
    return all > 0 ? std::optional(voluntaryUnpaid.value.value_or(0) / all) : std::nullopt;
}

Result<MeetingLoad> findMeetingLoad(const plan::Plan& plan, int year, plan::Date today,
                                    const Progress& progress) {
    if (progress.stopped()) {
        return failure("Stopped");
    }
    auto load = Counter(plan, year, today).run(progress);
    if (progress.stopped()) {
        return failure("Stopped");
    }
    progress.at(1);
    return load;
}

} // namespace wardmote::analysis
