#include "ui/pages/organisations/organisations_page.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_merge_dialog.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QPushButton>

#include <set>
#include <unordered_map>

namespace wardmote::ui {
namespace {

/// How many mechanisms that have not ended organisations attend or run.
ComputedColumn::Reader mechanismsOf(const plan::PlanRef& plan) {
    std::unordered_map<plan::Id, std::int64_t> counts;
    std::set<plan::Id> there;
    for (const auto& mechanism : plan->all<plan::Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        there = {mechanism.leadOrganisation.id, mechanism.service.id};
        for (const auto& attendance : mechanism.attending) {
            there.insert(attendance.organisation.id);
        }
        for (const auto id : there) {
            ++counts[id];
        }
    }
    return [counts = std::move(counts)](plan::Id organisation) -> plan::Value {
        const auto at = counts.find(organisation);
        return at == counts.end() ? std::int64_t{0} : at->second;
    };
}

} // namespace

OrganisationsPage::OrganisationsPage(Session& session, Prompts& prompts, Preferences* preferences,
                                     QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::organisation,
                 QStringLiteral("organisations"), parent),
      kinds_(new QComboBox(this)) {
    table().model().addColumn({"mechanisms",
                               tr("Mechanisms"),
                               tr("Mechanisms that it runs or attends and that have not ended."),
                               mechanismsOf,
                               {plan::RecordKind::mechanism},
                               true});
    setNames(*kinds_, QStringLiteral("kinds"), tr("Kind of organisation"));
    kinds_->addItem(tr("All kinds"), QString());
    for (const auto& choice : plan::choicesOf<plan::OrganisationKind>) {
        kinds_->addItem(qtext(choice.label), qtext(choice.key));
    }
    kinds_->addItem(tr("Kind not recorded"), QStringLiteral("-"));
    kinds_->setMaxVisibleItems(18);
    kinds_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kinds_->setMinimumContentsLength(10);
    table().addTool(kinds_);
    table().addTool(makeMergeButton(session, table(), plan::RecordKind::organisation, this));
    connect(kinds_, &QComboBox::currentIndexChanged, this, &OrganisationsPage::showKind);
    setColumns({"name", "kind", "parent", "mechanisms", "who_for", "staff_band", "status"});
    setEmptyText(tr("No organisations yet"),
                 tr("Organisations run mechanisms and attend them: the council's services, police, health, "
                    "local councils, voluntary groups. Those named in a list of mechanisms are added when "
                    "you import it."));
}

void OrganisationsPage::showKind() {
    const auto key = kinds_->currentData().toString();
    if (key.isEmpty()) {
        table().setPageRestriction({});
        return;
    }
    const auto& field = plan::fieldFor<&plan::Organisation::kind>();
    const auto wanted = key == QStringLiteral("-") ? plan::Value{} : plan::Value{key.toStdString()};
    table().setPageRestriction([&field, wanted](const plan::Plan& plan, plan::Id id) {
        const auto* organisation = plan.find<plan::Organisation>(id);
        return organisation && field.get(organisation) == wanted;
    });
}

std::vector<HeadlineFigure> OrganisationsPage::headline() const {
    const auto plan = session().plan();
    std::size_t services = 0;
    std::size_t voluntary = 0;
    for (const auto& organisation : plan->all<plan::Organisation>()) {
        services += organisation.kind == plan::OrganisationKind::service ? 1 : 0;
        voluntary += organisation.kind == plan::OrganisationKind::vcs ||
                             organisation.kind == plan::OrganisationKind::vcsInfrastructure
                         ? 1
                         : 0;
    }
    return {{numberText(static_cast<qint64>(plan->all<plan::Organisation>().size())), tr("organisations")},
            {numberText(static_cast<qint64>(services)), tr("council services")},
            {numberText(static_cast<qint64>(voluntary)), tr("voluntary sector")}};
}

} // namespace wardmote::ui
