#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>
#include <map>

namespace wardmote::report {

namespace {

std::string kindOf(const plan::Area& area) {
    return label(area.kind);
}

std::string localCouncilOf(const plan::Area& area) {
    if (!area.localCouncilName.empty()) {
        return area.localCouncilName;
    }
    return area.localCouncilKind ? label(area.localCouncilKind) : std::string(notRecorded);
}

/// "Town council" of Keynsham Town Council beside Keynsham; the kind of area where it has no council.
std::string councilInBrief(const plan::Area& area) {
    const bool none = area.localCouncilKind == plan::LocalCouncilKind::none ||
                      (!area.localCouncilKind && area.localCouncilName.empty());
    if (none) {
        return kindOf(area);
    }
    const bool named = area.localCouncilName.empty() || area.localCouncilName.starts_with(area.name);
    return area.localCouncilKind && named ? label(area.localCouncilKind) : localCouncilOf(area);
}

std::string clusterOf(const Scope& scope, plan::Id area) {
    for (const auto& cluster : scope.arrangement.clusters) {
        if (std::ranges::find(cluster.areas, area) != cluster.areas.end()) {
            return cluster.name;
        }
    }
    return "none";
}

void addShape(Document& document, const Scope& scope) {
    const auto& measures = *scope.measures;
    std::vector<Spans> points;
    const auto point = [&points](std::string text) { points.push_back({{std::move(text), false, {}}}); };
    if (measures.contiguous) {
        point(*measures.contiguous
                  ? "Its areas hang together."
                  : "Its areas lie in " + counted(measures.pieces.size(), "piece", "pieces") +
                        " that do not touch.");
    }
    if (!measures.shared.empty()) {
        std::vector<std::string> names;
        for (const auto& shared : measures.shared) {
            names.push_back(
                plan::nameOf(*scope.whole, plan::RecordKind::area, shared.area) +
                (shared.mainCluster
                     ? " (mainly in " +
                           plan::nameOf(*scope.whole, plan::RecordKind::cluster, shared.mainCluster) + ")"
                     : ""));
        }
        point("Shared with other " + scope.settings().clusterWordPlural + ": " + joined(names) +
              ". Residents of a shared area count where it mainly belongs.");
    }
    if (measures.deprivationScore) {
        point("Deprivation score, weighted by residents: " + decimal(*measures.deprivationScore, 1) +
              (measures.deprivationVintages.empty()
                   ? std::string{}
                   : " (Indices of Deprivation " + joined(measures.deprivationVintages) + ")") +
              (measures.deprivationRestsOn && *measures.deprivationRestsOn < 0.995
                   ? ", resting on " + percent(*measures.deprivationRestsOn) + " of residents"
                   : std::string{}) +
              ".");
    }
    for (const auto& split : measures.splitFootprints) {
        if (document.compact) {
            break; // a profile has a table of them
        }
        point("The footprint " + plan::nameOf(*scope.whole, plan::RecordKind::footprint, split.footprint) +
              " lies partly in other " + scope.settings().clusterWordPlural + ".");
    }
    if (!points.empty()) {
        document.add(List{false, std::move(points)});
    }
}

} // namespace

Map mapOf(const Scope& scope) {
    Map map;
    std::map<plan::Id, std::size_t> group;
    for (const auto& measures : scope.arrangement.clusters) {
        if (scope.cluster && measures.id != scope.cluster->id) {
            continue;
        }
        const auto* cluster = scope.whole->find<plan::Cluster>(measures.id);
        map.groups.push_back({measures.name, cluster ? cluster->colour : std::nullopt});
        for (const auto area : measures.areas) {
            group[area] = map.groups.size() - 1;
        }
        if (scope.cluster) {
            for (const auto& shared : measures.shared) {
                group[shared.area] = map.groups.size() - 1;
            }
        }
    }
    for (const auto& area : scope.whole->all<plan::Area>()) {
        const auto at = group.find(area.id);
        Map::Area drawn;
        drawn.name = area.name;
        drawn.boundary = area.boundary;
        if (area.easting && area.northing) {
            drawn.point = plan::Point{*area.easting, *area.northing};
        }
        drawn.group = at == group.end() ? std::nullopt : std::optional(at->second);
        map.areas.push_back(std::move(drawn));
    }
    map.others = scope.cluster ? "Elsewhere in the plan" : "In no " + scope.word();
    for (const auto& line : scope.settings().attributions) {
        map.attribution.push_back(line.text);
    }
    return map;
}

void addAreas(Document& document, const Scope& scope) {
    document.heading(1, "Areas and residents");
    auto map = mapOf(scope);
    const bool drawable =
        std::ranges::any_of(map.areas, [](const auto& area) { return area.boundary || area.point; });
    std::vector<std::string> names;
    for (const auto id : scope.areas) {
        names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, id));
    }
    if (drawable && !scope.areas.empty()) {
        std::string alternative;
        if (scope.cluster) {
            alternative = "Map of " + scope.place() + ", which takes in " + joined(names) +
                          ", among the other areas of the plan.";
        } else {
            alternative = "Map of the plan's areas, coloured by " + scope.word() + ": ";
            std::vector<std::string> parts;
            for (const auto& cluster : scope.arrangement.clusters) {
                parts.push_back(cluster.name + " with " + counted(cluster.areas.size(), "area", "areas"));
            }
            alternative += parts.empty() ? "none drawn yet" : joined(parts);
            alternative += ". The table that follows says which area is where.";
        }
        document.add(Figure(alternative,
                            scope.cluster ? "Where " + scope.place() + " lies" : "The arrangement on a map",
                            std::move(map)));
    }
    if (scope.measures) {
        addShape(document, scope);
    }
    Table table;
    table.caption = "Areas of " + scope.place();
    table.whenEmpty = "none yet.";
    // In a profile, whose tables are narrow, the council says what an area is, and where it has none the
    // kind.
    const bool brief = document.compact;
    table.columns = {{"Area", Align::left, 0}};
    if (!brief) {
        table.columns.push_back({"Kind", Align::left, 0});
    }
    table.columns.push_back({scope.cluster ? "Local council" : capitalised(scope.word()), Align::left, 0});
    table.columns.push_back({"Residents", Align::right, 0});
    const auto row = [brief](std::string name, std::string kind, std::string council, std::string residents,
                             bool sum) {
        return brief ? Row{{std::move(name), std::move(council), std::move(residents)}, sum}
                     : Row{{std::move(name), std::move(kind), std::move(council), std::move(residents)}, sum};
    };
    std::int64_t sum = 0;
    std::size_t blank = 0;
    for (const auto id : scope.areas) {
        const auto* area = scope.whole->find<plan::Area>(id);
        if (!area) {
            continue;
        }
        sum += area->residents.value_or(0);
        blank += area->residents ? 0 : 1;
        table.rows.push_back(row(area->name, kindOf(*area),
                                 brief           ? councilInBrief(*area)
                                 : scope.cluster ? localCouncilOf(*area)
                                                 : clusterOf(scope, id),
                                 number(area->residents), false));
    }
    if (blank < table.rows.size()) {
        table.rows.push_back(
            row("All areas listed", "", "", (blank > 0 ? "at least " : "") + grouped(sum), true));
    }
    document.add(std::move(table));
}

} // namespace wardmote::report
