#include "core/geography/neighbours.h"

#include <algorithm>
#include <utility>

namespace wardmote::geography {

Neighbours::Neighbours(std::vector<Node> nodes, const std::vector<Link>& links) : nodes_(std::move(nodes)) {
    std::ranges::sort(nodes_, {}, &Node::id);
    struct Half {
        std::uint32_t from;
        std::uint32_t to;
        double metres;
    };
    std::vector<Half> halves;
    halves.reserve(links.size() * 2);
    for (const auto& link : links) {
        const auto a = static_cast<std::uint32_t>(indexOf(link.a));
        const auto b = static_cast<std::uint32_t>(indexOf(link.b));
        if (a != b && a < size() && b < size()) {
            halves.push_back({a, b, link.sharedMetres});
            halves.push_back({b, a, link.sharedMetres});
        }
    }
    // Of doubled links the one with the longer line is kept.
    std::ranges::sort(halves, [](const Half& x, const Half& y) {
        return std::tuple(x.from, x.to, -x.metres) < std::tuple(y.from, y.to, -y.metres);
    });
    const auto doubled = std::ranges::unique(
        halves, [](const Half& x, const Half& y) { return x.from == y.from && x.to == y.to; });
    halves.erase(doubled.begin(), doubled.end());

    first_.assign(size() + 1, 0);
    edges_.reserve(halves.size());
    for (const auto& half : halves) {
        ++first_[half.from + 1];
        edges_.push_back({half.to, static_cast<float>(half.metres)});
    }
    for (std::size_t i = 1; i < first_.size(); ++i) {
        first_[i] += first_[i - 1];
    }
}

std::size_t Neighbours::indexOf(plan::Id id) const {
    const auto at = std::ranges::lower_bound(nodes_, id, {}, &Node::id);
    return at != nodes_.end() && at->id == id ? static_cast<std::size_t>(at - nodes_.begin()) : size();
}

std::span<const Neighbours::Edge> Neighbours::of(std::size_t index) const {
    return index < size() ? std::span(edges_).subspan(first_[index], first_[index + 1] - first_[index])
                          : std::span<const Edge>{};
}

std::vector<plan::Id> Neighbours::idsNextTo(plan::Id id) const {
    std::vector<plan::Id> ids;
    for (const auto& edge : of(indexOf(id))) {
        ids.push_back(nodes_[edge.to].id);
    }
    return ids;
}

bool Neighbours::areNeighbours(plan::Id a, plan::Id b) const {
    const auto other = indexOf(b);
    return std::ranges::any_of(of(indexOf(a)), [&](const Edge& edge) { return edge.to == other; });
}

std::vector<Neighbours::Link> Neighbours::links() const {
    std::vector<Link> result;
    result.reserve(linkCount());
    for (std::size_t i = 0; i < size(); ++i) {
        for (const auto& edge : of(i)) {
            if (edge.to > i) {
                result.push_back({nodes_[i].id, nodes_[edge.to].id, static_cast<double>(edge.sharedMetres)});
            }
        }
    }
    return result;
}

double Neighbours::outsideMetres(std::size_t index) const {
    double metres = nodes_[index].perimeterMetres;
    for (const auto& edge : of(index)) {
        metres -= static_cast<double>(edge.sharedMetres);
    }
    return std::max(0.0, metres);
}

Neighbours Neighbours::with(const std::vector<Link>& more) const {
    auto all = links();
    all.insert(all.end(), more.begin(), more.end());
    return Neighbours(nodes_, all);
}

} // namespace wardmote::geography
