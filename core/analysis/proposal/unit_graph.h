#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

/// How clusters are proposed. Everything here works on plain numbers: units by position, clusters by label;
/// proposal.h puts areas and clusters of a plan in and takes them out again.
namespace wardmote::analysis::proposal {

/// Position of a unit: an area, or several that stay together.
using Unit = std::uint32_t;
/// Which cluster a unit is in: 0 .. clusters - 1.
using Label = std::uint32_t;
inline constexpr Label noLabel = std::numeric_limits<Label>::max();

/// The units and how they border on one another. Made once, then only read, by many threads.
class UnitGraph {
public:
    struct Size {
        double residents = 0;
        double squareMetres = 0;
        double perimeterMetres = 0;
    };
    struct Border {
        Unit to = 0;
        double metres = 0; ///< 0 for a link given by hand
    };
    struct Link {
        Unit a = 0;
        Unit b = 0;
        double metres = 0;
    };

    UnitGraph() = default;
    /// Links of a unit to itself are dropped; several between two units are added up.
    UnitGraph(std::vector<Size> sizes, const std::vector<Link>& links);

    std::size_t size() const { return sizes_.size(); }
    const Size& sizeOf(Unit unit) const { return sizes_[unit]; }
    std::span<const Border> of(Unit unit) const {
        return {borders_.data() + first_[unit], borders_.data() + first_[unit + 1]};
    }
    double residents() const { return residents_; }

    /// The units that hang together, each piece in order, the largest by units first.
    std::vector<std::vector<Unit>> pieces() const;
    /// The graph of groups: unit u becomes part of group[u] (0 .. groups - 1); borders within a group vanish.
    UnitGraph contracted(std::span<const Unit> group, std::size_t groups) const;

private:
    std::vector<Size> sizes_;
    std::vector<std::size_t> first_; ///< of() begins at borders_[first_[u]]; size() + 1 entries
    std::vector<Border> borders_;
    double residents_ = 0;
};

} // namespace wardmote::analysis::proposal
