#include "ui/pages/duplication/review_form.h"

#include "core/analysis/agreement.h"
#include "core/analysis/decisions_checked.h"
#include "core/text/values.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using plan::Review;

/// Position 0 of every list is "not recorded", so a choice lies one below its place.
template<class E>
void choose(QComboBox& box, const std::optional<E>& choice) {
    box.setCurrentIndex(choice ? static_cast<int>(*choice) + 1 : 0);
}
template<class E>
std::optional<E> chosen(const QComboBox& box) {
    return box.currentIndex() > 0 ? std::optional(static_cast<E>(box.currentIndex() - 1)) : std::nullopt;
}

std::string typed(const QLineEdit& line) {
    return line.text().trimmed().toStdString();
}
std::string typed(const QPlainTextEdit& box) {
    return box.toPlainText().trimmed().toStdString();
}

} // namespace

ReviewForm::ReviewForm(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("reviewForm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(tr("Review"), TextRole::section, this));
    state_ = makeParagraph({}, TextRole::caption, this);
    column->addWidget(state_);
    outdated_ = makeParagraph({}, TextRole::body, this);
    outdated_->setObjectName(QStringLiteral("reviewOutdated"));
    setTextTone(*outdated_, Tone::attention);
    outdated_->hide();
    column->addWidget(outdated_);
    form_ = new QFormLayout;
    auto* form = form_;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows); // an inspector is narrow
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    column->addLayout(form);
    finding_ =
        addChoice(*form, tr("Finding"), QStringLiteral("reviewFinding"), plan::choicesOf<plan::Finding>);
    decision_ =
        addChoice(*form, tr("What to do"), QStringLiteral("reviewDecision"), plan::choicesOf<plan::WhatToDo>);
    mergeInto_ = addChoice(*form, tr("Merge into"), QStringLiteral("reviewMergeInto"), {});
    addDecision(*form);
    complaint_ = makeParagraph({}, TextRole::caption, this);
    complaint_->setObjectName(QStringLiteral("reviewComplaint"));
    setTextTone(*complaint_, Tone::attention);
    complaint_->hide();
    record_ = makePrimaryButton(tr("Record review"), QStringLiteral("reviewRecord"), this);
    column->addWidget(record_, 0, Qt::AlignLeft);
    connect(record_, &QPushButton::clicked, this, &ReviewForm::record);
    connect(decision_, &QComboBox::currentIndexChanged, this, &ReviewForm::showWhatIsAsked);
    showWhatIsAsked();
}

void ReviewForm::addDecision(QFormLayout& form) {
    reason_ = addText(form, tr("Reason"), QStringLiteral("reviewReason"));
    lostReach_ = addLine(form, tr("Reach lost"), QStringLiteral("reviewLostReach"));
    lostTravel_ = addLine(form, tr("Travel added"), QStringLiteral("reviewLostTravel"));
    lostDuty_ = addLine(form, tr("Statutory duty"), QStringLiteral("reviewLostDuty"));
    screening_ = addText(form, tr("Equality screening"), QStringLiteral("reviewScreening"));
    screening_->setPlaceholderText(tr("What it found, and where it is kept"));
    consulted_ = addText(form, tr("Who was consulted"), QStringLiteral("reviewConsulted"));
    outcome_ = addText(form, tr("What they said"), QStringLiteral("reviewOutcome"));
    decidedBy_ = addLine(form, tr("Decided by"), QStringLiteral("reviewDecidedBy"));
    decidedBy_->setPlaceholderText(tr("A body or a role"));
    decidedOn_ = addLine(form, tr("Decided on"), QStringLiteral("reviewDecidedOn"));
    decidedOn_->setPlaceholderText(tr("8 May 2013"));
    status_ =
        addChoice(form, tr("Status"), QStringLiteral("reviewStatus"), plan::choicesOf<plan::ReviewStatus>);
}

/// What only some decisions need is asked of those alone.
void ReviewForm::showWhatIsAsked() {
    const auto decision = chosen<plan::WhatToDo>(*decision_);
    const bool merges = decision == plan::WhatToDo::mergeInto;
    mergeInto_->setEnabled(merges);
    for (auto* box : {screening_, consulted_, outcome_}) {
        form_->setRowVisible(box, merges || decision == plan::WhatToDo::end);
    }
}

