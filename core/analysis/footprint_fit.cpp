#include "core/analysis/footprint_fit.h"

#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <map>

namespace wardmote::analysis {
namespace {

using plan::Id;

/// Shares are typed and rounded by people: this much over the whole is no double cover.
constexpr double roundingOfShares = 0.01;

Fit fitOf(const std::vector<FootprintPart>& parts) {
    if (parts.empty()) {
        return Fit::noAreas;
    }
    const bool someInNone = parts.back().cluster == 0;
    const auto clusters = parts.size() - (someInNone ? 1 : 0);
    if (clusters == 0) {
        return Fit::inNone;
    }
    return clusters > 1 ? Fit::split : someInNone ? Fit::partInNone : Fit::whole;
}

void addTo(FootprintPart& part, const plan::Area& area, double share) {
    part.areas.push_back(area.id);
    if (area.residents) {
        part.residents = part.residents.value_or(0) + *area.residents * share;
    } else {
        part.areasWithoutResidents.push_back(area.id);
    }
}

/// Fits footprints one by one, counting what they take in of each area.
class Fitter {
public:
    Fitter(const plan::Plan& plan, Id arrangement)
        : plan_(plan), membership_(membershipOf(plan, arrangement)) {}

    const Membership& membership() const { return membership_; }

    FittedFootprint fitted(const plan::Footprint& footprint) {
        FittedFootprint result;
        result.footprint = footprint.id;
        std::map<Id, FootprintPart> parts;
        for (const auto& held : footprint.areas) {
            const auto* area = plan_.find(held.area);
            const double share = held.share.value_or(1);
            if (!area || share <= 0) {
                continue;
            }
            if (area->outside == true) {
                result.outside.push_back(area->id);
                continue;
            }
            taken_[area->id] += share;
            addTo(parts[membership_.mainCluster(area->id)], *area, share);
        }
        membership_.sortByName(result.outside);
        for (const auto* cluster : membership_.clusters) {
            take(parts, cluster->id, result);
        }
        take(parts, 0, result);
        result.fit = fitOf(result.parts);
        sumResidents(result);
        return result;
    }

    void listCover(FootprintFit& fit) const {
        for (const auto& area : plan_.all<plan::Area>()) {
            const auto taken = taken_.find(area.id);
            if (area.outside != true && taken == taken_.end()) {
                fit.uncovered.push_back(area.id);
            } else if (taken != taken_.end() && taken->second > 1 + roundingOfShares) {
                fit.coveredTwice.push_back(area.id);
            }
        }
        membership_.sortByName(fit.uncovered);
        membership_.sortByName(fit.coveredTwice);
    }

private:
    void take(std::map<Id, FootprintPart>& parts, Id cluster, FittedFootprint& into) const {
        const auto found = parts.find(cluster);
        if (found != parts.end()) {
            auto& part = found->second;
            part.cluster = cluster;
            membership_.sortByName(part.areas);
            membership_.sortByName(part.areasWithoutResidents);
            into.parts.push_back(std::move(part));
        }
    }

    static void sumResidents(FittedFootprint& footprint) {
        double sum = 0;
        for (const auto& part : footprint.parts) {
            if (!part.areasWithoutResidents.empty()) {
                return;
            }
            sum += part.residents.value_or(0);
        }
        if (!footprint.parts.empty()) {
            footprint.residents = sum;
        }
    }

    const plan::Plan& plan_;
    Membership membership_;
    std::map<Id, double> taken_; ///< area -> sum of its shares in the set
};

void measureCoterminosity(FootprintFit& fit) {
    double inWhole = 0;
    double inAll = 0;
    std::size_t withAreas = 0;
    bool known = true;
    for (const auto& footprint : fit.footprints) {
        if (footprint.fit == Fit::noAreas) {
            continue;
        }
        ++withAreas;
        known = known && footprint.residents.has_value();
        inAll += footprint.residents.value_or(0);
        inWhole += footprint.fit == Fit::whole ? footprint.residents.value_or(0) : 0;
    }
    if (withAreas == 0) {
        return;
    }
    fit.byResidents = known && inAll > 0;
    fit.coterminosity = fit.byResidents
                            ? inWhole / inAll
                            : static_cast<double>(fit.count(Fit::whole)) / static_cast<double>(withAreas);
}

} // namespace

std::string_view labelOf(Fit fit) {
    switch (fit) {
    case Fit::whole:
        return "Whole";
    case Fit::split:
        return "Split";
    case Fit::partInNone:
        return "Partly in none";
    case Fit::inNone:
        return "In none";
    case Fit::noAreas:
        return "Areas not recorded";
    }
    return {};
}

const FootprintPart* FittedFootprint::part(Id cluster) const {
    const auto found = std::ranges::find(parts, cluster, &FootprintPart::cluster);
    return found == parts.end() ? nullptr : &*found;
}

std::size_t FootprintFit::count(Fit fit) const {
    return static_cast<std::size_t>(std::ranges::count(footprints, fit, &FittedFootprint::fit));
}

FootprintFit footprintFit(const plan::Plan& plan, Id arrangement, Id set) {
    FootprintFit fit;
    fit.arrangement = arrangement != 0 ? arrangement : arrangementShown(plan);
    fit.set = set;
    const auto* record = plan.find<plan::FootprintSet>(set);
    fit.ofCouncillors =
        record && record->kind &&
        (*record->kind == plan::FootprintKind::wards || *record->kind == plan::FootprintKind::divisions);

    Fitter fitter(plan, fit.arrangement);
    for (const auto* cluster : fitter.membership().clusters) {
        fit.clusters.push_back(cluster->id);
    }
    std::vector<const plan::Footprint*> footprints;
    for (const auto& footprint : plan.all<plan::Footprint>()) {
        if (footprint.set.id == set && set != 0) {
            footprints.push_back(&footprint);
        }
    }
    std::ranges::sort(footprints, [](const plan::Footprint* a, const plan::Footprint* b) {
        return std::tie(a->name, a->id) < std::tie(b->name, b->id);
    });
    for (const auto* footprint : footprints) {
        fit.footprints.push_back(fitter.fitted(*footprint));
    }
    fitter.listCover(fit);
    measureCoterminosity(fit);
    return fit;
}

} // namespace wardmote::analysis
