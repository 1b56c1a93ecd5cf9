#pragma once
#include "ui/pages/duplication/duplication_answer.h"
#include "ui/widgets/analysis_page.h"

#include <QPointer>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedLayout;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace wardmote::ui {

class EmptyState;
class FilterBar;
class PairFilter;
class PairInspector;
class PairMatrix;
class PairModel;
class PairNetwork;
class PairScopeBar;
class Prompts;
class WeightsPanel;

/// Which mechanisms duplicate which: ranked pairs, families, a network and a matrix of them, and what can't
/// be compared yet. Filters, and weights that are tried, hold for every view.
class DuplicationPage : public AnalysisPage {
    Q_OBJECT
public:
    DuplicationPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~DuplicationPage() override;

    QString pageId() const override { return QStringLiteral("duplication"); }
    QString title() const override { return tr("Duplication"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    bool badgeNeedsAttention() const override { return true; }
    QWidget* inspector() override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { pairsView, familiesView, networkView, matrixView, gapsView, viewCount };
    void makeTabs(QBoxLayout& column);
    void makeFilters(QBoxLayout& column);
    void makeViews(QBoxLayout& column);
    QWidget* makePairs();
    QWidget* makeFamilies();
    QWidget* makeNetwork();
    QWidget* makeMatrix();
    QWidget* makeGaps();
    void makeEmptyState();
    void present(DuplicationAnswer answer);
    void showView(int view);
    void showDrawing(); ///< network or matrix, whichever is looked at
    void showFamilies();
    void showGaps();
    void showCounts();
    void showOnly(std::set<plan::Id> mechanisms, bool touching, const QString& because);
    void filtersChanged();
    void openPair(plan::Id a, plan::Id b);
    void chooseMechanism(plan::Id mechanism);
    std::vector<const ListedPair*> shownPairs() const;
    void keepPair();
    void goToPairs();
    void explainGap();
    bool isChosen(int row) const;
    void moveOn();
    void choosePair();
    void filterKinds();

    std::shared_ptr<const DuplicationAnswer> answer_;
    plan::Id chosenA_ = 0;
    plan::Id chosenB_ = 0;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QButtonGroup* views_ = nullptr;
    QStackedWidget* view_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* decided_ = nullptr;
    QComboBox* kinds_ = nullptr;
    PairModel* model_ = nullptr;
    PairFilter* filter_ = nullptr;
    QTableView* pairs_ = nullptr;
    QTableWidget* families_ = nullptr;
    std::vector<std::size_t> familyOfRow_; ///< places in the answer's families
    PairScopeBar* scope_ = nullptr;
    WeightsPanel* weights_ = nullptr;
    PairNetwork* network_ = nullptr;
    PairMatrix* matrix_ = nullptr;
    int rowReviewed_ = -1; ///< where the pair stood whose review was just recorded; -1: none
    int undecided_ = -1;   ///< by the plan's own weights; -1: not known yet
    QTableWidget* gaps_ = nullptr;
    QLabel* gapsSummary_ = nullptr;
    QPointer<PairInspector> inspector_;
};

} // namespace wardmote::ui
