#include "core/analysis/proposal/tree_cut.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wardmote::analysis::proposal {
namespace {

/// Long borders are a little likelier to stay within a part, so that parts come out rounder.
constexpr double longBorder = 0.02;
/// One mean cluster's residents off weighs like so many times the border that a round shape would have.
constexpr double imbalanceWeight = 20;

struct Branch {
    double weight;
    Unit to;
    std::size_t parent;
    bool operator<(const Branch& other) const {
        return weight != other.weight ? weight < other.weight : to < other.to;
    }
};

} // namespace

TreeCutter::TreeCutter(const UnitGraph& graph, const Aims& aims)
    : graph_(graph), aims_(aims), inside_(graph.size(), 0), reached_(graph.size(), 0),
      position_(graph.size(), 0) {}

bool TreeCutter::growTree(const std::vector<Unit>& ids, Random& random) {
    ++tree_;
    order_.clear();
    parent_.clear();
    std::vector<Branch> branches{{0, ids[random.below(ids.size())], 0}};
    while (!branches.empty()) {
        std::pop_heap(branches.begin(), branches.end());
        const auto branch = branches.back();
        branches.pop_back();
        if (reached_[branch.to] == tree_) {
            continue;
        }
        reached_[branch.to] = tree_;
        position_[branch.to] = order_.size();
        parent_.push_back(branch.parent);
        order_.push_back(branch.to);
        for (const auto& border : graph_.of(branch.to)) {
            if (inside_[border.to] == number_ && reached_[border.to] != tree_) {
                const double weight = random.unit() * (1 + longBorder * std::sqrt(border.metres));
                branches.push_back({weight, border.to, position_[branch.to]});
                std::push_heap(branches.begin(), branches.end());
            }
        }
    }
    if (order_.size() != ids.size()) {
        return false;
    }
    residents_.resize(order_.size());
    units_.assign(order_.size(), 1);
    for (std::size_t i = 0; i < order_.size(); ++i) {
        residents_[i] = graph_.sizeOf(order_[i]).residents;
    }
    for (std::size_t i = order_.size() - 1; i > 0; --i) {
        residents_[parent_[i]] += residents_[i];
        units_[parent_[i]] += units_[i];
    }
    return true;
}

void TreeCutter::countPins(const std::vector<Label>& labels) {
    whole_.assign(order_.size(), 0);
    torn_.assign(order_.size(), 0);
    pins_.clear();
    if (aims_.pinned.empty()) {
        return;
    }
    std::vector<std::size_t> here(order_.size());
    for (const auto label : labels) {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            here[i] = aims_.pinned[order_[i]] == label ? 1 : 0;
        }
        for (std::size_t i = order_.size() - 1; i > 0; --i) {
            here[parent_[i]] += here[i];
        }
        if (here[0] == 0) {
            continue;
        }
        pins_.push_back(label);
        for (std::size_t i = 1; i < order_.size(); ++i) {
            whole_[i] += here[i] == here[0] ? 1 : 0;
            torn_[i] += here[i] > 0 && here[i] < here[0] ? 1 : 0;
        }
    }
}

TreeCutter::Side TreeCutter::bestEdge(std::size_t labels, double residents) const {
    Side best;
    const double each = std::max(residents / static_cast<double>(labels), 1e-9);
    const auto consider = [&](std::size_t at, std::size_t below) {
        const bool room = units_[at] >= below && order_.size() - units_[at] >= labels - below;
        const double imbalance = std::abs(residents_[at] - each * static_cast<double>(below)) / each;
        if (room && (!best.found || imbalance < best.imbalance)) {
            best = {imbalance, at, below, true};
        }
    };
    for (std::size_t i = 1; i < order_.size(); ++i) {
        if (torn_[i] > 0) {
            continue;
        }
        if (pins_.empty()) {
            consider(i, labels / 2);
            consider(i, labels - labels / 2);
            continue;
        }
        const auto least = std::max<std::size_t>(whole_[i], 1);
        const auto most = labels - std::max<std::size_t>(pins_.size() - whole_[i], 1);
        if (least <= most) {
            const auto near = static_cast<std::size_t>(std::max(std::round(residents_[i] / each), 1.0));
            consider(i, std::clamp(near, least, most));
        }
    }
    return best;
}

double TreeCutter::borderBelow(std::size_t at) {
    below_.assign(order_.size(), false);
    below_[at] = true;
    for (auto i = at + 1; i < order_.size(); ++i) {
        below_[i] = below_[parent_[i]];
    }
    double metres = 0;
    for (auto i = at; i < order_.size(); ++i) {
        if (!below_[i]) {
            continue;
        }
        for (const auto& border : graph_.of(order_[i])) {
            metres += inside_[border.to] == number_ && !below_[position_[border.to]] ? border.metres : 0;
        }
    }
    return metres;
}

