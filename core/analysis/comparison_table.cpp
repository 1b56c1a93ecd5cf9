#include "core/analysis/comparison_table.h"

#include "core/analysis/attendance.h"

#include <algorithm>
#include <map>
#include <thread>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;

constexpr std::size_t rowsWorthAThread = 1'000;

bool isYear(const std::string& number) {
    return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

std::string withoutYears(const text::NameKey& key) {
    std::string rest;
    std::size_t from = 0;
    while (from < key.plain.size()) {
        const auto to = std::min(key.plain.find(' ', from), key.plain.size());
        const auto word = key.plain.substr(from, to - from);
        if (!isYear(word)) {
            rest += word + ' ';
        }
        from = to + 1;
    }
    return rest;
}

/// Rows have the same set if their words and what is known beside them are equal.
DistinctSets distinct(const BitRows& sets, const std::vector<std::uint8_t>& beside) {
    DistinctSets answer;
    std::map<std::vector<std::uint64_t>, std::uint32_t> known;
    for (std::size_t row = 0; row < beside.size(); ++row) {
        std::vector<std::uint64_t> words(sets.row(row), sets.row(row) + sets.words());
        words.push_back(beside[row]);
        const auto next = static_cast<std::uint32_t>(answer.first.size());
        const auto [at, isNew] = known.emplace(std::move(words), next);
        if (isNew) {
            answer.first.push_back(static_cast<std::uint32_t>(row));
        }
        answer.setOf.push_back(at->second);
    }
    return answer;
}

template<class Row>
bool coversOneOf(const Row& mechanism, const std::vector<plan::Id>& sortedAreas) {
    return mechanism.wholePlan == true || std::ranges::any_of(mechanism.areas, [&](const auto& link) {
               return std::ranges::binary_search(sortedAreas, link.area.id);
           });
}

} // namespace

ComparisonTable::ComparisonTable(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                                 std::span<const plan::Id> onlyAreas) {
    addMechanisms(plan, costs, today, onlyAreas);
    recorded.assign(size(), 0);
    // Who attends and names take as long as all the rest, and neither touches what the other makes.
    const auto peopleAndNames = [&] {
        addAttendance(plan);
        addNames(plan);
    };
    std::jthread besides;
    if (size() >= rowsWorthAThread) {
        besides = std::jthread(peopleAndNames);
    } else {
        peopleAndNames();
    }
    addPlaces(plan);
    addPurposes(plan);
    addAudiences(plan);
    if (besides.joinable()) {
        besides.join();
    }
    for (std::size_t row = 0; row < size(); ++row) {
        if (attendingCounts[row] > 0) {
            recorded[row] |= attendanceBit;
        }
    }
}

std::size_t ComparisonTable::rowOf(plan::Id mechanism) const {
    const auto at = std::ranges::lower_bound(mechanisms, mechanism, {}, &Mechanism::id);
    return at != mechanisms.end() && (*at)->id == mechanism
               ? static_cast<std::size_t>(at - mechanisms.begin())
               : size();
}

void ComparisonTable::addMechanisms(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                                    std::span<const plan::Id> onlyAreas) {
    std::vector<plan::Id> wanted(onlyAreas.begin(), onlyAreas.end());
    std::ranges::sort(wanted);
    for (const auto& mechanism : plan.all<Mechanism>()) {
        const bool compared = mechanism.status != plan::MechanismStatus::proposed &&
                              mechanism.status != plan::MechanismStatus::paused;
        if (compared && (wanted.empty() || coversOneOf(mechanism, wanted))) {
            mechanisms.push_back(&mechanism);
            lives.push_back(lifeOf(mechanism, costs, today));
        }
    }
}

void ComparisonTable::addPlaces(const plan::Plan& plan) {
    const auto& all = plan.all<plan::Area>();
    areas = BitRows(size(), all.size());
    areaLists.resize(size());
    places.resize(size());
    residentsOfArea.reserve(all.size());
    for (const auto& area : all) {
        residentsOfArea.push_back(area.residents.value_or(0));
    }
    for (std::size_t row = 0; row < size(); ++row) {
        auto& list = areaLists[row];
        auto& place = places[row];
        place.wholePlan = mechanisms[row]->wholePlan == true;
        if (place.wholePlan) {
            for (std::size_t area = 0; area < all.size(); ++area) {
                list.push_back(static_cast<std::uint32_t>(area));
            }
        } else {
            for (const auto& link : mechanisms[row]->areas) {
                const auto area = all.indexOf(link.area.id);
                if (area < all.size()) {
                    list.push_back(static_cast<std::uint32_t>(area));
                }
            }
            std::ranges::sort(list);
            const auto repeats = std::ranges::unique(list);
            list.erase(repeats.begin(), repeats.end());
        }
        bool allKnown = true;
        for (const auto area : list) {
            areas.add(row, area);
            place.residents += residentsOfArea[area];
            allKnown = allKnown && all[area].residents.has_value();
        }
        place.knowsResidents = allKnown && place.residents > 0;
        place.areas = static_cast<std::uint32_t>(list.size());
        if (!list.empty()) {
            place.fromWord = list.front() / 64;
            place.toWord = list.back() / 64 + 1;
        }
        if (place.wholePlan || !list.empty()) {
            recorded[row] |= placeBit;
        }
    }
    areaWeights = BitWeights(residentsOfArea);
    columnStride = (size() + 63) / 64 * 64;
    areaColumns.resize(areas.words() * columnStride);
    for (std::size_t row = 0; row < size(); ++row) {
        for (std::size_t word = 0; word < areas.words(); ++word) {
            areaColumns[word * columnStride + row] = areas.row(row)[word];
        }
    }
}

