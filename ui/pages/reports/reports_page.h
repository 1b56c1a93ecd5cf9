#pragma once
#include "ui/pages/reports/report_job.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

#include <map>

class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QStackedLayout;

namespace wardmote::ui {

class Preferences;
class Prompts;
class ReportPreview;
class Session;

/// Choose a report, see its pages as they will be, write it as PDF, HTML or ODT. The preview follows the
/// plan.
class ReportsPage : public Page {
    Q_OBJECT
public:
    /// `preferences` remembers the folder; null: it is remembered while the page lives.
    ReportsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                QWidget* parent = nullptr);
    ~ReportsPage() override;

    QString pageId() const override { return QStringLiteral("reports"); }
    QString title() const override { return tr("Reports"); }
    std::vector<HeadlineFigure> headline() const override;
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;
    void activated() override;

    ReportChoice choice() const;

    /// Asks what to add for a committee.
    void editPaper();

private:
    QString paperKey() const;
    report::CommitteePaper paper() const;
    void setPaper(const report::CommitteePaper& paper);
    void build();
    QLayout* makeBar();
    void fillChoices();
    void choiceChanged();
    void prepare();
    void display(const PreparedReport& prepared);
    void showParts(); ///< how many parts of the committee's paper say something

    Session& session_;
    Prompts& prompts_;
    Preferences* preferences_;
    BackgroundTask preparing_;
    bool stale_ = true; ///< the preview is not of the plan and choice on screen
    bool filling_ = false;
    std::map<QString, std::string> papers_; ///< for a committee, where there are no preferences to keep them
    QComboBox* what_ = nullptr;
    QComboBox* arrangement_ = nullptr;
    QLabel* arrangementLabel_ = nullptr;
    QPushButton* committee_ = nullptr;
    ReportPreview* preview_ = nullptr;
    QStackedLayout* stack_ = nullptr;
};

} // namespace wardmote::ui