std::optional<TreeCutter::Cut> TreeCutter::cut(std::vector<Unit>& ids, const std::vector<Label>& labels,
                                               int tries, Random& random) {
    if (ids.size() < labels.size() || labels.size() < 2) {
        return std::nullopt;
    }
    ++number_;
    double residents = 0;
    double squareMetres = 0;
    for (const auto unit : ids) {
        inside_[unit] = number_;
        residents += graph_.sizeOf(unit).residents;
        squareMetres += graph_.sizeOf(unit).squareMetres;
    }
    const double roundBorder = std::max(std::sqrt(2 * std::numbers::pi * squareMetres), 1e-9);
    std::optional<Found> best;
    for (int i = 0; i < tries; ++i) {
        if (!growTree(ids, random)) {
            return std::nullopt;
        }
        countPins(labels);
        const auto edge = bestEdge(labels.size(), residents);
        if (!edge.found) {
            continue;
        }
        const double worth = edge.imbalance * imbalanceWeight + borderBelow(edge.at) / roundBorder;
        if (best && worth >= best->worth) {
            continue;
        }
        best = Found{worth, {}, edge.labels, {}};
        for (std::size_t at = 0; at < order_.size(); ++at) {
            if (below_[at]) {
                best->below.push_back(order_[at]);
                if (isPinned(order_[at])) {
                    best->pinnedBelow.push_back(aims_.pinned[order_[at]]);
                }
            }
        }
    }
    if (!best) {
        return std::nullopt;
    }
    Cut result;
    const auto pinnedBelow = [&](Label label) {
        return std::ranges::find(best->pinnedBelow, label) != best->pinnedBelow.end();
    };
    std::ranges::copy_if(labels, std::back_inserter(result.labels), pinnedBelow);
    for (const auto label : labels) {
        if (pinnedBelow(label)) {
            continue;
        }
        const bool pinnedAbove = std::ranges::find(pins_, label) != pins_.end();
        const bool below = !pinnedAbove && result.labels.size() < best->labelsBelow;
        (below ? result.labels : result.otherLabels).push_back(label);
    }
    ++tree_;
    for (const auto unit : best->below) {
        reached_[unit] = tree_;
    }
    const auto rest = std::ranges::stable_partition(ids, [&](Unit unit) { return reached_[unit] == tree_; });
    result.units = static_cast<std::size_t>(rest.begin() - ids.begin());
    return result;
}

namespace {

struct Job {
    std::vector<Unit> ids;
    std::vector<Label> labels;
};

/// Labels for each piece of the graph: those pinned in it, then the others by residents (largest remainders),
/// at least one each. Nothing if there are not enough.
std::optional<std::vector<Job>> jobsOf(const UnitGraph& graph, const Aims& aims) {
    std::vector<Job> jobs;
    std::vector<bool> used(aims.clusters);
    for (auto& piece : graph.pieces()) {
        Job job{std::move(piece), {}};
        for (const auto unit : job.ids) {
            const auto label = aims.pinned.empty() ? noLabel : aims.pinned[unit];
            if (label != noLabel && !used[label]) {
                used[label] = true;
                job.labels.push_back(label);
            }
        }
        jobs.push_back(std::move(job));
    }
    const auto residentsOf = [&](const Job& job) {
        double sum = 0;
        for (const auto unit : job.ids) {
            sum += graph.sizeOf(unit).residents;
        }
        return sum;
    };
    std::vector<double> residents;
    for (const auto& job : jobs) {
        residents.push_back(residentsOf(job));
    }
    for (Label label = 0; label < aims.clusters; ++label) {
        if (used[label]) {
            continue;
        }
        // To the piece whose clusters would otherwise be the largest; a piece without one first.
        std::size_t to = jobs.size();
        double most = -1;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const auto has = jobs[i].labels.size();
            if (has >= jobs[i].ids.size()) {
                continue;
            }
            const double each = has == 0 ? std::numeric_limits<double>::infinity()
                                         : residents[i] / (static_cast<double>(has) + 0.5);
            if (each > most) {
                most = each;
                to = i;
            }
        }
        if (to == jobs.size()) {
            return std::nullopt;
        }
        jobs[to].labels.push_back(label);
    }
    const bool all = std::ranges::none_of(jobs, [](const Job& job) { return job.labels.empty(); });
    return all ? std::optional(std::move(jobs)) : std::nullopt;
}

} // namespace

std::optional<std::vector<Label>> firstArrangement(const UnitGraph& graph, const Aims& aims, Random& random) {
    constexpr int mostAttempts = 20;
    constexpr std::size_t many = 2000;
    auto jobs = jobsOf(graph, aims);
    if (!jobs) {
        return std::nullopt;
    }
    TreeCutter cutter(graph, aims);
    std::vector<Label> labels(graph.size(), noLabel);
    while (!jobs->empty()) {
        auto job = std::move(jobs->back());
        jobs->pop_back();
        if (job.labels.size() == 1) {
            for (const auto unit : job.ids) {
                labels[unit] = job.labels.front();
            }
            continue;
        }
        std::optional<TreeCutter::Cut> cut;
        for (int attempt = 0; attempt < mostAttempts && !cut; ++attempt) {
            cut = cutter.cut(job.ids, job.labels, job.ids.size() > many ? 4 : 12, random);
        }
        if (!cut) {
            return std::nullopt;
        }
        const auto middle = job.ids.begin() + static_cast<std::ptrdiff_t>(cut->units);
        jobs->push_back({{job.ids.begin(), middle}, std::move(cut->labels)});
        jobs->push_back({{middle, job.ids.end()}, std::move(cut->otherLabels)});
    }
    return labels;
}

} // namespace wardmote::analysis::proposal
