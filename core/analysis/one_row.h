#pragma once
#include "core/analysis/comparison_table.h"
#include "core/analysis/sharing_kernel.h"

namespace wardmote::analysis {

/// One row of a table as it is compared with all others: its purpose and audience are compared once with each
/// different set, not with each row. To choose one with the sets of the row before costs little.
class OneRow {
public:
    explicit OneRow(const ComparisonTable& table) : table_(table) {}
    void choose(std::uint32_t row);

    std::uint32_t row() const { return row_; }
    std::span<const SetWord> areas() const { return areas_; }
    const std::optional<double>& purpose(std::uint32_t other) const {
        return purposes_[table_.themeSets.setOf[other]];
    }
    const std::optional<double>& audience(std::uint32_t other) const {
        return (*audiences_)[table_.audienceSets.setOf[other]];
    }

private:
    void compareAudience(std::uint32_t set);

    const ComparisonTable& table_;
    std::uint32_t row_ = 0;
    std::optional<std::uint32_t> themes_; ///< the set that the purposes are of
    std::vector<SetWord> areas_;
    std::vector<std::optional<double>> purposes_;
    /// Of each set of audiences that was met, how it compares with the others. Sorted by theme, rows change
    /// their audience nearly every time, and it is one of few.
    std::vector<std::vector<std::optional<double>>> audiencesBySet_;
    const std::vector<std::optional<double>>* audiences_ = nullptr;
};

} // namespace wardmote::analysis
