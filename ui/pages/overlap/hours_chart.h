#pragma once
#include "core/analysis/overlap.h"

#include <QtCharts/QChartView>

class QBarSet;

namespace wardmote::ui {

/// Paid hours a year by service, stacked: shared with another service, plain; not shared, hatched. A click on
/// a bar opens the mechanisms behind it; the page's table does the same for the keyboard.
class HoursChart : public QChartView {
    Q_OBJECT
public:
    explicit HoursChart(QWidget* parent = nullptr);
    void setOverlap(const plan::Plan& plan, const analysis::Overlap& overlap);
    QSize sizeHint() const override;

Q_SIGNALS:
    void barOpened(int service, bool shared);

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();
    QBarSet* shared_ = nullptr;
    QBarSet* notShared_ = nullptr;
    std::vector<int> services_; ///< by category
};

} // namespace wardmote::ui