void ComparisonTable::addPurposes(const plan::Plan& plan) {
    const auto& all = plan.all<plan::Theme>();
    themes = BitRows(size(), all.size());
    themeCounts.assign(size(), 0);
    for (std::size_t row = 0; row < size(); ++row) {
        for (const auto& link : mechanisms[row]->themes) {
            const auto theme = all.indexOf(link.theme.id);
            if (theme < all.size() && !themes.contains(row, theme)) {
                themes.add(row, theme);
                ++themeCounts[row];
                recorded[row] |= purposeBit;
            }
        }
    }
    themeSets = distinct(themes, std::vector<std::uint8_t>(size(), 0));
}

void ComparisonTable::addAudiences(const plan::Plan& plan) {
    const auto& all = plan.all<plan::Audience>();
    audiences = BitRows(size(), all.size());
    audienceCounts.assign(size(), 0);
    everyone.assign(size(), 0);
    for (std::size_t row = 0; row < size(); ++row) {
        for (const auto& link : mechanisms[row]->audiences) {
            const auto audience = all.indexOf(link.audience.id);
            if (audience == all.size()) {
                continue;
            }
            recorded[row] |= audienceBit;
            if (all[audience].everyone == true) {
                everyone[row] = 1;
            } else if (!audiences.contains(row, audience)) {
                audiences.add(row, audience);
                ++audienceCounts[row];
            }
        }
    }
    // "Everyone" with nobody named is a set of its own; so is an audience that is not recorded.
    std::vector<std::uint8_t> beside(size(), 0);
    for (std::size_t row = 0; row < size(); ++row) {
        beside[row] = static_cast<std::uint8_t>(everyone[row] | (recorded[row] & audienceBit));
    }
    audienceSets = distinct(audiences, beside);
}

void ComparisonTable::addAttendance(const plan::Plan& plan) {
    const AttendanceRules rules(plan);
    std::vector<CountedAttendance> attendance;
    attendance.reserve(size());
    std::vector<const CountedAttendance*> compared;
    for (std::size_t row = 0; row < size(); ++row) {
        attendance.push_back(rules.counted(*mechanisms[row]));
        if (lives[row].active) {
            compared.push_back(&attendance.back());
        }
    }
    attendOverHalf = analysis::attendOverHalf(compared);
    std::unordered_map<plan::Id, std::uint32_t> positions;
    attendingLists.resize(size());
    for (std::size_t row = 0; row < size(); ++row) {
        for (const auto id : attendance[row].counted) {
            if (!std::ranges::binary_search(attendOverHalf, id)) {
                const auto next = static_cast<std::uint32_t>(positions.size());
                attendingLists[row].push_back(positions.emplace(id, next).first->second);
            }
        }
    }
    attending = BitRows(size(), positions.size());
    attendingMarks.assign(size(), 0);
    for (std::size_t row = 0; row < size(); ++row) {
        for (const auto position : attendingLists[row]) {
            attending.add(row, position);
            attendingMarks[row] |= std::uint64_t{1} << (position % 64);
        }
        attendingCounts.push_back(static_cast<std::uint32_t>(attendingLists[row].size()));
    }
}

void ComparisonTable::addNames(const plan::Plan& plan) {
    std::unordered_map<std::string, std::uint32_t> same;
    std::unordered_map<std::string, std::uint32_t> yearless;
    for (const auto* mechanism : mechanisms) {
        auto key = text::nameKey(mechanism->name);
        sameName.push_back(same.emplace(key.plain, static_cast<std::uint32_t>(same.size())).first->second);
        sameButForYear.push_back(
            yearless.emplace(withoutYears(key), static_cast<std::uint32_t>(yearless.size())).first->second);
        names.push_back(std::move(key));
    }
    const auto numberOf = [&](const std::string& plain) {
        const auto at = same.find(plain);
        return at == same.end() ? partOfNone : at->second;
    };
    std::unordered_map<plan::Id, std::uint32_t> leads;
    for (std::size_t row = 0; row < size(); ++row) {
        std::uint32_t whole = partOfNone;
        if (const auto* lead = plan.find(mechanisms[row]->leadOrganisation)) {
            const auto [at, isNew] = leads.emplace(lead->id, partOfNone);
            if (isNew) {
                at->second = numberOf(text::normalisedName(lead->name));
            }
            whole = at->second == sameName[row] ? partOfNone : at->second;
        }
        for (const auto& name : text::namesOfWhole(names[row])) {
            whole = whole == partOfNone ? numberOf(name) : whole;
        }
        partOf.push_back(whole);
    }
}

} // namespace wardmote::analysis