QPlainTextEdit* ReviewForm::addText(QFormLayout& form, const QString& label, const QString& name) {
    auto* box = new QPlainTextEdit(this);
    setNames(*box, name, label);
    box->setTabChangesFocus(true);
    box->setFixedHeight(64);
    form.addRow(label, box);
    connect(box, &QPlainTextEdit::textChanged, this, &ReviewForm::touch);
    return box;
}

QComboBox* ReviewForm::addChoice(QFormLayout& form, const QString& label, const QString& name,
                                 std::span<const plan::Choice> choices) {
    auto* box = new QComboBox(this);
    setNames(*box, name, label);
    letWheelPass(*box);
    box->addItem(notRecorded());
    for (const auto& choice : choices) {
        box->addItem(qtext(choice.label));
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    form.addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &ReviewForm::touch);
    return box;
}

QLineEdit* ReviewForm::addLine(QFormLayout& form, const QString& label, const QString& name) {
    auto* line = new QLineEdit(this);
    setNames(*line, name, label);
    form.addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &ReviewForm::touch);
    return line;
}

void ReviewForm::touch() {
    if (!filling_) {
        touched_ = true;
        stopComplaining();
    }
}

void ReviewForm::setPair(const DuplicationAnswer& answer, const analysis::Pair& pair) {
    const bool samePair = a_ == pair.a && b_ == pair.b;
    const auto* review = reviewOf(*answer.plan, pair.a, pair.b);
    record_->setEnabled(session_.isWritable());
    today_ = answer.today;
    QStringList because;
    if (review && !answer.tried) {
        for (const auto& sentence :
             analysis::outdatedBecause(*answer.plan, *answer.explainer, answer.today, *review)) {
            because << qtext(sentence);
        }
    }
    outdated_->setText(tr("⚠ This decision no longer fits the facts: %1 Record the review again once "
                          "somebody has looked at it.")
                           .arg(because.join(u' ')));
    outdated_->setVisible(!because.isEmpty());
    if (samePair && touched_) {
        return;
    }
    a_ = pair.a;
    b_ = pair.b;
    review_ = review ? review->id : 0;
    filling_ = true;
    mergeInto_->clear();
    mergeInto_->addItem(notRecorded());
    for (const auto id : {a_, b_}) {
        const auto name = qtext(plan::nameOf(*answer.plan, plan::RecordKind::mechanism, id));
        mergeInto_->addItem(name, QVariant::fromValue<qlonglong>(id));
    }
    fill(review ? *review : Review{});
    filling_ = false;
    touched_ = false;
    stopComplaining();
    state_->setText(review ? tr("A review is recorded. Changes to it can be undone.")
                           : tr("Nobody has reviewed this pair. What the comparison suggests stays a "
                                "suggestion until somebody does."));
}

void ReviewForm::fill(const Review& review) {
    choose(*finding_, review.finding);
    choose(*decision_, review.decision);
    mergeInto_->setCurrentIndex(
        qMax(0, mergeInto_->findData(QVariant::fromValue<qlonglong>(review.mergeInto.id))));
    choose(*status_, review.status);
    reason_->setPlainText(QString::fromStdString(review.reason));
    lostReach_->setText(QString::fromStdString(review.lostReach));
    lostTravel_->setText(QString::fromStdString(review.lostTravel));
    lostDuty_->setText(QString::fromStdString(review.lostStatutoryDuty));
    screening_->setPlainText(QString::fromStdString(review.equalityScreening));
    consulted_->setPlainText(QString::fromStdString(review.consulted));
    outcome_->setPlainText(QString::fromStdString(review.consultationOutcome));
    decidedBy_->setText(QString::fromStdString(review.decidedBy));
    decidedOn_->setText(review.decidedOn ? QString::fromStdString(review.decidedOn->words()) : QString());
}

