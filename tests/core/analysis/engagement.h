#pragma once
#include "core/plan/plan.h"

#include <initializer_list>
#include <string>

/// Plans of a few mechanisms, written as a test reads: areas 1.., themes 21.., audiences 41.., organisations
/// 61.., mechanisms from 101.
namespace wardmote::tests {

inline constexpr plan::Date engagementDay{2014, 9, 1};

struct Engagement {
    plan::Plan plan;

    /// Areas 1, 2, ... with so many residents each; a negative number is not recorded.
    explicit Engagement(std::initializer_list<int> residents = {1000, 1000, 1000, 1000}) {
        plan::Id id = 1;
        for (const int number : residents) {
            plan::Area area;
            area.id = id;
            area.name = "Area " + std::to_string(id++);
            if (number >= 0) {
                area.residents = number;
            }
            plan.put(std::move(area));
        }
        for (id = 21; id <= 30; ++id) {
            plan::Theme theme;
            theme.id = id;
            theme.name = "Theme " + std::to_string(id);
            plan.put(std::move(theme));
        }
        for (id = 41; id <= 46; ++id) {
            plan::Audience audience;
            audience.id = id;
            audience.name = id == 41 ? "Everyone" : "Community " + std::to_string(id);
            if (id == 41) {
                audience.everyone = true;
            }
            plan.put(std::move(audience));
        }
        for (id = 61; id <= 72; ++id) {
            organisation(id, "Body number " + std::to_string(id));
        }
    }

    void organisation(plan::Id id, const std::string& name, plan::Id parent = 0) {
        plan::Organisation record;
        record.id = id;
        record.name = name;
        record.parent = {parent};
        plan.put(std::move(record));
    }

    using Ids = std::initializer_list<plan::Id>;
    plan::Mechanism& mechanism(plan::Id id, const std::string& name, Ids areas, Ids themes,
                               Ids audiences = {}, Ids attending = {}) {
        draft = {};
        draft.id = id;
        draft.name = name;
        draft.status = plan::MechanismStatus::active;
        for (const auto area : areas) {
            draft.areas.push_back({{area}});
        }
        for (const auto theme : themes) {
            draft.themes.push_back({{theme}});
        }
        for (const auto audience : audiences) {
            draft.audiences.push_back({{audience}});
        }
        for (const auto organisation : attending) {
            plan::Attendance row;
            row.organisation = {organisation};
            draft.attending.push_back(row);
        }
        plan.put(draft);
        return draft;
    }
    /// Puts the last mechanism again, after it was changed.
    void again() { plan.put(draft); }

    void settings(plan::Settings settings) { plan.put(std::move(settings)); }

    plan::Mechanism draft;
};

} // namespace wardmote::tests
