#include "ui/pages/clusters/table_rows.h"

#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QPainter>
#include <QTreeWidget>

#include <cmath>

namespace wardmote::ui {

QSize RowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    auto size = CellDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 9));
    return size;
}

void RowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    const auto share = index.data(shareRole);
    if (share.isValid()) {
        auto box = option.rect.adjusted(2, 4, -2, -4);
        box.setWidth(static_cast<int>(std::lround(box.width() * share.toDouble())));
        painter->fillRect(box, themeOf(option.palette).accentSoft);
    }
    CellDelegate::paint(painter, option, index);
}

void prepareTable(QTreeWidget& table) {
    table.setRootIsDecorated(false);
    table.setUniformRowHeights(true);
    table.setAllColumnsShowFocus(true);
    table.setItemDelegate(new RowPainter(&table));
    table.header()->setStretchLastSection(false);
    table.header()->setMinimumSectionSize(24);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // names give way, the rest fits
    table.setContextMenuPolicy(Qt::CustomContextMenu);
}

} // namespace wardmote::ui
