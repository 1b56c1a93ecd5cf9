#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/charts/palette.h"

#include <QBrush>
#include <QFont>
#include <QString>
#include <QStringList>
#include <QTransform>

#include <optional>
#include <set>
#include <tuple>
#include <vector>

class QPainter;

namespace wardmote::charts {

/// An area as the map shows it. Shapes come from the geometry, by id; areas without a shape are not drawn.
struct MapArea {
    plan::Id id = 0;
    QString name;
    int cluster = -1;     ///< position in MapSpec::clusters; -1: none, drawn for orientation
    QString figure;       ///< "4,131 residents", for the tool tip and for screen readers
    int shade = -1;       ///< position in MapSpec::shades where there are any; -1: not recorded
    bool locked = false;  ///< a padlock stands by its name
    bool outside = false; ///< of a neighbouring council: paler, its name in italics
};

struct MapCluster {
    plan::Id id = 0;
    QString name;
    int colour = 0; ///< fill number from 0; its pattern goes with it
    QString figure; ///< beside the name in the legend
    bool locked = false;
};

/// A class of values by which areas are filled instead of by their clusters: "2,000 to 4,999".
struct MapShade {
    QString name;
    std::optional<double> share; ///< lightness, 0..1 of the largest; nothing: a colour of its own
    int colour = 0;              ///< fill number from 0, with its pattern, where there is no share
};

/// Another body's geography over the map: dashed lines with a name.
struct MapFootprint {
    QString name;
    std::vector<QPolygonF> outlines; ///< metres, y down
    QPointF inside;                  ///< for the name
};

/// A place on the map, known by its sign.
struct MapPoint {
    enum class Sign { asset, meetingPlace };
    plan::Id id = 0;
    QString name;
    QPointF at; ///< metres, y down
    Sign sign = Sign::asset;
};

/// A map as data. Nothing of the program's state is in it, so a report draws with it too.
struct MapSpec {
    MapGeometryRef geometry;
    std::vector<MapArea> areas;
    std::vector<MapCluster> clusters;
    QStringList attribution; ///< shown on the map, as the data demands
    QString noCluster;       ///< legend of areas in no cluster: "In no area forum"
    QString empty;           ///< said where there is nothing to draw

    QString shadedBy;             ///< what the shades are of: "Residents"; empty: filled by cluster
    std::vector<MapShade> shades; ///< none where nothing is recorded
    QString noValue;              ///< legend of areas without a shade: "Not recorded"
    std::vector<MapFootprint> footprints;
    QString footprintsName; ///< of their set, for the legend
    std::vector<MapPoint> points;
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
    bool pixels = false;   ///< drawn into an image: hatches are tiles and letters have rims of letters, which
                           ///< is many times quicker
    bool outlines = true;  ///< of what is selected and has the keyboard
    double nameFactor = 1; ///< of the size of names: larger in a meeting room
    bool clusterFigures = false; ///< beneath the names of clusters
};

/// Draws the map with its labels into the place, and over it scale bar and attribution. Clusters differ by
/// colour and pattern, and each is named; labels that would collide are left out, the largest areas first
/// served.
void paintMap(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
              const MapLook& look);

/// The outlines of what is selected and has the keyboard, over a map drawn before.
void paintMapOutlines(QPainter& painter, const QRectF& place, const MapGeometry& geometry,
                      const MapGeometry::Level& level, const MapView& view, const MapLook& look);

/// The fill of an area: by its shade where there are any, else by its cluster.
struct MapFill {
    QColor colour;
    Pattern pattern = Pattern::none;
    QColor ink; ///< of the pattern
    auto key() const { return std::tuple(colour.rgba(), pattern, ink.rgba()); }
};
MapFill fillOf(const MapSpec& spec, const MapArea& area, Medium medium);
MapFill fillOfCluster(const MapSpec& spec, int cluster, Medium medium);
MapFill fillOfShade(const MapSpec& spec, int shade, Medium medium);

/// A brush of a fill with its pattern for an image, `spacing` between the strokes in pixels of a screen, of
/// which one is `ratio` of the image's.
QBrush pixelBrush(const MapFill& fill, double spacing, double ratio);

/// The map in words: "Map of 66 areas in 6 clusters: Keynsham Area (8 areas), ...; 2 in none".
QString inWords(const MapSpec& spec);

} // namespace wardmote::charts
