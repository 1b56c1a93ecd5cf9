#include "core/analysis/proposal/grouping.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>

namespace wardmote::analysis::proposal {
namespace {

class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t of(std::size_t item) {
        while (parent_[item] != item) {
            item = parent_[item] = parent_[parent_[item]];
        }
        return item;
    }
    void join(std::size_t a, std::size_t b) {
        const auto x = of(a);
        const auto y = of(b);
        parent_[std::max(x, y)] = std::min(x, y);
    }

private:
    std::vector<std::size_t> parent_;
};

class Grouping {
public:
    Grouping(const plan::Plan& plan, const ProposalOptions& options, Problem& problem)
        : plan_(plan), options_(options), problem_(problem), groups_(problem.areas.size()) {}

    std::optional<Error> run() {
        std::vector<std::vector<std::size_t>> whole;
        if (auto wrong = readFootprints(options_.keepWhole, whole)) {
            return wrong;
        }
        for (const auto& areas : options_.together) {
            std::vector<std::size_t> positions;
            for (const auto id : areas) {
                const auto at = position(id);
                if (!at) {
                    return missing(id);
                }
                positions.push_back(*at);
            }
            keepTogether(positions, "The areas that should stay together");
        }
        for (std::size_t i = 0; i < whole.size(); ++i) {
            keepTogether(whole[i], fmt::format("The areas of {}", footprintNames_[i]));
        }
        problem_.footprints = whole;
        makeUnits();
        if (auto wrong = readFootprints(options_.prefer, problem_.footprints)) {
            return wrong;
        }
        for (const auto& areas : problem_.footprints) {
            std::vector<Unit> units;
            for (const auto at : areas) {
                units.push_back(problem_.unitOf[at]);
            }
            std::ranges::sort(units);
            units.erase(std::unique(units.begin(), units.end()), units.end());
            if (units.size() > 1) { // one that was made a unit is whole anyway
                problem_.aims.preferred.push_back(std::move(units));
            }
        }
        readPresent();
        if (auto wrong = readPins()) {
            return wrong;
        }
        return readApart();
    }

private:
    std::optional<std::size_t> position(plan::Id id) const {
        const auto at = std::ranges::lower_bound(problem_.areas, id);
        return at != problem_.areas.end() && *at == id
                   ? std::optional(static_cast<std::size_t>(at - problem_.areas.begin()))
                   : std::nullopt;
    }

    Error missing(plan::Id id) const {
        return Error{fmt::format("{} can’t take part in a proposal: it is not on the map.",
                                 plan_.find<plan::Area>(id) ? plan::nameOf(plan_, plan::RecordKind::area, id)
                                                            : std::string("An area that is not in the plan")),
                     {},
                     {}};
    }

    /// Footprints by positions in areas; a set stands for all of its footprints.
    std::optional<Error> readFootprints(const std::vector<plan::Id>& ids,
                                        std::vector<std::vector<std::size_t>>& into) {
        std::vector<const plan::Footprint*> found;
        for (const auto id : ids) {
            const auto before = found.size();
            if (const auto* one = plan_.find<plan::Footprint>(id)) {
                found.push_back(one);
            }
            for (const auto& footprint : plan_.all<plan::Footprint>()) {
                if (footprint.set.id == id) {
                    found.push_back(&footprint);
                }
            }
            if (found.size() == before && !plan_.find<plan::FootprintSet>(id)) {
                return Error{"A footprint to keep whole is not in the plan.", {}, {}};
            }
        }
        for (const auto* footprint : found) {
            std::vector<std::size_t> positions;
            for (const auto& held : footprint->areas) {
                // An area of which a footprint has only the smaller part belongs to another as much.
                if (const auto at = position(held.area.id); at && held.share.value_or(1) >= 0.5) {
                    positions.push_back(*at);
                }
            }
            into.push_back(std::move(positions));
            footprintNames_.push_back(footprint->name);
        }
        return std::nullopt;
    }

    void keepTogether(const std::vector<std::size_t>& positions, const std::string& what) {
        if (positions.size() < 2) {
            return;
        }
        std::vector<bool> wanted(problem_.areas.size());
        for (const auto at : positions) {
            wanted[at] = true;
        }
        // Together they must hang together: a cluster in pieces is never proposed.
        std::vector<Unit> reached{static_cast<Unit>(positions.front())};
        std::vector<bool> seen(problem_.areas.size());
        seen[positions.front()] = true;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            for (const auto& border : problem_.areaGraph.of(reached[next])) {
                if (wanted[border.to] && !seen[border.to]) {
                    seen[border.to] = true;
                    reached.push_back(border.to);
                }
            }
        }
        double residents = 0;
        std::vector<plan::Id> apart;
        for (const auto at : positions) {
            residents += problem_.areaGraph.sizeOf(static_cast<Unit>(at)).residents;
            if (!seen[at]) {
                apart.push_back(problem_.areas[at]);
            }
        }
        if (!apart.empty()) {
            problem_.obstacles.push_back(
                {Obstacle::Kind::notTogether, apart,
                 fmt::format("{} do not lie next to one another ({}). Those that do were kept together; the "
                             "others only "
                             "where it costs nothing.",
                             what, plan::nameOf(plan_, plan::RecordKind::area, apart.front()))});
        }
        if (residents > problem_.aims.most) {
            problem_.obstacles.push_back(
                {Obstacle::Kind::tooLarge,
                 {},
                 fmt::format("{} have {} residents, more than the {} that a cluster may have. They were not "
                             "kept together.",
                             what, plan::withThousands(std::llround(residents)),
                             plan::withThousands(std::llround(problem_.aims.most)))});
            return;
        }
        for (const auto at : reached) {
            groups_.join(positions.front(), at);
        }
    }

