#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/pages/responses/responses_model.h"
#include "ui/widgets/analysis_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace wardmote::ui {

class EmptyState;
class Prompts;
class RecordForm;
class ResponsesSummary;
class ResponsesTable;

/// What local councils and others said of an arrangement: totals, chart and map above, everybody who is asked
/// below, to be filled in as the answers come. Rows, map and the rest of the window share the selection.
class ResponsesPage : public AnalysisPage {
    Q_OBJECT
public:
    ResponsesPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~ResponsesPage() override;

    QString pageId() const override { return QStringLiteral("responses"); }
    QString title() const override { return tr("Local responses"); }
    std::vector<HeadlineFigure> headline() const override;
    QWidget* inspector() override;
    bool choosesArrangement() const override { return true; }
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

    plan::Id arrangement() const; ///< the one asked about; 0: the plan has none
    ResponsesTable& table() const { return *table_; }
    const ResponsesAnswerRef& answer() const; ///< null until it is there

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    void build();
    QWidget* buildContent();
    void fillArrangements();
    void findPlaces();
    void present(ResponsesAnswerRef answer);
    void takeSelection();
    void shareSelection();
    void addBody();
    void countLost();
    void openCluster(plan::Id cluster);

    Prompts& prompts_;
    BackgroundTask placesTask_;
    std::uint64_t placesKey_ = 0;
    bool havePlaces_ = false;
    bool sharing_ = false;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* arrangement_ = nullptr;
    QPushButton* add_ = nullptr;
    QWidget* lost_ = nullptr;
    QLabel* lostText_ = nullptr;
    ResponsesSummary* summary_ = nullptr;
    ResponsesTable* table_ = nullptr;
    RecordForm* form_ = nullptr;
    struct Wanted {
        std::vector<plan::Id> responses;
        QString because;
    };
    std::optional<Wanted> wanted_; ///< to be shown when the answer is there
};

} // namespace wardmote::ui
