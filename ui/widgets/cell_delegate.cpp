#include "ui/widgets/cell_delegate.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace wardmote::ui {

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * padding, 0);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, themeOf(option.palette).accentSoft);
    }
    auto inside = option;
    inside.rect.adjust(padding, 0, -padding, 0);
    inside.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, inside, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->save();
        painter->setPen(QPen(themeOf(option.palette).accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        painter->restore();
    }
}

} // namespace wardmote::ui
