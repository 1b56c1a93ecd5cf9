#include "core/analysis/one_row.h"

namespace wardmote::analysis {
namespace {

/// So many sets of audiences are kept compared with one another: 16 MB at most.
constexpr std::size_t mostSetsKept = 1'024;

} // namespace

void OneRow::choose(std::uint32_t row) {
    row_ = row;
    areas_.clear();
    for (std::size_t word = 0; word < table_.areas.words(); ++word) {
        // Most mechanisms cover few areas, so that most of their words are empty.
        if (const auto bits = table_.areas.row(row)[word]) {
            areas_.push_back({word, bits});
        }
    }
    if (themes_ != table_.themeSets.setOf[row]) {
        themes_ = table_.themeSets.setOf[row];
        purposes_.clear();
        for (const auto other : table_.themeSets.first) {
            purposes_.push_back(purposeOf(table_, row, other));
        }
    }
    compareAudience(table_.audienceSets.setOf[row]);
}

void OneRow::compareAudience(std::uint32_t set) {
    const auto& sets = table_.audienceSets.first;
    const bool kept = sets.size() <= mostSetsKept;
    audiencesBySet_.resize(kept ? sets.size() : 1);
    auto& audiences = audiencesBySet_[kept ? set : 0];
    if (!kept || audiences.empty()) {
        audiences.clear();
        for (const auto other : sets) {
            audiences.push_back(audienceOf(table_, sets[set], other));
        }
    }
    audiences_ = &audiences;
}

} // namespace wardmote::analysis
