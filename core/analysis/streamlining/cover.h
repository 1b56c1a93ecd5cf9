#pragma once
#include "core/analysis/proposal/random.h"
#include "core/analysis/streamlining/reduction.h"

namespace wardmote::analysis::streamlining {

/// Columns of a core that are chosen, and what they leave open; changes in time proportional to what changes.
class Cover {
public:
    explicit Cover(const Core& core);

    bool has(Column column) const { return place_[column] != absent; }
    const std::vector<Column>& chosen() const { return chosen_; } ///< in no order
    double cost() const;                                          ///< summed in order of position
    bool complete() const { return open_.empty(); }
    /// Weights over limits, relative; 0: all limits are kept.
    double excess() const;

    void add(Column column);
    void drop(Column column);
    void become(const std::vector<Column>& columns); ///< ascending

    /// Adds columns until nothing is open: always the one of least price for each row that it closes, prices
    /// varied by up to `noise` of themselves.
    void fill(const std::vector<double>& prices, double noise, proposal::Random& random);
    /// Drops what the others cover as well, the dearest for its rows first: of the columns that share a row
    /// with one of `near`, or of all. `dropped` hears of each.
    void prune(const std::vector<Column>& near, const std::function<void(Column)>& dropped);
    void prune();

    std::vector<Column> sorted() const;

private:
    static constexpr std::uint32_t absent = UINT32_MAX;
    bool spare(Column column) const;
    void dropSpare(std::vector<Column>& candidates, const std::function<void(Column)>& dropped);

    const Core& core_;
    std::vector<std::uint32_t> place_; ///< in chosen_
    std::vector<Column> chosen_;
    std::vector<int> times_;               ///< how often each row is covered
    std::vector<Row> open_;                ///< rows short of their need
    std::vector<std::uint32_t> placeOpen_; ///< in open_
    std::vector<std::uint32_t> closes_;    ///< how many open rows each column covers
    std::vector<std::uint32_t> seen_;      ///< marks of the last visit
    std::uint32_t visit_ = 0;
    std::vector<double> vary_;
    std::vector<Column> candidates_;
};

} // namespace wardmote::analysis::streamlining
