#include "ui/widgets/inspector.h"

#include "core/analysis/pairs_of_one.h"
#include "core/plan/wording.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <map>

namespace wardmote::ui {
namespace {

constexpr qsizetype longestValue = 400;
constexpr int usesShown = 8; ///< of one kind
constexpr std::size_t pairsShown = 5;

/// What is looked for in the rest of the plan.
struct Others {
    std::vector<RecordUse> uses;
    std::vector<analysis::Pair> pairs;
};

} // namespace

RecordInspector::RecordInspector(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), others_(session, this) {
    setObjectName(QStringLiteral("recordInspector"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("inspectorScroll"), tr("What is selected"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("page", true);
    auto* all = new QVBoxLayout(content);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(4);
    name_ = makeParagraph({}, TextRole::title, content);
    name_->setObjectName(QStringLiteral("inspectorName"));
    name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    kind_ = makeParagraph({}, TextRole::caption, content);
    open_ = makeButton(tr("Open"), QStringLiteral("inspectorOpen"), content);
    all->addWidget(name_);
    all->addWidget(kind_);
    all->addSpacing(6);
    all->addWidget(open_, 0, Qt::AlignLeft);
    body_ = new QWidget(content);
    column_ = new QVBoxLayout(body_);
    column_->setContentsMargins(0, 8, 0, 0);
    column_->setSpacing(2);
    all->addWidget(body_);
    all->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll);

    connect(&session.selection(), &Selection::changed, this, &RecordInspector::showSelection);
    connect(&session, &Session::planChanged, this, &RecordInspector::showSelection);
    connect(open_, &QPushButton::clicked, this, [this] {
        const auto& selection = session_.selection();
        if (!selection.isEmpty()) {
            Q_EMIT openRequested(selection.kind(), selection.ids().front());
        }
    });
    showSelection();
}

void RecordInspector::showSelection() {
    others_.cancel();
    clearLayout(*column_);
    const auto& selection = session_.selection();
    if (selection.isEmpty()) {
        showNothing();
    } else if (selection.ids().size() > 1) {
        showMany();
    } else {
        showRecord(selection.kind(), selection.ids().front());
    }
}

void RecordInspector::showNothing() {
    name_->setText(tr("Nothing selected"));
    kind_->setText(
        tr("Choose a row, a bar or a place to see here what is recorded of it and where it is used."));
    open_->hide();
}

void RecordInspector::showMany() {
    const auto& selection = session_.selection();
    const auto& info = plan::recordInfo(selection.kind());
    name_->setText(tr("%1 %2").arg(numberText(qint64(selection.ids().size())), qtext(info.plural)));
    kind_->setText(tr("selected"));
    open_->hide();
    const auto plan = session_.plan();
    int shown = 0;
    for (const auto id : selection.ids()) {
        if (++shown > 30) {
            column_->addWidget(
                makeParagraph(tr("and %1 more").arg(numberText(qint64(selection.ids().size()) - 30)),
                              TextRole::caption, body_));
            break;
        }
        column_->addWidget(
            makeParagraph(qtext(plan::nameOf(*plan, selection.kind(), id)), TextRole::body, body_));
    }
}

void RecordInspector::showRecord(plan::RecordKind kind, plan::Id id) {
    const auto plan = session_.plan();
    const auto record = plan->record(kind, id);
    if (!record) {
        showNothing();
        return;
    }
    name_->setText(qtext(plan::nameOf(*plan, kind, id)));
    kind_->setText(capitalised(qtext(plan::recordInfo(kind).singular)));
    open_->setAccessibleName(tr("Open %1").arg(name_->text()));
    open_->show();
    addFields(kind, record.get());
    askForOthers(kind, id);
}

void RecordInspector::addFields(plan::RecordKind kind, const void* record) {
    const auto plan = session_.plan();
    QStringList missing;
    for (const auto& field : plan::recordInfo(kind).fields.subspan(1)) {
        if (field.rules.hidden) {
            continue;
        }
        auto words = qtext(shownWords(*plan, field, field.get(record)));
        if (words.isEmpty()) {
            missing << qtext(field.label);
            continue;
        }
        if (words.size() > longestValue) {
            words = words.left(longestValue) + QChar(0x2026);
        }
        if (!field.rules.unit.empty() && field.kind != plan::FieldKind::money) {
            words += u' ' + qtext(field.rules.unit);
        }
        column_->addSpacing(4);
        column_->addWidget(makeParagraph(qtext(field.label), TextRole::caption, body_));
        auto* value = makeParagraph(words, TextRole::body, body_);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column_->addWidget(value);
    }
    if (!missing.isEmpty()) {
        column_->addSpacing(8);
        column_->addWidget(makeLabel(tr("Not recorded"), TextRole::section, body_));
        column_->addWidget(makeParagraph(missing.join(QStringLiteral(", ")), TextRole::caption, body_));
    }
}

void RecordInspector::askForOthers(plan::RecordKind kind, plan::Id id) {
    others_.run(
        [kind, id, day = today()](const plan::PlanRef& plan, const Progress&) {
            Others others{usesOf(*plan, kind, id), {}};
            if (kind == plan::RecordKind::mechanism) {
                analysis::DuplicationOptions options;
                options.today = day;
                options.keepPairs = pairsShown;
                others.pairs = analysis::pairsOfOne(*plan, id, options);
            }
            return others;
        },
        [this, kind, id](const Others& others) {
            if (kind == plan::RecordKind::mechanism) {
                showMostLike(id, others.pairs);
            }
            showUses(others.uses);
        });
}

void RecordInspector::showMostLike(plan::Id mechanism, const std::vector<analysis::Pair>& pairs) {
    column_->addSpacing(8);
    column_->addWidget(makeLabel(tr("Most like it"), TextRole::section, body_));
    if (pairs.empty()) {
        column_->addWidget(makeParagraph(tr("No other mechanism shares a place with it, as far as recorded."),
                                         TextRole::caption, body_));
    }
    int number = 0;
    for (const auto& pair : pairs) {
        const auto other = pair.a == mechanism ? pair.b : pair.a;
        const auto kind = qtext(analysis::labelOf(pair.kind));
        const auto remark = pair.score ? tr("%1, score %2").arg(kind).arg(*pair.score, 0, 'f', 2) : kind;
        addLink(plan::RecordKind::mechanism, other, QStringLiteral("inspectorLike_%1").arg(number++), remark);
        column_->addWidget(makeParagraph(remark, TextRole::caption, body_));
    }
}

void RecordInspector::showUses(const std::vector<RecordUse>& uses) {
    column_->addSpacing(8);
    column_->addWidget(makeLabel(tr("Used in"), TextRole::section, body_));
    if (uses.empty()) {
        column_->addWidget(makeParagraph(tr("Nothing refers to it yet."), TextRole::caption, body_));
        return;
    }
    std::map<plan::RecordKind, int> counts;
    for (const auto& use : uses) {
        ++counts[use.kind];
    }
    std::map<plan::RecordKind, int> shown;
    int number = 0;
    for (const auto& use : uses) {
        const int nth = ++shown[use.kind];
        const auto& info = plan::recordInfo(use.kind);
        if (nth == 1) {
            column_->addWidget(
                makeParagraph(tr("%1 %2").arg(numberText(counts[use.kind]),
                                              qtext(counts[use.kind] == 1 ? info.singular : info.plural)),
                              TextRole::caption, body_));
        }
        if (nth <= usesShown) {
            addLink(use.kind, use.id, QStringLiteral("inspectorUse_%1").arg(number++),
                    tr("as %1").arg(qtext(use.fieldLabel)));
        } else if (nth == usesShown + 1) {
            column_->addWidget(
                makeParagraph(tr("and %1 more").arg(counts[use.kind] - usesShown), TextRole::caption, body_));
        }
    }
}

void RecordInspector::addLink(plan::RecordKind kind, plan::Id id, const QString& objectName,
                              const QString& remark) {
    const auto name = qtext(plan::nameOf(*session_.plan(), kind, id));
    auto* link = makeLinkButton(name, objectName, body_);
    link->setText(
        link->fontMetrics().elidedText(name, Qt::ElideRight, 250).replace(u'&', QStringLiteral("&&")));
    link->setToolTip(tr("%1, %2").arg(name, remark));
    connect(link, &QPushButton::clicked, this, [this, kind, id] { Q_EMIT openRequested(kind, id); });
    column_->addWidget(link, 0, Qt::AlignLeft);
}

} // namespace wardmote::ui
