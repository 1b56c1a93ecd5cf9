#include "core/analysis/area_values.h"

#include "core/geography/measures.h"

#include <algorithm>
#include <map>

namespace wardmote::analysis {
namespace {

std::map<plan::Id, int> mechanismsByArea(const plan::Plan& plan) {
    std::map<plan::Id, int> counts;
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        if (mechanism.status && mechanism.status != plan::MechanismStatus::active) {
            continue;
        }
        std::vector<plan::Id> areas;
        for (const auto& held : mechanism.areas) {
            areas.push_back(held.area.id);
        }
        std::ranges::sort(areas);
        areas.erase(std::ranges::unique(areas).begin(), areas.end());
        for (const auto area : areas) {
            ++counts[area];
        }
    }
    return counts;
}

std::optional<double> densityOf(const plan::Area& area) {
    const auto hectares = area.landAreaHectares ? area.landAreaHectares
                          : area.boundary       ? std::optional(geography::areaOf(*area.boundary) / 10'000)
                                                : std::nullopt;
    return area.residents && hectares.value_or(0) > 0 ? std::optional(*area.residents / *hectares)
                                                      : std::nullopt;
}

} // namespace

std::vector<std::optional<double>> areaValues(const plan::Plan& plan, AreaValue value) {
    const auto counts = value == AreaValue::mechanisms ? mechanismsByArea(plan) : std::map<plan::Id, int>{};
    std::vector<std::optional<double>> values;
    for (const auto& area : plan.all<plan::Area>()) {
        switch (value) {
        case AreaValue::residents:
            values.push_back(area.residents ? std::optional<double>(*area.residents) : std::nullopt);
            break;
        case AreaValue::density:
            values.push_back(densityOf(area));
            break;
        case AreaValue::deprivation:
            values.push_back(area.deprivationScore);
            break;
        case AreaValue::mechanisms: {
            const auto found = counts.find(area.id);
            values.push_back(found == counts.end() ? 0 : found->second);
            break;
        }
        }
    }
    return values;
}

std::vector<ValueClass> valueClasses(std::span<const std::optional<double>> values, std::size_t most) {
    std::vector<double> known;
    for (const auto& value : values) {
        if (value) {
            known.push_back(*value);
        }
    }
    std::ranges::sort(known);
    std::vector<ValueClass> classes;
    std::size_t begin = 0;
    while (begin < known.size() && classes.size() < most) {
        const auto left = most - classes.size();
        auto end = begin + std::max<std::size_t>(1, (known.size() - begin) / left);
        while (end < known.size() && (left == 1 || known[end] == known[end - 1])) {
            ++end;
        }
        classes.push_back({known[begin], known[end - 1]});
        begin = end;
    }
    return classes;
}

std::size_t classOf(std::span<const ValueClass> classes, double value) {
    const auto found =
        std::ranges::find_if(classes, [&](const ValueClass& each) { return value <= each.to; });
    return static_cast<std::size_t>(found - classes.begin());
}

} // namespace wardmote::analysis
