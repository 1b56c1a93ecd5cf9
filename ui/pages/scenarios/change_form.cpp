#include "ui/pages/scenarios/change_form.h"

#include "core/plan/wording.h"
#include "ui/pages/scenarios/scenario_edits.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/style.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::ProposedChange;
using plan::WhatToDo;

const plan::FieldInfo& fieldOf(std::string_view key) {
    return *plan::findField(plan::recordInfo(plan::RecordKind::proposedChange), key);
}

template<std::size_t N>
bool isOneOf(std::string_view key, const std::array<std::string_view, N>& keys) {
    return std::ranges::find(keys, key) != keys.end();
}

constexpr std::array<std::string_view, 5> howOften{"pattern_after", "meetings_after", "length_after",
                                                   "organising_after", "attending_after"};
constexpr std::array<std::string_view, 2> spending{"spending_after", "no_spending_after"};
constexpr std::array<std::string_view, 3> scope{"areas_after", "themes_after", "audiences_after"};
constexpr std::array<std::string_view, 3> beforeAgreed{"equality_screening", "consulted",
                                                       "consultation_outcome"};

/// Whether a field says something about a change of this kind.
bool belongs(std::string_view key, WhatToDo action, bool gathers) {
    const bool goes = action == WhatToDo::end || action == WhatToDo::mergeInto;
    if (key == "into_mechanism") {
        return action == WhatToDo::mergeInto || action == WhatToDo::shareAMeeting;
    }
    if (isOneOf(key, howOften) || isOneOf(key, spending)) {
        return gathers || action == WhatToDo::meetLessOften || action == WhatToDo::reScope;
    }
    if (isOneOf(key, scope)) {
        return action == WhatToDo::reScope || (gathers && !goes);
    }
    return goes || !isOneOf(key, beforeAgreed);
}

} // namespace

ChangeForm::ChangeForm(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("changeForm"));
    build();
    connect(record_, &QPushButton::clicked, this, &ChangeForm::record);
    connect(agree_, &QPushButton::clicked, this, &ChangeForm::agree);
    connect(go_, &QPushButton::clicked, this, [this] {
        if (const auto* found = effect()) {
            Q_EMIT mechanismWanted(found->step.into);
        }
    });
}

void ChangeForm::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    none_ =
        makeParagraph(tr("Choose a mechanism to say what the scenario does to it."), TextRole::body, this);
    none_->setMargin(16);
    none_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(none_);
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("changeFormScroll"), tr("What the scenario does to the mechanism"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    content_ = scroll;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 14, 16, 14);
    title_ = makeParagraph({}, TextRole::title, inside);
    column->addWidget(title_);
    state_ = makeParagraph({}, TextRole::caption, inside);
    column->addWidget(state_);
    go_ = makeLinkButton(tr("Go to the other mechanism"), QStringLiteral("changeGo"), inside);
    column->addWidget(go_, 0, Qt::AlignLeft);
    addFields(*column, {}, {"action", "into_mechanism"});
    addFields(*column, tr("From then on"),
              {"pattern_after", "meetings_after", "length_after", "organising_after", "attending_after",
               "spending_after", "no_spending_after", "areas_after", "themes_after", "audiences_after"});
    addFields(*column, tr("One-off"), {"one_off_cost", "one_off_hours", "one_off_bearer"});
    addFields(*column, tr("Decision"),
              {"reason", "equality_screening", "consulted", "consultation_outcome", "decided_by"});
    complaint_ = makeParagraph({}, TextRole::body, inside);
    complaint_->setObjectName(QStringLiteral("changeComplaint"));
    setTextTone(*complaint_, Tone::attention);
    complaint_->hide();
    column->addWidget(complaint_);
    record_ = makePrimaryButton(tr("Record change"), QStringLiteral("changeRecord"), inside);
    column->addWidget(record_, 0, Qt::AlignLeft);
    agree_ = makeButton(tr("Record as agreed"), QStringLiteral("changeAgree"), inside);
    column->addWidget(agree_, 0, Qt::AlignLeft);
    column->addStretch(1);
    scroll->setWidget(inside);
    outer->addWidget(scroll);
    scroll->hide();
}

