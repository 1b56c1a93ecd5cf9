#pragma once
#include "core/base/shared_answers.h"
#include "core/store/plan_file.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace wardmote::ui {

class Selection;

/// The open plan as the screen sees it. Edits run on one writer thread: perform() returns at once,
/// planChanged() comes when the edit is committed, editFailed() when it was not. Data flows one way: a page
/// never changes its own display after an edit, it waits for planChanged().
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    bool isOpen() const;
    bool isWritable() const;
    bool isSaving() const; ///< an edit is on its way to the file
    QString path() const;
    store::ReadOnlyReason readOnlyReason() const;

    /// The snapshot on screen; an empty plan while none is open. Never null.
    plan::PlanRef plan() const;
    /// What is chosen, shared by every page, the inspector, the map and the charts.
    Selection& selection() const;
    /// What pages find out of the plan and share, for as long as it is open; for work in the background,
    /// which may outlive it. Never null.
    std::shared_ptr<SharedAnswers> shared() const;
    /// New record ids for pages that add records.
    plan::Id newId();

    /// Takes over a file that core/store opened (on a worker thread; see shell/open_plan).
    void adopt(store::PlanFile file);
    /// Waits for edits under way, closes the file, shows the empty plan.
    void close();

    /// Asks for one undoable edit. Labels read "Move Saltford to Keynsham Area".
    void perform(const QString& label, plan::Changes changes);
    /// The same with changes made from the plan as it is when the edit's turn comes.
    void perform(const QString& label, std::function<plan::Changes(const plan::Plan&)> make);
    void undo();
    void redo();
    void goTo(plan::Id historyRow);

    QString undoLabel() const; ///< empty: nothing to undo
    QString redoLabel() const;
    QString lastEditLabel() const;
    QString lastEditTime() const; ///< UTC, "2026-11-22T10:41:05Z"; empty: no edit yet
    /// What the store said when it opened the plan: migrated, backup at, in use by whom since when.
    QStringList notices() const;

    /// Edits that could not be made because another program had just taken the plan over.
    int lateEdits() const;
    /// Copies the plan to a path where there is no file and makes the late edits in the copy. `done` runs on
    /// the UI thread, with what went wrong or an empty text.
    void keepLateEdits(const QString& path, std::function<void(const QString& problem)> done);

    /// Runs with the file on the writer thread, after the edits asked for before (history, backups); what
    /// `work` gives back then runs on the UI thread. Nothing happens while no plan is open. The closure may
    /// outlive its page: it must hold widgets by QPointer.
    void withFile(std::function<std::function<void()>(store::PlanFile&)> work);

Q_SIGNALS:
    void opened(); ///< planChanged() with `everything` follows, as after closed()
    void closed();
    void planChanged(const wardmote::plan::ChangeSummary& summary); ///< plan() is the new snapshot
    void savingChanged(bool saving);
    void editFailed(const QString& label, const QString& message);
    void historyChanged();  ///< undoLabel() and the like have changed
    void writableChanged(); ///< another program took the plan over while it was open

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardmote::ui
