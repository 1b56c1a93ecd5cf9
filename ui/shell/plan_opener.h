#pragma once
#include "ui/shell/shell_services.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QWidget;

namespace wardmote::ui {

class Session;

/// Makes, opens and copies plan files off the UI thread and hands them to the session. One at a time: while
/// it is busy further wishes are passed over. What goes wrong is told through the prompts.
class PlanOpener : public QObject {
    Q_OBJECT
public:
    PlanOpener(Session& session, const ShellServices& services, QWidget& window);
    ~PlanOpener() override;

    bool isBusy() const { return running_ != nullptr; }

    void askForNew();  ///< asks where, makes an empty plan there
    void askForPlan(); ///< asks which, opens it
    void askForSample(const QString& sample);
    void askForCopy(); ///< asks where, copies the open plan there
    /// The same with the edits that came too late after another program took the plan over.
    void askForCopyWithLateEdits();
    void open(const QString& path, bool takeOver = false);
    void create(const QString& path);
    void makeSample(const QString& sample, const QString& path);
    void copyTo(const QString& path);

Q_SIGNALS:
    void started(const QString& what);
    void progressed(double fraction, const QString& what);
    void ended(); ///< well or not

private:
    struct Run;
    using Opened = Result<store::PlanFile>;
    void start(const QString& what, const QString& path, std::function<Opened(const Progress&)> work);
    void finish(const std::shared_ptr<Run>& run, Opened& opened);
    QString copyName() const;
    /// Where a new file is to lie; makes sure that there is none.
    std::optional<QString> askForPlace(const QString& title, const QString& preset);

    Session& session_;
    const ShellServices& services_;
    QWidget& window_;
    std::shared_ptr<Run> running_;
};

} // namespace wardmote::ui
