#pragma once
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace wardmote::ui {

class FieldEditor;
class Session;

/// What a scenario does to one mechanism, at the side of the page. Fields that are no part of what is to be
/// done are out of the way. Nothing is recorded until the person says so, as one undoable edit; what stands
/// there as a suggestion is claimed by nobody before that.
class ChangeForm : public QWidget {
    Q_OBJECT
public:
    explicit ChangeForm(Session& session, QWidget* parent = nullptr);
    /// Leaves alone what the person has typed about this mechanism and not recorded.
    void show(const ScenariosRef& answer, plan::Id mechanism);
    void record();
    void agree();
    void rejectOrPropose(); ///< rejects; what was rejected or done is proposed again
    /// Brings a field into view and puts the cursor there.
    void fillIn(std::string_view key);
    FieldEditor* editor(std::string_view key) const;

Q_SIGNALS:
    void mechanismWanted(wardmote::plan::Id mechanism); ///< go to the one that it goes into
    void doneAsked(wardmote::plan::Id mechanism);       ///< its change was carried out: on which day?

private:
    void build();
    void addFields(QVBoxLayout& column, const QString& heading, std::vector<std::string_view> keys);
    void fill();
    void showFields(); ///< those that the action asks for
    void showDecision();
    QString stateText() const;
    const plan::ProposedChange* recorded() const; ///< as the answer has it; null: none
    /// The change as the form has it; empty with a complaint shown if something can't be read.
    std::optional<plan::ProposedChange> asTyped();
    void perform(plan::ProposedChange change);
    void complain(const QString& message);
    const analysis::ChangeEffect* effect() const;
    plan::WhatToDo action() const;

    struct Row {
        FieldEditor* editor = nullptr;
        QLabel* label = nullptr;
    };
    Session& session_;
    ScenariosRef answer_;
    plan::Id mechanism_ = 0;
    bool touched_ = false;
    bool filling_ = false;
    bool suggested_ = false;
    std::vector<Row> rows_;
    std::vector<QLabel*> headings_;
    QScrollArea* content_ = nullptr;
    QLabel* none_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* complaint_ = nullptr;
    QPushButton* go_ = nullptr;
    QPushButton* record_ = nullptr;
    QPushButton* agree_ = nullptr;
    QPushButton* reject_ = nullptr;
    QPushButton* done_ = nullptr;
};

} // namespace wardmote::ui
