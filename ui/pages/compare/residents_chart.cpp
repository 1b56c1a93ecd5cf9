#include "ui/pages/compare/residents_chart.h"

#include "ui/charts/palette.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

constexpr double gap = 8;
constexpr double barShare = 0.68; ///< of a row's height

} // namespace

ResidentsChart::ResidentsChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("residentsChart"));
    setFocusPolicy(Qt::NoFocus); // the table beside it says all that it shows
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ResidentsChart::show(const ComparisonRef& answer) {
    blocks_.clear();
    QStringList sentences;
    for (const auto& arrangement : answer->comparison.arrangements) {
        Block block;
        block.name = QString::fromStdString(arrangement.name);
        if (arrangement.target && !arrangement.target->fromMean) {
            block.least = arrangement.target->least;
            block.most = arrangement.target->most;
        }
        block.mean = arrangement.meanResidents;
        for (const auto& cluster : arrangement.clusters) {
            const auto* record = answer->plan->find<plan::Cluster>(cluster.id);
            block.bars.push_back(
                {cluster.id, QString::fromStdString(cluster.name),
                 cluster.residents ? std::optional<double>(*cluster.residents) : std::nullopt,
                 !cluster.areasWithoutResidents.empty(), record ? fillOf(*answer->plan, *record) : 0});
        }
        std::ranges::stable_sort(block.bars, std::greater{},
                                 [](const Bar& bar) { return bar.residents.value_or(-1); });
        sentences << tr("%1: %2 in all").arg(block.name).arg(block.bars.size());
        blocks_.push_back(std::move(block));
    }
    setAccessibleName(tr("Residents by arrangement. %1").arg(sentences.join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

QString ResidentsChart::legend() const {
    const bool band =
        std::ranges::any_of(blocks_, [](const Block& block) { return block.least || block.most; });
    const bool mean = std::ranges::any_of(blocks_, [](const Block& block) { return block.mean.has_value(); });
    return band   ? tr("Shaded: the residents that the plan wants. The largest comes first.")
           : mean ? tr("Dashed line: the arrangement's mean. The largest comes first.")
                  : QString();
}

int ResidentsChart::rowHeight() const {
    return fontMetrics().height() + 8;
}

QSize ResidentsChart::sizeHint() const {
    std::size_t rows = 0;
    for (const auto& block : blocks_) {
        rows += block.bars.size() + 2; // its name, and air below
    }
    return {560, static_cast<int>(rows) * rowHeight() + rowHeight()};
}

ResidentsChart::Scale ResidentsChart::scale() const {
    double names = 0;
    Scale scale;
    for (const auto& block : blocks_) {
        for (const auto& bar : block.bars) {
            names = std::max(names, static_cast<double>(fontMetrics().horizontalAdvance(bar.name)));
            scale.most = std::max(scale.most, bar.residents.value_or(0));
        }
        scale.most = std::max({scale.most, block.most.value_or(0), block.least.value_or(0)});
    }
    const double figures = fontMetrics().horizontalAdvance(tr("at least %1").arg(numberText(9'999'999)));
    scale.left = std::min(names, width() * 0.4) + gap;
    scale.width = std::max(40.0, width() - scale.left - figures - 2 * gap);
    return scale;
}

void ResidentsChart::paintReference(QPainter& painter, const Block& block, const Scale& scale, double top,
                                    double bottom) const {
    const auto& inks = charts::inksOf(charts::mediumOf(palette()));
    painter.setPen(QPen(inks.muted, 1, Qt::DashLine));
    if (block.least || block.most) {
        const double from = scale.at(block.least.value_or(0));
        const double to = block.most ? scale.at(*block.most) : scale.left + scale.width;
        painter.fillRect(QRectF(from, top, to - from, bottom - top), inks.context);
        if (block.least) {
            painter.drawLine(QPointF(from, top), QPointF(from, bottom));
        }
        if (block.most) {
            painter.drawLine(QPointF(to, top), QPointF(to, bottom));
        }
    } else if (block.mean) {
        painter.drawLine(QPointF(scale.at(*block.mean), top), QPointF(scale.at(*block.mean), bottom));
    }
}

void ResidentsChart::paintBar(QPainter& painter, const Bar& bar, const Scale& scale, double top) const {
    const auto& inks = charts::inksOf(charts::mediumOf(palette()));
    const QRectF label(0, top, scale.left - gap, rowHeight());
    painter.setPen(inks.text);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(bar.name, Qt::ElideRight, static_cast<int>(label.width())));
    const double end = scale.at(bar.residents.value_or(0));
    if (bar.residents) {
        QPainterPath box;
        box.addRect(scale.left, top + rowHeight() * (1 - barShare) / 2, std::max(1.0, end - scale.left),
                    rowHeight() * barShare);
        charts::fillPatterned(painter, box, charts::categorical(bar.fill), charts::patternOf(bar.fill), 6,
                              inks.text);
    }
    const auto number = bar.residents ? numberText(std::llround(*bar.residents)) : notRecorded();
    const auto words = bar.residents && bar.atLeast ? tr("at least %1").arg(number) : number;
    const QRectF place(end + gap, top, fontMetrics().horizontalAdvance(words) + 2, rowHeight());
    painter.fillRect(place.adjusted(-2, 3, 2, -3), palette().color(QPalette::Window)); // over the line
    painter.setPen(bar.residents ? inks.text : inks.muted);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void ResidentsChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& inks = charts::inksOf(charts::mediumOf(palette()));
    const auto place = scale();
    auto strong = font();
    strong.setBold(true);
    double top = 0;
    painter.setPen(inks.muted);
    painter.drawText(QRectF(0, top, width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, legend());
    top += rowHeight();
    for (const auto& block : blocks_) {
        painter.setFont(strong);
        painter.setPen(inks.text);
        painter.drawText(QRectF(0, top, place.left + place.width, rowHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, block.name);
        painter.setFont(font());
        top += rowHeight();
        const double bottom = top + static_cast<double>(block.bars.size()) * rowHeight();
        paintReference(painter, block, place, top, bottom);
        for (const auto& bar : block.bars) {
            paintBar(painter, bar, place, top);
            top += rowHeight();
        }
        top += rowHeight();
    }
}

void ResidentsChart::mousePressEvent(QMouseEvent* event) {
    int row = static_cast<int>(event->position().y()) / rowHeight() - 1; // below the legend
    for (const auto& block : blocks_) {
        --row; // its name
        if (row >= 0 && row < static_cast<int>(block.bars.size())) {
            Q_EMIT clusterChosen(block.bars[static_cast<std::size_t>(row)].cluster);
            return;
        }
        row -= static_cast<int>(block.bars.size()) + 1;
    }
}

} // namespace wardmote::ui
