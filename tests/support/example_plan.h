#pragma once
#include "core/plan/change.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

/// A small, realistic plan for tests of everything above core/plan: twelve areas of Bath and North East
/// Somerset, three clusters, fifteen organisations, 25 mechanisms (two of them much alike, one ended and
/// replaced, some with little recorded), four meetings, a review. Ids are fixed, so that tests can name them:
/// areas 101.., organisations 201.., themes 301.., audiences 351.., roles 401.., clusters 501..,
/// mechanisms 601.., meetings 701.., reviews 801...
namespace wardmote::tests {

namespace example {

template<class R>
R named(plan::Id id, const char* name) {
    R record;
    record.id = id;
    record.name = name;
    return record;
}

inline void addWords(plan::Plan& plan) {
    plan::Id id = 301;
    for (const auto* name :
         {"Community safety", "Highways and transport", "Planning and housing", "Health and wellbeing",
          "Children and young people", "Environment and climate", "Flooding", "Economy and jobs"}) {
        plan.put(named<plan::Theme>(id++, name));
    }
    id = 351;
    for (const auto* name : {"Everyone", "Tenants", "Young people", "Patients", "Local councils"}) {
        auto audience = named<plan::Audience>(id, name);
        if (id == 351) {
            audience.everyone = true;
        } else if (id == 353) {
            audience.protectedCharacteristic = true;
        }
        plan.put(std::move(audience));
        ++id;
    }
}

inline void addOrganisations(plan::Plan& plan) {
    using K = plan::OrganisationKind;
    plan::Id id = 201;
    const auto add = [&](const char* name, K kind, plan::Id parent = 0) {
        auto organisation = named<plan::Organisation>(id++, name);
        organisation.kind = kind;
        organisation.parent = {parent};
        organisation.status = plan::OrganisationStatus::active;
        plan.put(std::move(organisation));
    };
    add("Bath and North East Somerset Council", K::council);        // 201
    add("Communities", K::service, 201);                            // 202
    add("Highways", K::service, 201);                               // 203
    add("Housing Services", K::service, 201);                       // 204
    add("Avon and Somerset Police", K::police);                     // 205
    add("Avon Fire and Rescue", K::fire);                           // 206
    add("Bath and Wells Primary Care", K::health);                  // 207
    add("Curo Housing", K::housing);                                // 208
    add("Keynsham Town Council", K::parishCouncil);                 // 209
    add("Saltford Parish Council", K::parishCouncil);               // 210
    add("Chew Magna Parish Council", K::parishCouncil);             // 211
    add("Midsomer Norton Town Council", K::parishCouncil);          // 212
    add("Third Sector Group", K::vcsInfrastructure);                // 213
    add("Keynsham & District Dial-a-Ride", K::vcs);                 // 214
    add("Twerton Residents’ Association", K::residentsAssociation); // 215
    id = 401;
    for (const auto* name :
         {"Area officer, Keynsham", "Area officer, Somer Valley", "Neighbourhood inspector"}) {
        auto role = named<plan::Role>(id, name);
        role.organisation = {id < 403 ? 202 : 205};
        plan.put(std::move(role));
        ++id;
    }
}

inline void addAreas(plan::Plan& plan) {
    using K = plan::AreaKind;
    using C = plan::LocalCouncilKind;
    plan::Id id = 101;
    const auto add = [&](const char* name, const char* code, K kind, std::optional<C> council, int residents,
                         double east, double north) {
        auto area = named<plan::Area>(id++, name);
        area.code = code;
        area.kind = kind;
        area.residents = residents;
        area.residentsVintage = "2021";
        area.localCouncilKind = council;
        area.localAuthority = "Bath and North East Somerset";
        area.easting = east;
        area.northing = north;
        plan.put(std::move(area));
    };
    add("Keynsham", "E04000975", K::parish, C::townCouncil, 19600, 365400, 168500);
    add("Saltford", "E04000988", K::parish, C::parishCouncil, 4131, 368500, 167200);
    add("Whitchurch", "E04000998", K::parish, C::parishCouncil, 1991, 361300, 167500);
    add("Chew Magna", "E04000957", K::parish, C::parishCouncil, 1258, 357700, 163200);
    add("West Harptree", "E04000997", K::parish, C::parishCouncil, 511, 356100, 156900);
    add("Midsomer Norton", "E04012168", K::parish, C::townCouncil, 12203, 366200, 154300);
    add("Radstock", "E04012169", K::parish, C::townCouncil, 6144, 368900, 154900);
    add("Westfield", "E04012170", K::parish, C::parishCouncil, 6537, 367700, 153800);
    add("Paulton", "E04000983", K::parish, C::parishCouncil, 6501, 365100, 156700);
    add("Timsbury", "E04000994", K::parish, C::parishCouncil, 2636, 366800, 158600);
    add("Bath: Odd Down", "", K::ward, std::nullopt, 7337, 373800, 162300);
    add("Bath: Twerton & Whiteway", "", K::ward, std::nullopt, 7688, 372400, 164300);
}

inline void addClusters(plan::Plan& plan) {
    auto arrangement = named<plan::Arrangement>(551, "Forums 2014");
    arrangement.status = plan::ArrangementStatus::asNow;
    plan.put(std::move(arrangement));
    plan::Id id = 501;
    const auto add = [&](const char* name, int colour, std::initializer_list<plan::Id> areas) {
        auto cluster = named<plan::Cluster>(id++, name);
        cluster.arrangement = {551};
        cluster.colour = colour;
        cluster.status = plan::ClusterStatus::active;
        for (const auto area : areas) {
            cluster.areas.push_back({.area = {area}, .main = true});
        }
        plan.put(std::move(cluster));
    };
    add("Keynsham Area", 1, {101, 102, 103});
    add("Chew Valley", 2, {104, 105});
    add("Somer Valley", 3, {106, 107, 108, 109, 110});
    plan::Settings settings;
    settings.name = "Bath and North East Somerset";
    settings.ownCouncil = {201};
    settings.arrangementInForce = {551};
    settings.areaWords = "parishes and wards";
    plan.put(std::move(settings));
}

/// What most of the mechanisms of the example have recorded.
struct Sketch {
    const char* name;
    plan::MechanismKind kind;
    plan::Id lead;
    plan::Id service;
    std::initializer_list<plan::Id> areas;
    std::initializer_list<plan::Id> themes;
    std::initializer_list<plan::Id> audiences;
    std::initializer_list<plan::Id> attending;
    const char* rule;
    double hours;
};

inline plan::Mechanism mechanismFrom(const Sketch& sketch, plan::Id id) {
    auto made = named<plan::Mechanism>(id, sketch.name);
    made.kind = sketch.kind;
    made.status = plan::MechanismStatus::active;
    made.basis = sketch.service != 0 ? plan::MechanismBasis::serviceBased : plan::MechanismBasis::placeBased;
    made.leadOrganisation = {sketch.lead};
    made.service = {sketch.service};
    for (const auto area : sketch.areas) {
        made.areas.push_back({{area}});
    }
    for (const auto theme : sketch.themes) {
        made.themes.push_back({{theme}});
    }
    for (const auto audience : sketch.audiences) {
        made.audiences.push_back({{audience}});
    }
    int people = 1;
    for (const auto organisation : sketch.attending) {
        const bool volunteers = organisation >= 209;
        plan::Attendance attendance;
        attendance.organisation = {organisation};
        attendance.people = people;
        attendance.paid = !volunteers;
        attendance.how = plan::AttendsHow::always;
        made.attending.push_back(std::move(attendance));
        people = 3 - people;
    }
    made.pattern.rule = sketch.rule;
    if (sketch.hours > 0) {
        made.lengthHours = sketch.hours;
    }
    return made;
}

inline void addMechanisms(plan::Plan& plan) {
    using K = plan::MechanismKind;
    constexpr auto* quarterly = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU";
    constexpr auto* monthly = "FREQ=MONTHLY;BYDAY=1WE";
    constexpr auto* sixWeekly = "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH";
    constexpr auto* yearly = "FREQ=YEARLY;BYMONTH=5";
    const Sketch sketches[] = {
        {"Keynsham Area Forum",
         K::forum,
         201,
         0,
         {101, 102, 103},
         {301, 302, 306},
         {351, 355},
         {202, 205, 206, 209, 210, 213},
         quarterly,
         2},
        {"PACT, Keynsham and Saltford",
         K::pact,
         205,
         205,
         {101, 102},
         {301, 302},
         {351},
         {202, 205, 209, 210},
         sixWeekly,
         1.5},
        {"Keynsham community safety panel",
         K::panel,
         201,
         202,
         {101, 102},
         {301},
         {351},
         {202, 205, 209, 210},
         quarterly,
         2},
        {"Parish liaison meeting",
         K::liaisonMeeting,
         201,
         202,
         {101, 102, 103, 104, 105, 106, 107, 108, 109, 110},
         {303, 306},
         {355},
         {202, 203, 209, 210, 211, 212},
         quarterly,
         2},
        {"Chew Valley Area Forum",
         K::forum,
         201,
         0,
         {104, 105},
         {302, 307},
         {351, 355},
         {202, 205, 211},
         quarterly,
         2},
        {"Chew flood forum", K::forum, 203, 203, {104}, {307}, {351}, {203, 206, 211}, quarterly, 2},
        {"Somer Valley Area Forum",
         K::forum,
         201,
         0,
         {106, 107, 108, 109, 110},
         {301, 302, 308},
         {351, 355},
         {202, 205, 207, 212, 213},
         quarterly,
         2.5},
        {"PACT, Midsomer Norton", K::pact, 205, 205, {106, 108}, {301}, {351}, {202, 205, 212}, monthly, 1},
        {"PACT, Radstock", K::pact, 205, 205, {107}, {301}, {351}, {205}, monthly, 1},
        {"Somer Valley health forum",
         K::forum,
         207,
         207,
         {106, 107, 108, 109},
         {304},
         {351, 354},
         {207, 202, 213},
         quarterly,
         2},
        {"St Chad’s patient participation group",
         K::patientParticipationGroup,
         207,
         207,
         {106},
         {304},
         {354},
         {207},
         sixWeekly,
         1.5},
        {"Keynsham patient participation group",
         K::patientParticipationGroup,
         207,
         207,
         {101},
         {304},
         {354},
         {207},
         sixWeekly,
         1.5},
        {"Tenant panel, Keynsham", K::tenantPanel, 208, 208, {101}, {303}, {352}, {208, 204}, quarterly, 2},
        {"Housing drop-in, Keynsham", K::dropIn, 204, 204, {101}, {303}, {352}, {204, 208}, monthly, 3},
        {"Twerton tenants’ forum",
         K::tenantPanel,
         208,
         208,
         {112},
         {303, 301},
         {352},
         {208, 215, 205},
         monthly,
         1.5},
        {"Bath West community safety meeting",
         K::publicMeeting,
         205,
         205,
         {111, 112},
         {301},
         {351},
         {205, 202, 208, 215},
         monthly,
         1.5},
        {"Youth voice, Radstock",
         K::youthPanel,
         201,
         202,
         {107, 108},
         {305},
         {353},
         {202, 213},
         monthly,
         1.5},
        {"Business breakfast, Keynsham", K::network, 201, 202, {101}, {308}, {}, {202, 209}, quarterly, 1.5},
        {"Highways user group", K::userGroup, 203, 203, {}, {302}, {351}, {203, 205}, quarterly, 2},
        {"Transport action group, Timsbury",
         K::actionGroup,
         214,
         0,
         {110, 109},
         {302},
         {351},
         {214, 203},
         "",
         0},
        {"Climate conversation", K::annualEvent, 201, 202, {}, {306}, {351}, {202, 213}, yearly, 6},
        {"Health and Wellbeing Network", K::network, 207, 207, {}, {}, {}, {}, "", 0},
        {"Somer Valley Partnership",
         K::partnership,
         201,
         0,
         {106, 107, 108},
         {308},
         {351},
         {202, 212},
         quarterly,
         2},
        {"Whitchurch neighbourhood plan group",
         K::neighbourhoodPlanningForum,
         210,
         0,
         {103},
         {303},
         {},
         {},
         "",
         2},
        {"Connecting Communities board",
         K::board,
         201,
         202,
         {},
         {},
         {},
         {202, 205, 206, 207, 213},
         quarterly,
         2},
    };
    plan::Id id = 601;
    for (const auto& sketch : sketches) {
        auto mechanism = mechanismFrom(sketch, id++);
        if (mechanism.id == 601) {
            mechanism.purpose = "Brings residents, parishes and services together to agree priorities.";
            mechanism.responsibleOfficer = {401};
            mechanism.venue = "Keynsham Community Space";
            mechanism.startTime = plan::Time{19 * 60};
            mechanism.attendancePublic = 24;
            mechanism.spending = {{plan::SpendingKind::hire, plan::Money{24000}, {201}},
                                  {plan::SpendingKind::catering, plan::Money{16050}, {201}}};
            mechanism.travelHours = 0.5;
            mechanism.readingHours = 0.5;
            mechanism.organisingHours = 8;
        } else if (mechanism.id == 602) {
            mechanism.purpose = "Sets policing priorities with residents.";
            mechanism.spending = {{plan::SpendingKind::hire, plan::Money{18000}, {205}}};
            mechanism.attendancePublic = 11;
            mechanism.organisingHours = 3;
        } else if (mechanism.id == 619 || mechanism.id == 621 || mechanism.id == 625) {
            mechanism.wholePlan = true;
            mechanism.tier = plan::Tier::wholeArea;
        } else if (mechanism.id == 620) {
            mechanism.patternWords = "as needed";
        } else if (mechanism.id == 623) {
            mechanism.status = plan::MechanismStatus::ended;
            mechanism.ended = plan::Date{2014, 3, 31};
            mechanism.replacedBy = {{{607}, plan::Extent::wholly}};
        }
        plan.put(std::move(mechanism));
    }
}

inline void addMeetings(plan::Plan& plan) {
    plan::Id id = 701;
    const auto add = [&](const char* name, std::initializer_list<plan::Id> mechanisms, plan::Date date,
                         std::optional<int> people) {
        auto meeting = named<plan::Meeting>(id++, name);
        for (const auto mechanism : mechanisms) {
            meeting.mechanisms.push_back({{mechanism}});
        }
        meeting.date = date;
        meeting.attendancePublic = people;
        plan.put(std::move(meeting));
    };
    add("Keynsham Area Forum, January", {601}, {2014, 1, 14}, 31);
    add("Keynsham Area Forum, April", {601}, {2014, 4, 8}, 19);
    add("PACT and safety panel together", {602, 603}, {2014, 2, 6}, 12);
    add("Chew Valley Area Forum, March", {605}, {2014, 3, 11}, std::nullopt);
    auto review = named<plan::Review>(801, "Keynsham safety meetings");
    review.mechanisms = {{{602}}, {{603}}};
    review.finding = plan::Finding::duplicate;
    review.decision = plan::WhatToDo::mergeInto;
    review.mergeInto = {602};
    review.status = plan::ReviewStatus::proposed;
    plan.put(std::move(review));
}

inline plan::Plan asWritten() {
    plan::Plan plan;
    addWords(plan);
    addOrganisations(plan);
    addAreas(plan);
    addClusters(plan);
    addMechanisms(plan);
    addMeetings(plan);
    return plan;
}

} // namespace example

/// What makes a new plan file hold the example: everything inserted, the settings changed from `before`.
inline plan::Changes exampleChanges(const plan::Plan& before = {}) {
    plan::Changes changes;
    const auto example = example::asWritten();
    for (const auto& info : plan::allRecordInfos()) {
        if (info.kind == plan::RecordKind::settings) {
            continue;
        }
        for (const auto id : example.ids(info.kind)) {
            changes.insert(info.kind, id, example.record(info.kind, id).get());
        }
    }
    const auto& settings = example.settings();
    if (before.contains(plan::RecordKind::settings, settings.id)) {
        changes.update(before.settings(), settings);
    } else {
        changes.insert(settings);
    }
    return changes;
}

/// The example as a file would give it back.
inline plan::Plan examplePlan() {
    return *plan::applied(plan::Plan{}, exampleChanges());
}

} // namespace wardmote::tests
