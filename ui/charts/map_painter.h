#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/charts/palette.h"

#include <QFont>
#include <QString>
#include <QStringList>
#include <QTransform>

#include <set>
#include <vector>

class QPainter;

namespace wardmote::charts {

/// An area as the map shows it. Shapes come from the geometry, by id; areas without a shape are not drawn.
struct MapArea {
    plan::Id id = 0;
    QString name;
    int cluster = -1; ///< position in MapSpec::clusters; -1: none, drawn for orientation
    QString figure;   ///< "4,131 residents", for the tool tip and for screen readers
};

struct MapCluster {
    plan::Id id = 0;
    QString name;
    int colour = 0; ///< fill number from 0; its pattern goes with it
    QString figure; ///< beside the name in the legend
};

/// A map as data. Nothing of the program's state is in it, so a report draws with it too.
struct MapSpec {
    MapGeometryRef geometry;
    std::vector<MapArea> areas;
    std::vector<MapCluster> clusters;
    QStringList attribution; ///< shown on the map, as the data demands
    QString noCluster;       ///< legend of areas in no cluster: "In no area forum"
    QString empty;           ///< said where there is nothing to draw
};

/// What part of the ground lies where: device = (metres - centre) / metresPerUnit + middle of the place.
struct MapView {
    QPointF centre; ///< metres, y down
    double metresPerUnit = 1;

    QTransform toDevice(const QRectF& place) const;
    QPointF toMetres(QPointF device, const QRectF& place) const;
    bool operator==(const MapView&) const = default;
};
/// Everything in sight, with a margin.
MapView fitted(const QRectF& metres, const QRectF& place);

struct MapLook {
    Medium medium = Medium::light;
    QFont font;
    double unit = 1; ///< the painter's units in a pixel of a screen: lines, hatches and distances follow it
    std::set<plan::Id> selected;
    plan::Id current = 0; ///< has the keyboard; 0: none
    bool clusterLabels = true;
    bool areaLabels = true;
    bool furniture = true;  ///< scale bar and attribution over the map; off where they stand around it
    bool cutAtEdge = false; ///< cut shapes at the edge of the place: for PDF and SVG, which lose clips
};

/// Draws the map with its labels into the place, and over it scale bar and attribution. Clusters differ by
/// colour and pattern, and each is named; labels that would collide are left out, the largest areas first
/// served.
void paintMap(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
              const MapLook& look);

/// The map in words: "Map of 66 areas in 6 clusters: Keynsham Area (8 areas), ...; 2 in none".
QString inWords(const MapSpec& spec);

} // namespace wardmote::charts
