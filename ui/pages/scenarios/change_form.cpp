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
    connect(reject_, &QPushButton::clicked, this, &ChangeForm::rejectOrPropose);
    connect(done_, &QPushButton::clicked, this, [this] { Q_EMIT doneAsked(mechanism_); });
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
    done_ = makeButton(tr("Mark as done…"), QStringLiteral("changeDone"), inside);
    column->addWidget(done_, 0, Qt::AlignLeft);
    reject_ = makeButton(tr("Reject"), QStringLiteral("changeReject"), inside);
    column->addWidget(reject_, 0, Qt::AlignLeft);
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
    showDecision();
    if (!same || !touched_) {
        fill();
    }
    state_->setText(stateText());
    const auto* found = effect();
    go_->setVisible(found && found->step.into != 0 && !found->step.problem);
}

const ProposedChange* ChangeForm::recorded() const {
    return answer_ ? changeOf(*answer_->plan, answer_->scenario, mechanism_) : nullptr;
}

/// The buttons that make sense of the change as it stands.
void ChangeForm::showDecision() {
    const bool writable = session_.isWritable();
    const auto* change = recorded();
    const auto open = plan::ReviewStatus::open;
    const auto status = change ? change->status.value_or(open) : open;
    const bool over = status == plan::ReviewStatus::rejected || status == plan::ReviewStatus::done;
    record_->setEnabled(writable);
    agree_->setEnabled(writable && !over);
    done_->setEnabled(writable && status == plan::ReviewStatus::agreed);
    done_->setToolTip(tr("Once it is agreed: says that it was carried out, and when it ended."));
    reject_->setEnabled(writable && change);
    reject_->setText(over ? tr("Propose again") : tr("Reject"));
    reject_->setAccessibleName(reject_->text());
}

void ChangeForm::fill() {
    filling_ = true;
    title_->setText(mechanismName(*answer_->plan, mechanism_));
    const auto* before = recorded();
    ProposedChange change = before ? *before : ProposedChange{};
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
    const auto* change = recorded();
    const auto status = change ? decisionText(*change) : QString();
    if (!found && change && change->status == plan::ReviewStatus::rejected) {
        return tr("%1. It counts for nothing in this scenario.").arg(status);
    }
    if (!found && change && analysis::isAgreed(change->status)) {
        return tr("%1. It is over, and part of how things are now; see “Decided and achieved”.").arg(status);
    }
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
    if (found->step.action == WhatToDo::shareAMeeting || !found->step.hosts.empty()) {
        text += QLatin1Char(' ') + tr("Those who hold one meeting bear its cost in equal shares.");
    }
    return status.isEmpty() ? text : text + QLatin1Char(' ') + tr("Decision: %1.").arg(status);
}

std::optional<ProposedChange> ChangeForm::asTyped() {
    const auto* before = changeOf(*session_.plan(), answer_->scenario, mechanism_);
    ProposedChange change = before ? *before : ProposedChange{};
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
    if (auto change = asTyped()) {
        perform(std::move(*change));
    }
}

void ChangeForm::rejectOrPropose() {
    const auto change = mechanism_ == 0 || !recorded() ? std::nullopt : asTyped();
    if (!change) {
        return;
    }
    const bool again =
        change->status == plan::ReviewStatus::rejected || change->status == plan::ReviewStatus::done;
    auto after = analysis::proposedAgain(*change);
    if (!again) {
        after.status = plan::ReviewStatus::rejected;
        after.decidedOn = answer_->today;
    }
    perform(std::move(after));
}

void ChangeForm::fillIn(std::string_view key) {
    if (auto* wanted = editor(key); wanted && wanted->isVisibleTo(this)) {
        wanted->focusTarget()->setFocus();
        content_->ensureWidgetVisible(wanted);
    }
}

void ChangeForm::agree() {
    const auto change = mechanism_ == 0 ? std::nullopt : asTyped();
    if (!change) {
        return;
    }
    if (const auto missing = analysis::missingForAgreement(*change); !missing.empty()) {
        complain(qtext(analysis::missingInWords(missing)));
        fillIn(missing.front()->key);
        return;
    }
    const auto* before = recorded();
    const auto* found = effect();
    if (!before || before->action != change->action || before->into != change->into || !found ||
        !found->counted) {
        complain(tr("Record the change first, and see what it saves and costs; then it can be agreed."));
        return;
    }
    perform(analysis::agreed(*change, *answer_->shown, answer_->today));
}

} // namespace wardmote::ui
