#pragma once
#include "core/plan/plan.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wardmote::ui {

class Prompts;
class RecordForm;
class RecordTable;
class Session;

/// What an arrangement is and why it is drawn as it is: its status, date and rationale at the left, the log
/// of its moves with their reasons at the right, to be read, edited and exported.
class ArrangementPanel : public QWidget {
    Q_OBJECT
public:
    ArrangementPanel(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    void setArrangement(plan::Id arrangement);

private:
    QWidget* buildLog();
    void giveReasonAsked();
    void exportLog();
    std::vector<plan::Id> lines() const;
    std::vector<plan::Id> chosenAreas() const;

    Session& session_;
    Prompts& prompts_;
    plan::Id arrangement_ = 0;
    RecordForm* form_ = nullptr;
    RecordTable* log_ = nullptr;
};

} // namespace wardmote::ui
