#pragma once
#include "core/plan/plan.h"

#include <optional>
#include <span>
#include <vector>

namespace wardmote::analysis {

/// What an area can be coloured by.
enum class AreaValue {
    residents,
    density,     ///< residents a hectare, of the land area recorded, else of the boundary's
    deprivation, ///< score
    mechanisms   ///< that name the area and are active or of no recorded status; those for the whole plan do
                 ///< not
};

/// The value of each area, in order of Plan::all<Area>(); nothing where it is not recorded.
std::vector<std::optional<double>> areaValues(const plan::Plan& plan, AreaValue value);

/// From the least to the greatest value in it, both of which occur.
struct ValueClass {
    double from = 0;
    double to = 0;
    bool operator==(const ValueClass&) const = default;
};

/// At most so many classes of about as many areas each, ascending; equal values are never parted. Empty where
/// nothing is recorded.
std::vector<ValueClass> valueClasses(std::span<const std::optional<double>> values, std::size_t most = 5);

/// Position of a value's class; the values must be those that the classes were made of.
std::size_t classOf(std::span<const ValueClass> classes, double value);

} // namespace wardmote::analysis
