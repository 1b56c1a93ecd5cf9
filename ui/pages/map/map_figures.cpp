#include "ui/pages/map/map_figures.h"

#include "core/analysis/area_values.h"
#include "core/plan/wording.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("MapPage", text);
}

QString words(const std::string& text) {
    return QString::fromStdString(text);
}

QString figureText(double value, ColourBy by) {
    const bool fine = by == ColourBy::density || by == ColourBy::deprivation;
    return fine ? QLocale(QLocale::English, QLocale::UnitedKingdom).toString(value, 'f', 1)
                : numberText(std::llround(value));
}

struct Held {
    int cluster = -1;
    bool locked = false;
};

/// Where each area has its main cluster, by position in the measures.
std::map<plan::Id, Held> mainClusters(const plan::Plan& plan, const analysis::ArrangementMeasures& measures) {
    std::map<plan::Id, Held> held;
    for (std::size_t i = 0; i < measures.clusters.size(); ++i) {
        const auto* cluster = plan.find<plan::Cluster>(measures.clusters[i].id);
        for (const auto& each : cluster ? cluster->areas : std::vector<plan::ClusterArea>{}) {
            if (each.main) {
                held.try_emplace(each.area.id, Held{static_cast<int>(i), each.locked});
            }
        }
    }
    return held;
}

/// Classes of a value, pale to strong.
void shadeByValue(MapFigures& figures, analysis::AreaValue value, ColourBy by) {
    const auto values = analysis::areaValues(*figures.plan, value);
    const auto classes = analysis::valueClasses(values);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto from = figureText(classes[i].from, by);
        const auto to = figureText(classes[i].to, by);
        const double last = classes.size() > 1 ? static_cast<double>(classes.size() - 1) : 1;
        figures.spec.shades.push_back({from == to ? from : tr("%1 to %2").arg(from, to),
                                       0.08 + 0.84 * static_cast<double>(i) / last, 0});
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        figures.spec.areas[i].shade =
            values[i] ? static_cast<int>(analysis::classOf(classes, *values[i])) : -1;
        figures.valueTexts.push_back(values[i] ? figureText(*values[i], by) : notRecorded());
    }
}

/// One colour and pattern for each name that occurs; an empty name is not recorded.
void shadeByName(MapFigures& figures, const std::vector<QString>& names) {
    std::map<QString, int> known;
    for (const auto& name : names) {
        if (!name.isEmpty()) {
            known.try_emplace(name, 0);
        }
    }
    int position = 0;
    for (auto& [name, at] : known) {
        at = position++;
        figures.spec.shades.push_back({name, std::nullopt, at});
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        figures.spec.areas[i].shade = names[i].isEmpty() ? -1 : known[names[i]];
        figures.valueTexts.push_back(names[i].isEmpty() ? notRecorded() : names[i]);
    }
}

void shadeByGaps(MapFigures& figures) {
    figures.spec.shades = {{tr("No mechanism of its own"), 0.92, 0}, {tr("One or more"), 0.08, 0}};
    const auto counts = analysis::areaValues(*figures.plan, analysis::AreaValue::mechanisms);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const bool gap = counts[i].value_or(0) == 0;
        figures.spec.areas[i].shade = gap ? 0 : 1;
        figures.valueTexts.push_back(gap ? tr("No mechanism of its own")
                                         : numberText(std::llround(*counts[i])));
    }
}

std::vector<QString> kindsOf(const plan::Plan& plan) {
    std::vector<QString> names;
    for (const auto& area : plan.all<plan::Area>()) {
        names.push_back(area.kind ? words(plan::labelOf(*area.kind)) : QString());
    }
    return names;
}

std::vector<QString> phasesOf(const MapFigures& figures) {
    std::vector<QString> names;
    for (const auto& area : figures.spec.areas) {
        const auto* cluster =
            area.cluster < 0 ? nullptr
                             : figures.plan->find<plan::Cluster>(
                                   figures.measures->clusters[static_cast<std::size_t>(area.cluster)].id);
        names.push_back(cluster ? words(cluster->phase) : QString());
    }
    return names;
}

