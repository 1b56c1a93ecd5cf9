#pragma once
#include "core/plan/plan.h"

#include <functional>
#include <string>
#include <vector>

namespace wardmote::tests {

template<class R>
R madeOf(plan::Id id, const std::string& name) {
    R record;
    record.id = id;
    record.name = name;
    return record;
}

/// A plan of square areas of one kilometre in rows from the south-west, ids from 1001, with one arrangement
/// (11) and nothing recorded but boundaries and a line of attribution.
struct SquaresPlan {
    plan::Plan plan;

    SquaresPlan(int columns, int rows) {
        plan.put(madeOf<plan::Arrangement>(11, "Squares"));
        plan::Settings settings;
        settings.attributions = {{"Squares are free"}};
        plan.put(settings);
        plan::Id id = 1001;
        for (int y = 0; y < rows; ++y) {
            for (int x = 0; x < columns; ++x) {
                const double west = 1000.0 * x;
                const double south = 1000.0 * y;
                const plan::Ring ring{
                    {west, south}, {west + 1000, south}, {west + 1000, south + 1000}, {west, south + 1000}};
                plan::Area area;
                area.id = id;
                area.name = "Area " + std::to_string(id++);
                area.boundary = std::make_shared<const plan::Shape>(plan::Shape{{{ring}}});
                plan.put(std::move(area));
            }
        }
    }

    void area(plan::Id id, const std::function<void(plan::Area&)>& change) {
        auto area = *plan.find<plan::Area>(id);
        change(area);
        plan.put(std::move(area));
    }

    void cluster(plan::Id id, const std::string& name, const std::vector<plan::Id>& main,
                 const std::vector<plan::Id>& shared = {}) {
        plan::Cluster cluster;
        cluster.id = id;
        cluster.name = name;
        cluster.arrangement = {11};
        for (const auto area : main) {
            cluster.areas.push_back({{area}, true});
        }
        for (const auto area : shared) {
            cluster.areas.push_back({{area}, false});
        }
        plan.put(std::move(cluster));
    }
};

} // namespace wardmote::tests
