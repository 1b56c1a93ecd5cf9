#include "core/analysis/proposal/unit_graph.h"

#include <algorithm>
#include <utility>

namespace wardmote::analysis::proposal {

UnitGraph::UnitGraph(std::vector<Size> sizes, const std::vector<Link>& links) : sizes_(std::move(sizes)) {
    for (const auto& size : sizes_) {
        residents_ += size.residents;
    }
    std::vector<Link> both;
    both.reserve(links.size() * 2);
    for (const auto& link : links) {
        if (link.a != link.b) {
            both.push_back(link);
            both.push_back({link.b, link.a, link.metres});
        }
    }
    std::ranges::stable_sort(both, {}, [](const Link& link) { return std::pair(link.a, link.b); });
    first_.assign(sizes_.size() + 1, 0);
    for (std::size_t i = 0; i < both.size(); ++i) {
        const auto& link = both[i];
        if (i > 0 && both[i - 1].a == link.a && both[i - 1].b == link.b) {
            borders_.back().metres += link.metres;
            continue;
        }
        borders_.push_back({link.b, link.metres});
        first_[link.a + 1] = borders_.size();
    }
    for (std::size_t unit = 0; unit < sizes_.size(); ++unit) {
        first_[unit + 1] = std::max(first_[unit + 1], first_[unit]); // a unit without a border
    }
}

std::vector<std::vector<Unit>> UnitGraph::pieces() const {
    std::vector<std::vector<Unit>> found;
    std::vector<bool> seen(size());
    for (Unit start = 0; start < size(); ++start) {
        if (seen[start]) {
            continue;
        }
        std::vector<Unit> piece{start};
        seen[start] = true;
        for (std::size_t next = 0; next < piece.size(); ++next) {
            for (const auto& border : of(piece[next])) {
                if (!seen[border.to]) {
                    seen[border.to] = true;
                    piece.push_back(border.to);
                }
            }
        }
        std::ranges::sort(piece);
        found.push_back(std::move(piece));
    }
    std::ranges::stable_sort(found, std::greater{}, &std::vector<Unit>::size);
    return found;
}

UnitGraph UnitGraph::contracted(std::span<const Unit> group, std::size_t groups) const {
    std::vector<Size> sizes(groups);
    std::vector<Link> links;
    for (Unit unit = 0; unit < size(); ++unit) {
        auto& whole = sizes[group[unit]];
        whole.residents += sizes_[unit].residents;
        whole.squareMetres += sizes_[unit].squareMetres;
        whole.perimeterMetres += sizes_[unit].perimeterMetres;
        for (const auto& border : of(unit)) {
            if (group[unit] == group[border.to]) {
                whole.perimeterMetres -= border.metres; // once from either side
            } else if (unit < border.to) {
                links.push_back({group[unit], group[border.to], border.metres});
            }
        }
    }
    return UnitGraph(std::move(sizes), links);
}

} // namespace wardmote::analysis::proposal