Result<Review> ReviewForm::asTyped(const plan::Plan& plan, QWidget*& atFault) const {
    const auto* recorded = plan.find<Review>(review_);
    Review review = recorded ? *recorded : Review{};
    if (!recorded) {
        review.name = plan::nameOf(plan, plan::RecordKind::mechanism, a_) + " and " +
                      plan::nameOf(plan, plan::RecordKind::mechanism, b_);
        review.mechanisms = {{{a_}}, {{b_}}};
    }
    review.finding = chosen<plan::Finding>(*finding_);
    review.decision = chosen<plan::WhatToDo>(*decision_);
    review.status = chosen<plan::ReviewStatus>(*status_);
    review.mergeInto = {};
    if (review.decision == plan::WhatToDo::mergeInto) {
        review.mergeInto = {mergeInto_->currentData().toLongLong()};
        if (!review.mergeInto) {
            atFault = mergeInto_;
            return failure(tr("Choose which of the two the other is merged into.").toStdString());
        }
    }
    review.reason = typed(*reason_);
    if (review.decision && review.reason.empty()) {
        atFault = reason_;
        return failure(tr("Give the reason: readers of the plan will ask for it.").toStdString());
    }
    review.lostReach = typed(*lostReach_);
    review.lostTravel = typed(*lostTravel_);
    review.lostStatutoryDuty = typed(*lostDuty_);
    review.equalityScreening = typed(*screening_);
    review.consulted = typed(*consulted_);
    review.consultationOutcome = typed(*outcome_);
    review.decidedBy = typed(*decidedBy_);
    if (const auto missing = analysis::missingForAgreement(review);
        analysis::isAgreed(review.status) && !missing.empty()) {
        for (auto* box : {screening_, consulted_, outcome_}) {
            if (!atFault && typed(*box).empty()) {
                atFault = box;
            }
        }
        return failure(analysis::missingInWords(missing));
    }
    const auto date = text::readValue(plan, plan::fieldFor<&Review::decidedOn>(), typed(*decidedOn_));
    if (!date) {
        atFault = decidedOn_;
        return failure(date.error().text());
    }
    const auto* iso = std::get_if<std::string>(&*date);
    review.decidedOn = iso ? plan::Date::fromIso(*iso) : std::nullopt;
    return review;
}

/// Below the field that is to be put right, and the keyboard goes to it: the button may be a screen away.
void ReviewForm::complain(const QString& words, QWidget* field) {
    stopComplaining();
    complaint_->setText(words);
    int row = form_->rowCount() - 1;
    auto role = QFormLayout::FieldRole;
    if (field) {
        form_->getWidgetPosition(field, &row, &role);
    }
    form_->insertRow(row + 1, complaint_);
    complaint_->show();
    layout()->activate();
    if (field) {
        field->setFocus();
    }
    for (auto* above = parentWidget(); above; above = above->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(above)) {
            scroll->widget()->layout()->activate();
            scroll->ensureWidgetVisible(complaint_);
            if (field) {
                scroll->ensureWidgetVisible(field);
            }
            break;
        }
    }
}

void ReviewForm::stopComplaining() {
    int row = -1;
    auto role = QFormLayout::FieldRole;
    form_->getWidgetPosition(complaint_, &row, &role);
    if (row >= 0) {
        const auto taken = form_->takeRow(row);
        delete taken.fieldItem;
        delete taken.labelItem;
    }
    complaint_->hide();
}

void ReviewForm::record() {
    const auto plan = session_.plan();
    if (!plan->find<plan::Mechanism>(a_) || !plan->find<plan::Mechanism>(b_)) {
        return;
    }
    QWidget* atFault = nullptr;
    auto review = asTyped(*plan, atFault);
    if (!review) {
        complain(qtext(review.error().text()), atFault);
        return;
    }
    stopComplaining();
    if (analysis::isDecision(*review)) {
        review->factsWhenDecided =
            analysis::factsOfReview(analysis::PairExplainer(plan, today_), *plan, *review);
    }
    plan::Changes changes;
    if (const auto* before = plan->find<Review>(review_)) {
        changes.update(*before, *review);
    } else {
        review->id = session_.newId();
        review_ = review->id;
        changes.insert(*review);
    }
    touched_ = false;
    if (!changes.empty()) {
        Q_EMIT recorded();
        session_.perform(tr("Review %1").arg(QString::fromStdString(review->name)), std::move(changes));
    }
}

} // namespace wardmote::ui
