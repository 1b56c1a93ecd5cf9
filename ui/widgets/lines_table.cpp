#include "ui/widgets/lines_table.h"

#include "ui/widgets/lines_model.h"
#include "ui/widgets/plain_table.h"

#include <QHeaderView>
#include <QTableView>

namespace wardmote::ui {

QTableView* makeLinesTable(LinesModel& lines, const QString& objectName, const QString& accessibleName,
                           const std::vector<int>& widths, QWidget* parent, int rowLines) {
    auto* table = new QTableView(parent);
    dressTable(*table, objectName, accessibleName, rowLines);
    table->setModel(&lines);
    auto& header = *table->horizontalHeader();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(QHeaderView::Interactive);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (widths[column] == 0) {
            header.setSectionResizeMode(int(column), QHeaderView::Stretch);
        } else {
            header.resizeSection(int(column), widths[column]);
        }
    }
    return table;
}

} // namespace wardmote::ui
