#include "core/analysis/one_row.h"

namespace wardmote::analysis {
namespace {

/// So many sets of audiences are kept compared with one another: 16 MB at most.
constexpr std::size_t mostSetsKept = 1'024;

template<class Compare>
std::shared_ptr<const SetLikeness::Row> compareWith(const DistinctSets& sets, const Compare& compare) {
    auto row = std::make_shared<SetLikeness::Row>();
    row->reserve(sets.first.size());
    for (const auto other : sets.first) {
        row->push_back(compare(other));
    }
    return row;
}

} // namespace

SetLikeness::SetLikeness(const ComparisonTable& table)
    : table_(table),
      audiences_(table.audienceSets.first.size() <= mostSetsKept ? table.audienceSets.first.size() : 0) {}

std::shared_ptr<const SetLikeness::Row> SetLikeness::purposes(std::uint32_t themeSet) {
    if (!purposes_ || purposesOf_ != themeSet) {
        const auto row = table_.themeSets.first[themeSet];
        purposes_ =
            compareWith(table_.themeSets, [&](std::uint32_t other) { return purposeOf(table_, row, other); });
        purposesOf_ = themeSet;
    }
    return purposes_;
}

std::shared_ptr<const SetLikeness::Row> SetLikeness::audiences(std::uint32_t audienceSet) {
    const auto row = table_.audienceSets.first[audienceSet];
    const auto compared = [&] {
        return compareWith(table_.audienceSets,
                           [&](std::uint32_t other) { return audienceOf(table_, row, other); });
    };
    if (audiences_.empty()) {
        return compared();
    }
    auto& kept = audiences_[audienceSet];
    if (!kept) {
        kept = compared();
    }
    return kept;
}

OneRow::OneRow(const ComparisonTable& table, SetLikeness& sets, std::uint32_t row)
    : table_(&table), row_(row), purposes_(sets.purposes(themeSet())),
      audiences_(sets.audiences(audienceSet())) {
    // Most mechanisms cover few areas, so that most of their words are empty.
    for (auto word = table.places[row].fromWord; word < table.places[row].toWord; ++word) {
        if (const auto bits = table.areas.row(row)[word]) {
            areas_.push_back({word, bits});
        }
    }
}

} // namespace wardmote::analysis
