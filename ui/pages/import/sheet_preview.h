#pragma once
#include "core/exchange/matching/import_setup.h"

#include <QTableWidget>

namespace wardmote::ui {

/// The first rows of a sheet as the file has them, with the row that holds the headings marked. A row is
/// activated (double click, Enter) to say that the headings are there.
class SheetPreview : public QTableWidget {
    Q_OBJECT
public:
    SheetPreview(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void showRows(const exchange::Table& table, std::optional<std::size_t> headerRow);
    QSize sizeHint() const override { return {400, 150}; }

Q_SIGNALS:
    void headingsChosen(int row); ///< place in the table

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace wardmote::ui
