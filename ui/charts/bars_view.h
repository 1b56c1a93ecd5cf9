#pragma once
#include "ui/charts/bars.h"

#include <QWidget>

namespace wardmote::charts {

/// How a widget draws: by its palette, in its font.
Look lookOf(const QWidget& widget);

/// A bar chart on the screen, drawn by the painter that draws it on paper: as high as its bars need. A click
/// on a category opens it. The keyboard and screen readers have the table beside it, which the page gives;
/// the accessible description says every figure.
class BarsView : public QWidget {
    Q_OBJECT
public:
    explicit BarsView(QWidget* parent = nullptr);
    void setChart(report::BarChart chart);
    const report::BarChart& chart() const { return chart_; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void categoryOpened(int category);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int categoryAt(double y) const; ///< -1: none
    report::BarChart chart_;
};

} // namespace wardmote::charts
