#include "tests/bench/invented_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace wardmote::bench {
namespace {

constexpr plan::Id areaCount = 649;
constexpr plan::Id themeCount = 14;
constexpr plan::Id audienceCount = 12;
constexpr plan::Id organisationCount = 500;
constexpr plan::Id firstTheme = 1000;
constexpr plan::Id firstAudience = 1100;
constexpr plan::Id firstOrganisation = 1200;
constexpr plan::Id firstMechanism = 10'000;

/// Draws that are the same on every system, as the distributions of the standard library are not.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
    double share() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return share() < probability; }

private:
    std::mt19937_64 engine_;
};

void addWords(plan::Plan& plan, Draw& draw) {
    for (plan::Id id = 1; id <= areaCount; ++id) {
        plan::Area area;
        area.id = id;
        area.name = "Area " + std::to_string(id);
        area.residents = 500 + static_cast<int>(draw.below(15'000));
        plan.put(std::move(area));
    }
    for (plan::Id id = 0; id < themeCount; ++id) {
        plan::Theme theme;
        theme.id = firstTheme + id;
        theme.name = "Theme " + std::to_string(id);
        plan.put(std::move(theme));
    }
    for (plan::Id id = 0; id < audienceCount; ++id) {
        plan::Audience audience;
        audience.id = firstAudience + id;
        audience.name = "Audience " + std::to_string(id);
        audience.everyone = id == 0 ? std::optional(true) : std::nullopt;
        plan.put(std::move(audience));
    }
    for (plan::Id id = 0; id < organisationCount; ++id) {
        plan::Organisation organisation;
        organisation.id = firstOrganisation + id;
        organisation.name = "Body of number " + std::to_string(id);
        plan.put(std::move(organisation));
    }
}

plan::Mechanism invented(Draw& draw) {
    static constexpr std::array kinds{"Ward Panel",    "Community Forum", "Tenants' Forum",
                                      "Youth Council", "Parish Liaison",  "Flood Action Group"};
    plan::Mechanism made;
    made.status = plan::MechanismStatus::active;
    made.basis = plan::MechanismBasis::serviceBased;
    const auto first = draw.below(areaCount);
    made.name = "Area " + std::to_string(first) + " " + kinds[draw.below(kinds.size())];
    if (draw.chance(0.02)) {
        made.wholePlan = true;
    } else if (!draw.chance(0.10)) {
        // Long-tailed sizes, as footprints are: half cover one or two areas, a few cover hundreds.
        const auto size =
            std::min<std::size_t>(areaCount, static_cast<std::size_t>(std::pow(1 - draw.share(), -1.1)));
        for (std::size_t i = 0; i < size; ++i) {
            made.areas.push_back({{static_cast<plan::Id>((first + i) % areaCount) + 1}});
        }
    }
    for (auto themes = 1 + draw.below(4); themes > 0; --themes) {
        made.themes.push_back({{firstTheme + static_cast<plan::Id>(draw.below(themeCount))}});
    }
    for (auto audiences = 1 + draw.below(3); audiences > 0; --audiences) {
        made.audiences.push_back({{firstAudience + static_cast<plan::Id>(draw.below(audienceCount))}});
    }
    for (auto bodies = 2 + draw.below(14); bodies > 0; --bodies) {
        plan::Attendance row;
        row.organisation = {
            firstOrganisation +
            static_cast<plan::Id>(std::min(draw.below(organisationCount), draw.below(organisationCount)))};
        row.people = 1;
        row.paid = true;
        made.attending.push_back(row);
    }
    made.service = {firstOrganisation + static_cast<plan::Id>(draw.below(12))};
    made.pattern.rule = draw.chance(0.5) ? "FREQ=MONTHLY;BYDAY=2TU" : "FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE";
    made.lengthHours = 2;
    return made;
}

} // namespace

plan::Plan inventedPlan(std::size_t mechanisms, std::uint64_t seed) {
    Draw draw(seed);
    plan::Plan plan;
    addWords(plan, draw);
    std::vector<plan::Mechanism> all;
    for (std::size_t i = 0; i < mechanisms; ++i) {
        if (i > 20 && draw.chance(0.06)) {
            auto copy = all[draw.below(all.size())];
            if (copy.areas.size() > 1) {
                copy.areas.pop_back();
            }
            copy.attending.pop_back();
            copy.name += draw.chance(0.5) ? "" : ", evening";
            all.push_back(std::move(copy));
        } else {
            all.push_back(invented(draw));
        }
        all.back().id = firstMechanism + static_cast<plan::Id>(i);
        plan.put(all.back());
    }
    return plan;
}

} // namespace wardmote::bench
