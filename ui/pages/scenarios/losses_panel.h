#pragma once
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::ui {

/// What the scenario would lose: statutory duties, coverage, attendance, short journeys; and the duplicates
/// that it leaves.
class LossesPanel : public QWidget {
    Q_OBJECT
public:
    explicit LossesPanel(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer);

Q_SIGNALS:
    void recordsAsked(wardmote::plan::RecordKind kind, const std::vector<wardmote::plan::Id>& ids,
                      const QString& because);

private:
    void addSection(QVBoxLayout& column, const QString& title, QTableWidget* table);
    void showStatutory();
    void showCoverage();
    void showAttendance();
    void showJourneys();
    void showDuplicates();

    ScenariosRef answer_;
    QLabel* summary_ = nullptr;
    QLabel* statutory_ = nullptr;
    QLabel* journeysNote_ = nullptr;
    QTableWidget* coverage_ = nullptr;
    QTableWidget* attendance_ = nullptr;
    QTableWidget* journeys_ = nullptr;
    QTableWidget* duplicates_ = nullptr;
};

} // namespace wardmote::ui
