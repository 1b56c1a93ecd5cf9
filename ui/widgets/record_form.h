#pragma once
#include "ui/widgets/record_edits.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace wardmote::ui {

class FieldEditor;
class LikeNames;
class RecordHistory;
class Session;

/// Every field of one record, by groups. Each field that is left or chosen is one undoable edit; what is
/// wrong with it stands below it. Follows the plan, but leaves a field alone while the person is in it.
class RecordForm : public QWidget {
    Q_OBJECT
public:
    RecordForm(Session& session, plan::RecordKind kind, QWidget* parent = nullptr);
    ~RecordForm() override;

    void setRecord(plan::Id id); ///< 0: none
    plan::Id record() const { return id_; }
    /// Another edit than that of the one field where a value brings more with it (what is agreed has a date);
    /// nothing: the field alone.
    using WholeEdit = std::function<std::optional<RecordEdit>(const plan::Plan&, plan::Id,
                                                              const plan::FieldInfo&, const plan::Value&)>;
    void setWholeEdit(WholeEdit edit) { wholeEdit_ = std::move(edit); }
    FieldEditor* editor(std::string_view key) const; ///< null: not in the form
    /// Brings the field into view and puts the cursor there.
    void focusField(std::string_view key);
    QString complaint(std::string_view key) const; ///< what is said below a field; empty: all is well

Q_SIGNALS:
    void recordGone();

private:
    struct Row {
        FieldEditor* editor;
        QLabel* complaint;
    };
    void build();
    QFormLayout* group(QVBoxLayout& all, const QString& heading);
    void addField(QFormLayout& form, const plan::FieldInfo& field);
    void suggestLikeNames(FieldEditor& name, QVBoxLayout& below);
    void planChanged(const plan::ChangeSummary& summary);
    void showField(Row& row);
    void showAll();
    void commit(Row& row);
    void complain(Row& row, const QString& message);

    Session& session_;
    plan::RecordKind kind_;
    plan::Id id_ = 0;
    WholeEdit wholeEdit_;
    std::map<std::string, Row, std::less<>> rows_;
    LikeNames* likeNames_ = nullptr; ///< null: not of this kind
    QLabel* title_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    QWidget* none_ = nullptr;
    RecordHistory* history_ = nullptr;
};

} // namespace wardmote::ui
