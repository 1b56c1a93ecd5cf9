#pragma once
#include "ui/pages/reports/report_job.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

#include <map>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace wardmote::ui {

class PageView;
class Preferences;
class Prompts;
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

    /// Asks where to, then writes; the file is whole or not there.
    void exportAs(publish::Format format);
    ReportChoice choice() const;

    /// Asks what to add for a committee.
    void editPaper();

private:
    QString paperKey() const;
    report::CommitteePaper paper() const;
    void setPaper(const report::CommitteePaper& paper);
    void build();
    QWidget* makeBar();
    QWidget* makeMessageBar();
    void fillChoices();
    void choiceChanged();
    void prepare();
    void display(const PreparedReport& prepared);
    void written(const QString& path, const Result<void>& result);
    void say(const QString& message, bool canOpen);
    void updateEnabled();

    Session& session_;
    Prompts& prompts_;
    Preferences* preferences_;
    BackgroundTask preparing_;
    bool writing_ = false;
    PreparedReport prepared_;
    bool stale_ = true; ///< the preview is not of the plan and choice on screen
    bool filling_ = false;
    std::map<QString, std::string> papers_; ///< for a committee, where there are no preferences to keep them
    QString lastFolder_;
    QString lastFile_;
    QComboBox* what_ = nullptr;
    QComboBox* arrangement_ = nullptr;
    QLabel* arrangementLabel_ = nullptr;
    QPushButton* exportPdf_ = nullptr;
    QToolButton* exportOther_ = nullptr;
    QPushButton* committee_ = nullptr;
    QLabel* pageLabel_ = nullptr;
    QProgressBar* busy_ = nullptr;
    PageView* view_ = nullptr;
    QWidget* messageBar_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* open_ = nullptr;
    QStackedLayout* stack_ = nullptr;
};

} // namespace wardmote::ui
