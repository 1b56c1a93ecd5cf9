#include "core/analysis/checks_collector.h"
#include "core/geography/schematic.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

std::string hectares(double squareMetres) {
    const double value = squareMetres / 10'000;
    return value < 9.95 ? fmt::format("{:.1f} ha", value)
                        : fmt::format("{} ha", plan::withThousands(std::llround(value)));
}

std::vector<std::string> names(const Checking& checking, const std::vector<Id>& areas) {
    std::vector<std::string> result;
    for (const auto id : areas) {
        result.push_back(checking.areaName(id));
    }
    return result;
}

void gaps(Checking& checking) {
    for (const auto& gap : checking.options.cover->gaps) {
        checking.add("gap-between-areas",
                     fmt::format("{} {} {} belong to no area.", hectares(gap.squareMetres),
                                 gap.around.size() == 1 ? "inside" : "between",
                                 listed(names(checking, gap.around))),
                     linksTo(RecordKind::area, gap.around));
    }
}

/// The area that overlaps most others; of several the first.
Id busiest(const std::map<Id, std::map<Id, double>>& overlaps) {
    const auto most = std::ranges::max_element(
        overlaps, {}, [](const auto& each) { return std::pair(each.second.size(), -each.first); });
    return most->first;
}

/// A town that lies on its wards is one thing to mend, not as many as it has wards: the area that overlaps
/// most others is told with all of them, then what is left in the same way.
void overlaps(Checking& checking) {
    std::map<Id, std::map<Id, double>> left;
    for (const auto& overlap : checking.options.cover->overlaps) {
        left[overlap.a][overlap.b] = overlap.squareMetres;
        left[overlap.b][overlap.a] = overlap.squareMetres;
    }
    while (!left.empty()) {
        const auto area = busiest(left);
        std::vector<Id> others;
        double squareMetres = 0;
        for (const auto& [other, common] : left.at(area)) {
            others.push_back(other);
            squareMetres += common;
            left.at(other).erase(area);
            if (left.at(other).empty()) {
                left.erase(other);
            }
        }
        left.erase(area);
        auto records = linksTo(RecordKind::area, others);
        records.insert(records.begin(), linkTo(RecordKind::area, area));
        checking.add("areas-overlap",
                     others.size() == 1
                         ? fmt::format("{} and {} both cover the same {}.", checking.areaName(area),
                                       checking.areaName(others.front()), hectares(squareMetres))
                         : fmt::format("{} lies on {} other areas, by {} in all: {}.",
                                       checking.areaName(area), others.size(), hectares(squareMetres),
                                       listed(names(checking, others))),
                     std::move(records));
    }
    if (!checking.options.cover->complete) {
        checking.add("areas-overlap", "More areas lie on top of one another than could be listed.", {});
    }
}

} // namespace

Result<geography::Cover> coverOf(const plan::Plan& plan, const Progress& progress) {
    return geography::coverOf(geography::placesOf(plan), {}, progress);
}

void checkCover(Checking& checking) {
    if (checking.options.cover) {
        gaps(checking);
        overlaps(checking);
    }
}

} // namespace wardmote::analysis
