#pragma once
#include "core/exchange/matching/import_setup.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace wardmote::ui {

class ImportJob;

/// What holds for the rows of a sheet though no column says so: fields that are the same for every row, which
/// rows are wanted, and in which order dates are written.
class RowRules : public QWidget {
    Q_OBJECT
public:
    RowRules(ImportJob& job, std::size_t sheet, QWidget* parent = nullptr);

    /// Shows the job's setup of the sheet as it is now.
    void refresh();

private:
    const exchange::SheetSetup& setup() const;
    void takeConstant();
    void takeFilter();
    void takeDateOrder();
    void showConstants();
    void showFilter();

    ImportJob& job_;
    std::size_t sheet_;
    std::vector<exchange::ColumnChoice> choices_;
    std::vector<QWidget*> ofConstants_; ///< out of sight where a row has no fields: clusters, relations
    QComboBox* constantField_ = nullptr;
    QLineEdit* constantWords_ = nullptr;
    QVBoxLayout* constants_ = nullptr;
    QComboBox* filterColumn_ = nullptr;
    QLineEdit* filterWords_ = nullptr;
    QWidget* dates_ = nullptr;
    QComboBox* dateOrder_ = nullptr;
};

} // namespace wardmote::ui
