#include "ui/pages/areas/areas_page.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <unordered_map>

namespace wardmote::ui {
namespace {

/// The names of the clusters that hold areas in the arrangement in force: of the main one, where one is.
ComputedColumn::Reader clustersOf(const plan::PlanRef& plan) {
    const auto inForce = plan->settings().arrangementInForce;
    std::unordered_map<plan::Id, std::string> names;
    for (const auto& cluster : plan->all<plan::Cluster>()) {
        if (cluster.arrangement != inForce) {
            continue;
        }
        for (const auto& held : cluster.areas) {
            auto& name = names[held.area.id];
            name = held.main || name.empty() ? cluster.name : name;
        }
    }
    return [names = std::move(names)](plan::Id area) -> plan::Value {
        const auto at = names.find(area);
        return at == names.end() ? plan::Value{} : plan::Value{at->second};
    };
}

} // namespace

AreasPage::AreasPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::area, QStringLiteral("areas"), parent) {
    table().model().addColumn(
        {"cluster",
         tr("Cluster"),
         tr("Its main one in the arrangement in force."),
         clustersOf,
         {plan::RecordKind::cluster, plan::RecordKind::arrangement, plan::RecordKind::settings},
         false});
    setColumns({"name", "kind", "code", "cluster", "residents", "electorate", "local_council_kind",
                "deprivation_score", "boundary"});
    setEmptyText(tr("No areas yet"),
                 tr("Areas are the smallest places that you plan with: parishes, and wards where there is no "
                    "parish. Import them with their boundaries, or add them one by one."));
}

QString AreasPage::title() const {
    const auto words = qtext(session().plan()->settings().areaWords);
    return words.isEmpty() ? tr("Areas") : capitalised(words);
}

std::vector<HeadlineFigure> AreasPage::headline() const {
    const auto plan = session().plan();
    qint64 residents = 0;
    std::size_t counted = 0;
    std::size_t parishes = 0;
    std::size_t unparished = 0;
    const auto& areas = plan->all<plan::Area>();
    for (const auto& area : areas) {
        if (area.residents) {
            residents += *area.residents;
            ++counted;
        }
        parishes += area.kind == plan::AreaKind::parish ? 1 : 0;
        // A ward stands for a part of an unparished area.
        unparished += area.kind == plan::AreaKind::unparished || area.kind == plan::AreaKind::ward ? 1 : 0;
    }
    const auto caption = counted == areas.size()
                             ? tr("residents")
                             : tr("residents, in %1 of %2").arg(counted).arg(areas.size());
    return {{counted == 0 ? notRecorded() : numberText(residents), caption},
            {numberText(static_cast<qint64>(parishes)), tr("parished")},
            {numberText(static_cast<qint64>(unparished)), tr("unparished")}};
}

} // namespace wardmote::ui
