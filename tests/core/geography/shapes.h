#pragma once
#include "core/plan/shape.h"

#include <memory>

namespace wardmote::tests {

inline plan::Ring ringOfBox(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

inline plan::Shape box(double west, double south, double east, double north) {
    return plan::Shape{{{ringOfBox(west, south, east, north)}}};
}

inline plan::ShapeRef boxRef(double west, double south, double east, double north) {
    return std::make_shared<const plan::Shape>(box(west, south, east, north));
}

} // namespace wardmote::tests
