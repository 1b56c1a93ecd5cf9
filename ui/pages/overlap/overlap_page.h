#pragma once
#include "core/analysis/overlap.h"
#include "ui/widgets/analysis_page.h"

class QLabel;
class QStackedLayout;
class QTableWidget;

namespace wardmote::charts {
class CombinationsView;
class MatrixView;
} // namespace wardmote::charts

namespace wardmote::ui {

class EmptyState;
class HoursChart;

/// How services overlap: hours shared and not shared, service by service, and where they meet.
class OverlapPage : public AnalysisPage {
    Q_OBJECT
public:
    explicit OverlapPage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("overlap"); }
    QString title() const override { return tr("Overlap"); }
    std::vector<HeadlineFigure> headline() const override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    struct Answer {
        plan::PlanRef plan;
        analysis::Overlap overlap;
    };
    void makeEmptyState();
    void present(Answer answer);
    void showHours();
    void showMatrix();
    void showCombinations();
    void showCombinationChart();
    void showNotes();
    void openService(int service, bool shared);
    void openPair(std::size_t first, std::size_t second);
    QString nameOf(std::size_t service) const;

    std::shared_ptr<const Answer> answer_;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* notes_ = nullptr;
    HoursChart* hours_ = nullptr;
    QTableWidget* hoursTable_ = nullptr;
    charts::MatrixView* matrix_ = nullptr;
    std::vector<std::size_t> inMatrix_; ///< services by row: those that overlap with another
    QTableWidget* matrixTable_ = nullptr;
    charts::CombinationsView* combinationChart_ = nullptr;
    QTableWidget* combinations_ = nullptr;
};

} // namespace wardmote::ui
