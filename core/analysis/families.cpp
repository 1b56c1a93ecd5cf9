#include "core/analysis/families.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

struct Group {
    std::vector<plan::Id> members;
    double weakest = 1;
};

class Linkage {
public:
    void add(const Pair& pair) {
        orders_.emplace(std::minmax(pair.a, pair.b), pair.order());
        pairs_.push_back(&pair);
    }

    std::vector<Group> groups() {
        for (const auto* pair : pairs_) {
            const auto a = groupOf(pair->a);
            const auto b = groupOf(pair->b);
            if (a != b) {
                join(a, b);
            }
        }
        return groups_;
    }

private:
    std::size_t groupOf(plan::Id id) {
        const auto [at, isNew] = groupOf_.emplace(id, groups_.size());
        if (isNew) {
            groups_.push_back({{id}, 1});
        }
        return at->second;
    }

    void join(std::size_t a, std::size_t b) {
        double weakest = std::min(groups_[a].weakest, groups_[b].weakest);
        for (const auto x : groups_[a].members) {
            for (const auto y : groups_[b].members) {
                const auto at = orders_.find(std::minmax(x, y));
                if (at == orders_.end()) {
                    return;
                }
                weakest = std::min(weakest, at->second);
            }
        }
        for (const auto y : groups_[b].members) {
            groups_[a].members.push_back(y);
            groupOf_[y] = a;
        }
        groups_[b].members.clear();
        groups_[a].weakest = weakest;
    }

    std::map<std::pair<plan::Id, plan::Id>, double> orders_;
    std::vector<const Pair*> pairs_;
    std::unordered_map<plan::Id, std::size_t> groupOf_;
    std::vector<Group> groups_;
};

} // namespace

std::vector<Family> familiesOf(std::span<const Pair> pairsInOrder, double threshold) {
    Linkage linkage;
    for (const auto& pair : pairsInOrder) {
        if (pair.overlaps() && pair.score && *pair.score + 1e-9 >= threshold) {
            linkage.add(pair);
        }
    }
    std::vector<Family> families;
    for (auto& group : linkage.groups()) {
        if (group.members.size() >= 3) {
            std::ranges::sort(group.members);
            families.push_back({std::move(group.members), group.weakest});
        }
    }
    std::ranges::sort(families, [](const Family& x, const Family& y) {
        return x.weakest != y.weakest ? x.weakest > y.weakest : x.mechanisms < y.mechanisms;
    });
    return families;
}

} // namespace wardmote::analysis