void ChangeForm::addFields(QVBoxLayout& column, const QString& heading, std::vector<std::string_view> keys) {
    auto* title = makeLabel(heading, TextRole::section, this);
    title->setVisible(!heading.isEmpty());
    headings_.push_back(title);
    if (!heading.isEmpty()) {
        column.addSpacing(8);
    }
    column.addWidget(title);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    column.addLayout(form);
    for (const auto key : keys) {
        auto* editor = makeFieldEditor(session_, fieldOf(key), EditorPlace::form, this);
        auto* label = new QLabel(headingOf(fieldOf(key)));
        label->setBuddy(editor->focusTarget());
        form->addRow(label, editor);
        rows_.push_back({editor, label});
        const auto changed = [this, key] {
            if (filling_) {
                return;
            }
            touched_ = true;
            complaint_->hide();
            if (key == "action") {
                showFields();
            }
        };
        connect(editor, &FieldEditor::edited, this, changed);
        connect(editor, &FieldEditor::committed, this, changed);
    }
}

FieldEditor* ChangeForm::editor(std::string_view key) const {
    const auto at =
        std::ranges::find_if(rows_, [&](const Row& row) { return row.editor->field().key == key; });
    return at == rows_.end() ? nullptr : at->editor;
}

const analysis::ChangeEffect* ChangeForm::effect() const {
    if (!answer_ || !answer_->shown) {
        return nullptr;
    }
    const auto& changes = answer_->shown->changes;
    const auto at = std::ranges::find_if(
        changes, [this](const analysis::ChangeEffect& each) { return each.step.mechanism == mechanism_; });
    return at == changes.end() ? nullptr : &*at;
}

void ChangeForm::show(const ScenariosRef& answer, Id mechanism) {
    const bool same = answer_ && answer_->scenario == answer->scenario && mechanism_ == mechanism;
    answer_ = answer;
    mechanism_ = answer->shown && answer->plan->find<plan::Mechanism>(mechanism) ? mechanism : 0;
    none_->setVisible(mechanism_ == 0);
    content_->setVisible(mechanism_ != 0);
    if (mechanism_ == 0) {
        return;
    }
    const bool writable = session_.isWritable();
    record_->setEnabled(writable);
    agree_->setEnabled(writable);
    if (!same || !touched_) {
        fill();
    }
    state_->setText(stateText());
    const auto* found = effect();
    go_->setVisible(found && found->step.into != 0 && !found->step.problem);
}

void ChangeForm::fill() {
    filling_ = true;
    title_->setText(mechanismName(*answer_->plan, mechanism_));
    const auto* recorded = changeOf(*answer_->plan, answer_->scenario, mechanism_);
    ProposedChange change = recorded ? *recorded : ProposedChange{};
    change.mechanism = {mechanism_};
    change.action = change.action.value_or(WhatToDo::keep);
    const auto* found = effect();
    suggested_ = found && found->step.gathers() && !found->blanks.empty();
    if (suggested_) {
        auto coming = found->step.takesUp;
        coming.insert(coming.end(), found->step.hosts.begin(), found->step.hosts.end());
        change = analysis::suggestedGathering(*answer_->plan, answer_->today, std::move(change), coming);
    }
    for (const auto& row : rows_) {
        row.editor->setValue(row.editor->field().get(&change));
        row.editor->setReadOnly(!session_.isWritable());
    }
    touched_ = false;
    complaint_->hide();
    filling_ = false;
    showFields();
}

WhatToDo ChangeForm::action() const {
    ProposedChange change;
    if (const auto value = editor("action")->value()) {
        fieldOf("action").set(&change, *value);
    }
    return change.action.value_or(WhatToDo::keep);
}

void ChangeForm::showFields() {
    const auto* found = effect();
    const bool gathers = found && found->step.gathers();
    bool fromThenOn = false;
    for (const auto& row : rows_) {
        const auto key = row.editor->field().key;
        const bool shown = belongs(key, action(), gathers);
        row.editor->setVisible(shown);
        row.label->setVisible(shown);
        fromThenOn = fromThenOn || (shown && row.editor->field().rules.group == "From then on");
    }
    headings_[1]->setVisible(fromThenOn);
}

