#pragma once
#include <QWidget>

class QTabWidget;

namespace wardmote::ui {

class ImportJob;

/// Second step: what each sheet's columns mean, one tab a sheet.
class ColumnsStep : public QWidget {
    Q_OBJECT
public:
    explicit ColumnsStep(ImportJob& job, QWidget* parent = nullptr);

private:
    void refresh();

    ImportJob& job_;
    QTabWidget* tabs_ = nullptr;
};

} // namespace wardmote::ui
