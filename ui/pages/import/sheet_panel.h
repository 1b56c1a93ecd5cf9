#pragma once
#include "core/exchange/matching/import_setup.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace wardmote::ui {

class ImportJob;
class RowRules;
class SheetPreview;

/// How one sheet is to be imported: what its rows are, where its headings are, what each column means, and
/// what holds for every row though no column says so.
class SheetPanel : public QWidget {
    Q_OBJECT
public:
    SheetPanel(ImportJob& job, std::size_t sheet, QWidget* parent = nullptr);

    /// Shows the job's setup of the sheet as it is now.
    void refresh();

private:
    void addColumnRow(int row, const exchange::ColumnMatching& column);
    void takeKind();
    void takeHeader(std::optional<std::size_t> row);
    void takeHeaderNumber(int number);
    void takeUse(std::size_t column, const QString& use);
    const exchange::SheetSetup& setup() const;
    const exchange::Table* tableOf() const; ///< null while the file is read

    ImportJob& job_;
    std::size_t sheet_;
    std::vector<exchange::ColumnChoice> choices_;
    QComboBox* kind_ = nullptr;
    QSpinBox* header_ = nullptr;
    QLineEdit* source_ = nullptr;
    QTableWidget* columns_ = nullptr;
    SheetPreview* preview_ = nullptr;
    RowRules* rules_ = nullptr;
    QLabel* warnings_ = nullptr;
};

} // namespace wardmote::ui
