#pragma once
#include <QStyledItemDelegate>

namespace wardmote::ui {

/// Draws the four parts of a pair as small bars and its finding as a badge.
class PairDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace wardmote::ui
