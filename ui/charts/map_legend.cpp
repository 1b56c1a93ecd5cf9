#include "ui/charts/map_legend.h"

#include "ui/charts/map_marks.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace wardmote::charts {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

void addPoints(std::vector<LegendEntry>& entries, const MapSpec& spec) {
    const auto add = [&](MapPoint::Sign sign, const QString& name) {
        if (std::ranges::find(spec.points, sign, &MapPoint::sign) != spec.points.end()) {
            entries.push_back({name, std::nullopt, sign});
        }
    };
    add(MapPoint::Sign::asset, tr("Community asset"));
    add(MapPoint::Sign::meetingPlace, tr("Meeting place"));
}

} // namespace

std::vector<LegendEntry> legendOf(const MapSpec& spec, Medium medium, bool withClusters) {
    std::vector<LegendEntry> entries;
    const auto anyArea = [&](const auto& holds) { return std::ranges::any_of(spec.areas, holds); };
    if (!spec.shadedBy.isEmpty()) {
        for (std::size_t i = 0; i < spec.shades.size(); ++i) {
            entries.push_back({spec.shades[i].name, fillOfShade(spec, static_cast<int>(i), medium), {}});
        }
        if (anyArea([](const MapArea& area) { return area.shade < 0; })) {
            entries.push_back({spec.noValue, fillOfShade(spec, -1, medium), {}});
        }
    } else if (withClusters) {
        for (std::size_t i = 0; i < spec.clusters.size(); ++i) {
            entries.push_back({spec.clusters[i].name, fillOfCluster(spec, static_cast<int>(i), medium), {}});
        }
        if (!spec.noCluster.isEmpty() &&
            anyArea([](const MapArea& area) { return area.cluster < 0 && !area.outside; })) {
            entries.push_back({spec.noCluster, fillOfCluster(spec, -1, medium), {}});
        }
    }
    if (anyArea([](const MapArea& area) { return area.outside; })) {
        MapArea outside;
        outside.outside = true;
        MapSpec bare;
        entries.push_back({tr("Outside the council"), fillOf(bare, outside, medium), {}});
    }
    if (!spec.footprints.empty()) {
        entries.push_back({spec.footprintsName, {}, {}});
    }
    addPoints(entries, spec);
    return entries;
}

void paintLegendSign(QPainter& painter, const QRectF& box, const LegendEntry& entry, Medium medium) {
    const auto& inks = inksOf(medium);
    if (entry.fill) {
        QPainterPath swatch;
        swatch.addRect(box);
        const bool none = entry.fill->pattern == Pattern::sparse;
        fillPatterned(painter, swatch, entry.fill->colour, entry.fill->pattern, 0.45 * box.height(),
                      none ? inks.muted : inks.text, 0.06 * box.height());
    } else if (entry.sign) {
        drawPointSign(painter, box.center(), *entry.sign, 0.8 * box.height(), inks);
    } else {
        QPen dashed(inks.accent, 0.18 * box.height(), Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({2.4, 1.4});
        painter.setPen(dashed);
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    }
}

} // namespace wardmote::charts
