#pragma once
#include "ui/widgets/cell_delegate.h"

class QTreeWidget;

/// What the tables of the page share.
namespace wardmote::ui {

inline constexpr int idRole = Qt::UserRole;
inline constexpr int shareRole = Qt::UserRole + 1; ///< 0..1 of the largest, for the bar behind the number
inline constexpr int sortRole = Qt::UserRole + 2;

/// Rows as high as the window's other tables have them; and a bar behind a number, as long as its share of
/// the largest: the bar chart that the table is.
class RowPainter : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// The look that they have in common.
void prepareTable(QTreeWidget& table);

} // namespace wardmote::ui
