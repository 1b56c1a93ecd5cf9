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

/// The score by which a pair may be a possible duplicate; nothing where no score makes it one.
std::optional<double> scoreThatCounts(const PairRules& rules, const plan::Settings& settings,
                                      const Components& parts) {
    const bool may = parts.place.value_or(0) + tolerance >= settings.placeNeeded && parts.purpose != 0.0;
    return may ? std::optional(rules.score(parts)) : std::nullopt;
}

bool reaches(const std::optional<double>& score, double threshold) {
    return score && *score + tolerance >= threshold;
}

std::vector<std::optional<double>> scoresThatCount(const std::vector<JudgedPair>& judged,
                                                   const Weights& weights, const plan::Settings& settings) {
    const PairRules rules(with(settings, weights), std::nullopt);
    std::vector<std::optional<double>> scores;
    scores.reserve(judged.size());
    for (const auto& pair : judged) {
        scores.push_back(scoreThatCounts(rules, settings, pair.components));
    }
    return scores;
}

/// The plan's own first, so that it stands among equals.
std::vector<double> thresholdsTried(const plan::Settings& settings) {
    constexpr int lowest = 6;
    constexpr int highest = 19;
    std::vector<double> thresholds{settings.duplicationThreshold};
    for (int step = lowest; step <= highest; ++step) {
        thresholds.push_back(double(step) / steps);
    }
    return thresholds;
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

WeightFit fitOf(const std::vector<JudgedPair>& judged, const Weights& weights, double threshold,
                const plan::Settings& settings) {
    const auto scores = scoresThatCount(judged, weights, settings);
    WeightFit fit{weights, threshold, 0, {}};
    for (std::size_t i = 0; i < judged.size(); ++i) {
        if (reaches(scores[i], threshold) == judged[i].duplicate) {
            ++fit.agrees;
        } else {
            fit.odd.push_back(i);
        }
    }
    return fit;
}

std::optional<WeightFit> betterFit(const std::vector<JudgedPair>& judged, const plan::Settings& settings) {
    const auto own = shares(weightsOf(settings));
    const auto thresholds = thresholdsTried(settings);
    std::size_t most = fitOf(judged, own, settings.duplicationThreshold, settings).agrees;
    double nearest = 0;
    std::optional<std::pair<Weights, double>> best;
    const auto visit = [&](const Weights& weights) {
        const auto scores = scoresThatCount(judged, weights, settings);
        for (const auto threshold : thresholds) {
            std::size_t agrees = 0;
            for (std::size_t i = 0; i < judged.size(); ++i) {
                agrees += reaches(scores[i], threshold) == judged[i].duplicate ? 1 : 0;
            }
            const double away = distance(weights, own) + std::abs(threshold - settings.duplicationThreshold);
            if (agrees > most || (best && agrees == most && away + tolerance < nearest)) {
                most = agrees;
                nearest = away;
                best = std::pair(weights, threshold);
            }
        }
    };
    visit(own);
    forEachSet(visit);
    return best ? std::optional(fitOf(judged, best->first, best->second, settings)) : std::nullopt;
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
    answer.now = fitOf(answer.judged, shares(weightsOf(plan.settings())),
                       plan.settings().duplicationThreshold, plan.settings());
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

std::vector<std::string> thresholdInWords(const Calibration& calibration, const plan::Settings& settings) {
    if (!calibration.better || calibration.better->threshold == calibration.now.threshold) {
        return {};
    }
    const double before = calibration.now.threshold;
    const double after = calibration.better->threshold;
    const auto scores = scoresThatCount(calibration.judged, calibration.better->weights, settings);
    std::size_t duplicates = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (reaches(scores[i], before) != reaches(scores[i], after)) {
            ++(calibration.judged[i].duplicate ? duplicates : others);
        }
    }
    return {fmt::format("A possible duplicate begins at {:.2f} in place of {:.2f}: of {} that {} between the "
                        "two with these weights, {} found to be {}.",
                        after, before,
                        duplicates + others == 1 ? "the 1 pair"
                                                 : fmt::format("the {} pairs", duplicates + others),
                        duplicates + others == 1 ? "scores" : "score",
                        fmt::format("{} {}", duplicates, duplicates == 1 ? "was" : "were"),
                        duplicates == 1 ? "a duplicate" : "duplicates")};
}

} // namespace wardmote::analysis
