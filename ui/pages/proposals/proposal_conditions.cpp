#include "ui/pages/proposals/proposal_conditions.h"

#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

ProposalConditions::ProposalConditions(Session& session, QWidget* parent)
    : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("proposalConditions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    hint_ = makeParagraph({}, TextRole::caption);
    column->addWidget(hint_);
    list_ = new QListWidget;
    list_->setMaximumHeight(90);
    setNames(*list_, QStringLiteral("conditions"), tr("Areas to keep together or apart"));
    column->addWidget(list_);
    together_ = makeButton(tr("Together"), QStringLiteral("keepTogether"));
    together_->setToolTip(tr("The chosen areas are to be in one cluster."));
    apart_ = makeButton(tr("Apart"), QStringLiteral("keepApart"));
    apart_->setToolTip(tr("No two of the chosen areas are to be in one cluster."));
    remove_ = makeButton(tr("Remove"), QStringLiteral("removeCondition"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(together_);
    buttons->addWidget(apart_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(together_, &QPushButton::clicked, this, [this] { add(true); });
    connect(apart_, &QPushButton::clicked, this, [this] { add(false); });
    connect(remove_, &QPushButton::clicked, this, &ProposalConditions::remove);
    connect(list_, &QListWidget::currentRowChanged, this, &ProposalConditions::takeSelection);
    connect(&session_.selection(), &Selection::changed, this, &ProposalConditions::takeSelection);
    connect(&session_, &Session::planChanged, this, &ProposalConditions::show);
    show();
}

std::vector<plan::Id> ProposalConditions::chosenAreas() const {
    const auto& selection = session_.selection();
    return selection.kind() == plan::RecordKind::area ? selection.ids() : std::vector<plan::Id>{};
}

void ProposalConditions::add(bool together) {
    const auto areas = chosenAreas();
    if (areas.size() > 1) {
        conditions_.push_back({areas, together});
        show();
        list_->setCurrentRow(list_->count() - 1);
    }
}

void ProposalConditions::remove() {
    const auto row = list_->currentRow();
    if (row >= 0) {
        conditions_.erase(conditions_.begin() + row);
        show();
    }
}

void ProposalConditions::show() {
    const auto& plan = *session_.plan();
    std::erase_if(conditions_, [&](Condition& condition) {
        std::erase_if(condition.areas, [&](plan::Id area) { return !plan.find<plan::Area>(area); });
        return condition.areas.size() < 2;
    });
    list_->clear();
    for (const auto& condition : conditions_) {
        QStringList names;
        for (const auto area : condition.areas) {
            names << QString::fromStdString(plan::nameOf(plan, plan::RecordKind::area, area));
        }
        auto* item = new QListWidgetItem(
            (condition.together ? tr("Together: %1") : tr("Apart: %1")).arg(names.join(QStringLiteral(", "))),
            list_);
        item->setToolTip(item->text());
    }
    list_->setVisible(list_->count() > 0);
    takeSelection();
}

void ProposalConditions::takeSelection() {
    const auto areas = chosenAreas();
    hint_->setText(areas.size() > 1
                       ? tr("%1: keep them").arg(areasInWords(*session_.plan(), areas))
                       : tr("Choose two or more areas on the map, then keep them together or apart."));
    together_->setEnabled(areas.size() > 1);
    apart_->setEnabled(areas.size() > 1);
    remove_->setVisible(list_->count() > 0);
    remove_->setEnabled(list_->currentRow() >= 0);
}

void ProposalConditions::addTo(analysis::ProposalOptions& options) const {
    for (const auto& condition : conditions_) {
        if (condition.together) {
            options.together.push_back(condition.areas);
            continue;
        }
        for (std::size_t a = 0; a < condition.areas.size(); ++a) {
            for (std::size_t b = a + 1; b < condition.areas.size(); ++b) {
                options.apart.emplace_back(condition.areas[a], condition.areas[b]);
            }
        }
    }
}

} // namespace wardmote::ui
