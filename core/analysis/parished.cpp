#include "core/analysis/clusters.h"

namespace wardmote::analysis {
namespace {

std::optional<Parished> byLocalCouncil(const plan::Area& area) {
    if (!area.localCouncilKind) {
        return std::nullopt;
    }
    switch (*area.localCouncilKind) {
    case plan::LocalCouncilKind::none:
    case plan::LocalCouncilKind::charterTrustees: // hold a city's customs where it has no council
        return Parished::unparished;
    default:
        return Parished::parished;
    }
}

} // namespace

Parished parishedness(const plan::Area& area, bool planHoldsParishes) {
    if (area.kind == plan::AreaKind::parish) {
        return Parished::parished;
    }
    if (area.kind == plan::AreaKind::unparished) {
        return Parished::unparished;
    }
    if (area.code.starts_with("E04") || area.code.starts_with("W04")) {
        return Parished::parished;
    }
    if (area.code.starts_with("E43")) {
        return Parished::unparished;
    }
    if (const auto council = byLocalCouncil(area)) {
        return *council;
    }
    return area.kind == plan::AreaKind::ward && planHoldsParishes ? Parished::unparished
                                                                  : Parished::notRecorded;
}

bool holdsParishes(const plan::Plan& plan) {
    for (const auto& area : plan.all<plan::Area>()) {
        if (area.kind == plan::AreaKind::parish || area.code.starts_with("E04") ||
            area.code.starts_with("W04")) {
            return true;
        }
    }
    return false;
}

Parished parishedness(const plan::Plan& plan, const plan::Area& area) {
    return parishedness(area, holdsParishes(plan));
}

} // namespace wardmote::analysis
