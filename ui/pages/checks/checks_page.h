#pragma once
#include "ui/pages/checks/checks_answer.h"
#include "ui/widgets/analysis_page.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class BreachFilter;
class BreachModel;
class EmptyState;
class FilterBar;
class Prompts;
struct CheckEdit;

/// What is wrong with the plan by the rules of its checks: open findings, the worst first, those that people
/// accepted, and acceptances that nothing needs any more. Choosing one selects its records and zooms the map
/// to them; what the rule means stands beside it.
class ChecksPage : public AnalysisPage {
    Q_OBJECT
public:
    /// `author` is recorded as who accepts.
    ChecksPage(Session& session, Prompts& prompts, QString author, QWidget* parent = nullptr);
    ~ChecksPage() override;

    QString pageId() const override { return QStringLiteral("checks"); }
    QString title() const override { return tr("Checks"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override; ///< open problems and warnings
    bool badgeNeedsAttention() const override;
    void activated() override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    enum class View { open, accepted, idle };
    QWidget* makeFindings();
    QWidget* makeIdle();
    QWidget* makeSide();
    void makeEmptyState();
    void connectAll();

    void present(ChecksAnswer answer);
    void showView(View view);
    void fillRules();
    void showCounts();
    void showMap();
    void showIdle();
    void choose(); ///< the current row of the findings
    void keepChosen(const std::string& rule, const std::string& subject, int place);
    void showChosen();
    void zoomToChosen();
    void showActions();
    std::vector<int> chosenRows() const; ///< of the model
    plan::Id chosenArea() const;         ///< that could be linked by hand; 0: none
    std::vector<plan::Id> areasOf(const analysis::Breach& breach) const;

    void perform(CheckEdit edit);
    void acceptAsked();
    void withdrawAsked();
    void linkAsked();
    void goToMap();
    void openRecord();
    void openRecords(const analysis::Breach& breach);
    void removeIdle(bool all);

    Prompts& prompts_;
    QString author_;
    std::shared_ptr<const ChecksAnswer> answer_;
    CheckedPlaces places_; ///< the last found, for the next question
    View shown_ = View::open;

    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QButtonGroup* views_ = nullptr;
    QStackedWidget* lists_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* severities_ = nullptr;
    QComboBox* rules_ = nullptr;
    QLabel* nothing_ = nullptr;
    QTableView* table_ = nullptr;
    BreachModel* model_ = nullptr;
    BreachFilter* filter_ = nullptr;
    QPushButton* accept_ = nullptr;
    QPushButton* withdraw_ = nullptr;
    QPushButton* link_ = nullptr;
    QPushButton* toMap_ = nullptr;
    QPushButton* open_ = nullptr;
    QTableWidget* idle_ = nullptr;
    QPushButton* removeOne_ = nullptr;
    QPushButton* removeAll_ = nullptr;
    QWidget* side_ = nullptr;
    charts::MapWidget* map_ = nullptr;
    QLabel* ruleTitle_ = nullptr;
    QLabel* ruleExplains_ = nullptr;
    QListWidget* records_ = nullptr;
};

} // namespace wardmote::ui
