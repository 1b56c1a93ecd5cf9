#include "ui/pages/overlap/hours_chart.h"

#include "ui/charts/palette.h"

#include <QEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace wardmote::ui {

HoursChart::HoursChart(QWidget* parent) : QChartView(parent) {
    setObjectName(QStringLiteral("hoursChart"));
    // The table beside it says all that it shows; the keyboard goes there.
    setFocusPolicy(Qt::NoFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({0, 0, 0, 0});
    chart()->setBackgroundRoundness(0);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void HoursChart::setOverlap(const plan::Plan& plan, const analysis::Overlap& overlap) {
    chart()->removeAllSeries();
    for (auto* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    services_.clear();
    shared_ = notShared_ = nullptr;
    const bool anyHours = std::ranges::any_of(
        overlap.services, [](const auto& service) { return service.hours.value.has_value(); });
    chart()->setTitle(anyHours ? QString() : tr("No paid hours are recorded for any service."));
    if (!anyHours) {
        dress(); // an axis without a value has no range
        return;
    }
    shared_ = new QBarSet(tr("Shared with another service"));
    notShared_ = new QBarSet(tr("Not shared"));
    QStringList names;
    // Categories rise from the bottom, so the first service goes in last.
    for (int i = static_cast<int>(overlap.services.size()) - 1; i >= 0; --i) {
        const auto& service = overlap.services[static_cast<std::size_t>(i)];
        if (!service.hours.value) {
            continue;
        }
        services_.push_back(i);
        names << QString::fromStdString(plan::nameOf(plan, plan::RecordKind::organisation, service.service));
        *shared_ << service.hoursShared.value.value_or(0);
        *notShared_ << service.hoursNotShared.value.value_or(0);
    }
    auto* series = new QHorizontalStackedBarSeries(this);
    series->setBarWidth(0.62);
    series->append(shared_);
    series->append(notShared_);
    chart()->addSeries(series);
    auto* categories = new QBarCategoryAxis(this);
    categories->append(names);
    categories->setGridLineVisible(false);
    chart()->addAxis(categories, Qt::AlignLeft);
    series->attachAxis(categories);
    auto* hours = new QValueAxis(this);
    hours->setTitleText(tr("Paid hours a year"));
    hours->setLabelFormat(QStringLiteral("%.0f"));
    chart()->addAxis(hours, Qt::AlignBottom);
    series->attachAxis(hours);
    hours->applyNiceNumbers();
    chart()->legend()->setAlignment(Qt::AlignTop);
    const auto open = [this](QBarSet* set, int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < services_.size()) {
            Q_EMIT barOpened(services_[static_cast<std::size_t>(index)], set == shared_);
        }
    };
    for (auto* set : {shared_, notShared_}) {
        connect(set, &QBarSet::clicked, this, [open, set](int index) { open(set, index); });
    }
    dress();
    updateGeometry();
}

QSize HoursChart::sizeHint() const {
    if (services_.empty()) {
        return {420, 60}; // the sentence that says so
    }
    return {420, 110 + static_cast<int>(std::max<std::size_t>(services_.size(), 1)) * 30};
}

void HoursChart::dress() {
    const auto& inks = charts::inksOf(charts::mediumOf(palette()));
    chart()->setBackgroundBrush(Qt::transparent);
    setBackgroundBrush(Qt::transparent);
    chart()->setTitleBrush(inks.muted);
    chart()->legend()->setLabelColor(inks.text);
    chart()->legend()->setFont(font());
    for (auto* axis : chart()->axes()) {
        axis->setLabelsColor(inks.text);
        axis->setLabelsFont(font());
        axis->setTitleBrush(inks.muted);
        axis->setTitleFont(font());
        auto faint = inks.grid;
        faint.setAlphaF(0.35f);
        axis->setGridLineColor(faint);
        axis->setLinePenColor(inks.grid);
    }
    if (shared_) {
        shared_->setBrush(inks.attention);
        shared_->setPen(QPen(inks.text, 1));
        notShared_->setBrush(QBrush(inks.muted, Qt::BDiagPattern));
        notShared_->setPen(QPen(inks.text, 1));
    }
}

void HoursChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        dress();
    }
}

} // namespace wardmote::ui
