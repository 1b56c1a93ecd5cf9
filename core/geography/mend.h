#pragma once
#include "core/base/result.h"
#include "core/geography/options.h"
#include "core/plan/shape.h"

#include <string>

namespace wardmote::geography {

struct Mended {
    plan::Shape shape; ///< valid: rings simple, holes inside, polygons apart; outer rings counter-clockwise
    std::string note;  ///< what was wrong, as half a sentence ("crosses itself"); empty: nothing
};

/// A boundary as it came, made valid. Rings that repeat their first point, unclosed ones, repeated points,
/// spikes, self-crossings and slivers are mended; the note says which. Nothing that is left with an area, and
/// coordinates that are no numbers, are errors.
Result<Mended> mended(const plan::Shape& shape, const Options& options = {});

} // namespace wardmote::geography
