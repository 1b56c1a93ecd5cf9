#pragma once
#include "core/plan/plan.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QStandardItemModel;

namespace wardmote::ui {

class Session;

/// A line that finds one record by its name as you type: matches anywhere in its names, accents and case
/// folded. A name that no record has can be taken as that of a new one.
class ChooserEdit : public QLineEdit {
    Q_OBJECT
public:
    ChooserEdit(Session& session, plan::RecordKind kind, QWidget* parent = nullptr);

    void setChosen(plan::Id id); ///< 0: none
    /// 0 with an empty line, or while the line names no record.
    plan::Id chosen() const { return chosen_; }
    /// What is typed and names no record; empty otherwise.
    QString unknownName() const;
    /// True after "New ... " was picked for the name in the line.
    bool wantsNew() const { return wantsNew_; }
    /// Lets nothing new be made.
    void setNewAllowed(bool allowed) { newAllowed_ = allowed; }

Q_SIGNALS:
    void picked(); ///< a record, or "new", was chosen from the list

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer(const QString& typed);
    void take(const QModelIndex& index);
    void matchExactly();

    Session& session_;
    plan::RecordKind kind_;
    plan::Id chosen_ = 0;
    bool wantsNew_ = false;
    bool newAllowed_ = true;
    QCompleter* completer_ = nullptr;
    QStandardItemModel* offers_ = nullptr;
};

/// The records of a kind whose names hold all the words, best first: those that start with them, then the
/// others, each in natural order; at most `most`.
std::vector<plan::Id> recordsNamed(const plan::Plan& plan, plan::RecordKind kind, const QString& words,
                                   std::size_t most);

} // namespace wardmote::ui
