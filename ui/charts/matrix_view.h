#pragma once
#include "core/report/blocks.h"

#include <QTableView>

namespace wardmote::charts {

/// A matrix of counts on the screen: the darker a cell, the larger its number, and the number stands in it.
/// It is a table to assistive technology, walked with the arrow keys; Enter or a click opens a cell.
class MatrixView : public QTableView {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);

    /// `sentences`: what a cell says when it is read aloud and in its tip; as report::Matrix::cells.
    void setMatrix(report::Matrix matrix, std::vector<std::vector<QString>> sentences);
    /// For a matrix of what there is against what there is in name only: where a cell's number is nought but
    /// this one is not, this stands in brackets on a hatched ground; nought of both is marked as a gap. As
    /// report::Matrix::cells; until the next setMatrix().
    void setNominal(std::vector<std::vector<int>> nominal);
    /// Height that shows every row.
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Only for cells that hold a number, or one in brackets, or that are marked as a gap.
    void cellOpened(int row, int column);

private:
    void open(const QModelIndex& index);
    int sectionWidth() const;    ///< of each of many columns
    void fitHeadings(int width); ///< as high as their lines at this width, up to four
    QFont boldFont() const;
    class Model;
    Model* model_ = nullptr;
};

} // namespace wardmote::charts
