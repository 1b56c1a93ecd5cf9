#pragma once
#include "core/plan/plan.h"

#include <QIcon>
#include <QString>
#include <QWidget>

#include <vector>

namespace wardmote::ui {

class Session;
class Prompts;

/// A figure at the top of a page: "193,400 residents". Not recorded is shown in those words.
struct HeadlineFigure {
    QString value;
    QString caption;
};

/// One page of the window. The shell shows its title and figures above it, an entry for it in the navigation,
/// and in the inspector what it offers for the selection. Pages never know one another.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString pageId() const = 0; ///< "duplication"; stable, used in settings and tests
    virtual QString title() const = 0;
    virtual std::vector<HeadlineFigure> headline() const { return {}; }
    /// Number beside the navigation entry, for example of pairs undecided; negative: none. attention: in the
    /// warning tone.
    virtual int badge() const { return -1; }
    virtual bool badgeNeedsAttention() const { return false; }
    /// Widget that the shell puts in the inspector while this page is shown; null: the shell's own record
    /// inspector.
    virtual QWidget* inspector() { return nullptr; }
    /// Shows just these records (a chart or matrix asked for them); false if this page doesn't list that
    /// kind.
    virtual bool showRecords(plan::RecordKind, const std::vector<plan::Id>&, const QString& /*because*/) {
        return false;
    }
    /// It lets people choose among arrangements itself, so the window's chooser stays away.
    virtual bool choosesArrangement() const { return false; }
    virtual void activated() {} ///< it has come to the front
    /// A file was dropped on the window; true if this page begins to work on it.
    virtual bool takeFile(const QString& /*path*/) { return false; }
    /// Records of this kind are to be imported; true if this page does that, from a file asked for there.
    virtual bool beginImport(plan::RecordKind) { return false; }

Q_SIGNALS:
    void headlineChanged();
    void badgeChanged();
    /// Asks the window to go to another page ("import").
    void pageRequested(const QString& pageId);
    /// Asks the window to go where records of this kind are imported.
    void importRequested(plan::RecordKind kind);
};

} // namespace wardmote::ui
