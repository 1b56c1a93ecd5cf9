#include "ui/pages/import/sheet_preview.h"

#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostRows = 40;
constexpr std::size_t mostColumns = 60;
constexpr std::size_t mostBytes = 400; ///< of a cell; the rest is not seen anyway

QString shortened(std::string_view words) {
    return qtext(words.substr(0, mostBytes)).simplified();
}

} // namespace

SheetPreview::SheetPreview(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTableWidget(parent) {
    setNames(*this, objectName, accessibleName);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultSectionSize(150);
    verticalHeader()->setDefaultSectionSize(24);
    setMinimumHeight(130); // the headings and what stands below them
    connect(this, &QTableWidget::cellDoubleClicked, this, &SheetPreview::headingsChosen);
}

void SheetPreview::showRows(const exchange::Table& table, std::optional<std::size_t> headerRow) {
    const auto rows = std::min(table.rowCount(), mostRows);
    const auto columns = std::min(table.columnCount(), mostColumns);
    clear();
    setRowCount(static_cast<int>(rows));
    setColumnCount(static_cast<int>(columns));
    QStringList letters;
    for (std::size_t c = 0; c < columns; ++c) {
        letters << QString::fromStdString(exchange::columnLetter(c));
    }
    setHorizontalHeaderLabels(letters);
    QStringList numbers;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto number = QString::number(table.rowNumber(r));
        const bool headings = headerRow == r;
        numbers << (headings ? tr("%1 headings").arg(number) : number);
        for (std::size_t c = 0; c < std::min(table.rowLength(r), columns); ++c) {
            auto* item = new QTableWidgetItem(shortened(table.text(r, c)));
            item->setToolTip(item->text());
            if (headings) {
                auto bold = font();
                bold.setBold(true);
                item->setFont(bold);
            }
            setItem(static_cast<int>(r), static_cast<int>(c), item);
        }
    }
    setVerticalHeaderLabels(numbers);
    if (rows > 0 && columns > 0) {
        const int wanted = headerRow && *headerRow < rows ? static_cast<int>(*headerRow) : 0;
        setCurrentCell(wanted, std::max(0, currentColumn()));
        scrollTo(model()->index(wanted, 0), QAbstractItemView::PositionAtTop);
    }
}

void SheetPreview::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT headingsChosen(currentRow());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace wardmote::ui
