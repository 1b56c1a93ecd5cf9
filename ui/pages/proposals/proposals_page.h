#pragma once
#include "core/analysis/proposal/proposal.h"
#include "ui/charts/map_places.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class EmptyState;
class Prompts;
class ProposalForm;

/// Asks the program for arrangements: what is wanted at the left; the proposals with their measures at the
/// right, with the chosen one on the map. The best so far is shown while the search runs, and stopping keeps
/// it. Accepting one is one edit into a new draft arrangement; the others stay, until what they were made of
/// changes.
class ProposalsPage : public Page {
    Q_OBJECT
public:
    ProposalsPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~ProposalsPage() override;

    QString pageId() const override { return QStringLiteral("proposals"); }
    QString title() const override { return tr("Proposals"); }
    std::vector<HeadlineFigure> headline() const override;

    bool isSearching() const { return search_.isRunning(); }
    const analysis::Proposals& proposals() const { return answer_; }

private:
    /// What the search has found so far: left by its threads, fetched by the screen's.
    struct Best {
        std::mutex mutex;
        std::optional<std::pair<charts::MapPlaces, analysis::ProposedArrangement>> latest;
    };
    void build();
    QWidget* buildQuestion();
    QWidget* buildAnswer();
    void planChanged();
    void propose();
    void showBest();
    void stop();
    void showAnswer();
    QTreeWidgetItem* addRow(const analysis::ProposedArrangement& arrangement, const QString& title,
                            int which);
    void showChosen();
    void showOnMap(const analysis::ProposedArrangement* proposal);
    void accept();
    void tellOfAccepted();
    QString words() const;

    Session& session_;
    Prompts& prompts_;
    BackgroundTask search_;
    std::shared_ptr<std::stop_source> stopSource_;
    std::shared_ptr<Best> best_;
    QTimer watch_;
    charts::MapPlaces places_;
    analysis::ProposalOptions asked_;
    analysis::Proposals answer_;
    plan::PlanRef answeredFor_;
    std::string accepting_; ///< name of the arrangement that is on its way into the plan; empty: none
    bool looking_ = false;  ///< an answer is still expected: an edit of the plan drops it

    QStackedLayout* pages_ = nullptr;
    ProposalForm* form_ = nullptr;
    QPushButton* propose_ = nullptr;
    QPushButton* stop_ = nullptr;
    QPushButton* accept_ = nullptr;
    QPushButton* compare_ = nullptr; ///< shown once one was accepted
    QProgressBar* progress_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* obstacles_ = nullptr;
    QTreeWidget* table_ = nullptr;
    charts::MapWidget* map_ = nullptr;
};

} // namespace wardmote::ui
