#include "core/analysis/best_matching.h"

#include <limits>
#include <utility>

namespace wardmote::analysis {
namespace {

using Weights = std::vector<std::vector<MatchWeight>>;

/// Puts one more row into the matching along the cheapest path of exchanges. Rows and columns count from 1;
/// 0 stands for "none yet". Costs are negated weights.
class Assignment {
public:
    explicit Assignment(const Weights& weights)
        : weights_(weights), columns_(weights.front().size()), rowPrice_(weights.size() + 1),
          columnPrice_(columns_ + 1), rowOf_(columns_ + 1) {}

    void add(std::size_t row) {
        constexpr MatchWeight far{{std::numeric_limits<std::int64_t>::max(), 0, 0, 0}};
        rowOf_[0] = row;
        std::vector<MatchWeight> cheapest(columns_ + 1, far);
        std::vector<std::size_t> cameFrom(columns_ + 1);
        std::vector<bool> reached(columns_ + 1);
        std::size_t at = 0;
        do {
            reached[at] = true;
            MatchWeight step = far;
            std::size_t next = 0;
            for (std::size_t column = 1; column <= columns_; ++column) {
                if (reached[column]) {
                    continue;
                }
                const auto cost = priced(rowOf_[at], column);
                if (cost < cheapest[column]) {
                    cheapest[column] = cost;
                    cameFrom[column] = at;
                }
                if (cheapest[column] < step) {
                    step = cheapest[column];
                    next = column;
                }
            }
            for (std::size_t column = 0; column <= columns_; ++column) {
                if (reached[column]) {
                    rowPrice_[rowOf_[column]] += step;
                    columnPrice_[column] -= step;
                } else if (column != 0) {
                    cheapest[column] -= step;
                }
            }
            at = next;
        } while (rowOf_[at] != 0);
        while (at != 0) {
            rowOf_[at] = rowOf_[cameFrom[at]];
            at = cameFrom[at];
        }
    }

    const std::vector<std::size_t>& rowOf() const { return rowOf_; }

private:
    MatchWeight priced(std::size_t row, std::size_t column) const {
        return MatchWeight{} - weights_[row - 1][column - 1] - rowPrice_[row] - columnPrice_[column];
    }

    const Weights& weights_;
    std::size_t columns_;
    std::vector<MatchWeight> rowPrice_;
    std::vector<MatchWeight> columnPrice_;
    std::vector<std::size_t> rowOf_; ///< by column; [0] is the row on its way
};

} // namespace

MatchWeight& MatchWeight::operator+=(const MatchWeight& other) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i] += other.parts[i];
    }
    return *this;
}

MatchWeight& MatchWeight::operator-=(const MatchWeight& other) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i] -= other.parts[i];
    }
    return *this;
}

std::vector<std::size_t> bestMatching(const Weights& weights) {
    const auto rows = weights.size();
    const auto columns = rows == 0 ? 0 : weights.front().size();
    std::vector<std::size_t> result(rows, columns);
    if (columns == 0) {
        return result;
    }
    if (rows > columns) { // each row finds a column only if there are enough of them
        Weights turned(columns, std::vector<MatchWeight>(rows));
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                turned[column][row] = weights[row][column];
            }
        }
        const auto rowsOfColumns = bestMatching(turned);
        for (std::size_t column = 0; column < columns; ++column) {
            result[rowsOfColumns[column]] = column;
        }
        return result;
    }
    Assignment assignment(weights);
    for (std::size_t row = 1; row <= rows; ++row) {
        assignment.add(row);
    }
    for (std::size_t column = 1; column <= columns; ++column) {
        if (const auto row = assignment.rowOf()[column]; row != 0) {
            result[row - 1] = column - 1;
        }
    }
    return result;
}

} // namespace wardmote::analysis
