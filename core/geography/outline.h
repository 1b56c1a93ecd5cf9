#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geography/options.h"
#include "core/plan/shape.h"

#include <span>

namespace wardmote::geography {

/// The shapes as one, inner boundaries gone; gaps narrower than the tolerance are closed. Null shapes are
/// passed over; of none it is empty.
Result<plan::Shape> dissolved(std::span<const plan::ShapeRef> shapes, const Options& options = {},
                              const Progress& progress = {});

} // namespace wardmote::geography
