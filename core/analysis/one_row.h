#pragma once
#include "core/analysis/comparison_table.h"
#include "core/analysis/sharing_kernel.h"

#include <memory>

namespace wardmote::analysis {

/// How the sets of a table compare with one another: each two sets once, not each two rows that have them.
/// What was asked for last is kept, so rows with the same sets should come one after another. For one thread.
class SetLikeness {
public:
    /// One set with each of the others, by its number.
    using Row = std::vector<std::optional<double>>;

    explicit SetLikeness(const ComparisonTable& table);
    std::shared_ptr<const Row> purposes(std::uint32_t themeSet);
    std::shared_ptr<const Row> audiences(std::uint32_t audienceSet);

private:
    const ComparisonTable& table_;
    std::shared_ptr<const Row> purposes_;
    std::uint32_t purposesOf_ = 0;
    /// By set. Sorted by theme, rows change their audience nearly every time, and it is one of few.
    std::vector<std::shared_ptr<const Row>> audiences_;
};

/// One row of a table as it is compared with all others.
class OneRow {
public:
    OneRow(const ComparisonTable& table, SetLikeness& sets, std::uint32_t row);

    std::uint32_t row() const { return row_; }
    std::uint32_t themeSet() const { return table_->themeSets.setOf[row_]; }
    std::uint32_t audienceSet() const { return table_->audienceSets.setOf[row_]; }
    std::span<const SetWord> areas() const { return areas_; }
    const std::optional<double>& purpose(std::uint32_t other) const {
        return (*purposes_)[table_->themeSets.setOf[other]];
    }
    const std::optional<double>& audience(std::uint32_t other) const {
        return (*audiences_)[table_->audienceSets.setOf[other]];
    }
    /// Of each set of themes, how it compares with this row's.
    const SetLikeness::Row& purposes() const { return *purposes_; }

private:
    const ComparisonTable* table_;
    std::uint32_t row_;
    std::vector<SetWord> areas_;
    std::shared_ptr<const SetLikeness::Row> purposes_;
    std::shared_ptr<const SetLikeness::Row> audiences_;
};

} // namespace wardmote::analysis
