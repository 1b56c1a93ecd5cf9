#include "core/analysis/three_tests.h"

#include "core/analysis/test_evidence.h"

#include <algorithm>
#include <map>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::TestAnswer;

std::optional<TestAnswer> answerOf(const Mechanism& mechanism, Test test) {
    switch (test) {
    case Test::localSolutions:
        return mechanism.testLocalSolutions;
    case Test::noDuplication:
        return mechanism.testNoDuplication;
    default:
        return mechanism.testEngagesPeople;
    }
}

bool counts(const Mechanism& mechanism, plan::Date today) {
    return mechanism.status != plan::MechanismStatus::ended &&
           !(mechanism.ended && *mechanism.ended <= today);
}

void count(AnswerCounts& counts, const std::optional<TestAnswer>& answer) {
    ++(!answer                        ? counts.unanswered
       : answer == TestAnswer::yes    ? counts.yes
       : answer == TestAnswer::partly ? counts.partly
                                      : counts.no);
}

std::vector<ServiceTests> byService(const plan::Plan& plan, const std::vector<MechanismTests>& mechanisms) {
    std::map<plan::Id, ServiceTests> services;
    for (const auto& tests : mechanisms) {
        const auto* mechanism = plan.find<Mechanism>(tests.mechanism);
        const auto id = mechanism->service ? mechanism->service.id : mechanism->leadOrganisation.id;
        auto& service = services[id];
        service.service = id;
        service.mechanisms.push_back(tests.mechanism);
        ++(tests.failed >= 2      ? service.failTwo
           : tests.failed == 1    ? service.failOne
           : tests.unanswered > 0 ? service.notAllAnswered
                                  : service.pass);
    }
    std::vector<ServiceTests> sorted;
    for (auto& [id, service] : services) {
        sorted.push_back(std::move(service));
    }
    const auto nameOf = [&](const ServiceTests& service) {
        return plan::nameOf(plan, plan::RecordKind::organisation, service.service);
    };
    std::ranges::stable_sort(sorted, [&](const ServiceTests& x, const ServiceTests& y) {
        return x.failTwo != y.failTwo   ? x.failTwo > y.failTwo
               : x.failOne != y.failOne ? x.failOne > y.failOne
                                        : nameOf(x) < nameOf(y);
    });
    return sorted;
}

} // namespace

std::string_view labelOf(Test test) {
    return fieldOf(test).label;
}

const plan::FieldInfo& fieldOf(Test test) {
    switch (test) {
    case Test::localSolutions:
        return plan::fieldFor<&Mechanism::testLocalSolutions>();
    case Test::noDuplication:
        return plan::fieldFor<&Mechanism::testNoDuplication>();
    default:
        return plan::fieldFor<&Mechanism::testEngagesPeople>();
    }
}

std::size_t ThreeTests::failTwoOrMore() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(mechanisms, [](const MechanismTests& tests) { return tests.failed >= 2; }));
}

ThreeTests threeTests(const plan::Plan& plan, plan::Date today, const Duplication& duplication) {
    const TestEvidenceFinder finder(plan, today, duplication);
    ThreeTests answer;
    for (const auto& mechanism : plan.all<Mechanism>()) {
        if (!counts(mechanism, today)) {
            continue;
        }
        MechanismTests tests;
        tests.mechanism = mechanism.id;
        tests.tests[0].evidence = finder.localSolutions(mechanism);
        tests.tests[1].evidence = finder.noDuplication(mechanism);
        tests.tests[2].evidence = finder.engagesPeople(mechanism);
        for (std::size_t test = 0; test < testCount; ++test) {
            const auto given = answerOf(mechanism, static_cast<Test>(test));
            tests.tests[test].answer = given;
            tests.failed += given == TestAnswer::no ? 1 : 0;
            tests.partly += given == TestAnswer::partly ? 1 : 0;
            tests.unanswered += given ? 0 : 1;
            count(answer.byTest[test], given);
        }
        answer.mechanisms.push_back(std::move(tests));
    }
    const auto nameOf = [&](const MechanismTests& tests) -> const std::string& {
        return plan.find<Mechanism>(tests.mechanism)->name;
    };
    std::ranges::stable_sort(answer.mechanisms, [&](const MechanismTests& x, const MechanismTests& y) {
        return x.failed != y.failed   ? x.failed > y.failed
               : x.partly != y.partly ? x.partly > y.partly
                                      : nameOf(x) < nameOf(y);
    });
    answer.services = byService(plan, answer.mechanisms);
    return answer;
}

} // namespace wardmote::analysis