QString ChangeForm::stateText() const {
    const auto* found = effect();
    if (!found) {
        return tr("It stays as it is in this scenario.");
    }
    if (suggested_) {
        return tr("Others come to it. What stands below is a suggestion: the larger's pattern, and everybody "
                  "who attends one of them. Nothing is claimed until you record it.");
    }
    const auto why = whyNotCounted(*answer_->plan, *found);
    if (!why.isEmpty()) {
        return why;
    }
    const auto& hours = found->lines.at(analysis::WeighedLine::staffHours);
    auto text = tr("Staff time: %1 now, %2 afterwards.")
                    .arg(amountText(analysis::WeighedLine::staffHours, hours.before, hours.beforeAtLeast),
                         amountText(analysis::WeighedLine::staffHours, hours.after, hours.afterAtLeast));
    const auto* change = answer_->plan->find<ProposedChange>(found->step.change);
    if (change && change->status) {
        text +=
            QLatin1Char(' ') + tr("Status: %1.").arg(QString::fromStdString(plan::labelOf(*change->status)));
    }
    return text;
}

std::optional<ProposedChange> ChangeForm::asTyped() {
    const auto* recorded = changeOf(*session_.plan(), answer_->scenario, mechanism_);
    ProposedChange change = recorded ? *recorded : ProposedChange{};
    change.scenario = {answer_->scenario};
    change.mechanism = {mechanism_};
    const auto* found = effect();
    for (const auto& row : rows_) {
        const auto& field = row.editor->field();
        const bool shown = belongs(field.key, action(), found && found->step.gathers());
        if (!shown) {
            continue; // what was said before stays with the record
        }
        const auto value = row.editor->value();
        if (!value) {
            complain(QString::fromStdString(value.error().text()));
            row.editor->focusTarget()->setFocus();
            return std::nullopt;
        }
        field.set(&change, *value);
    }
    return change;
}

void ChangeForm::complain(const QString& message) {
    complaint_->setText(QStringLiteral("⚠ ") + message);
    complaint_->setAccessibleName(message);
    complaint_->show();
}

void ChangeForm::perform(ProposedChange change) {
    const auto edit = recordChange(*session_.plan(), std::move(change), session_.newId());
    if (!edit.refusal.isEmpty()) {
        complain(edit.refusal);
        return;
    }
    touched_ = false;
    plan::Changes changes; // records made on the way come first: the change refers to them
    for (const auto& row : rows_) {
        changes.append(row.editor->isVisibleTo(this) ? row.editor->alsoNeeded() : plan::Changes{});
    }
    changes.append(edit.changes);
    if (!changes.empty()) {
        session_.perform(edit.label, std::move(changes));
    }
}

void ChangeForm::record() {
    if (mechanism_ == 0) {
        return;
    }
    auto change = asTyped();
    if (!change) {
        return;
    }
    if (change->status == plan::ReviewStatus::agreed && !analysis::missingForAgreement(*change).empty()) {
        change->status = plan::ReviewStatus::proposed; // it is another change now, and not agreed as such
    }
    perform(std::move(*change));
}

void ChangeForm::agree() {
    const auto change = mechanism_ == 0 ? std::nullopt : asTyped();
    if (!change) {
        return;
    }
    QStringList missing;
    for (const auto* field : analysis::missingForAgreement(*change)) {
        missing << qtext(field->label).toLower();
    }
    if (!missing.isEmpty()) {
        complain(
            tr("Before ending or merging can be agreed, write: %1.").arg(missing.join(QStringLiteral(", "))));
        return;
    }
    const auto* recorded = answer_->plan->find<ProposedChange>(change->id);
    const auto* found = effect();
    if (!recorded || recorded->action != change->action || recorded->into != change->into || !found ||
        !found->counted) {
        complain(tr("Record the change first, and see what it saves and costs; then it can be agreed."));
        return;
    }
    perform(analysis::agreed(*change, *answer_->shown, answer_->today));
}

} // namespace wardmote::ui
