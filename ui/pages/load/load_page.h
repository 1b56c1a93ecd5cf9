#pragma once
#include "core/analysis/meeting_load.h"
#include "ui/widgets/analysis_page.h"

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
class MatrixView;
} // namespace wardmote::charts

namespace wardmote::ui {

class Card;
class EmptyState;
class FilterBar;
class LinesModel;
class Prompts;

/// What is asked of each organisation and role in a year, and by which services.
class LoadPage : public AnalysisPage {
    Q_OBJECT
public:
    LoadPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("load"); }
    QString title() const override { return tr("Meeting load"); }
    std::vector<HeadlineFigure> headline() const override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    struct Answer {
        plan::PlanRef plan;
        analysis::MeetingLoad load;
    };
    void makeRanking(QWidget& content);
    void makeChosen(QWidget& content);
    void makeMatrix(QWidget& content);
    void makeEmptyState();
    void connectAll();
    void present(Answer answer);
    void showBodies();
    void showRanking();
    void showChosen();
    void showMatrix();
    void showNotes();
    void choose(int row);
    void openAsk(plan::Id service, plan::Id organisation);
    void openBody();
    void setLimits();
    QString bodyName(plan::Id organisation) const; ///< 0: nobody is recorded as running it
    QString nameOf(const analysis::BodyLoad& load) const;
    QString cell(const analysis::BodyLoad& load, int column) const;

    Prompts& prompts_;
    std::shared_ptr<const Answer> answer_;
    std::vector<const analysis::BodyLoad*> shown_; ///< that the filter lets through, in order
    std::vector<plan::Id> services_;               ///< rows of the matrix
    std::vector<plan::Id> organisations_;          ///< its columns
    std::pair<plan::RecordKind, plan::Id> chosen_{plan::RecordKind::organisation, 0};

    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* kinds_ = nullptr;
    charts::BarsView* ranking_ = nullptr;
    Card* rankingCard_ = nullptr;
    LinesModel* lines_ = nullptr;
    QTableView* table_ = nullptr;
    Card* monthsCard_ = nullptr;
    charts::BarsView* months_ = nullptr;
    QTableWidget* monthsTable_ = nullptr;
    QLabel* words_ = nullptr;
    QPushButton* open_ = nullptr;
    Card* matrixCard_ = nullptr;
    charts::MatrixView* matrix_ = nullptr;
    LinesModel* askLines_ = nullptr;
    QTableView* asksTable_ = nullptr;
    QPushButton* limits_ = nullptr;
    QLabel* notes_ = nullptr;
};

} // namespace wardmote::ui
