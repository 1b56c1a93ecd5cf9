#pragma once
#include <QStyledItemDelegate>

namespace wardmote::ui {

/// Cells whose words stand a little away from their edges, where the headings above them do.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int padding = 5;
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace wardmote::ui
