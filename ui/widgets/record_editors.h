#pragma once
#include "ui/widgets/record_field_editor.h"

#include <QStyle>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

/// The editors behind makeFieldEditor(). Nobody else needs to know them.
namespace wardmote::ui {

/// setReadOnly() for lines and boxes, drawn as such at once: style sheets do not watch the property.
template<class Control>
void setReadOnlyNow(Control& control, bool readOnly) {
    if (control.isReadOnly() != readOnly) {
        control.setReadOnly(readOnly);
        control.style()->unpolish(&control);
        control.style()->polish(&control);
    }
}

class ChooserEdit;
class ChooserList;
class LinksModel;

/// Texts, numbers, money, dates (with a calendar) and times, typed as people write them.
class LineEditor : public FieldEditor {
    Q_OBJECT
public:
    LineEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

private:
    void addCalendar();
    QLineEdit* line_ = nullptr;
};

/// Texts of several lines, and lists of words, one a line.
class BoxEditor : public FieldEditor {
    Q_OBJECT
public:
    BoxEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* box_ = nullptr;
};

/// Choices, and yes or no; "not recorded" is an answer.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(Session& session, const plan::FieldInfo& field, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

private:
    QComboBox* box_ = nullptr;
};

/// One record of another kind, or a new one.
class ReferenceEditor : public FieldEditor {
    Q_OBJECT
public:
    ReferenceEditor(Session& session, const plan::FieldInfo& field, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    plan::Changes alsoNeeded() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

private:
    ChooserEdit* chooser_ = nullptr;
    plan::Id newId_ = 0;
};

/// Several records of another kind: their names and a button that opens the list; in a dialog the list.
class ListEditor : public FieldEditor {
    Q_OBJECT
public:
    ListEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    plan::Changes alsoNeeded() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

private:
    void choose();
    void showNames();
    std::vector<plan::Id> ids_;
    plan::Changes made_;
    QLabel* names_ = nullptr;
    QPushButton* choose_ = nullptr;
    ChooserList* list_ = nullptr;
};

/// Links that say more than what they link to, as a small table: attendance, spending.
class LinksEditor : public FieldEditor {
    Q_OBJECT
public:
    LinksEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    plan::Changes alsoNeeded() const override { return made_; }
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;

private:
    void add();
    void addChosen(const std::vector<plan::Id>& ids);
    void remove();
    void fitHeight();
    bool grows_ = false; ///< a dialog gives it room, a form does not
    LinksModel* model_ = nullptr;
    QTableView* view_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* remove_ = nullptr;
    QLabel* wrong_ = nullptr;
    plan::Changes made_;
};

/// A meeting pattern typed in words or picked; says what was understood and how many meetings a year it
/// makes.
class RecurrenceEditor : public FieldEditor {
    Q_OBJECT
public:
    RecurrenceEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent);
    void setValue(const plan::Value& value) override;
    Result<plan::Value> value() const override;
    QWidget* focusTarget() override;
    void setReadOnly(bool readOnly) override;
    void startWith(const QString& typed) override;

private:
    void addPicker();
    void showUnderstood();
    void pick();
    QLineEdit* line_ = nullptr;
    QLabel* understood_ = nullptr;
    QComboBox* often_ = nullptr;
    QComboBox* which_ = nullptr;
    QComboBox* day_ = nullptr;
};

} // namespace wardmote::ui
