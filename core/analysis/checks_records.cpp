#include "core/analysis/checks_collector.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

std::string compactCode(const std::string& text) {
    std::string code;
    for (const char c : text) {
        if (c != ' ') {
            code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        }
    }
    return code;
}

/// The year in a vintage ("May 2025"), for two that mean one year are one; without a year its words.
std::string yearOf(const std::string& vintage) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at + 4 <= vintage.size(); ++at) {
        const bool alone =
            (at == 0 || !isDigit(vintage[at - 1])) && (at + 4 == vintage.size() || !isDigit(vintage[at + 4]));
        if (alone && std::all_of(vintage.begin() + std::ptrdiff_t(at),
                                 vintage.begin() + std::ptrdiff_t(at + 4), isDigit)) {
            return vintage.substr(at, 4);
        }
    }
    return vintage;
}

std::vector<std::string> namesOf(const Checking& checking, const std::vector<Id>& areas) {
    std::vector<std::string> names;
    for (const auto id : areas) {
        names.push_back(checking.areaName(id));
    }
    return names;
}

struct Vintages {
    std::set<std::string> years;
    std::vector<Id> areas;
};
using VintagesByPrefix = std::map<std::string, Vintages>; ///< by what codes begin with: E04, E05

void codes(Checking& checking) {
    std::map<std::string, std::vector<Id>> byCode;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        if (const auto code = compactCode(area.code); !code.empty()) {
            byCode[code].push_back(area.id);
        }
    }
    for (const auto& [code, areas] : byCode) {
        if (areas.size() > 1) {
            checking.add("duplicate-code",
                         fmt::format("{} is the code of {}.", code, listed(namesOf(checking, areas))),
                         linksTo(RecordKind::area, areas));
        }
    }
}

/// A set whose codes are of none of the years that the areas' codes are of: the wards of another year are
/// other wards, though many have the same names.
void footprintVintages(Checking& checking, const VintagesByPrefix& vintages) {
    std::set<std::string> all;
    for (const auto& [prefix, found] : vintages) {
        all.insert(found.years.begin(), found.years.end());
    }
    for (const auto& set : checking.plan.all<plan::FootprintSet>()) {
        const auto year = yearOf(set.codeVintage);
        if (!set.codeVintage.empty() && !all.empty() && !all.contains(year)) {
            checking.add("mixed-vintages",
                         fmt::format("The codes of {} are of {}, those of the plan's areas of {}.", set.name,
                                     year, listed({all.begin(), all.end()})),
                         {linkTo(RecordKind::footprintSet, set.id)});
        }
    }
}

void codeVintages(Checking& checking) {
    VintagesByPrefix vintages;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        const auto code = compactCode(area.code);
        if (!code.empty() && !area.codeVintage.empty()) {
            auto& of = vintages[code.substr(0, 3)];
            of.years.insert(yearOf(area.codeVintage));
            of.areas.push_back(area.id);
        }
    }
    for (const auto& [prefix, found] : vintages) {
        if (found.years.size() > 1) {
            checking.add("mixed-vintages",
                         fmt::format("Codes that begin with {} are of {}.", prefix,
                                     listed({found.years.begin(), found.years.end()})),
                         linksTo(RecordKind::area, found.areas));
        }
    }
    footprintVintages(checking, vintages);
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

void attribution(Checking& checking) {
    const auto& plan = checking.plan;
    const bool drawn = std::ranges::any_of(
        plan.all<plan::Area>(), [](const plan::Area& area) { return static_cast<bool>(area.boundary); });
    if (drawn && plan.settings().attributions.empty()) {
        checking.add(
            "map-without-attribution",
            "The plan has boundaries but no attribution line for its maps. Ordnance Survey data, for "
            "example, asks for \"Contains OS data © Crown copyright and database right\" with the year.",
            {linkTo(RecordKind::settings, 1)});
    }
}

} // namespace

void checkRecords(Checking& checking) {
    codes(checking);
    codeVintages(checking);
    missingFacts(checking);
    attribution(checking);
}

} // namespace wardmote::analysis
