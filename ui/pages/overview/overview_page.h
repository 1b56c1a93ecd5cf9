#pragma once
#include "ui/pages/overview/attention.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

class QLabel;
class QProgressBar;
class QStackedLayout;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::ui {

class Card;
class EmptyState;
class Session;

/// Where the plan stands and what to do next. Every line leads to the records that it counts.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    bool badgeNeedsAttention() const override { return true; }
    void activated() override;

private:
    void ask();
    void showFigures(const OverviewFigures& figures);
    void showAttention();
    void showClusters();
    void addLine(const Attention& attention, int number);
    void follow(const Attention& attention);
    void makeEmptyState();

    Session& session_;
    BackgroundTask task_;
    OverviewFigures figures_;
    bool known_ = false; ///< the figures are those of the plan on screen
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QProgressBar* busy_ = nullptr;
    Card* attention_ = nullptr;
    Card* clusters_ = nullptr;
    QTableWidget* table_ = nullptr;
};

} // namespace wardmote::ui
