#include "ui/widgets/filtered_ticks.h"

#include "ui/widgets/cell_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace wardmote::ui {
namespace {

/// Rows with room for the frame of the current one around their words.
class Rows : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return CellDelegate::sizeHint(option, index).expandedTo({0, option.fontMetrics.height() + 10});
    }
};

} // namespace

FilteredTicks::FilteredTicks(QLineEdit& filter, QListWidget& list, QObject* parent)
    : QObject(parent), filter_(filter), list_(list) {
    list.setItemDelegate(new Rows(&list));
    list.setUniformItemSizes(true);
    filter.installEventFilter(this);
}

void FilteredTicks::keepCurrentShown() {
    if (const auto* current = list_.currentItem(); current && !current->isHidden()) {
        return;
    }
    int row = 0;
    while (row < list_.count() && list_.item(row)->isHidden()) {
        ++row;
    }
    list_.setCurrentRow(row < list_.count() ? row : -1);
}

bool FilteredTicks::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &filter_ || event->type() != QEvent::KeyPress) {
        return QObject::eventFilter(watched, event);
    }
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        list_.setFocus();
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !filter_.text().trimmed().isEmpty()) {
        if (auto* item = list_.currentItem(); item && !item->isHidden()) {
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
            filter_.clear();
        } else {
            Q_EMIT nothingFound();
        }
        return true;
    }
    return false;
}

} // namespace wardmote::ui
