#include "core/analysis/acceptances.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace wardmote::analysis {
namespace {

/// Rules about the records of the plan rather than about one way of drawing its clusters.
bool concerns(const plan::Acceptance& acceptance, plan::Id arrangement) {
    return !acceptance.arrangement || acceptance.arrangement.id == arrangement;
}

std::string inWords(std::vector<std::pair<std::string, plan::Id>> records) {
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    std::string text;
    for (const auto& [kind, id] : records) {
        text += fmt::format("{}{}:{}", text.empty() ? "" : ",", kind, id);
    }
    return text;
}

} // namespace

std::string subjectOf(const Breach& breach) {
    std::vector<std::pair<std::string, plan::Id>> records;
    for (const auto& link : breach.records) {
        records.emplace_back(plan::recordInfo(link.kind).table, link.id);
    }
    return inWords(std::move(records));
}

std::string subjectWith(const std::string& subject, const std::map<plan::Id, plan::Id>& clusters) {
    std::vector<std::pair<std::string, plan::Id>> records;
    std::size_t from = 0;
    while (from < subject.size()) {
        const auto end = std::min(subject.find(',', from), subject.size());
        const auto colon = subject.find(':', from);
        if (colon < end) {
            plan::Id id = 0;
            std::from_chars(subject.data() + colon + 1, subject.data() + end, id);
            const auto kind = subject.substr(from, colon - from);
            const auto twin = clusters.find(id);
            records.emplace_back(kind, kind == "cluster" && twin != clusters.end() ? twin->second : id);
        }
        from = end + 1;
    }
    return inWords(std::move(records));
}

const plan::Acceptance* acceptanceOf(const plan::Plan& plan, const Breach& breach, plan::Id arrangement) {
    const auto subject = subjectOf(breach);
    for (const auto& acceptance : plan.all<plan::Acceptance>()) {
        if (acceptance.rule == breach.rule->id && acceptance.subject == subject &&
            concerns(acceptance, arrangement)) {
            return &acceptance;
        }
    }
    return nullptr;
}

plan::Acceptance acceptanceFor(const Breach& breach, plan::Id arrangement, const AcceptanceReason& reason,
                               plan::Id id) {
    plan::Acceptance acceptance;
    acceptance.id = id;
    acceptance.name = breach.message;
    acceptance.rule = breach.rule->id;
    acceptance.subject = subjectOf(breach);
    acceptance.arrangement = {breach.rule->ofArrangement ? arrangement : 0};
    acceptance.reason = reason.reason;
    acceptance.acceptedBy = reason.by;
    acceptance.acceptedOn = reason.on;
    return acceptance;
}

std::vector<JudgedBreach> judgedChecks(const plan::Plan& plan, const Neighbours* neighbours,
                                       const CheckOptions& options) {
    const auto arrangement = options.arrangement != 0 ? options.arrangement : arrangementShown(plan);
    std::vector<JudgedBreach> judged;
    for (auto& breach : checks(plan, neighbours, options)) {
        const auto* accepted = acceptanceOf(plan, breach, arrangement);
        judged.push_back({std::move(breach), accepted});
    }
    std::ranges::stable_partition(judged, [](const JudgedBreach& each) { return !each.accepted; });
    return judged;
}

std::map<plan::Id, std::vector<std::string>> openByCluster(const std::vector<JudgedBreach>& judged) {
    std::map<plan::Id, std::vector<std::string>> open;
    for (const auto& [breach, accepted] : judged) {
        if (accepted || breach.rule->severity == Severity::note) {
            continue;
        }
        for (const auto& [kind, id] : breach.records) {
            if (kind == plan::RecordKind::cluster) {
                open[id].push_back(breach.message);
            }
        }
    }
    return open;
}

std::vector<plan::Id> idleAcceptances(const plan::Plan& plan, const std::vector<JudgedBreach>& judged,
                                      plan::Id arrangement) {
    std::set<plan::Id> needed;
    for (const auto& each : judged) {
        if (each.accepted) {
            needed.insert(each.accepted->id);
        }
    }
    std::vector<plan::Id> idle;
    for (const auto& acceptance : plan.all<plan::Acceptance>()) {
        if (concerns(acceptance, arrangement) && !needed.contains(acceptance.id)) {
            idle.push_back(acceptance.id);
        }
    }
    return idle;
}

} // namespace wardmote::analysis
