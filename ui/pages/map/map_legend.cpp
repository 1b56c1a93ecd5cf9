#include "ui/pages/map/map_legend.h"

#include "ui/widgets/style.h"

#include <QPainter>

#include <algorithm>

namespace wardmote::ui {

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    setNames(*this, QStringLiteral("mapLegend"), tr("Legend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MapLegend::show(const charts::MapSpec& spec) {
    title_ = spec.shadedBy;
    // The clusters stand in the list beside it.
    const auto medium = charts::mediumOf(palette());
    entries_ = charts::legendOf(spec, medium, false);
    QStringList names;
    for (const auto& entry : entries_) {
        names << entry.name;
    }
    setAccessibleDescription((title_.isEmpty() ? QString() : title_ + QStringLiteral(": ")) +
                             names.join(QStringLiteral("; ")));
    setVisible(!entries_.empty());
    updateGeometry();
    update();
}

int MapLegend::rowHeight() const {
    return fontMetrics().height() + 5;
}

QSize MapLegend::sizeHint() const {
    const auto rows = static_cast<int>(entries_.size()) + (title_.isEmpty() ? 0 : 1);
    return {180, rows * rowHeight()};
}

QSize MapLegend::minimumSizeHint() const {
    return {100, sizeHint().height()};
}

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto medium = charts::mediumOf(palette());
    int top = 0;
    const auto write = [&](int left, const QString& text) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(left, top, width() - left, rowHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text, Qt::ElideRight, width() - left));
    };
    if (!title_.isEmpty()) {
        auto bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        write(0, title_);
        painter.setFont(font());
        top += rowHeight();
    }
    for (const auto& entry : entries_) {
        painter.save();
        charts::paintLegendSign(painter, QRectF(1, top + 4, 22, rowHeight() - 8), entry, medium);
        painter.restore();
        write(30, entry.name);
        top += rowHeight();
    }
}

} // namespace wardmote::ui
