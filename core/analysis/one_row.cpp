#include "core/analysis/one_row.h"

namespace wardmote::analysis {

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
    if (audience_ != table_.audienceSets.setOf[row]) {
        audience_ = table_.audienceSets.setOf[row];
        audiences_.clear();
        for (const auto other : table_.audienceSets.first) {
            audiences_.push_back(audienceOf(table_, row, other));
        }
    }
}

} // namespace wardmote::analysis
