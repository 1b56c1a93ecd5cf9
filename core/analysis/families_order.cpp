#include "core/analysis/families_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using Square = std::vector<std::vector<double>>;

/// The mechanisms of the first pairs, as many as fit, in order of id.
std::vector<plan::Id> membersOf(std::span<const Pair> pairs, std::size_t most) {
    std::set<plan::Id> ids;
    for (const auto& pair : pairs) {
        const std::size_t fresh = (ids.contains(pair.a) ? 0u : 1u) + (ids.contains(pair.b) ? 0u : 1u);
        if (ids.size() + fresh <= most) {
            ids.insert({pair.a, pair.b});
        }
    }
    return {ids.begin(), ids.end()};
}

Square likenessOf(std::span<const Pair> pairs, const std::vector<plan::Id>& members) {
    std::map<plan::Id, std::size_t> place;
    for (std::size_t i = 0; i < members.size(); ++i) {
        place.emplace(members[i], i);
    }
    Square likeness(members.size(), std::vector<double>(members.size(), 0));
    for (const auto& pair : pairs) {
        const auto a = place.find(pair.a);
        const auto b = place.find(pair.b);
        if (a != place.end() && b != place.end()) {
            likeness[a->second][b->second] = likeness[b->second][a->second] = pair.order();
        }
    }
    return likeness;
}

class Linkage {
public:
    explicit Linkage(Square likeness) : likeness_(std::move(likeness)), between_(likeness_) {
        for (std::size_t i = 0; i < likeness_.size(); ++i) {
            groups_.push_back({i});
        }
    }

    std::vector<std::size_t> order() {
        while (joinLikest()) {
        }
        std::vector<std::size_t> all;
        for (const auto& group : groups_) { // groups that share no likeness at all, by their smallest id
            all.insert(all.end(), group.begin(), group.end());
        }
        return all;
    }

private:
    bool joinLikest() {
        double best = 0;
        std::size_t first = 0;
        std::size_t second = 0;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            for (std::size_t j = i + 1; j < groups_.size(); ++j) {
                if (between_[i][j] > best + 1e-12) {
                    best = between_[i][j];
                    first = i;
                    second = j;
                }
            }
        }
        if (best <= 0) {
            return false;
        }
        join(first, second);
        return true;
    }

    void join(std::size_t i, std::size_t j) {
        const auto sizeI = static_cast<double>(groups_[i].size());
        const auto sizeJ = static_cast<double>(groups_[j].size());
        for (std::size_t k = 0; k < groups_.size(); ++k) {
            between_[i][k] = between_[k][i] =
                (sizeI * between_[i][k] + sizeJ * between_[j][k]) / (sizeI + sizeJ);
        }
        groups_[i] = endToEnd(groups_[i], groups_[j]);
        const auto at = static_cast<std::ptrdiff_t>(j);
        groups_.erase(groups_.begin() + at);
        between_.erase(between_.begin() + at);
        for (auto& row : between_) {
            row.erase(row.begin() + at);
        }
    }

    /// Of the four ways to put two rows end to end, the first one whose ends that meet are most alike.
    std::vector<std::size_t> endToEnd(std::vector<std::size_t> a, std::vector<std::size_t> b) const {
        const double backFront = likeness_[a.back()][b.front()];
        const double backBack = likeness_[a.back()][b.back()];
        const double frontFront = likeness_[a.front()][b.front()];
        const double frontBack = likeness_[a.front()][b.back()];
        const double best = std::max({backFront, backBack, frontFront, frontBack});
        if (backFront < best) {
            if (backBack == best) {
                std::ranges::reverse(b);
            } else {
                std::ranges::reverse(a);
                if (frontFront < best) {
                    std::ranges::reverse(b);
                }
            }
        }
        a.insert(a.end(), b.begin(), b.end());
        return a;
    }

    Square likeness_;
    Square between_; ///< mean likeness of two groups' members
    std::vector<std::vector<std::size_t>> groups_;
};

} // namespace

std::vector<plan::Id> inBlocks(std::span<const Pair> pairs, std::size_t most) {
    const auto members = membersOf(pairs, most);
    std::vector<plan::Id> ordered;
    for (const auto place : Linkage(likenessOf(pairs, members)).order()) {
        ordered.push_back(members[place]);
    }
    return ordered;
}

} // namespace wardmote::analysis
