#pragma once
#include "core/base/result.h"
#include "ui/preview/prepared_report.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace wardmote::ui {

class PageView;
class Preferences;
class Prompts;

/// A report as it will be printed, with what is done with it: written as PDF, HTML or ODT, printed, looked at
/// closely. What is written is whole or not there; writing and printing run off the screen's thread and are
/// not stopped by edits that come meanwhile.
class ReportPreview : public QWidget {
    Q_OBJECT
public:
    /// `what` ends the names of files: "report". `preferences` remembers the folder; null: it is remembered
    /// while the widget lives.
    ReportPreview(Prompts& prompts, Preferences* preferences, const QString& what, QWidget* parent = nullptr);
    ~ReportPreview() override;

    /// The buttons that write and print, put into a row of the page's own.
    void addActions(QHBoxLayout& row);
    /// A control of the page, before the number of the page in view.
    void addTool(QWidget* tool);

    void setReport(PreparedReport report); ///< empty: none
    const PreparedReport& report() const { return report_; }
    PageView& view() const { return *view_; }

    void setPreparing(bool preparing);
    void setProgress(double fraction);
    void say(const QString& message, bool canOpen = false);
    void dismissMessage();

    /// Asks where to, then writes.
    void exportAs(publish::Format format);
    /// Asks for the printer, then prints.
    void print();

private:
    QWidget* makeMessageBar();
    QWidget* makeViewBar();
    void makeActions();
    void written(const QString& path, const Result<void>& result);
    void updateEnabled();
    void showPageNumber();

    Prompts& prompts_;
    Preferences* preferences_;
    QString what_;
    PreparedReport report_;
    bool preparing_ = false;
    bool busy_ = false; ///< writing or printing
    QString lastFolder_;
    QString lastFile_;
    QPushButton* exportPdf_ = nullptr;
    QToolButton* exportOther_ = nullptr;
    QPushButton* print_ = nullptr;
    QHBoxLayout* tools_ = nullptr;
    QLabel* pageLabel_ = nullptr;
    QProgressBar* progress_ = nullptr;
    PageView* view_ = nullptr;
    QWidget* messageBar_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* open_ = nullptr;
};

} // namespace wardmote::ui
