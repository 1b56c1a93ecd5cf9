#pragma once
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QTableWidget>

class QLabel;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

/// Scenarios side by side: a row for each line, a column for each scenario, as now first.
class ComparisonTable : public QTableWidget {
    Q_OBJECT
public:
    explicit ComparisonTable(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer);

private:
    void addRow(const QString& label, const QStringList& figures);
};

/// Decided against achieved: what was agreed, and what has become of it, as a table and as bars.
class AchievedPanel : public QWidget {
    Q_OBJECT
public:
    explicit AchievedPanel(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer);

private:
    QLabel* none_ = nullptr;
    QTableWidget* table_ = nullptr;
    charts::BarsView* chart_ = nullptr;
};

} // namespace wardmote::ui
