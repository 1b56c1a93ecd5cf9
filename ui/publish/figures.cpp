#include "ui/publish/figures.h"

#include "ui/charts/map_sheet.h"
#include "ui/publish/figure_map.h"
#include "ui/publish/typeface.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace wardmote::publish {

namespace {

struct MatrixPlan {
    double labels = 0;
    double cell = 0;
    double rowHeight = 0;
    double head = 0;
};

MatrixPlan planOf(const report::Matrix& matrix, const charts::Look& look, double width) {
    MatrixPlan plan;
    const QFontMetricsF metrics(look.font);
    for (const auto& row : matrix.rows) {
        plan.labels = std::max(plan.labels, metrics.horizontalAdvance(QString::fromStdString(row)));
    }
    plan.labels = std::min(plan.labels + look.font.pixelSize(), width * 0.4);
    plan.cell = (width - plan.labels) / static_cast<double>(std::max<std::size_t>(1, matrix.columns.size()));
    plan.rowHeight = 1.9 * look.font.pixelSize();
    plan.head = plan.rowHeight;
    return plan;
}

void paintMatrix(QPainter& painter, const QRectF& place, const report::Matrix& matrix,
                 const charts::Look& look) {
    const auto plan = planOf(matrix, look, place.width());
    const auto& inks = charts::inksOf(look.medium);
    double most = 0;
    for (const auto& row : matrix.cells) {
        for (const auto& cell : row) {
            most = std::max(most, cell.value_or(0));
        }
    }
    painter.save();
    painter.translate(place.topLeft());
    painter.setFont(look.font);
    painter.setPen(inks.text);
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
        const QRectF head(plan.labels + static_cast<double>(c) * plan.cell, 0, plan.cell, plan.head);
        painter.drawText(head, Qt::AlignCenter, QString::fromStdString(matrix.columns[c]));
    }
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        const double y = plan.head + static_cast<double>(r) * plan.rowHeight;
        painter.setPen(inks.text);
        painter.drawText(QRectF(0, y, plan.labels, plan.rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromStdString(matrix.rows[r]));
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            const auto& value = matrix.cells[r][c];
            const QRectF cell(plan.labels + static_cast<double>(c) * plan.cell, y, plan.cell, plan.rowHeight);
            const QColor fill =
                value && most > 0 ? charts::sequential(*value / most, look.medium) : inks.surface;
            painter.setPen(QPen(inks.grid, 4));
            painter.setBrush(fill);
            painter.drawRect(cell);
            painter.setPen(charts::textOn(fill));
            painter.drawText(cell, Qt::AlignCenter, value ? QString::number(*value) : QString());
        }
    }
    painter.restore();
}

} // namespace

charts::Look printedLook() {
    return {charts::Medium::print, fontOf(Face::body), 0};
}

double figureHeight(const Picture& picture, double width, double most) {
    const auto look = printedLook();
    if (const auto* bars = std::get_if<report::BarChart>(&picture)) {
        return charts::barsHeight(*bars, look, width);
    }
    if (const auto* matrix = std::get_if<report::Matrix>(&picture)) {
        const auto plan = planOf(*matrix, look, width);
        return std::min(most, plan.head + static_cast<double>(matrix->rows.size()) * plan.rowHeight + 10);
    }
    return charts::mapSheetHeight(std::get<charts::MapSpec>(picture), look, width, most);
}

double leastFigureHeight(const Picture& picture, double width, double most) {
    constexpr double smallest = 0.6; // of a map: smaller, its names are lost
    const double whole = figureHeight(picture, width, most);
    if (const auto* bars = std::get_if<report::BarChart>(&picture)) {
        return charts::leastBarsHeight(*bars, printedLook(), width);
    }
    return std::holds_alternative<charts::MapSpec>(picture) ? whole * smallest : whole;
}

std::vector<PictureRef> inPieces(const report::Picture& picture, double width, double most) {
    if (const auto* matrix = std::get_if<report::Matrix>(&picture)) {
        return {std::make_shared<const Picture>(*matrix)};
    }
    if (const auto* map = std::get_if<report::Map>(&picture)) {
        return {std::make_shared<const Picture>(specOf(*map))};
    }
    const auto* bars = std::get_if<report::BarChart>(&picture);
    if (bars->categories.size() < 2 || charts::barsHeight(*bars, printedLook(), width) <= most) {
        return {std::make_shared<const Picture>(*bars)};
    }
    report::BarChart scaled = *bars;
    double longest = 0;
    for (const auto& category : bars->categories) {
        double length = 0;
        for (const auto& value : category.values) {
            length = bars->grouped ? std::max(length, value.value_or(0))
                                   : length + std::max(0.0, value.value_or(0));
        }
        longest = std::max(longest, length);
    }
    scaled.longest = longest;
    std::vector<PictureRef> pieces;
    report::BarChart piece = scaled;
    piece.categories.clear();
    for (const auto& category : scaled.categories) {
        piece.categories.push_back(category);
        if (piece.categories.size() > 1 && charts::barsHeight(piece, printedLook(), width) > most) {
            piece.categories.pop_back();
            pieces.push_back(std::make_shared<const Picture>(piece));
            piece.categories = {category};
        }
    }
    pieces.push_back(std::make_shared<const Picture>(piece));
    return pieces;
}

void paintFigure(QPainter& painter, const QRectF& place, const Picture& picture) {
    const auto look = printedLook();
    if (const auto* bars = std::get_if<report::BarChart>(&picture)) {
        charts::paintBars(painter, place, *bars, look);
    } else if (const auto* matrix = std::get_if<report::Matrix>(&picture)) {
        paintMatrix(painter, place, *matrix, look);
    } else {
        charts::paintMapSheet(painter, place, std::get<charts::MapSpec>(picture), look);
    }
}

} // namespace wardmote::publish
