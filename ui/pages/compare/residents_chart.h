#pragma once
#include "ui/pages/compare/comparison_answer.h"

#include <QWidget>

namespace wardmote::ui {

/// Residents of each cluster, arrangement by arrangement, as bars in the clusters' colours and patterns on
/// one scale, with the plan's band behind them or a line at each arrangement's mean. A click on a bar chooses
/// its cluster; the table beside it does the same for the keyboard.
class ResidentsChart : public QWidget {
    Q_OBJECT
public:
    explicit ResidentsChart(QWidget* parent = nullptr);
    void show(const ComparisonRef& answer);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

Q_SIGNALS:
    void clusterChosen(wardmote::plan::Id cluster);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Bar {
        plan::Id cluster = 0;
        QString name;
        std::optional<double> residents;
        bool atLeast = false;
        int fill = 0;
    };
    struct Block {
        QString name;
        std::vector<Bar> bars;       ///< the largest first
        std::optional<double> least; ///< of the plan's band
        std::optional<double> most;
        std::optional<double> mean;
    };
    struct Scale {
        double left = 0;
        double width = 0;
        double most = 1;
        double at(double residents) const { return left + width * residents / most; }
    };
    Scale scale() const;
    QString legend() const; ///< what the band or the line is; empty: there is neither
    int rowHeight() const;
    void paintReference(QPainter& painter, const Block& block, const Scale& scale, double top,
                        double bottom) const;
    void paintBar(QPainter& painter, const Bar& bar, const Scale& scale, double top) const;

    std::vector<Block> blocks_;
};

} // namespace wardmote::ui
