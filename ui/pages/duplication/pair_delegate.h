#pragma once
#include "ui/widgets/cell_delegate.h"

namespace wardmote::ui {

/// Draws the four parts of a pair as small bars and its finding as a badge.
class PairDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    /// Width of a column that shows every finding whole.
    static int widestFinding(const QWidget& view);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace wardmote::ui
