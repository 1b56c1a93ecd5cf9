#pragma once
#include "core/analysis/proposal/partition.h"
#include "core/analysis/proposal/random.h"

#include <optional>

namespace wardmote::analysis::proposal {

/// Cuts connected units in two connected parts along random spanning trees: of each tree the edge whose two
/// sides come nearest to their shares of residents, of several trees the cut with a short border. (After the
/// recombination step of DeFord, Duchin and Solomon, Harvard Data Science Review 3, 2021.) One thread at a
/// time.
class TreeCutter {
public:
    TreeCutter(const UnitGraph& graph, const Aims& aims);

    struct Cut {
        std::size_t units = 0; ///< the first so many of ids are one part, the rest the other
        std::vector<Label> labels;
        std::vector<Label> otherLabels;
    };
    /// Deals `labels` (two or more) out to the two parts, about half each; parts with pinned units get their
    /// labels. Puts ids in a new order. Nothing if no tree of `tries` can be cut so that each part has room
    /// for its labels.
    std::optional<Cut> cut(std::vector<Unit>& ids, const std::vector<Label>& labels, int tries,
                           Random& random);

private:
    struct Found {
        double worth = 0; ///< less is better
        std::vector<Unit> below;
        std::size_t labelsBelow = 0;
        std::vector<Label> pinnedBelow;
    };
    struct Side {
        double imbalance = 0;
        std::size_t at = 0; ///< position in order_ of the root of the part below
        std::size_t labels = 0;
        bool found = false;
    };
    bool growTree(const std::vector<Unit>& ids, Random& random);
    void countPins(const std::vector<Label>& labels);
    Side bestEdge(std::size_t labels, double residents) const;
    double borderBelow(std::size_t at);
    bool isPinned(Unit unit) const { return !aims_.pinned.empty() && aims_.pinned[unit] != noLabel; }

    const UnitGraph& graph_;
    const Aims& aims_;
    std::vector<std::uint32_t> inside_; ///< by unit: the number of the cut that it takes part in
    std::vector<std::uint32_t> reached_;
    std::vector<std::size_t> position_; ///< by unit: in order_
    std::uint32_t number_ = 0;
    std::uint32_t tree_ = 0;
    std::vector<Unit> order_;         ///< parents before children
    std::vector<std::size_t> parent_; ///< by position
    std::vector<double> residents_;   ///< by position: of the subtree
    std::vector<std::size_t> units_;
    std::vector<std::size_t> whole_; ///< by position: labels whose pinned units are all below
    std::vector<std::size_t> torn_;  ///< labels with pinned units on both sides
    std::vector<bool> below_;
    std::vector<Label> pins_; ///< labels of this cut that have pinned units
};

/// A first arrangement: labels dealt out by cutting in two again and again. Nothing if a cut fails too often,
/// which happens where pinned units stand in one another's way. Pieces of the graph get labels by their
/// residents.
std::optional<std::vector<Label>> firstArrangement(const UnitGraph& graph, const Aims& aims, Random& random);

} // namespace wardmote::analysis::proposal