    void makeUnits() {
        problem_.unitOf.assign(problem_.areas.size(), 0);
        std::map<std::size_t, Unit> unitOfGroup;
        for (std::size_t at = 0; at < problem_.areas.size(); ++at) {
            const auto [found, isNew] =
                unitOfGroup.try_emplace(groups_.of(at), static_cast<Unit>(unitOfGroup.size()));
            problem_.unitOf[at] = found->second;
        }
        problem_.graph = problem_.areaGraph.contracted(problem_.unitOf, unitOfGroup.size());
        for (std::size_t at = 0; at < problem_.areas.size(); ++at) {
            const double residents = problem_.areaGraph.sizeOf(static_cast<Unit>(at)).residents;
            if (residents > problem_.aims.most) {
                problem_.obstacles.push_back(
                    {Obstacle::Kind::tooLarge,
                     {problem_.areas[at]},
                     fmt::format("{} alone has {} residents, more than the {} that a cluster may have.",
                                 plan::nameOf(plan_, plan::RecordKind::area, problem_.areas[at]),
                                 plan::withThousands(std::llround(residents)),
                                 plan::withThousands(std::llround(problem_.aims.most)))});
            }
        }
    }

    /// Of a unit: the cluster in which most of its residents are.
    void readPresent() {
        if (problem_.clusters.empty()) {
            return;
        }
        std::vector<std::map<Label, double>> residents(problem_.graph.size());
        for (std::size_t at = 0; at < problem_.areas.size(); ++at) {
            if (problem_.presentByArea[at] != noLabel) {
                residents[problem_.unitOf[at]][problem_.presentByArea[at]] +=
                    problem_.areaGraph.sizeOf(static_cast<Unit>(at)).residents;
            }
        }
        problem_.aims.present.assign(problem_.graph.size(), noLabel);
        for (Unit unit = 0; unit < problem_.graph.size(); ++unit) {
            double most = -1;
            for (const auto& [label, sum] : residents[unit]) {
                if (sum > most) {
                    most = sum;
                    problem_.aims.present[unit] = label;
                }
            }
        }
    }

    std::optional<Error> readPins() {
        std::map<plan::Id, plan::Id> clusterOf;
        for (const auto& pin : options_.pins) {
            const auto at = position(pin.area);
            if (!at) {
                return missing(pin.area);
            }
            auto label = std::ranges::find(problem_.clusters, pin.cluster);
            if (label == problem_.clusters.end()) {
                if (!plan_.find<plan::Cluster>(pin.cluster)) {
                    return Error{"An area is pinned to a cluster that is not in the plan.", {}, {}};
                }
                label =
                    problem_.clusters.insert(problem_.clusters.end(), pin.cluster); // one without areas yet
            }
            auto& pinned = problem_.aims.pinned;
            pinned.resize(problem_.graph.size(), noLabel);
            auto& to = pinned[problem_.unitOf[*at]];
            const auto wanted = static_cast<Label>(label - problem_.clusters.begin());
            if (to != noLabel && to != wanted) {
                problem_.obstacles.push_back(
                    {Obstacle::Kind::pinsContradict,
                     {pin.area},
                     fmt::format("{} can’t be in {}: it stays together with what is pinned to {}. The first "
                                 "pin was kept.",
                                 plan::nameOf(plan_, plan::RecordKind::area, pin.area),
                                 plan::nameOf(plan_, plan::RecordKind::cluster, pin.cluster),
                                 plan::nameOf(plan_, plan::RecordKind::cluster, problem_.clusters[to]))});
                continue;
            }
            to = wanted;
        }
        return std::nullopt;
    }

    std::optional<Error> readApart() {
        auto& aims = problem_.aims;
        for (const auto& [a, b] : options_.apart) {
            const auto first = position(a);
            const auto second = position(b);
            if (!first || !second) {
                return missing(first ? b : a);
            }
            const auto one = problem_.unitOf[*first];
            const auto other = problem_.unitOf[*second];
            const bool samePin =
                !aims.pinned.empty() && aims.pinned[one] != noLabel && aims.pinned[one] == aims.pinned[other];
            if (one == other || samePin) {
                problem_.obstacles.push_back(
                    {Obstacle::Kind::apartContradicts,
                     {a, b},
                     fmt::format("{} and {} can’t be apart: they are {}. They were left together.",
                                 plan::nameOf(plan_, plan::RecordKind::area, a),
                                 plan::nameOf(plan_, plan::RecordKind::area, b),
                                 one == other ? "kept together" : "pinned to one cluster")});
                continue;
            }
            aims.apart.resize(problem_.graph.size());
            aims.apart[one].push_back(other);
            aims.apart[other].push_back(one);
        }
        return std::nullopt;
    }

    const plan::Plan& plan_;
    const ProposalOptions& options_;
    Problem& problem_;
    Groups groups_;
    std::vector<std::string> footprintNames_;
};

} // namespace

std::optional<Error> groupUnits(const plan::Plan& plan, const ProposalOptions& options, Problem& problem) {
    return Grouping(plan, options, problem).run();
}

} // namespace wardmote::analysis::proposal
