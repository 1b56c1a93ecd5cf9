#pragma once
#include "core/plan/change.h"

#include <QWidget>

namespace wardmote::ui {

class Session;

/// The control for one field, made by its kind: a line, a box, a choice, a chooser, an inner table. Shows a
/// value and reads what the person made of it; asks for no edit itself.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    FieldEditor(Session& session, const plan::FieldInfo& field, QWidget* parent);

    const plan::FieldInfo& field() const { return field_; }
    virtual void setValue(const plan::Value& value) = 0;
    /// An Error in words where what was typed can't be read.
    virtual Result<plan::Value> value() const = 0;
    /// Records that the person asked to make on the way ("New organisation ...") and the value refers to.
    virtual plan::Changes alsoNeeded() const { return {}; }
    /// What a label's mnemonic goes to.
    virtual QWidget* focusTarget() = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    /// Starts with this text typed (a key pressed on a table cell); editors without a text ignore it.
    virtual void startWith(const QString& /*typed*/) {}
    bool isModified() const { return modified_; }

Q_SIGNALS:
    void edited();    ///< something was changed, not yet for good
    void committed(); ///< the person is done with it: left, chosen or pressed Enter

protected:
    const plan::Plan& plan() const;
    Session& session() const { return session_; }
    void markModified();
    void commit();
    void clearModified() { modified_ = false; }

private:
    Session& session_;
    const plan::FieldInfo& field_;
    bool modified_ = false;
};

/// Where an editor will stand: a cell has no room for more than the control itself, in a dialog of its own a
/// chooser shows its whole list.
enum class EditorPlace { form, cell, dialog };

/// Null for kinds that nobody types (boundaries).
FieldEditor* makeFieldEditor(Session& session, const plan::FieldInfo& field, EditorPlace place,
                             QWidget* parent);

} // namespace wardmote::ui