void shade(MapFigures& figures, ColourBy by) {
    switch (by) {
    case ColourBy::cluster:
        for (const auto& area : figures.spec.areas) {
            figures.valueTexts.push_back(
                area.cluster >= 0 ? figures.spec.clusters[static_cast<std::size_t>(area.cluster)].name
                                  : figures.spec.noCluster);
        }
        return;
    case ColourBy::residents:
        return shadeByValue(figures, analysis::AreaValue::residents, by);
    case ColourBy::density:
        return shadeByValue(figures, analysis::AreaValue::density, by);
    case ColourBy::deprivation:
        return shadeByValue(figures, analysis::AreaValue::deprivation, by);
    case ColourBy::mechanisms:
        return shadeByValue(figures, analysis::AreaValue::mechanisms, by);
    case ColourBy::gaps:
        return shadeByGaps(figures);
    case ColourBy::kind:
        return shadeByName(figures, kindsOf(*figures.plan));
    case ColourBy::phase:
        return shadeByName(figures, phasesOf(figures));
    }
}

void addClusters(MapFigures& figures) {
    const auto& plan = *figures.plan;
    for (const auto& measured : figures.measures->clusters) {
        const auto* cluster = plan.find<plan::Cluster>(measured.id);
        figures.spec.clusters.push_back(
            {measured.id, words(measured.name), cluster ? fillOf(plan, *cluster) : 0,
             measured.residents ? tr("%1 residents").arg(numberText(*measured.residents)) : QString(),
             cluster && cluster->locked == true});
    }
}

void addAreas(MapFigures& figures) {
    const auto held = mainClusters(*figures.plan, *figures.measures);
    for (const auto& area : figures.plan->all<plan::Area>()) {
        const auto at = held.find(area.id);
        charts::MapArea drawn;
        drawn.id = area.id;
        drawn.name = words(area.name);
        drawn.cluster = at == held.end() ? -1 : at->second.cluster;
        drawn.locked = at != held.end() && at->second.locked;
        drawn.outside = area.outside == true;
        drawn.figure = area.residents ? tr("%1 residents").arg(numberText(*area.residents))
                                      : tr("residents not recorded");
        figures.spec.areas.push_back(std::move(drawn));
    }
}

/// What else must be heard of an area: what it is coloured by, its lock, that it is a neighbour's.
void completeFigures(MapFigures& figures, ColourBy by) {
    for (std::size_t i = 0; i < figures.spec.areas.size(); ++i) {
        auto& area = figures.spec.areas[i];
        if (by != ColourBy::cluster && by != ColourBy::residents) {
            area.figure += tr(", %1: %2").arg(figures.spec.shadedBy.toLower(), figures.valueTexts[i]);
        }
        if (area.locked) {
            area.figure += tr(", locked");
        }
        if (area.outside) {
            area.figure += tr(", outside the council");
        }
    }
}

} // namespace

QString colourByName(ColourBy by, const QString& clusterWord) {
    switch (by) {
    case ColourBy::cluster: {
        auto word = clusterWord;
        if (!word.isEmpty()) {
            word[0] = word[0].toUpper();
        }
        return word;
    }
    case ColourBy::residents:
        return tr("Residents");
    case ColourBy::density:
        return tr("Residents a hectare");
    case ColourBy::deprivation:
        return tr("Deprivation score");
    case ColourBy::kind:
        return tr("Kind of area");
    case ColourBy::mechanisms:
        return tr("Mechanisms for the area");
    case ColourBy::gaps:
        return tr("Gaps in mechanisms");
    case ColourBy::phase:
        return tr("Phase");
    }
    return {};
}

MapFigures mapFigures(const plan::PlanRef& plan, plan::Id arrangement, const charts::MapGeometryRef& geometry,
                      const std::shared_ptr<const analysis::Neighbours>& neighbours, ColourBy by) {
    MapFigures figures;
    figures.plan = plan;
    figures.measures = std::make_shared<const analysis::ArrangementMeasures>(
        analysis::measuredClusters(*plan, arrangement, neighbours.get()));
    figures.effects = std::make_shared<const analysis::MoveEffects>(plan, figures.measures, neighbours);
    figures.spec.geometry = geometry;
    figures.spec.noCluster = tr("In no %1").arg(words(plan->settings().clusterWord));
    figures.spec.noValue = notRecorded();
    figures.spec.empty = tr("No boundaries and no points are recorded. Import boundaries, or give areas an "
                            "easting and a northing, to see them here.");
    if (by != ColourBy::cluster) {
        figures.spec.shadedBy = colourByName(by, QString());
    }
    for (const auto& line : plan->settings().attributions) {
        figures.spec.attribution << words(line.text);
    }
    addClusters(figures);
    addAreas(figures);
    shade(figures, by);
    completeFigures(figures, by);
    return figures;
}

} // namespace wardmote::ui
