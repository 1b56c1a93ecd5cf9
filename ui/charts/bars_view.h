#pragma once
#include "ui/charts/drawn_view.h"

namespace wardmote::charts {

/// A bar chart on the screen, drawn by the painter that draws it on paper: as high as its bars need. A click
/// on a category opens it. The keyboard and screen readers have the table beside it, which the page gives;
/// the accessible description says every figure.
class BarsView : public DrawnView {
    Q_OBJECT
public:
    explicit BarsView(QWidget* parent = nullptr);
    void setChart(report::BarChart chart);
    const report::BarChart& chart() const { return chart_; }

Q_SIGNALS:
    void categoryOpened(int category);

protected:
    double neededHeight(double width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int categoryAt(double y) const; ///< -1: none
    report::BarChart chart_;
};

} // namespace wardmote::charts
