#pragma once
#include <cstddef>

namespace wardmote::geography {

/// What geography may assume of boundaries. Lengths are metres on the ground, areas square metres.
struct Options {
    /// Boundaries this near to one another count as the same line: slivers and gaps up to this width.
    double toleranceMetres = 5;
    /// Two places are neighbours if they share at least this much boundary exactly. A corner is not enough.
    double sharedMetres = 0.1;
    /// The same, in tolerances, where lines agree with no other place's line point by point and only lie
    /// within the tolerance of one another: a corner must not count here either.
    double sharedTolerances = 6;
    /// Parts smaller than this that come of mending are slivers and dropped.
    double sliverSquareMetres = 1;
    /// A boundary with more points than this is thinned before it is mended.
    std::size_t mostPoints = 2'000'000;
    /// How far schematic shapes reach beyond the outermost points, in mean distances between points.
    double schematicPadding = 0.6;
};

} // namespace wardmote::geography
