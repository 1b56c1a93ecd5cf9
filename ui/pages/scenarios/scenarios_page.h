#pragma once
#include "ui/pages/scenarios/scenario_edits.h"
#include "ui/pages/scenarios/scenarios_answer.h"
#include "ui/widgets/analysis_page.h"

#include <QPointer>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace wardmote::ui {

class AchievedPanel;
class ChangeForm;
class ComparisonTable;
class EffectsPanel;
class EmptyState;
class LoadPanel;
class LossesPanel;
class MechanismList;
class Prompts;

/// What if: scenarios of mechanisms, several, like arrangements. Mechanisms are marked at the left, what a
/// mark says is filled in at the side, and the tabs show what the whole would save, cost and lose.
class ScenariosPage : public AnalysisPage {
    Q_OBJECT
public:
    ScenariosPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~ScenariosPage() override;

    QString pageId() const override { return QStringLiteral("scenarios"); }
    QString title() const override { return tr("Scenarios"); }
    std::vector<HeadlineFigure> headline() const override;
    QWidget* inspector() override;
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

    plan::Id scenario() const; ///< on screen; 0: there is none

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    void build();
    QWidget* buildBar();
    void makeEmptyState();
    void fillScenarios();
    void fillMenu();
    void scenarioChosen();
    void statusChosen(int index);
    void present(ScenariosAnswer answer);
    void showForm();

    void addAsked();
    void copyAsked();
    void renameAsked();
    void eraseAsked();
    void takeFromReviews();
    void mark(plan::WhatToDo action);
    plan::Id askForOther(plan::WhatToDo action, const std::vector<plan::Id>& chosen);
    void takeBack();
    /// Asks for the day where something has ended, says what is missing, and offers to go there.
    void decide(const std::vector<plan::Id>& mechanisms, plan::ReviewStatus status);
    std::optional<plan::Date> askForDay(const std::vector<plan::Id>& mechanisms);
    bool perform(const ScenarioEdit& edit);
    void goTo(plan::Id mechanism); ///< in the list of mechanisms
    TakeId newIds();

    Prompts& prompts_;
    ScenariosRef answer_;
    plan::Id chosen_ = 0;
    plan::Id coming_ = 0; ///< a scenario that is on its way to the plan
    plan::Id wanted_ = 0; ///< mechanism to choose once the answer to an edit is there
    bool filling_ = false;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* scenarios_ = nullptr;
    QComboBox* status_ = nullptr;
    QMenu* menu_ = nullptr;
    QPushButton* reviews_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    MechanismList* list_ = nullptr;
    EffectsPanel* effects_ = nullptr;
    LossesPanel* losses_ = nullptr;
    LoadPanel* asked_ = nullptr;
    ComparisonTable* comparison_ = nullptr;
    AchievedPanel* achieved_ = nullptr;
    QPointer<ChangeForm> form_;
};

} // namespace wardmote::ui
