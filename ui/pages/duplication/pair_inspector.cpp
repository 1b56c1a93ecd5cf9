#include "ui/pages/duplication/pair_inspector.h"

#include "core/plan/wording.h"
#include "core/recurrence/rule.h"
#include "ui/pages/duplication/component_bar.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/pages/duplication/review_form.h"
#include "ui/session/session.h"
#include "ui/widgets/record_merge_dialog.h"
#include "ui/widgets/style.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

constexpr std::size_t namesShown = 6;
constexpr int betweenBars = 6;
constexpr int betweenParts = 14;

void empty(QGridLayout& grid) {
    while (auto* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString orNotRecorded(const std::string& words) {
    return words.empty() ? notRecorded() : QString::fromStdString(words);
}

} // namespace

PairInspector::PairInspector(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    none_ = makeParagraph({}, TextRole::body, this);
    none_->setObjectName(QStringLiteral("pairInspectorNone"));
    none_->setMargin(16);
    none_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(none_);
    scroll_ = new QScrollArea(this);
    auto* scroll = scroll_;
    setNames(*scroll, QStringLiteral("pairInspectorScroll"), tr("The pair chosen"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content_ = new QWidget;
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(3);
    nameA_ = makeParagraph({}, TextRole::title, content_);
    nameB_ = makeParagraph({}, TextRole::title, content_);
    column->addWidget(nameA_);
    column->addWidget(makeLabel(tr("and"), TextRole::caption, content_));
    column->addWidget(nameB_);
    why_ = makeParagraph({}, TextRole::body, content_);
    why_->setTextFormat(Qt::RichText);
    column->addSpacing(betweenBars);
    column->addWidget(why_);
    for (int part = 0; part < componentCount; ++part) {
        bars_.push_back(new ComponentBar(partName(part), content_));
        behind_.push_back(makeParagraph({}, TextRole::caption, content_));
        column->addSpacing(betweenBars);
        column->addWidget(bars_.back());
        column->addWidget(behind_.back());
    }
    column->addSpacing(betweenParts);
    column->addWidget(makeLabel(tr("Also, and no part of the score"), TextRole::section, content_));
    evidence_ = makeParagraph({}, TextRole::body, content_);
    column->addWidget(evidence_);
    merge_ = makeButton(tr("Make one record of the two…"), QStringLiteral("pairMerge"), content_);
    merge_->setToolTip(
        tr("If they are one thing recorded twice: choose which content to keep; links are kept."));
    column->addWidget(merge_, 0, Qt::AlignLeft);
    connect(merge_, &QPushButton::clicked, this, &PairInspector::openMerge);
    column->addSpacing(betweenParts);
    column->addWidget(makeLabel(tr("Side by side"), TextRole::section, content_));
    sides_ = new QGridLayout;
    sides_->setHorizontalSpacing(10);
    column->addLayout(sides_);
    column->addSpacing(betweenParts);
    costsTitle_ = makeParagraph({}, TextRole::section, content_);
    column->addWidget(costsTitle_);
    costs_ = new QGridLayout;
    column->addLayout(costs_);
    costNotes_ = makeParagraph({}, TextRole::caption, content_);
    column->addWidget(costNotes_);
    column->addSpacing(betweenParts);
    review_ = new ReviewForm(session, content_);
    column->addWidget(review_);
    column->addStretch(1);
    scroll->setWidget(content_);
    outer->addWidget(scroll);
    clear();
}

void PairInspector::clear() {
    say(tr("Choose a pair to see why it is listed: what the two share, the evidence, and what the smaller "
           "one costs."));
}

void PairInspector::say(const QString& words) {
    answer_.reset();
    none_->setText(words);
    none_->show();
    scroll_->hide();
}

void PairInspector::setPair(std::shared_ptr<const DuplicationAnswer> answer, plan::Id a, plan::Id b) {
    if (review_->pair() != std::pair(std::min(a, b), std::max(a, b))) {
        scroll_->verticalScrollBar()->setValue(0); // another pair is read from its names on
    }
    answer_ = std::move(answer);
    const auto explanation = answer_->explainer->explain(a, b);
    const auto& pair = explanation.pair;
    nameA_->setText(named(plan::RecordKind::mechanism, {pair.a}));
    nameB_->setText(named(plan::RecordKind::mechanism, {pair.b}));
    auto why = pair.score ? tr("<b>Why %1</b> · rests on %2% of the weights")
                                .arg(*pair.score, 0, 'f', 2)
                                .arg(pair.confidence * 100, 0, 'f', 0)
                          : tr("<b>No score</b>: not enough is recorded");
    if (!explanation.relation.empty()) {
        why += QStringLiteral("<br>") + QString::fromStdString(explanation.relation).toHtmlEscaped() +
               QStringLiteral(" ") + tr("That is no duplication.");
    }
    why_->setText(why);
    showParts(explanation);
    showEvidence(explanation);
    showSides(explanation);
    showCosts(explanation);
    const auto* reviewed = reviewOf(*answer_->plan, pair.a, pair.b);
    const bool foundTwice = reviewed && reviewed->finding == plan::Finding::recordedTwice;
    merge_->setVisible(pair.kind == analysis::PairClass::recordedTwice || foundTwice);
    merge_->setEnabled(session_.isWritable());
    review_->setPair(*answer_, pair);
    none_->hide();
    scroll_->show();
}

void PairInspector::openMerge() {
    const auto plan = session_.plan();
    const auto ids = review_->pair();
    if (!plan->find<plan::Mechanism>(ids.first) || !plan->find<plan::Mechanism>(ids.second)) {
        return;
    }
    auto* dialog =
        new RecordMergeDialog(session_, plan::RecordKind::mechanism, ids.first, ids.second, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString PairInspector::named(plan::RecordKind kind, const std::vector<plan::Id>& ids) const {
    QStringList names;
    for (const auto id : ids) {
        if (static_cast<std::size_t>(names.size()) == namesShown) {
            names << tr("%1 more").arg(ids.size() - namesShown);
            break;
        }
        names << QString::fromStdString(plan::nameOf(*answer_->plan, kind, id));
    }
    return names.join(QStringLiteral(", "));
}

QString PairInspector::behind(plan::RecordKind kind, const analysis::Comparison& comparison) const {
    QStringList lines;
    const auto add = [&](const QString& what, const std::vector<plan::Id>& ids) {
        if (!ids.empty()) {
            lines << tr("%1: %2").arg(what, named(kind, ids));
        }
    };
    add(tr("Both (%1)").arg(comparison.shared.size()), comparison.shared);
    add(tr("Only the first (%1)").arg(comparison.onlyA.size()), comparison.onlyA);
    add(tr("Only the second (%1)").arg(comparison.onlyB.size()), comparison.onlyB);
    add(tr("Shown but not counted"), comparison.notCounted);
    if (!comparison.recordedOnA || !comparison.recordedOnB) {
        lines << (comparison.recordedOnA || comparison.recordedOnB
                      ? tr("Not recorded for the %1: fill it in to compare")
                            .arg(comparison.recordedOnA ? tr("second") : tr("first"))
                      : tr("Recorded for neither: fill it in to compare"));
    }
    return lines.join(QStringLiteral("\n"));
}

void PairInspector::showParts(const analysis::PairExplanation& explanation) {
    const auto& pair = explanation.pair;
    const auto values = partsOf(pair.components);
    for (int part = 0; part < componentCount; ++part) {
        bars_[static_cast<std::size_t>(part)]->setValue(values[static_cast<std::size_t>(part)]);
    }
    if (pair.components.place) {
        bars_[0]->setValue(pair.components.place,
                           pair.placeByAreas ? tr("by number of areas") : tr("by residents"));
    }
    auto place = behind(plan::RecordKind::area, explanation.place);
    if (pair.containment) {
        place += QStringLiteral("\n") + (pair.placeByAreas
                                             ? tr("%1% of the smaller's areas are covered by the larger; "
                                                  "residents are not recorded for all")
                                             : tr("%1% of the smaller's residents are covered by the larger"))
                                            .arg(*pair.containment * 100, 0, 'f', 0);
    }
    behind_[0]->setText(place);
    behind_[1]->setText(behind(plan::RecordKind::theme, explanation.purpose));
    behind_[2]->setText(behind(plan::RecordKind::audience, explanation.audience));
    behind_[3]->setText(behind(plan::RecordKind::organisation, explanation.attendance));
}

void PairInspector::showEvidence(const analysis::PairExplanation& explanation) {
    QStringList lines;
    for (const auto& evidence : explanation.evidence) {
        lines << QString::fromStdString(evidence.text);
    }
    evidence_->setText(lines.isEmpty() ? tr("Nothing else points either way.")
                                       : lines.join(QStringLiteral("\n")));
}

void PairInspector::showSides(const analysis::PairExplanation& explanation) {
    empty(*sides_);
    const auto& plan = *answer_->plan;
    const auto* a = plan.find<plan::Mechanism>(explanation.pair.a);
    const auto* b = plan.find<plan::Mechanism>(explanation.pair.b);
    int row = 0;
    const auto add = [&](const QString& what, const QString& first, const QString& second) {
        int side = 0;
        for (auto* words : {makeParagraph(what, TextRole::caption, content_),
                            makeParagraph(first, TextRole::body, content_),
                            makeParagraph(second, TextRole::body, content_)}) {
            words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            sides_->addWidget(words, row, side++);
        }
        ++row;
    };
    const auto field = [&](const QString& what, const plan::FieldInfo& info) {
        add(what, orNotRecorded(plan::inWords(plan, info, a)), orNotRecorded(plan::inWords(plan, info, b)));
    };
    const auto meets = [&](const plan::Mechanism& mechanism) {
        const auto number = answer_->explainer->costs().meetingsAYear(mechanism.id);
        if (!mechanism.pattern.rule.empty()) {
            return QString::fromStdString(recurrence::inWords(mechanism.pattern));
        }
        return number.value ? tr("%1 a year").arg(QString::fromStdString(plan::inDigits(*number.value)))
                            : notRecorded();
    };
    field(tr("Lead"), plan::fieldFor<&plan::Mechanism::leadOrganisation>());
    field(tr("Service"), plan::fieldFor<&plan::Mechanism::service>());
    field(tr("Kind"), plan::fieldFor<&plan::Mechanism::kind>());
    add(tr("Meets"), meets(*a), meets(*b));
    field(tr("Statutory"), plan::fieldFor<&plan::Mechanism::statutory>());
    sides_->setColumnStretch(1, 1);
    sides_->setColumnStretch(2, 1);
}

void PairInspector::showCosts(const analysis::PairExplanation& explanation) {
    empty(*costs_);
    const auto& cost = explanation.smallerCosts;
    costsTitle_->setText(tr("What the smaller costs a year: %1")
                             .arg(named(plan::RecordKind::mechanism, {explanation.pair.smaller})));
    int row = 0;
    const auto add = [&](const QString& what, const QString& figure) {
        auto* words = makeParagraph(what, TextRole::body, content_);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        costs_->addWidget(words, row, 0);
        auto* value = makeLabel(figure, TextRole::body, content_);
        value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        costs_->addWidget(value, row, 1);
        ++row;
    };
    add(tr("Spending"), inWords(cost.spending));
    add(tr("Paid time"), inWords(cost.staffHours));
    if (cost.staffValue.value) {
        add(tr("Value of paid time, not cashable"), inWords(cost.staffValue));
    }
    add(tr("Councillors’ and volunteers’ time"), inWords(cost.unpaidHours));
    add(tr("Rooms used free, notional"), inWords(cost.roomValue));
    costs_->setColumnStretch(0, 1);
    QStringList notes{
        tr("Lines are never added up. Nothing is claimed for a merger until somebody says how the "
           "merged mechanism would meet.")};
    for (const auto& assumption : cost.assumptions) {
        notes << QString::fromStdString(assumption.text);
    }
    if (cost.shareNotStated) {
        notes << tr("It shares meetings, but not in what shares: its figures are whole.");
    }
    costNotes_->setText(notes.join(QStringLiteral("\n")));
}

} // namespace wardmote::ui
