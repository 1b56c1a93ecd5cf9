#pragma once
#include "core/plan/shape.h"

#include <optional>
#include <string>
#include <string_view>

namespace wardmote::exchange {

/// The shortest text that reads back as the same number: "0.1".
std::string numberText(double number);

/// "MULTIPOLYGON (((x y, x y, ...)))", rings closed, in metres on the British National Grid, exact.
std::string toWkt(const plan::Shape& shape);
/// POLYGON or MULTIPOLYGON of two dimensions as toWkt writes it; nothing if it is anything else.
std::optional<plan::Shape> shapeFromWkt(std::string_view text);

} // namespace wardmote::exchange
