#pragma once
#include "core/analysis/coverage_grid.h"
#include "core/report/blocks.h"
#include "ui/charts/map_painter.h"
#include "ui/widgets/analysis_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::charts {
class BarsView;
class MapWidget;
class MatrixView;
} // namespace wardmote::charts

namespace wardmote::ui {

class Card;
class EmptyState;

/// Who is reached, where, and who is not: a grid that a person chooses, gaps by the residents they leave out,
/// protected characteristics, parished against unparished places. Every cell and row opens what is behind it.
class CoveragePage : public AnalysisPage {
    Q_OBJECT
public:
    explicit CoveragePage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("coverage"); }
    QString title() const override { return tr("Coverage"); }
    std::vector<HeadlineFigure> headline() const override;

    /// Null until it is there.
    struct Answer {
        plan::PlanRef plan;
        analysis::Coverage coverage;
        analysis::CoverageGrid grid;
        std::vector<analysis::CoverageReach> gaps;
        std::vector<analysis::CoverageReach> protectedOnes;
        charts::MapSpec map; ///< without geometry and shades
    };
    const std::shared_ptr<const Answer>& answer() const { return answer_; }

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    void build(QVBoxLayout& column);
    QWidget* buildGrid();
    QWidget* buildGaps();
    QWidget* buildCharacteristics();
    QWidget* buildPlaces();
    void makeEmptyState();

    void present(Answer answer);
    void nameGrids();
    void showGrid();
    void showGridTable(const report::Matrix& names);
    void showGaps();
    void findGeometry();
    void showMap(); ///< of the gap chosen in the table, else of the first
    void showCharacteristics();
    void showPlaces();
    void showNotes();
    void openCell(int row, int column);
    std::size_t chosenGap() const;
    void openGap(const analysis::CoverageReach& gap);
    void showGapOnMap();
    QString nameOf(const analysis::CoverageReach& reach) const;

    std::shared_ptr<const Answer> answer_;
    bool turned_ =
        false; ///< the matrix stands on its side: many columns become rows, which need no scrolling
    BackgroundTask geometryTask_;
    charts::MapGeometryRef geometry_;
    std::uint64_t geometryKey_ = 0;
    QStackedLayout* stack_ = nullptr;
    QComboBox* grids_ = nullptr;
    charts::MatrixView* matrix_ = nullptr;
    QTableWidget* matrixTable_ = nullptr;
    QTableWidget* gaps_ = nullptr;
    QLabel* gapsWord_ = nullptr;
    QPushButton* onMap_ = nullptr;
    QLabel* mapWords_ = nullptr; ///< what its tones mean
    charts::MapWidget* map_ = nullptr;
    Card* characteristicsCard_ = nullptr;
    QLabel* characteristicsWord_ = nullptr;
    QTableWidget* characteristics_ = nullptr;
    Card* placesCard_ = nullptr;
    charts::BarsView* places_ = nullptr;
    QTableWidget* placesTable_ = nullptr;
    QLabel* notes_ = nullptr;
};

} // namespace wardmote::ui
