#pragma once
#include "ui/charts/map_legend.h"

#include <QWidget>

namespace wardmote::ui {

/// The classes that areas are filled by, and the signs that stand on the map, with their names.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);
    void show(const charts::MapSpec& spec);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    QString title_;
    std::vector<charts::LegendEntry> entries_;
};

} // namespace wardmote::ui
