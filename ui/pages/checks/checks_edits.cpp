#include "ui/pages/checks/checks_edits.h"

#include "core/geography/measures.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ChecksEdits", text);
}

/// A sentence of a rule within a label: without its full stop.
QString within(const std::string& sentence) {
    auto text = QString::fromStdString(sentence);
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text;
}

std::optional<plan::Point> middleOf(const plan::Area& area) {
    if (area.boundary && !area.boundary->empty()) {
        const auto box = plan::boxOf(*area.boundary);
        return plan::Point{(box.min.easting + box.max.easting) / 2,
                           (box.min.northing + box.max.northing) / 2};
    }
    if (area.easting && area.northing) {
        return plan::Point{*area.easting, *area.northing};
    }
    return std::nullopt;
}

bool links(const plan::Area& area, plan::Id other) {
    return std::ranges::any_of(area.neighbours,
                               [&](const plan::NeighbourLink& link) { return link.area.id == other; });
}

} // namespace

CheckEdit acceptBreaches(const std::vector<analysis::JudgedBreach>& breaches, plan::Id arrangement,
                         const analysis::AcceptanceReason& reason, const std::function<plan::Id()>& newId) {
    CheckEdit edit;
    std::size_t count = 0;
    for (const auto& [breach, accepted] : breaches) {
        if (!accepted) {
            edit.changes.insert(analysis::acceptanceFor(breach, arrangement, reason, newId()));
            edit.label = tr("Accept: %1").arg(within(breach.message));
            ++count;
        }
    }
    if (count > 1) {
        edit.label = tr("Accept %1 findings").arg(count);
    }
    return edit;
}

CheckEdit withdrawAcceptances(const plan::Plan& plan, const std::vector<plan::Id>& acceptances) {
    CheckEdit edit;
    for (const auto id : acceptances) {
        if (const auto* acceptance = plan.find<plan::Acceptance>(id)) {
            edit.changes.erase<plan::Acceptance>(id);
            edit.label = tr("No longer accept: %1").arg(within(acceptance->name));
        }
    }
    if (edit.changes.size() > 1) {
        edit.label = tr("No longer accept %1 findings").arg(edit.changes.size());
    }
    return edit;
}

CheckEdit linkAreas(const plan::Plan& plan, plan::Id area, plan::Id other, const QString& reason) {
    CheckEdit edit;
    const auto* before = plan.find<plan::Area>(area);
    const auto* neighbour = plan.find<plan::Area>(other);
    if (!before || !neighbour || area == other || links(*before, other) || links(*neighbour, area)) {
        return edit;
    }
    auto after = *before;
    after.neighbours.push_back({{other}, reason.toStdString()});
    std::ranges::sort(after.neighbours, {}, [](const plan::NeighbourLink& link) { return link.area.id; });
    edit.changes.update(*before, after);
    edit.label = tr("Count %1 as next to %2")
                     .arg(QString::fromStdString(before->name), QString::fromStdString(neighbour->name));
    return edit;
}

std::vector<plan::Id> nearestAreas(const plan::Plan& plan, plan::Id area) {
    struct Candidate {
        double metres;
        std::string name;
        plan::Id id;
        auto operator<=>(const Candidate&) const = default;
    };
    const auto* from = plan.find<plan::Area>(area);
    const auto middle = from ? middleOf(*from) : std::nullopt;
    std::vector<Candidate> candidates;
    for (const auto& other : plan.all<plan::Area>()) {
        if (other.id != area) {
            const auto there = middleOf(other);
            const double metres = middle && there ? geography::distanceBetween(*middle, *there) : 1e300;
            candidates.push_back({metres, other.name, other.id});
        }
    }
    std::ranges::sort(candidates);
    std::vector<plan::Id> ids;
    for (const auto& candidate : candidates) {
        ids.push_back(candidate.id);
    }
    return ids;
}

} // namespace wardmote::ui
