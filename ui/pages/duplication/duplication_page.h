#pragma once
#include "ui/pages/duplication/duplication_answer.h"
#include "ui/widgets/analysis_page.h"

#include <QPointer>

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
class PairModel;
class Prompts;

/// Which mechanisms duplicate which: ranked pairs, families, and what can't be compared yet.
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
    QWidget* makePairs();
    QWidget* makeFamilies();
    QWidget* makeGaps();
    void makeEmptyState();
    void present(DuplicationAnswer answer);
    void showFamilies();
    void showGaps();
    void showCounts();
    void keepPair();
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
    QTableWidget* gaps_ = nullptr;
    QLabel* gapsSummary_ = nullptr;
    QPointer<PairInspector> inspector_;
};

} // namespace wardmote::ui
