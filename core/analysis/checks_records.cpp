#include "core/analysis/checks_collector.h"

#include <fmt/format.h>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

void codes(Checking& checking) {
    std::map<std::string, std::vector<Id>> byCode;
    std::map<std::string, std::set<std::string>> vintages; // by what the code begins with: E04, E05
    std::map<std::string, std::vector<Id>> coded;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        std::string code;
        for (const char c : area.code) {
            if (c != ' ') {
                code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
            }
        }
        if (code.empty()) {
            continue;
        }
        byCode[code].push_back(area.id);
        if (!area.codeVintage.empty()) {
            vintages[code.substr(0, 3)].insert(area.codeVintage);
            coded[code.substr(0, 3)].push_back(area.id);
        }
    }
    for (const auto& [code, areas] : byCode) {
        if (areas.size() > 1) {
            std::vector<std::string> names;
            for (const auto id : areas) {
                names.push_back(checking.areaName(id));
            }
            checking.add("duplicate-code", fmt::format("{} is the code of {}.", code, listed(names)),
                         linksTo(RecordKind::area, areas));
        }
    }
    for (const auto& [prefix, years] : vintages) {
        if (years.size() > 1) {
            checking.add("mixed-vintages",
                         fmt::format("Codes that begin with {} are of {}.", prefix,
                                     listed({years.begin(), years.end()})),
                         linksTo(RecordKind::area, coded.at(prefix)));
        }
    }
}

/// What a review would do to a mechanism, if it would stop it: "end" or "merge away".
std::string_view stops(const plan::Review& review, Id mechanism) {
    if (review.status == plan::ReviewStatus::rejected) {
        return {};
    }
    if (review.decision == plan::WhatToDo::end) {
        return "end";
    }
    const bool merged = review.decision == plan::WhatToDo::mergeInto && review.mergeInto.id != mechanism;
    return merged ? "merge away" : std::string_view{};
}

void reviews(Checking& checking) {
    for (const auto& review : checking.plan.all<plan::Review>()) {
        for (const auto& link : review.mechanisms) {
            const auto* mechanism = checking.plan.find(link.mechanism);
            if (!mechanism || !mechanism->statutory.value_or(false)) {
                continue;
            }
            const auto how = stops(review, mechanism->id);
            if (!how.empty()) {
                checking.add(
                    "statutory-to-end",
                    fmt::format("{} is required by law{}, but the review \"{}\" would {} it.",
                                mechanism->name, mechanism->law.empty() ? "" : " (" + mechanism->law + ")",
                                review.name, how),
                    {linkTo(RecordKind::mechanism, mechanism->id), linkTo(RecordKind::review, review.id)});
            }
        }
    }
    for (const auto& mechanism : checking.plan.all<plan::Mechanism>()) {
        const bool over = mechanism.status == plan::MechanismStatus::ended;
        if (!over && mechanism.nextReview && *mechanism.nextReview < checking.options.today) {
            checking.add(
                "review-overdue",
                fmt::format("{} was to be reviewed by {}.", mechanism.name, mechanism.nextReview->words()),
                {linkTo(RecordKind::mechanism, mechanism.id)});
        }
    }
}

void missingFacts(Checking& checking) {
    for (const auto& mechanism : checking.plan.all<plan::Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        std::vector<std::string> missing;
        const auto need = [&](bool recorded, const char* what) {
            if (!recorded) {
                missing.emplace_back(what);
            }
        };
        need(!mechanism.areas.empty() || mechanism.wholePlan.value_or(false), "areas covered");
        need(!mechanism.themes.empty(), "themes");
        need(!mechanism.attending.empty(), "organisations attending");
        need(!mechanism.pattern.rule.empty() || mechanism.meetingsAYear.has_value(), "how often it meets");
        if (!missing.empty()) {
            checking.add("mechanism-facts-missing",
                         fmt::format("{}: {} not recorded.", mechanism.name, listed(missing)),
                         {linkTo(RecordKind::mechanism, mechanism.id)});
        }
    }
    for (const auto& area : checking.plan.all<plan::Area>()) {
        const bool placed = area.boundary || (area.easting && area.northing);
        if (!area.residents || !placed) {
            checking.add("area-facts-missing",
                         fmt::format("{}: {} not recorded.", area.name,
                                     !area.residents && !placed ? "residents and place are"
                                     : !area.residents          ? "residents are"
                                                                : "its place is"),
                         {linkTo(RecordKind::area, area.id)});
        }
    }
}

} // namespace

void checkRecords(Checking& checking) {
    codes(checking);
    reviews(checking);
    missingFacts(checking);
}

} // namespace wardmote::analysis
