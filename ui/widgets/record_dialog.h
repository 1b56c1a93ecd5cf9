#pragma once
#include "core/plan/change.h"

#include <QDialog>

#include <string_view>
#include <vector>

class QDialogButtonBox;
class QLabel;

namespace wardmote::ui {

class FieldEditor;
class Session;

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
    Session& session_;
    plan::RecordKind kind_;
    plan::Id id_;
    std::vector<FieldEditor*> editors_;
    QLabel* complaint_ = nullptr;
};

} // namespace wardmote::ui
