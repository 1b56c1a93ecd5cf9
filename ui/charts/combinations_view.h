#pragma once
#include <QString>
#include <QWidget>

#include <vector>

namespace wardmote::charts {

/// Exact combinations of some sets, each with a number: "12 areas have exactly police, housing and health".
struct CombinationChart {
    struct Combination {
        std::vector<std::size_t> sets; ///< places in `sets`, ascending; empty: none of them
        int number = 0;
        QString words; ///< the number in words: "12 areas, 9,300 residents"
    };
    std::vector<QString> sets;
    std::vector<Combination> combinations; ///< in the order in which they were made
};

/// An UpSet plot (Lex, Gehlenborg and others, 2014): a column for each combination, its number as a bar
/// above, dots below for the sets that are in it, joined by a line. The largest stand first; those for
/// which there is no room, or beyond 24, are in the table alone. Sets that are in none shown are left out,
/// and those that are in every combination, which tell nothing apart: the page names them beside. A click
/// opens a combination; the arrow keys walk through them and Enter opens. The page's table has them all; the
/// accessible description says the first 24.
class CombinationsView : public QWidget {
    Q_OBJECT
public:
    explicit CombinationsView(QWidget* parent = nullptr);
    void setChart(CombinationChart chart);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    /// Places in the chart's combinations, as the columns stand from left to right.
    std::vector<std::size_t> shown() const;
    /// Places in the chart's sets: those in every combination, where there are several.
    const std::vector<std::size_t>& everywhere() const { return everywhere_; }
    /// Middle of a column's dots, for a mouse.
    QPoint placeOf(std::size_t column) const;

Q_SIGNALS:
    void combinationOpened(int combination); ///< place in the chart's list

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override; ///< tips, and changes of palette and font

private:
    struct Layout;
    Layout layoutNow() const;
    int columnAt(QPoint at) const; ///< -1: none
    void describe();

    CombinationChart chart_;
    std::vector<std::size_t> everywhere_;
    std::vector<std::size_t> order_; ///< of combinations, largest first
    int current_ = 0;
};

} // namespace wardmote::charts
