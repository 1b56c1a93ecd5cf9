#include "ui/pages/coverage/coverage_map.h"

#include "ui/pages/coverage/coverage_page.h"

#include <map>

namespace wardmote::ui {

charts::MapSpec coverageMap(const plan::Plan& plan, charts::MapSpec base,
                            const analysis::CoverageReach& reach) {
    base.shadedBy = QString::fromStdString(plan::nameOf(plan, reach.kind, reach.of));
    base.noValue = CoveragePage::tr("Outside the council");
    // What is missing is what should be seen: the gap is the strongest.
    base.shades = {{CoveragePage::tr("Covered"), 0.1, 0},
                   {CoveragePage::tr("In name only"), 0.45, 0},
                   {CoveragePage::tr("No mechanism"), 0.92, 0}};
    std::map<plan::Id, int> shadeOf;
    int shade = 0;
    for (const auto* areas : {&reach.areasCovered, &reach.areasNominal, &reach.areasNone}) {
        for (const auto id : *areas) {
            shadeOf.emplace(id, shade);
        }
        ++shade;
    }
    for (auto& area : base.areas) {
        const auto at = shadeOf.find(area.id);
        area.shade = at == shadeOf.end() ? -1 : at->second;
        area.figure +=
            CoveragePage::tr(", %1: %2")
                .arg(base.shadedBy, area.shade < 0
                                        ? base.noValue.toLower()
                                        : base.shades[static_cast<std::size_t>(area.shade)].name.toLower());
    }
    return base;
}

} // namespace wardmote::ui
