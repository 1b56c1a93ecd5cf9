#include "ui/charts/network_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace wardmote::charts {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Network", text);
}

QPen penOf(const NetworkLine& line, const Inks& inks, bool standsOut, bool fades) {
    auto ink = standsOut ? inks.accent : inks.grid;
    if (fades) {
        ink.setAlphaF(0.35f);
    }
    QPen pen(ink, 1 + 3 * line.strength);
    if (!line.strong) {
        pen.setDashPattern({3, 2});
        pen.setWidthF(std::max(1.0, 2 * line.strength));
    }
    return pen;
}

void paintLines(QPainter& painter, const Network& network, const NetworkScene& scene, const Inks& inks,
                int chosen) {
    for (const bool above : {false, true}) { // those of the chosen node over all others
        for (const auto& line : network.lines) {
            const bool own =
                chosen >= 0 && (static_cast<int>(line.a) == chosen || static_cast<int>(line.b) == chosen);
            if (own == above) {
                painter.setPen(penOf(line, inks, own, chosen >= 0 && !own));
                painter.drawLine(scene.places[line.a], scene.places[line.b]);
            }
        }
    }
}

void paintNodes(QPainter& painter, const Network& network, const NetworkScene& scene, const Look& look,
                int chosen) {
    const auto& inks = inksOf(look.medium);
    for (std::size_t node = 0; node < network.nodes.size(); ++node) {
        const auto& is = network.nodes[node];
        const bool stands = static_cast<int>(node) == chosen;
        painter.setBrush(is.size ? (stands ? inks.accent : sequential(0.35, look.medium)) : inks.surface);
        QPen outline(inks.text, stands ? 2.5 : 1);
        if (!is.size) {
            outline.setStyle(Qt::DashLine);
        }
        painter.setPen(outline);
        painter.drawEllipse(scene.places[node], scene.radii[node], scene.radii[node]);
        if (is.group > 0) {
            painter.setPen(is.size ? textOn(painter.brush().color()) : inks.text);
            const double half = look.font.pixelSize();
            painter.drawText(QRectF(scene.places[node] - QPointF(half, half), QSizeF(2 * half, 2 * half)),
                             Qt::AlignCenter, QString::number(is.group));
        }
    }
}

void paintNames(QPainter& painter, const Network& network, const NetworkScene& scene, const Look& look,
                int chosen) {
    const auto& inks = inksOf(look.medium);
    const QFontMetricsF metrics(look.font);
    for (std::size_t node = 0; node < scene.names.size(); ++node) {
        const auto& name = scene.names[node];
        if (name.box.isNull() || static_cast<int>(node) == chosen) {
            continue;
        }
        auto ground = inks.surface;
        ground.setAlphaF(0.8f);
        painter.fillRect(name.box, ground);
        painter.setPen(inks.text);
        painter.drawText(name.box, Qt::AlignCenter, name.lines.join(u'\n'));
    }
    if (chosen < 0) {
        return;
    }
    // The chosen one is named whole, over whatever is there.
    const auto& whole = network.nodes[static_cast<std::size_t>(chosen)].name;
    QRectF box(QPointF(), QSizeF(metrics.horizontalAdvance(whole) + 12, metrics.lineSpacing() + 6));
    box.moveCenter(scene.places[static_cast<std::size_t>(chosen)]);
    box.moveTop(scene.places[static_cast<std::size_t>(chosen)].y() +
                scene.radii[static_cast<std::size_t>(chosen)] + 4);
    box.moveLeft(std::max(scene.place.left(), std::min(box.left(), scene.place.right() - box.width())));
    if (box.bottom() > scene.place.bottom()) {
        box.moveBottom(scene.places[static_cast<std::size_t>(chosen)].y() -
                       scene.radii[static_cast<std::size_t>(chosen)] - 4);
    }
    painter.setBrush(inks.surface);
    painter.setPen(QPen(inks.accent, 1.5));
    painter.drawRect(box);
    painter.setPen(inks.text);
    painter.drawText(box, Qt::AlignCenter, whole);
}

void paintLegend(QPainter& painter, const Network& network, const NetworkScene& scene, const Look& look) {
    const auto& inks = inksOf(look.medium);
    const double high = QFontMetricsF(look.font).lineSpacing();
    double y = scene.legend.top() + 4;
    const double sign = look.font.pixelSize() * 2.4;
    const auto write = [&](const QString& words) {
        painter.setPen(inks.muted);
        painter.drawText(QRectF(scene.legend.left() + sign + 8, y, scene.legend.width() - sign - 8, high),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
        y += high;
    };
    const auto line = [&](bool strong, const QString& words) {
        painter.setPen(penOf({0, 0, 0.7, strong, {}}, inks, false, false));
        painter.drawLine(QPointF(scene.legend.left(), y + high / 2),
                         QPointF(scene.legend.left() + sign, y + high / 2));
        write(words);
    };
    line(true, network.strongWords);
    line(false, network.weakWords);
    painter.setBrush(inks.surface);
    painter.setPen(QPen(inks.text, 1, Qt::DashLine));
    painter.drawEllipse(QPointF(scene.legend.left() + sign / 2, y + high / 2), high * 0.36, high * 0.36);
    write(tr("Larger discs: more %1; dashed: not recorded").arg(network.sizeUnit));
    if (!network.groupWords.isEmpty()) {
        painter.setPen(inks.text);
        painter.drawText(QRectF(scene.legend.left(), y, sign, high), Qt::AlignCenter, QStringLiteral("1"));
        write(network.groupWords);
    }
}

} // namespace

void paintNetwork(QPainter& painter, const Network& network, const NetworkScene& scene, const Look& look,
                  int chosen) {
    painter.setFont(look.font);
    paintLines(painter, network, scene, inksOf(look.medium), chosen);
    paintNodes(painter, network, scene, look, chosen);
    paintNames(painter, network, scene, look, chosen);
    paintLegend(painter, network, scene, look);
}

} // namespace wardmote::charts
