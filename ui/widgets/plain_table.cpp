#include "ui/widgets/plain_table.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QTableWidget>

namespace wardmote::ui {

void dressTable(QTableView& table, const QString& objectName, const QString& accessibleName, int rowLines) {
    setNames(table, objectName, accessibleName);
    table.setItemDelegate(new CellDelegate(&table));
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(rowLines > 1);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().lineSpacing() * rowLines + 12);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QTableWidget* makePlainTable(const QStringList& headings, const QString& objectName,
                             const QString& accessibleName) {
    auto* table = new QTableWidget(0, int(headings.size()));
    dressTable(*table, objectName, accessibleName);
    table->setHorizontalHeaderLabels(headings);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

QTableWidgetItem* wordsItem(const QString& words) {
    auto* item = new QTableWidgetItem(words);
    item->setToolTip(words);
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return item;
}

QTableWidgetItem* figureItem(const QString& figure) {
    auto* item = wordsItem(figure);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QuietFill::QuietFill(QTableWidget& table) : table_(table), wasQuiet_(table.model()->blockSignals(true)) {}

QuietFill::~QuietFill() {
    auto& model = *table_.model();
    model.blockSignals(wasQuiet_);
    if (model.rowCount() > 0) {
        Q_EMIT model.dataChanged(model.index(0, 0),
                                 model.index(model.rowCount() - 1, model.columnCount() - 1));
    }
}

void fitRows(QTableView& table, int most) {
    const int rows = qBound(1, table.model()->rowCount(), most);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         rows * table.verticalHeader()->defaultSectionSize() + 6);
}

} // namespace wardmote::ui
