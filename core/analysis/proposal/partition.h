#pragma once
#include "core/analysis/proposal/aims.h"

namespace wardmote::analysis::proposal {

/// The units in their clusters, with what that costs, kept up to date move by move. Every cluster always has
/// a unit and is in one piece. One thread at a time; the graph and the aims must outlive it.
class Partition {
public:
    Partition(const UnitGraph& graph, const Aims& aims);

    /// Takes an arrangement: every label in use, every cluster in one piece.
    void assign(std::vector<Label> labels);
    const std::vector<Label>& labels() const { return labels_; }
    Label labelOf(Unit unit) const { return labels_[unit]; }
    const UnitGraph& graph() const { return graph_; }
    const Aims& aims() const { return aims_; }
    /// Residents of a cluster if all were alike.
    double mean() const { return mean_; }

    /// Counted afresh, without the penalty: no rounding adds up over millions of moves.
    Standing standing() const;
    /// How much it costs, while searching, to be outside the band.
    void setPenalty(double penalty);

    /// A unit about to go to another cluster.
    struct Move {
        Unit unit = 0;
        Label from = 0;
        Label to = 0;
        double change = 0; ///< of the cost, penalty included
        double fromPerimeter = 0;
        double toPerimeter = 0;
    };
    Move weighed(Unit unit, Label to) const;
    /// Neither pinned, nor the last of its cluster, nor put with one that it must be apart from.
    bool allowed(Unit unit, Label to) const;
    /// Whether the unit's cluster hangs together without it.
    bool staysWhole(Unit unit) const;
    void take(const Move& move);

    /// The units of two clusters that are to be dealt out anew.
    std::vector<Unit> unitsOf(Unit start, Label one, Label other) const;
    /// Deals `ids` out: the first `cut` get `one`, the rest `other` - if that costs less. ids must be all
    /// units of the two clusters, each part in one piece.
    bool redeal(const std::vector<Unit>& ids, std::size_t cut, Label one, Label other);

private:
    struct Cluster {
        std::size_t units = 0;
        double residents = 0;
        double squareMetres = 0;
        double perimeterMetres = 0;
        double term = 0;
    };
    double outside(double residents) const;
    double quality(double residents, double squareMetres, double perimeterMetres) const;
    double term(double residents, double squareMetres, double perimeterMetres) const;
    double footprintChange(Unit unit, Label from, Label to) const;
    double stayingChange(Unit unit, Label from, Label to) const;
    void recount();
    void countFootprints();
    std::uint32_t& unitsIn(std::size_t footprint, Label label) {
        return inFootprint_[footprint * aims_.clusters + label];
    }
    std::uint32_t unitsIn(std::size_t footprint, Label label) const {
        return inFootprint_[footprint * aims_.clusters + label];
    }
    std::uint32_t freshMark() const;

    const UnitGraph& graph_;
    const Aims& aims_;
    double mean_;
    double penalty_ = 2;
    std::vector<Label> labels_;
    std::vector<Cluster> clusters_;
    std::vector<std::vector<std::uint32_t>> footprintsOf_; ///< by unit
    std::vector<std::uint32_t> inFootprint_;               ///< units by footprint and label
    mutable std::vector<std::uint32_t> marks_;
    mutable std::vector<Unit> queue_;
    mutable std::uint32_t mark_ = 0;
};

} // namespace wardmote::analysis::proposal
