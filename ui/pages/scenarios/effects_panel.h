#pragma once
#include "ui/charts/waterfall.h"
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

/// Each line of cost before and after, never added up: cards, waterfalls by change, and before and after by
/// organisation and by cluster, each chart with its table.
class EffectsPanel : public QWidget {
    Q_OBJECT
public:
    explicit EffectsPanel(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer);

Q_SIGNALS:
    void mechanismAsked(wardmote::plan::Id mechanism);

private:
    /// A line as a waterfall from now to afterwards, with its table.
    struct Fall {
        analysis::WeighedLine line;
        charts::WaterfallView* view = nullptr;
        QTableWidget* table = nullptr;
        std::vector<plan::Id> mechanisms; ///< of each step; 0 for the totals
    };
    void addFall(QVBoxLayout& column, analysis::WeighedLine line, const QString& title, const QString& name);
    void showCards();
    void showFall(Fall& fall);
    void showBearers();
    void showClusters();
    void showNotes();

    ScenariosRef answer_;
    QGridLayout* cards_ = nullptr;
    std::vector<Fall> falls_;
    charts::BarsView* bearersChart_ = nullptr;
    QTableWidget* bearers_ = nullptr;
    charts::BarsView* clustersChart_ = nullptr;
    QTableWidget* clusters_ = nullptr;
    QLabel* clustersNote_ = nullptr;
    QLabel* notes_ = nullptr;
};

} // namespace wardmote::ui
