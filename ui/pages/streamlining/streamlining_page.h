#pragma once
#include "core/analysis/streamlining/streamlining.h"
#include "ui/widgets/analysis_page.h"

#include <QTimer>

#include <memory>
#include <mutex>
#include <stop_token>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableWidget;

namespace wardmote::ui {

class HoursByOrganisation;
class Prompts;
class SavingCards;
class StreamliningForm;

/// Asks for the smallest set of mechanisms that keeps today's coverage: the question at the left; at the
/// right what it keeps and why, what it ends and what that saves line by line, whose hours, and the next
/// best. An answer to a question and no recommendation; it can be made a scenario, as one edit.
class StreamliningPage : public AnalysisPage {
    Q_OBJECT
public:
    StreamliningPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~StreamliningPage() override;

    QString pageId() const override { return QStringLiteral("streamlining"); }
    QString title() const override { return tr("Streamlining"); }
    std::vector<HeadlineFigure> headline() const override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    struct Answer {
        plan::PlanRef plan;
        analysis::StreamliningOptions options;
        analysis::Streamlining found;
    };
    /// The best so far: left by the thread that looks, fetched by the screen's.
    struct Best {
        std::mutex mutex;
        std::optional<analysis::StreamliningSoFar> latest;
    };
    void build();
    QWidget* buildQuestion();
    QWidget* buildAnswer();
    void connectTables();
    void planChanged();
    void showBest();
    void stop();
    void present(Answer answer);
    void showLists();
    void makeScenario();

    Prompts& prompts_;
    std::shared_ptr<std::stop_source> stopSource_;
    std::shared_ptr<Best> best_;
    QTimer watch_;
    std::shared_ptr<const Answer> answer_;

    QStackedLayout* pages_ = nullptr;
    StreamliningForm* form_ = nullptr;
    QPushButton* stop_ = nullptr;
    QLabel* sofar_ = nullptr;
    QLabel* question_ = nullptr;
    QLabel* proof_ = nullptr;
    SavingCards* saving_ = nullptr;
    QLabel* keepTitle_ = nullptr;
    QLabel* endTitle_ = nullptr;
    QTableWidget* keep_ = nullptr;
    QTableWidget* end_ = nullptr;
    HoursByOrganisation* hours_ = nullptr;
    QLabel* runnerUp_ = nullptr;
    QLabel* notes_ = nullptr;
    QPushButton* makeScenario_ = nullptr;
};

} // namespace wardmote::ui
