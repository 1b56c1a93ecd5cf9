#pragma once
#include "core/analysis/proposal/aims.h"

#include <optional>

namespace wardmote::analysis::proposal {

/// The arrangement that exists (aims.present), changed no more than needed for a beginning: every unit in a
/// cluster, every cluster in one piece and with a unit, pins obeyed. Of a cluster in pieces the one with its
/// pinned units, else with most residents, stays. Nothing where that can't be done.
std::optional<std::vector<Label>> wholeClusters(const UnitGraph& graph, const Aims& aims);

} // namespace wardmote::analysis::proposal
