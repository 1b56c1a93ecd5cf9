#include "core/analysis/calibration.h"

#include "core/analysis/pair_rules.h"

#include <cmath>
#include <fmt/format.h>
#include <map>

namespace wardmote::analysis {
namespace {

constexpr int steps = 20;
constexpr double tolerance = 1e-9;

Weights shares(const Weights& weights) {
    const double all = weights[0] + weights[1] + weights[2] + weights[3];
    auto shares = weights;
    for (auto& share : shares) {
        share = all > 0 ? share / all : 0;
    }
    return shares;
}

Weights weightsOf(const plan::Settings& settings) {
    return {settings.weightPlace, settings.weightPurpose, settings.weightAudience, settings.weightAttendance};
}

plan::Settings with(plan::Settings settings, const Weights& weights) {
    settings.weightPlace = weights[0];
    settings.weightPurpose = weights[1];
    settings.weightAudience = weights[2];
    settings.weightAttendance = weights[3];
    return settings;
}

/// As the class "possible duplicate" asks for.
bool saysDuplicate(const PairRules& rules, const plan::Settings& settings, const Components& parts) {
    return parts.place.value_or(0) + tolerance >= settings.placeNeeded && parts.purpose != 0.0 &&
           rules.score(parts) + tolerance >= rules.threshold();
}

double distance(const Weights& a, const Weights& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += std::abs(a[i] - b[i]);
    }
    return sum;
}

bool isDuplicate(plan::Finding finding) {
    return finding == plan::Finding::recordedTwice || finding == plan::Finding::duplicate;
}

/// Every set of weights in steps that add up to 1, more on the first ones first.
template<class Visit>
void forEachSet(const Visit& visit) {
    for (int place = steps - 1; place >= 1; --place) {
        for (int purpose = steps - place; purpose >= 0; --purpose) {
            for (int audience = steps - place - purpose; audience >= 0; --audience) {
                const int attendance = steps - place - purpose - audience;
                const double step = 1.0 / steps;
                visit(Weights{place * step, purpose * step, audience * step, attendance * step});
            }
        }
    }
}

} // namespace

WeightFit fitOf(const std::vector<JudgedPair>& judged, const Weights& weights,
                const plan::Settings& settings) {
    const PairRules rules(with(settings, weights), std::nullopt);
    WeightFit fit{weights, 0, {}};
    for (std::size_t i = 0; i < judged.size(); ++i) {
        if (saysDuplicate(rules, settings, judged[i].components) == judged[i].duplicate) {
            ++fit.agrees;
        } else {
            fit.odd.push_back(i);
        }
    }
    return fit;
}

std::optional<WeightFit> betterFit(const std::vector<JudgedPair>& judged, const plan::Settings& settings) {
    const auto own = shares(weightsOf(settings));
    std::size_t most = fitOf(judged, own, settings).agrees;
    std::optional<WeightFit> best;
    forEachSet([&](const Weights& weights) {
        auto fit = fitOf(judged, weights, settings);
        const bool nearer =
            best && fit.agrees == most && distance(weights, own) + tolerance < distance(best->weights, own);
        if (fit.agrees > most || nearer) {
            most = fit.agrees;
            best = std::move(fit);
        }
    });
    return best;
}

Calibration calibrated(const plan::Plan& plan, const PairExplainer& explainer) {
    Calibration answer;
    std::map<std::pair<plan::Id, plan::Id>, JudgedPair> byPair;
    for (const auto& review : plan.all<plan::Review>()) {
        const auto& links = review.mechanisms;
        for (std::size_t i = 0; review.finding && i < links.size(); ++i) {
            for (std::size_t j = i + 1; j < links.size(); ++j) {
                if (plan.find(links[i].mechanism) && plan.find(links[j].mechanism)) {
                    const auto [a, b] = std::minmax(links[i].mechanism.id, links[j].mechanism.id);
                    byPair[{a, b}] = {review.id, a, b, isDuplicate(*review.finding), {}};
                }
            }
        }
    }
    for (auto& [ids, judged] : byPair) {
        judged.components = explainer.explain(judged.a, judged.b).pair.components;
        const auto& parts = judged.components;
        if (parts.place && (parts.purpose || parts.audience || parts.attendance)) {
            answer.judged.push_back(judged);
        } else {
            ++answer.leftOut;
        }
    }
    std::ranges::sort(answer.judged, {},
                      [](const JudgedPair& pair) { return std::tuple(pair.review, pair.a, pair.b); });
    answer.now = fitOf(answer.judged, shares(weightsOf(plan.settings())), plan.settings());
    if (answer.judged.size() < findingsNeeded) {
        answer.missing = findingsNeeded - answer.judged.size();
    } else {
        answer.better = betterFit(answer.judged, plan.settings());
    }
    return answer;
}

std::vector<std::string> differencesInWords(const Weights& before, const Weights& after) {
    static constexpr std::array names{"Place", "Purpose", "Audience", "Attendance"};
    const auto from = shares(before);
    const auto to = shares(after);
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto was = std::lround(from[i] * 100);
        const auto is = std::lround(to[i] * 100);
        if (was != is) {
            sentences.push_back(fmt::format("{} counts {}: {}% in place of {}%.", names[i],
                                            is > was ? "more" : "less", is, was));
        }
    }
    return sentences;
}

} // namespace wardmote::analysis
