#pragma once
#include "core/analysis/cost.h"
#include "core/analysis/duplication.h"

namespace wardmote::analysis {

/// One service as it engages: the mechanisms it runs and where.
///
/// A mechanism counts if it is active and service-based, or its basis is not recorded; it belongs to its
/// service, else to its lead organisation.
struct ServiceEngagement {
    plan::Id service = 0; ///< an organisation
    std::vector<plan::Id> mechanisms;
    std::vector<plan::Id> areas;  ///< where one of them operates
    std::vector<plan::Id> shared; ///< its mechanisms that overlap one of another service
    Hours hours;                  ///< paid hours a year of all its mechanisms
    Hours hoursShared;            ///< of those in `shared`; no value: none of them recorded (or none shared)
    Hours hoursNotShared;
    std::size_t hoursUnknown = 0; ///< mechanisms of which no paid hours are recorded
};

/// Two services. Which pairs overlap is as findDuplication() classes them: recorded twice, possible
/// duplicate, nested or overlapping.
struct ServicePair {
    std::size_t first = 0; ///< index in Overlap::services, below second
    std::size_t second = 0;
    std::size_t pairs = 0;            ///< overlapping pairs, one mechanism of each service
    std::vector<plan::Id> mechanisms; ///< that are in such a pair
    std::vector<plan::Id> areas;      ///< where both services operate
    Figure<int> residents;            ///< living there; by areas whose residents are recorded
    Hours hoursFirst;                 ///< paid hours of the first service in `mechanisms`
    Hours hoursSecond;
};

/// The areas in which exactly these services operate.
struct ServiceCombination {
    std::vector<std::size_t> services; ///< indices in Overlap::services, ascending; empty: no service
    std::vector<plan::Id> areas;
    Figure<int> residents;
};

struct Overlap {
    std::vector<ServiceEngagement> services;      ///< by name
    std::vector<ServicePair> pairs;               ///< every two services, by first, then second
    std::vector<ServiceCombination> combinations; ///< most services first, then most areas
    std::vector<plan::Id> placeNotRecorded;       ///< mechanisms left out of places: no areas recorded
    std::vector<plan::Id> serviceNotRecorded;     ///< mechanisms left out: neither service nor lead recorded
    std::size_t basisNotRecorded = 0;             ///< mechanisms counted though their basis is not recorded

    const ServicePair& between(std::size_t first, std::size_t second) const; ///< in either order, not equal
};

/// How services overlap. The only error is "Stopped".
Result<Overlap> findOverlap(const plan::Plan& plan, plan::Date today, const Progress& progress = {});

} // namespace wardmote::analysis
