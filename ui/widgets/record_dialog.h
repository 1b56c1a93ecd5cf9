#pragma once
#include "core/plan/change.h"

#include <QDialog>

#include <string_view>
#include <vector>

class QLabel;

namespace wardmote::ui {

class FieldEditor;
class Session;

/// One field in a dialog of its own: lists in a table's cell, one column of many records. Stays open with the
/// complaint while what is typed can't be read.
class FieldDialog : public QDialog {
    Q_OBJECT
public:
    FieldDialog(Session& session, const plan::FieldInfo& field, const QString& title, QWidget* parent);

    FieldEditor& editor() { return *editor_; }
    void setValue(const plan::Value& value);
    Result<plan::Value> value() const;
    plan::Changes alsoNeeded() const;

    void accept() override;

private:
    FieldEditor* editor_ = nullptr;
    QLabel* complaint_ = nullptr;
};

/// A short form for a new record: the fields named, "Add" makes the record as one edit. Stays open with the
/// complaint while something is wrong.
class RecordDialog : public QDialog {
    Q_OBJECT
public:
    RecordDialog(Session& session, plan::RecordKind kind, const std::vector<std::string_view>& keys,
                 QWidget* parent = nullptr);

    FieldEditor* editor(std::string_view key) const;
    plan::Id record() const { return id_; } ///< of the record that is added

    void accept() override;

private:
    void complain(const QString& message, FieldEditor* at);
    QWidget* makeLikeNames(FieldEditor& name);
    Session& session_;
    plan::RecordKind kind_;
    plan::Id id_;
    std::vector<FieldEditor*> editors_;
    QLabel* complaint_ = nullptr;
};

} // namespace wardmote::ui
