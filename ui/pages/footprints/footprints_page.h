#pragma once
#include "ui/pages/footprints/footprints_answer.h"
#include "ui/widgets/analysis_page.h"

#include <memory>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace wardmote::charts {
class MapWidget;
class MatrixView;
} // namespace wardmote::charts

namespace wardmote::ui {

class Card;
class EmptyState;
class Prompts;
class RecordForm;
struct FootprintEdit;

/// Other bodies' geographies beside the arrangement in force: of the chosen set, which footprints are whole
/// in one cluster and which are split and how, as one figure, in words and as a matrix with its table.
/// Footprints are drawn by choosing areas on the map; the set and the footprint chosen are edited beside the
/// page.
class FootprintsPage : public AnalysisPage {
    Q_OBJECT
public:
    FootprintsPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~FootprintsPage() override;

    QString pageId() const override { return QStringLiteral("footprints"); }
    QString title() const override { return tr("Footprints"); }
    std::vector<HeadlineFigure> headline() const override;
    QWidget* inspector() override;
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    QWidget* makeTop();
    QWidget* makeFit();
    QWidget* makeMap();
    void makeEmptyState();
    void connectAll();

    void present(FootprintsAnswer answer);
    void fillSets();
    void showWords();
    void showList();
    void showMatrix();
    void showMap();
    void takeSelection();
    void chooseSet();
    void chooseFootprint();
    void selectFootprint(plan::Id footprint);
    plan::Id chosenFootprint() const;
    QString clusterName(plan::Id cluster) const;
    std::vector<plan::Id> areasOf(const analysis::FittedFootprint& footprint) const;

    void perform(FootprintEdit edit);
    void fillSetMenu(QMenu& menu);
    void newSetAsked();
    void makeFootprintAsked();
    void eraseFootprintAsked();
    void eraseSetAsked();
    void openCell(int row, int column);

    Prompts& prompts_;
    std::shared_ptr<const FootprintsAnswer> answer_;
    charts::MapPlaces places_; ///< the last found, for the next question
    plan::Id set_ = 0;         ///< asked for; 0: the first
    plan::Id wanted_ = 0;      ///< a footprint to choose once the answer is there

    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* sets_ = nullptr;
    QPushButton* make_ = nullptr;
    QPushButton* erase_ = nullptr;
    QLabel* words_ = nullptr;
    QLabel* notes_ = nullptr;
    Card* listCard_ = nullptr;
    QTableWidget* list_ = nullptr;
    Card* matrixCard_ = nullptr;
    charts::MatrixView* matrix_ = nullptr;
    QTableWidget* matrixTable_ = nullptr;
    std::vector<plan::Id> columns_; ///< clusters of the matrix; 0: in none
    charts::MapWidget* map_ = nullptr;
    QStackedWidget* forms_ = nullptr;
    RecordForm* setForm_ = nullptr;
    RecordForm* footprintForm_ = nullptr;
};

} // namespace wardmote::ui
