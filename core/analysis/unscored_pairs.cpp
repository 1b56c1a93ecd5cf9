#include "core/analysis/unscored_pairs.h"

#include <algorithm>
#include <limits>

namespace wardmote::analysis {
namespace {

constexpr std::size_t mostSetsOfAudiences = 1'024; ///< 2.5 MB of rows for 20,000 mechanisms

} // namespace

UnscoredScene::UnscoredScene(const ComparisonTable& ofTable, const PairRules& ofRules)
    : table(ofTable), rules(ofRules) {
    recording.fill(RowSet(table.size()));
    for (std::size_t row = 0; row < table.size(); ++row) {
        recording[table.recorded[row]].add(row);
        const auto name = table.sameName[row];
        ofName.resize(std::max<std::size_t>(ofName.size(), name + 1));
        ofName[name].push_back(static_cast<std::uint32_t>(row));
        if (std::ranges::find(masks, table.recorded[row]) == masks.end()) {
            masks.push_back(table.recorded[row]);
        }
    }
    if (const auto& first = table.audienceSets.first; first.size() <= mostSetsOfAudiences) {
        const auto ofSet = rowsBySet(table.audienceSets);
        for (const auto one : first) {
            ofMuchTheSameAudience.emplace_back(table.size());
            addRowsOf(
                ofSet, [&](std::size_t set) { return audienceOf(table, one, first[set]).value_or(0) > 0.5; },
                ofMuchTheSameAudience.back());
        }
    }
}

UnscoredPairs::UnscoredPairs(const UnscoredScene& scene, std::size_t capacity)
    : kept(capacity), scene_(scene), limit_(capacity > 0 ? 0 : std::numeric_limits<double>::infinity()),
      sameName_(scene.table.size()) {
    for (const auto mask : scene.masks) {
        chosenWaits_[mask].resize(scene.table.size());
    }
}

void UnscoredPairs::add(const OneRow& one, std::size_t group, std::uint64_t others) {
    const auto a = one.row();
    const auto& table = scene_.table;
    for (const auto mask : scene_.masks) {
        if (const auto those = others & scene_.recording[mask][group]) {
            const auto count = static_cast<std::uint32_t>(std::popcount(those));
            chosenWaits_[mask][a] += count;
            inAll += count;
        }
    }
    auto& tally = othersWait_[table.recorded[a]];
    if (tally.empty()) {
        tally = BitTally(sameName_.groups(), table.size());
    }
    tally.add(group, others);

    const auto first = group * groupSize + static_cast<std::size_t>(std::countr_zero(others));
    if (!(table.recorded[a] & table.recorded[first] & placeBit)) {
        if (named_ != a) {
            for (const auto row : named_ < table.size() ? scene_.ofName[table.sameName[named_]]
                                                        : std::vector<std::uint32_t>{}) {
                sameName_.remove(row);
            }
            for (const auto row : scene_.ofName[table.sameName[a]]) {
                sameName_.add(row);
            }
            named_ = a;
        }
        others = hopefulAmong(others, one, group) | (others & sameName_[group]);
    }
    forEachRow(others, group, [&](std::uint32_t b) { addOne(one, b); });
}

std::uint64_t UnscoredPairs::hopefulAmong(std::uint64_t others, const OneRow& one, std::size_t group) {
    if (limit_ <= 0) {
        return others;
    }
    auto& hopeful = hopeful_[one.themeSet() % hopeful_.size()];
    // Worked out anew for each small step of the limit, it would cost more than it spares.
    constexpr double step = 1.02;
    if (hopeful.limit <= 0 || hopeful.themeSet != one.themeSet() || limit_ > hopeful.limit * step) {
        workOut(hopeful, one);
    }
    std::uint64_t withAlike = 0;
    std::uint64_t withHalf = 0;
    forEachRow(others, group, [&](std::uint32_t row) {
        const std::uint64_t hope = hopeful.ofThemeSet[scene_.table.themeSets.setOf[row]];
        withAlike |= (hope & 1) << (row % groupSize);
        withHalf |= (hope >> 1) << (row % groupSize);
    });
    const auto& alike = scene_.ofMuchTheSameAudience;
    return alike.empty() ? withAlike : withHalf | (withAlike & alike[one.audienceSet()][group]);
}

void UnscoredPairs::workOut(Hopeful& hopeful, const OneRow& one) const {
    hopeful.themeSet = one.themeSet();
    hopeful.limit = limit_;
    // What is left for purpose to reach when all else is taken for the most that it can be.
    const auto rest = [&](double mostAudience) {
        return limit_ - scene_.rules.promise({std::nullopt, std::nullopt, mostAudience, 1.0}) -
               weightTolerance;
    };
    const auto withAlike = rest(1.0);
    const auto withHalf = rest(0.5);
    const auto share = scene_.rules.promise({std::nullopt, 1.0, std::nullopt, std::nullopt});
    hopeful.ofThemeSet.clear();
    for (const auto& purpose : one.purposes()) {
        const auto promise = share * purpose.value_or(0);
        hopeful.ofThemeSet.push_back(
            static_cast<std::uint8_t>((promise >= withAlike ? 1 : 0) | (promise >= withHalf ? 2 : 0)));
    }
}

void UnscoredPairs::addOne(const OneRow& one, std::uint32_t b) {
    const auto& table = scene_.table;
    const auto a = one.row();
    const auto both = static_cast<std::uint8_t>(table.recorded[a] & table.recorded[b]);
    // The same name twice is the likeliest of all to turn out the same thing.
    const double sameName = table.sameName[a] == table.sameName[b] ? 1 : 0;
    // What costs more to know is taken for the most that it can be while that leaves the pair no chance.
    Components parts{both & placeBit ? std::optional(1.0) : std::nullopt, one.purpose(b), one.audience(b),
                     both & attendanceBit ? std::optional(1.0) : std::nullopt};
    const auto hopeless = [&] { return scene_.rules.promise(parts) + sameName < limit_; };
    if (hopeless()) {
        return;
    }
    parts.attendance = mostAttendance(table, a, b);
    if (hopeless()) {
        return;
    }
    Likeness likeness;
    addPlace(table, a, b, likeness);
    parts.place = likeness.components.place;
    parts.attendance = attendanceOf(table, a, b);
    kept.add({a, b, both, scene_.rules.promise(parts) + sameName});
    if (const auto* last = kept.limit()) {
        limit_ = last->promise;
    }
}

std::size_t UnscoredPairs::waiting(std::size_t row, std::uint8_t othersRecord) const {
    const auto& asChosen = chosenWaits_[othersRecord];
    const auto& asOther = othersWait_[othersRecord];
    return (asChosen.empty() ? 0 : asChosen[row]) + (asOther.empty() ? 0 : asOther.count(row));
}

} // namespace wardmote::analysis
