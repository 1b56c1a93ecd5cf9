#pragma once
#include "ui/charts/drawn_view.h"

#include <QString>

#include <vector>

namespace wardmote::charts {

/// From one amount to another by steps: a bar for where it begins, one for each step where the last one
/// ended, one for where it ends.
struct Waterfall {
    struct Step {
        QString label;
        double amount = 0;  ///< of a total its height from zero; else what is added, negative: taken away
        bool total = false; ///< begins at zero
        QString words;      ///< the amount as it is written after the bar: "−12 hours"
    };
    QString unit; ///< below the bars; may be empty
    std::vector<Step> steps;
};

/// Height that the chart needs at this width, labels wrapped and nothing elided.
double waterfallHeight(const Waterfall& chart, const Look& look, double width);

/// Draws the chart, one row for each step: label, bar, amount in words. Totals are plain, what goes is
/// hatched to the left, what is added to the right; the sign in the words says it as well.
void paintWaterfall(QPainter& painter, const QRectF& place, const Waterfall& chart, const Look& look);

/// A waterfall on the screen. A click on a step opens it; keyboard and screen readers have the table beside
/// it, and the accessible description says every figure.
class WaterfallView : public DrawnView {
    Q_OBJECT
public:
    explicit WaterfallView(QWidget* parent = nullptr);
    void setChart(Waterfall chart);
    const Waterfall& chart() const { return chart_; }

Q_SIGNALS:
    void stepOpened(int step);

protected:
    double neededHeight(double width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    Waterfall chart_;
};

} // namespace wardmote::charts
