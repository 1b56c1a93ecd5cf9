#include "core/analysis/test_evidence.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::RecordKind;

std::string counted(std::size_t number, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", number, number == 1 ? one : several);
}

void addClosed(std::vector<TestEvidence>& evidence, const Mechanism& mechanism, std::string_view what,
               const std::optional<int>& raised, const std::optional<int>& closed) {
    std::string text;
    if (raised && closed) {
        text = fmt::format("{} of {} {} closed", *closed, *raised, what);
    } else if (raised || closed) {
        text = fmt::format("{} {} {}", raised ? *raised : *closed, what, raised ? "raised" : "closed");
    } else {
        return;
    }
    evidence.push_back({std::move(text), {{RecordKind::mechanism, mechanism.id}}, false});
}

TestEvidence missing(std::string text) {
    return {std::move(text), {}, true};
}

} // namespace

TestEvidenceFinder::TestEvidenceFinder(const plan::Plan& plan, plan::Date today,
                                       const Duplication& duplication)
    : plan_(plan), today_(today), duplication_(duplication), costs_(plan, today) {
    for (const auto& pair : duplication.pairs) {
        if (pair.overlaps()) {
            pairs_[pair.a].push_back(&pair);
            pairs_[pair.b].push_back(&pair);
        }
    }
    for (const auto& issue : plan.all<plan::LocalIssue>()) {
        std::set<plan::Id> mechanisms;
        for (const auto& link : issue.raisedIn) {
            mechanisms.insert(link.mechanism.id);
        }
        for (const auto& link : issue.raisedAt) {
            if (const auto* meeting = plan.find(link.meeting)) {
                for (const auto& served : meeting->mechanisms) {
                    mechanisms.insert(served.mechanism.id);
                }
            }
        }
        for (const auto id : mechanisms) {
            issues_[id].push_back(&issue);
        }
    }
}

std::vector<TestEvidence> TestEvidenceFinder::localSolutions(const Mechanism& mechanism) const {
    std::vector<TestEvidence> evidence;
    addClosed(evidence, mechanism, "decisions", mechanism.decisionsRaised, mechanism.decisionsClosed);
    addClosed(evidence, mechanism, "actions", mechanism.actionsRaised, mechanism.actionsClosed);
    if (const auto at = issues_.find(mechanism.id); at != issues_.end()) {
        const auto answered = std::ranges::count_if(
            at->second, [](const auto* issue) { return issue->answeredOn.has_value(); });
        TestEvidence raised{fmt::format("{} raised here, {} answered",
                                        counted(at->second.size(), "local issue", "local issues"), answered),
                            {},
                            false};
        for (const auto* issue : at->second) {
            raised.records.push_back({RecordKind::localIssue, issue->id});
        }
        evidence.push_back(std::move(raised));
    }
    if (mechanism.grantsAwarded) {
        evidence.push_back(
            {fmt::format("Awards {} of grants a year", plan::inPounds(*mechanism.grantsAwarded)),
             {{RecordKind::mechanism, mechanism.id}},
             false});
    }
    if (evidence.empty()) {
        evidence.push_back(missing("Decisions, actions and local issues are not recorded"));
    }
    return evidence;
}

std::vector<TestEvidence> TestEvidenceFinder::noDuplication(const Mechanism& mechanism) const {
    std::vector<TestEvidence> evidence;
    std::size_t others = 0;
    if (const auto at = pairs_.find(mechanism.id); at != pairs_.end()) {
        for (const auto* pair : at->second) {
            const auto other = pair->a == mechanism.id ? pair->b : pair->a;
            if (!pair->isDuplication()) {
                ++others;
                continue;
            }
            evidence.push_back(
                {fmt::format("{} {}{}",
                             pair->kind == PairClass::recordedTwice ? "Perhaps recorded twice, with"
                                                                    : "Possible duplicate of",
                             plan::nameOf(plan_, RecordKind::mechanism, other),
                             pair->score ? fmt::format(" ({:.2f})", *pair->score) : ""),
                 {{RecordKind::mechanism, other}},
                 false});
        }
    }
    if (others > 0) {
        evidence.push_back(
            {fmt::format("Overlaps {}", counted(others, "other mechanism", "other mechanisms")),
             {{RecordKind::mechanism, mechanism.id}},
             false});
    }
    const auto gap = std::ranges::find(duplication_.gaps, mechanism.id, &Gap::mechanism);
    if (gap != duplication_.gaps.end()) {
        std::string fields;
        for (const auto* field : gap->missing) {
            fields += (fields.empty() ? "" : ", ") + std::string(field->label);
        }
        evidence.push_back(missing(fmt::format("{} can’t be compared yet; not recorded: {}",
                                               counted(gap->pairs, "pair", "pairs"), fields)));
    }
    if (evidence.empty()) {
        evidence.push_back({"No other mechanism is found to overlap it", {}, false});
    }
    return evidence;
}

std::vector<TestEvidence> TestEvidenceFinder::engagesPeople(const Mechanism& mechanism) const {
    std::vector<TestEvidence> evidence;
    int people = 0;
    TestEvidence meetings;
    for (const auto* meeting : costs_.meetingsOf(mechanism.id)) {
        const int day = meeting->date->daysSinceEpoch();
        const int now = today_.daysSinceEpoch();
        if (day <= now && day > now - 365 && meeting->attendancePublic) {
            people += *meeting->attendancePublic;
            meetings.records.push_back({RecordKind::meeting, meeting->id});
        }
    }
    if (!meetings.records.empty()) {
        meetings.text = fmt::format("{} of the public counted at {} in twelve months", people,
                                    counted(meetings.records.size(), "meeting", "meetings"));
        evidence.push_back(std::move(meetings));
    } else if (mechanism.attendancePublic) {
        evidence.push_back(
            {fmt::format("Usually {} of the public", plan::inDigits(*mechanism.attendancePublic, 0)),
             {{RecordKind::mechanism, mechanism.id}},
             false});
    } else {
        evidence.push_back(missing("How many of the public come is not recorded"));
    }
    if (mechanism.attendanceOfficers && mechanism.attendancePublic &&
        *mechanism.attendanceOfficers > *mechanism.attendancePublic) {
        evidence.push_back({fmt::format("Officers outnumber them: usually {}",
                                        plan::inDigits(*mechanism.attendanceOfficers, 0)),
                            {{RecordKind::mechanism, mechanism.id}},
                            false});
    }
    if (mechanism.audiences.empty()) {
        evidence.push_back(missing("No audience is named"));
    } else {
        evidence.push_back(
            {"Engages " + plan::inWords(plan_, plan::fieldFor<&Mechanism::audiences>(), &mechanism),
             {{RecordKind::mechanism, mechanism.id}},
             false});
    }
    if (mechanism.participation) {
        evidence.push_back({"Level of participation: " + plan::labelOf(*mechanism.participation),
                            {{RecordKind::mechanism, mechanism.id}},
                            false});
    }
    return evidence;
}

} // namespace wardmote::analysis
