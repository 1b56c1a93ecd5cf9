#include "ui/pages/compare/measures_table.h"

#include "ui/widgets/plain_table.h"

#include <QHeaderView>

#include <algorithm>

namespace wardmote::ui {
namespace {

using plan::Id;

/// The records of a figure that are of the first one's kind, each once.
std::vector<Id> idsOf(const analysis::ComparedFigure& figure, plan::RecordKind kind) {
    std::vector<Id> ids;
    for (const auto& record : figure.records) {
        if (record.kind == kind && std::ranges::find(ids, record.id) == ids.end()) {
            ids.push_back(record.id);
        }
    }
    return ids;
}

QString figureText(const analysis::ComparedRow& row, std::size_t column, bool twoLines) {
    const auto value = QString::fromStdString(analysis::inWords(row, column));
    const auto difference = differenceInSigns(row, column);
    return difference.isEmpty()
               ? value
               : value + (twoLines ? QStringLiteral("\n") : QStringLiteral("   ")) + difference;
}

constexpr int labelWidth = 250; ///< for most measures to be read whole
constexpr int padding = 24;

} // namespace

MeasuresTable::MeasuresTable(QWidget* parent) : QTableWidget(parent) {
    dressTable(*this, QStringLiteral("measuresTable"),
               tr("Arrangements side by side, a row for each measure"));
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setAccessibleDescription(tr("Enter on a figure shows the records that it counts."));
    connect(this, &QTableWidget::cellActivated, this, &MeasuresTable::openCell);
}

void MeasuresTable::show(const ComparisonRef& answer) {
    answer_.reset(); // a new column makes the table lay itself out, and then there is nothing to measure yet
    const auto& comparison = answer->comparison;
    clear();
    setColumnCount(static_cast<int>(comparison.arrangements.size()) + 1);
    setRowCount(static_cast<int>(comparison.rows.size()));
    QStringList headings{tr("Measure")};
    for (const auto& arrangement : comparison.arrangements) {
        const auto name = QString::fromStdString(arrangement.name);
        headings << (arrangement.arrangement == comparison.statusQuo ? tr("%1 (status quo)").arg(name)
                                                                     : name);
    }
    setHorizontalHeaderLabels(headings);
    for (int column = 0; column < columnCount(); ++column) {
        horizontalHeaderItem(column)->setToolTip(headings[column]);
        const int side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
        horizontalHeaderItem(column)->setData(Qt::TextAlignmentRole,
                                              side | int(Qt::AlignVCenter) | int(Qt::TextWordWrap));
        horizontalHeader()->setSectionResizeMode(column,
                                                 column == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
    }
    horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * 2 + 12);
    answer_ = answer;
    layOut();
    fillCells();
}

void MeasuresTable::fillCells() {
    const auto& comparison = answer_->comparison;
    for (int row = 0; row < rowCount(); ++row) {
        const auto& measure = comparison.rows[static_cast<std::size_t>(row)];
        setItem(row, 0,
                wordsItem(QString::fromStdString(analysis::labelOf(*answer_->plan, comparison, measure))));
        for (std::size_t column = 0; column < measure.figures.size(); ++column) {
            auto* item = figureItem(figureText(measure, column, twoLines_));
            item->setToolTip(figureText(measure, column, false));
            item->setData(Qt::AccessibleTextRole, figureText(measure, column, false));
            setItem(row, static_cast<int>(column) + 1, item);
        }
    }
}

int MeasuresTable::widthOf(std::size_t column, bool twoLines) const {
    int width = 96;
    const auto heading = horizontalHeaderItem(static_cast<int>(column) + 1)->text();
    for (const auto& word : heading.split(QLatin1Char(' '))) {
        width = std::max(width, std::min(200, fontMetrics().horizontalAdvance(word) + padding + 8));
    }
    // Two lines of a heading, in bold, with room for where the words happen to break.
    width = std::max(width, std::min(200, int(fontMetrics().horizontalAdvance(heading) * 0.68) + padding));
    for (const auto& row : answer_->comparison.rows) {
        for (const auto& line : figureText(row, column, twoLines).split(QLatin1Char('\n'))) {
            width = std::max(width, fontMetrics().horizontalAdvance(line) + padding);
        }
    }
    return width;
}

void MeasuresTable::layOut() {
    const auto count = answer_->comparison.arrangements.size();
    int onOneLine = labelWidth;
    for (std::size_t column = 0; column < count; ++column) {
        onOneLine += widthOf(column, false);
    }
    twoLines_ = onOneLine > viewport()->width();
    setWordWrap(twoLines_);
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * (twoLines_ ? 2 : 1) + 12);
    for (std::size_t column = 0; column < count; ++column) {
        setColumnWidth(static_cast<int>(column) + 1, widthOf(column, twoLines_));
    }
}

void MeasuresTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    if (answer_) {
        const bool before = twoLines_;
        layOut();
        if (before != twoLines_) {
            fillCells();
        }
    }
}

void MeasuresTable::openCell(int row, int column) {
    if (!answer_ || column == 0) {
        return;
    }
    const auto& figure =
        answer_->comparison.rows[static_cast<std::size_t>(row)].figures[static_cast<std::size_t>(column - 1)];
    if (figure.records.empty()) {
        return;
    }
    const auto kind = figure.records.front().kind;
    Q_EMIT recordsRequested(kind, idsOf(figure, kind),
                            tr("%1: %2").arg(horizontalHeaderItem(column)->text(), item(row, 0)->text()));
}

} // namespace wardmote::ui
