#pragma once
#include "ui/charts/bars.h"
#include "ui/charts/network_layout.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace wardmote::charts {

/// A thing of the network. Its disc is as large as its size, its group's number stands in it.
struct NetworkNode {
    QString name;
    QString sentence;           ///< what it says when it is read aloud and in its tip
    std::optional<double> size; ///< in the network's unit; nothing: not recorded, drawn as a dashed ring
    int group = 0;              ///< number written in it; 0: none
};

struct NetworkLine {
    std::size_t a = 0;
    std::size_t b = 0;
    double strength = 0; ///< 0..1; the stronger, the thicker
    bool strong = false; ///< drawn through; others are dashed
    QString sentence;
};

struct Network {
    std::vector<NetworkNode> nodes;
    std::vector<NetworkLine> lines;
    QString sizeUnit;    ///< "paid hours a year"; said in the legend
    QString strongWords; ///< what a line drawn through means
    QString weakWords;   ///< what a dashed one means
    QString groupWords;  ///< what a number in a node means; empty: no node has one
};

/// A network laid out for a place: where each node is, how large, and where its name is written.
struct NetworkScene {
    struct Name {
        QRectF box; ///< null: there is no room for it that covers no other name and no node
        QStringList lines;
    };
    QRectF place;  ///< of nodes and names
    QRectF legend; ///< below
    std::vector<QPointF> places;
    std::vector<double> radii;
    std::vector<Name> names;
};

/// Names never cover one another, nor a node.
NetworkScene sceneOf(const Network& network, const Look& look, const QRectF& place);

/// Height at which most names of so many nodes find room.
double usualNetworkHeight(std::size_t nodes, const Look& look, double width);

/// `chosen`: this node and its lines stand out, and its name is shown whole; -1: none.
void paintNetwork(QPainter& painter, const Network& network, const NetworkScene& scene, const Look& look,
                  int chosen = -1);

/// The node at a point, -1: none. The line at a point, where there is no node.
int nodeAt(const NetworkScene& scene, const QPointF& at);
int lineAt(const Network& network, const NetworkScene& scene, const QPointF& at);

} // namespace wardmote::charts
