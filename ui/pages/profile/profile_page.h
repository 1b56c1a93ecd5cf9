#pragma once
#include "ui/preview/prepared_report.h"
#include "ui/widgets/analysis_page.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace wardmote::ui {

class EmptyState;
class Preferences;
class Prompts;
class ReportPreview;

/// Everything about one cluster on a few pages, as they are printed: the tree of report::clusterProfile, so
/// that screen and paper say the same. The cluster is the one chosen at the top; it follows the selection
/// that all pages share. Beside the number of the page stand the records that its figures come from.
class ProfilePage : public AnalysisPage {
    Q_OBJECT
public:
    /// `preferences` remembers the folder; null: it is remembered while the page lives.
    ProfilePage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                QWidget* parent = nullptr);
    ~ProfilePage() override;

    QString pageId() const override { return QStringLiteral("profile"); }
    QString title() const override; ///< with the plan's own word: "Area forum profile"
    std::vector<HeadlineFigure> headline() const override;
    bool choosesArrangement() const override { return true; }
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

    plan::Id cluster() const; ///< the one shown; 0: none

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    /// What the pages are made of.
    struct Behind {
        std::vector<plan::Id> areas;
        std::vector<plan::Id> mechanisms;
        std::vector<plan::Id> assets;
        std::vector<plan::Id> responses;
    };
    struct Answer {
        PreparedReport report;
        Behind behind;
    };
    void build(Prompts& prompts, Preferences* preferences);
    QHBoxLayout* makeBar();
    void fillChoices();
    void choose(plan::Id cluster);
    void chosen();
    void takeSelection();
    void present(Answer answer);
    void showBehind();
    QPushButton* makeBehind(const QString& objectName, plan::RecordKind kind,
                            std::vector<plan::Id> Behind::*ids);

    Behind behind_;
    bool filling_ = false;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* cluster_ = nullptr;
    QComboBox* arrangement_ = nullptr;
    QLabel* arrangementLabel_ = nullptr;
    ReportPreview* preview_ = nullptr;
    struct Link {
        QPushButton* button;
        plan::RecordKind kind;
        std::vector<plan::Id> Behind::*ids;
    };
    std::vector<Link> links_;
};

} // namespace wardmote::ui
