#pragma once
#include "core/analysis/clusters.h"
#include "core/geography/cover.h"
#include "core/plan/date.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::analysis {

enum class Severity : std::uint8_t { problem, warning, note };
std::string_view labelOf(Severity severity); ///< "Problem"; lower-cased it is the key in JSON

/// A rule that plans are checked by. The id never changes: acceptances and scripts name it.
struct Rule {
    std::string_view id; ///< "cluster-in-pieces"
    Severity severity;
    std::string_view title;     ///< "Cluster in pieces"
    std::string_view explains;  ///< why it matters, one or two sentences
    bool ofArrangement = false; ///< about one way of drawing the clusters, not about the plan's records
};
std::span<const Rule> allRules();
const Rule* findRule(std::string_view id); ///< null if there is none

/// A title or an explanation with the plan's own word in the place of "cluster".
std::string inPlansWords(std::string_view text, const plan::Settings& settings);

struct RecordLink {
    plan::RecordKind kind = plan::RecordKind::area;
    plan::Id id = 0;
    bool operator==(const RecordLink&) const = default;
};

/// One breach of one rule.
struct Breach {
    const Rule* rule = nullptr; ///< never null
    std::string message;        ///< a sentence with the names in it and the plan's own word for a cluster
    std::vector<RecordLink> records; ///< what to show and zoom to, the main one first
};

struct CheckOptions {
    plan::Date today;                        ///< what is overdue is judged by it
    plan::Id arrangement = 0;                ///< 0: arrangementShown
    const geography::Cover* cover = nullptr; ///< of the plan's areas: see coverOf
};

/// Land that the plan's areas leave out or cover twice. Seconds for a country's wards, so off the screen's
/// thread, and kept while neighboursKey stays the same.
Result<geography::Cover> coverOf(const plan::Plan& plan, const Progress& progress = {});

/// Every breach of every rule, worst first, then by rule in the order of allRules, then by name. Rules that
/// need neighbours, or the cover, are passed over without them.
std::vector<Breach> checks(const plan::Plan& plan, const Neighbours* neighbours, const CheckOptions& options);

} // namespace wardmote::analysis
