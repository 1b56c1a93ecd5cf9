#pragma once
#include "ui/pages/compare/comparison_answer.h"

#include <QTableWidget>

namespace wardmote::ui {

/// Arrangements side by side: a row for each measure, a column for each arrangement, the first one that the
/// others are compared with. Enter or a double click on a figure asks for the records behind it.
class MeasuresTable : public QTableWidget {
    Q_OBJECT
public:
    explicit MeasuresTable(QWidget* parent = nullptr);
    void show(const ComparisonRef& answer);

Q_SIGNALS:
    void recordsRequested(wardmote::plan::RecordKind kind, const std::vector<wardmote::plan::Id>& ids,
                          const QString& because);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillCells();
    void layOut(); ///< on one line with its difference where there is room, else on two
    int widthOf(std::size_t column, bool twoLines) const;
    void openCell(int row, int column);
    ComparisonRef answer_;
    bool twoLines_ = false;
};

} // namespace wardmote::ui
