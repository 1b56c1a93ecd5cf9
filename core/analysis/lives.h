#pragma once
#include "core/analysis/cost.h"

#include <unordered_map>

namespace wardmote::analysis {

/// What is known of when a mechanism existed, in days since 1970.
struct Life {
    std::optional<int> setUp;
    std::optional<int> first; ///< earliest day on which it is known to have existed
    std::optional<int> last;  ///< the day it ended, or last met where it is not said to be active
    bool ended = false;       ///< `last` is its end, not merely its last meeting known
    bool active = false;      ///< status active or not recorded, and not ended by today
};
Life lifeOf(const plan::Mechanism& mechanism, const CostModel& meetings, plan::Date today);

/// True if one was over before the other began, as findDuplication() words it.
bool livesApart(const Life& a, const Life& b);

/// A link between two mechanisms that somebody recorded.
struct Relation {
    enum class Kind : std::uint8_t { parent, succession };
    Kind kind = Kind::parent;
    plan::Id from = 0;   ///< the sub-group, or what was replaced
    plan::Id to = 0;     ///< the parent, or the successor
    bool direct = true;  ///< false: through others
    bool inPart = false; ///< some step of the succession was in part
};

/// Every pair linked by "reports to" or "replaced by", directly or through others; of both, the parent.
class Relations {
public:
    explicit Relations(const plan::Plan& plan);
    const Relation* between(plan::Id a, plan::Id b) const; ///< null if there is none
    bool linked(plan::Id mechanism) const { return linked_.contains(mechanism); }
    const std::vector<Relation>& all() const { return all_; } ///< in order of plan

private:
    void add(const Relation& relation);
    std::vector<Relation> all_;
    std::map<std::pair<plan::Id, plan::Id>, std::size_t> byPair_;
    std::unordered_map<plan::Id, bool> linked_;
};

} // namespace wardmote::analysis
