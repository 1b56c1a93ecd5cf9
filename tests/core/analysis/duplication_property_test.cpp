#include "core/analysis/duplication.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

#include <set>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

using Set = std::set<plan::Id>;

Set someOf(plan::Id from, plan::Id to, std::size_t most) {
    const auto size = *rc::gen::inRange<std::size_t>(0, most + 1);
    Set set;
    while (set.size() < size) {
        set.insert(*rc::gen::inRange<plan::Id>(from, to));
    }
    return set;
}

std::optional<double> jaccard(const Set& a, const Set& b, const std::map<plan::Id, double>& weights = {}) {
    if (a.empty() || b.empty()) {
        return std::nullopt;
    }
    const auto weigh = [&](plan::Id id) { return weights.empty() ? 1.0 : weights.at(id); };
    double shared = 0;
    double either = 0;
    for (const auto id : a) {
        (b.contains(id) ? shared : either) += weigh(id);
    }
    for (const auto id : b) {
        either += weigh(id);
    }
    return shared / either;
}

struct Drawn {
    Set areas, themes, attending;
};

} // namespace

TEST_CASE("Bitsets give what plain sets give") {
    tests::holds("components, score and listing agree with a plain reading of the definition", [] {
        Engagement engagement({500, 1500, 900, 40, 7000, 333, 1, 20});
        std::map<plan::Id, double> residents;
        for (const auto& area : engagement.plan.all<plan::Area>()) {
            residents[area.id] = *area.residents;
        }
        std::vector<Drawn> drawn;
        for (plan::Id id = 101; id < 106; ++id) {
            drawn.push_back({someOf(1, 9, 5), someOf(21, 27, 4), someOf(61, 73, 5)});
            auto& made = engagement.mechanism(id, "Mechanism " + std::to_string(id), {}, {});
            for (const auto area : drawn.back().areas) {
                made.areas.push_back({{area}});
            }
            for (const auto theme : drawn.back().themes) {
                made.themes.push_back({{theme}});
            }
            for (const auto body : drawn.back().attending) {
                made.attending.push_back({{body}, {}, {}, {}, {}, {}});
            }
            engagement.again();
        }
        DuplicationOptions options;
        options.today = engagementDay;
        const auto answer = *findDuplication(engagement.plan, options);
        for (const auto id : answer.attendOverHalf) {
            for (auto& one : drawn) {
                one.attending.erase(id);
            }
        }
        std::set<std::pair<plan::Id, plan::Id>> listed;
        for (const auto& pair : answer.pairs) {
            listed.insert({pair.a, pair.b});
            const auto& a = drawn[static_cast<std::size_t>(pair.a - 101)];
            const auto& b = drawn[static_cast<std::size_t>(pair.b - 101)];
            const auto place = jaccard(a.areas, b.areas, residents);
            const auto purpose = jaccard(a.themes, b.themes);
            const auto attendance = jaccard(a.attending, b.attending);
            const auto same = [](const std::optional<double>& x, const std::optional<double>& y) {
                return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 1e-9);
            };
            RC_ASSERT(same(pair.components.place, place));
            RC_ASSERT(same(pair.components.purpose, purpose));
            RC_ASSERT(same(pair.components.attendance, attendance));
            double sum = 0;
            double weights = 0;
            for (const auto& [part, weight] : {std::pair{place, .35}, {purpose, .30}, {attendance, .20}}) {
                sum += part ? *part * weight : 0;
                weights += part ? weight : 0;
            }
            RC_ASSERT(std::abs(*pair.score - sum / weights) < 1e-9);
            RC_ASSERT(std::abs(pair.confidence - weights) < 1e-9);
            RC_ASSERT(*pair.containment <= 1 + 1e-9 && *pair.containment + 1e-9 >= *place);
        }
        for (const auto& pair : answer.notEnough) {
            RC_ASSERT(!pair.missing.empty());
            RC_ASSERT(!listed.contains({pair.a, pair.b}));
        }
    });
}
