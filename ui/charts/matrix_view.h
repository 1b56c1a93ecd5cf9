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
    /// Height that shows every row.
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Only for cells that hold a number.
    void cellOpened(int row, int column);

private:
    void open(const QModelIndex& index);
    class Model;
    Model* model_ = nullptr;
};

} // namespace wardmote::charts
