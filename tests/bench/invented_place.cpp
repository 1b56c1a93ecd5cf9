#include "tests/bench/invented_place.h"

#include <array>
#include <cmath>

namespace wardmote::bench {
namespace {

constexpr int across = 26; ///< areas in a row of the mesh
constexpr int clustersAcross = 6;
constexpr int clustersDown = 4;
constexpr double side = 1200;      ///< metres
constexpr int pointsOfAnEdge = 24; ///< a parish of the real plans has about a hundred
constexpr plan::Id arrangementId = 2000;
constexpr plan::Id firstCluster = 2100;
constexpr plan::Id firstRole = 2200;
constexpr plan::Id roleCount = 40;
constexpr plan::Id scenarioId = 2300;
constexpr plan::Id firstChange = 3000;
constexpr plan::Id firstMeeting = 1'000'000;

/// A crooked line between two corners of the mesh, the first of them included: the same points whichever of
/// its two neighbours asks.
void addEdge(plan::Ring& ring, plan::Point from, plan::Point to) {
    const bool turned = std::pair(to.easting, to.northing) < std::pair(from.easting, from.northing);
    const auto a = turned ? to : from;
    const auto b = turned ? from : to;
    for (int i = 0; i < pointsOfAnEdge; ++i) {
        const int step = turned ? pointsOfAnEdge - i : i;
        const double along = double(step) / pointsOfAnEdge;
        const double aside =
            60 * std::sin(along * 3.14159265) * std::sin(along * 40 + a.easting + a.northing);
        const bool level = a.northing == b.northing;
        ring.push_back({a.easting + along * (b.easting - a.easting) + (level ? 0 : aside),
                        a.northing + along * (b.northing - a.northing) + (level ? aside : 0)});
    }
}

plan::Shape shapeAt(int column, int row) {
    const auto corner = [&](int right, int up) {
        return plan::Point{370'000 + side * (column + right), 150'000 + side * (row + up)};
    };
    const std::array corners{corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)};
    plan::Ring ring;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        addEdge(ring, corners[i], corners[(i + 1) % corners.size()]);
    }
    return {{{std::move(ring)}}};
}

void addBoundaries(plan::Plan& plan, std::array<plan::Cluster, clustersAcross * clustersDown>& clusters) {
    const int rows = (static_cast<int>(plan.all<plan::Area>().size()) + across - 1) / across;
    int place = 0;
    for (const auto id : plan.ids(plan::RecordKind::area)) {
        const int column = place % across;
        const int row = place++ / across;
        auto area = *plan.find<plan::Area>(id);
        area.boundary = std::make_shared<const plan::Shape>(shapeAt(column, row));
        const int cluster = row * clustersDown / rows * clustersAcross + column * clustersAcross / across;
        clusters.at(static_cast<std::size_t>(cluster)).areas.push_back({{id}});
        plan.put(std::move(area));
    }
}

void addArrangement(plan::Plan& plan) {
    plan::Arrangement arrangement;
    arrangement.id = arrangementId;
    arrangement.name = "As now";
    arrangement.status = plan::ArrangementStatus::asNow;
    plan.put(arrangement);
    std::array<plan::Cluster, clustersAcross * clustersDown> clusters;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        clusters[i].id = firstCluster + static_cast<plan::Id>(i);
        clusters[i].name = "Cluster " + std::to_string(i + 1);
        clusters[i].arrangement = {arrangementId};
        clusters[i].colour = static_cast<int>(i % 12) + 1;
    }
    addBoundaries(plan, clusters);
    for (auto& cluster : clusters) {
        plan.put(std::move(cluster));
    }
    auto settings = plan.settings();
    settings.name = "Invented";
    settings.arrangementInForce = {arrangementId};
    plan.put(std::move(settings));
}

void addPeople(plan::Plan& plan, plan::Date today) {
    for (plan::Id i = 0; i < roleCount; ++i) {
        plan::Role role;
        role.id = firstRole + i;
        role.name = "Officer " + std::to_string(i + 1);
        plan.put(std::move(role));
    }
    auto next = firstMeeting;
    plan::Id place = 0;
    for (const auto id : plan.ids(plan::RecordKind::mechanism)) {
        auto mechanism = *plan.find<plan::Mechanism>(id);
        mechanism.rolesAttending = {{{firstRole + place % roleCount}}};
        mechanism.startTime = plan::Time{(9 + static_cast<int>(place % 11)) * 60};
        mechanism.venue = place % 4 == 0 ? "" : "Hall " + std::to_string(place % 160);
        for (int i = 0; place % 5 == 0 && i < 2; ++i) {
            plan::Meeting meeting;
            meeting.id = next++;
            meeting.name = mechanism.name;
            meeting.mechanisms = {{{id}}};
            meeting.date = plan::Date::fromDaysSinceEpoch(today.daysSinceEpoch() - 1 -
                                                          static_cast<int>((place * 7 + i * 160) % 365));
            meeting.attendancePublic = static_cast<int>(place % 30);
            meeting.attendanceOfficers = 3;
            meeting.status = plan::MeetingStatus::held;
            plan.put(std::move(meeting));
        }
        plan.put(std::move(mechanism));
        ++place;
    }
}

void addScenario(plan::Plan& plan) {
    plan::Scenario scenario;
    scenario.id = scenarioId;
    scenario.name = "Fewer meetings";
    plan.put(scenario);
    auto next = firstChange;
    for (const auto id : plan.ids(plan::RecordKind::mechanism)) {
        if (id % 10 == 0) {
            plan::ProposedChange change;
            change.id = next++;
            change.name = "End one";
            change.scenario = {scenarioId};
            change.mechanism = {id};
            change.action = plan::WhatToDo::end;
            plan.put(std::move(change));
        }
    }
}

} // namespace

void addPlace(plan::Plan& plan, plan::Date today) {
    addArrangement(plan);
    addPeople(plan, today);
    addScenario(plan);
}

} // namespace wardmote::bench
