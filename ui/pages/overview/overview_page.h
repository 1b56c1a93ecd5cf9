#pragma once
#include "ui/pages/overview/attention.h"
#include "ui/widgets/analysis_page.h"

class QLabel;
class QStackedLayout;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::ui {

class Card;
class EmptyState;

/// Where the plan stands and what to do next. Every line leads to the records that it counts.
class OverviewPage : public AnalysisPage {
    Q_OBJECT
public:
    explicit OverviewPage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    bool badgeNeedsAttention() const override { return true; }

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    void showFigures(const OverviewFigures& figures);
    void showAttention();
    void showClusters();
    void addLine(const Attention& attention, int number);
    void follow(const Attention& attention);
    void makeEmptyState();

    OverviewFigures figures_;
    bool known_ = false; ///< the figures are those of the plan that is open, if perhaps of before an edit
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    Card* attention_ = nullptr;
    Card* clusters_ = nullptr;
    QTableWidget* table_ = nullptr;
};

} // namespace wardmote::ui
