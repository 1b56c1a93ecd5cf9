#include "core/analysis/streamlining/reduction.h"

#include "core/base/contract.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wardmote::analysis::streamlining {
namespace {

struct NeedyRow {
    std::vector<Column> columns; ///< ascending
    int need = 1;
    bool operator==(const NeedyRow&) const = default;
};

bool contains(const std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& some) {
    return all.size() >= some.size() && std::ranges::includes(all, some);
}

/// One bit for each position modulo 64: where `some` has a bit that `all` has not, it is no subset.
std::uint64_t signatureOf(const std::vector<std::uint32_t>& positions) {
    std::uint64_t bits = 0;
    for (const auto position : positions) {
        bits |= std::uint64_t{1} << (position % 64);
    }
    return bits;
}

class Reducer {
public:
    explicit Reducer(const CoverProblem& problem)
        : problem_(problem), in_(problem.costs.size(), 0), gone_(problem.costs.size(), 0) {
        for (Column column = 0; column < problem.fixed.size(); ++column) {
            in_[column] = problem.fixed[column] == Fixed::in;
            gone_[column] = problem.fixed[column] == Fixed::out;
        }
        for (const auto& limit : problem.limits) {
            auto& weights = weights_.emplace_back(problem.costs.size(), 0.0);
            for (const auto& [column, weight] : limit.weights) {
                contract(weight >= 0, "the weights of a limit are not negative");
                weights[column] = weight;
            }
        }
        for (Row row = 0; row < problem.rows.size(); ++row) {
            take(row);
        }
    }

    Reduction reduce() {
        if (answer_.impossible.empty()) {
            for (bool again = true; again;) {
                dropRows();
                again = forceColumns();
                again = dropColumns() || again;
            }
        }
        for (Column column = 0; column < in_.size(); ++column) {
            if (in_[column]) {
                answer_.forced.push_back(column);
            }
        }
        if (answer_.impossible.empty()) {
            split();
        }
        return std::move(answer_);
    }

private:
    void take(Row row) {
        NeedyRow needy;
        needy.need = problem_.needs.empty() ? 1 : problem_.needs[row];
        for (const auto column : problem_.rows[row]) {
            contract(column < in_.size(), "a row names columns of the problem");
            needy.need -= in_[column];
            if (!in_[column] && !gone_[column]) {
                needy.columns.push_back(column);
            }
        }
        if (needy.need <= 0) {
            return;
        }
        if (static_cast<int>(needy.columns.size()) < needy.need) {
            answer_.impossible.push_back(row);
            return;
        }
        std::ranges::sort(needy.columns);
        rows_.push_back(std::move(needy));
    }

    /// Equal rows, and rows that contain another of no less need.
    void dropRows() {
        std::ranges::sort(rows_, [](const NeedyRow& a, const NeedyRow& b) {
            return a.columns.size() != b.columns.size() ? a.columns.size() < b.columns.size()
                   : a.columns != b.columns             ? a.columns < b.columns
                                                        : a.need > b.need;
        });
        const auto equal = std::ranges::unique(rows_, {}, &NeedyRow::columns);
        rows_.erase(equal.begin(), equal.end());
        std::vector<std::uint32_t> often(in_.size(), 0);
        for (const auto& row : rows_) {
            for (const auto column : row.columns) {
                ++often[column];
            }
        }
        std::vector<std::vector<std::size_t>> byRarest(in_.size());
        std::vector<std::uint64_t> signatures;
        std::vector<NeedyRow> kept;
        for (auto& row : rows_) {
            const auto signature = signatureOf(row.columns);
            const bool implied = std::ranges::any_of(row.columns, [&](Column column) {
                return std::ranges::any_of(byRarest[column], [&](std::size_t other) {
                    return (signatures[other] & ~signature) == 0 && kept[other].need >= row.need &&
                           contains(row.columns, kept[other].columns);
                });
            });
            if (!implied) {
                const auto rarest = *std::ranges::min_element(
                    row.columns, {}, [&](Column column) { return std::pair(often[column], column); });
                byRarest[rarest].push_back(kept.size());
                signatures.push_back(signature);
                kept.push_back(std::move(row));
            }
        }
        rows_ = std::move(kept);
    }

    bool forceColumns() {
        bool forced = false;
        for (const auto& row : rows_) {
            if (static_cast<int>(row.columns.size()) == row.need) {
                for (const auto column : row.columns) {
                    forced = forced || !in_[column];
                    in_[column] = 1;
                }
            }
        }
        if (forced) {
            strip();
        }
        return forced;
    }

    /// Takes columns that are decided out of the rows.
    void strip() {
        for (auto& row : rows_) {
            row.need -= static_cast<int>(
                std::ranges::count_if(row.columns, [&](Column column) { return in_[column] != 0; }));
            std::erase_if(row.columns, [&](Column column) { return in_[column] || gone_[column]; });
        }
        std::erase_if(rows_, [](const NeedyRow& row) { return row.need <= 0; });
    }

    /// A column whose rows another covers too, at no more cost and no more weight in any limit, is never
    /// needed, if each of them needs one.
    bool dropColumns() {
        std::vector<std::vector<Row>> columns(in_.size());
        for (Row row = 0; row < rows_.size(); ++row) {
            for (const auto column : rows_[row].columns) {
                columns[column].push_back(row);
            }
        }
        std::vector<std::uint64_t> signatures(columns.size());
        for (Column column = 0; column < columns.size(); ++column) {
            signatures[column] = signatureOf(columns[column]);
        }
        bool dropped = false;
        for (Column column = 0; column < columns.size(); ++column) {
            if (!columns[column].empty() && replaceable(column, columns, signatures)) {
                gone_[column] = 1;
                dropped = true;
            }
        }
        if (dropped) {
            strip();
        }
        return dropped;
    }

    bool replaceable(Column column, const std::vector<std::vector<Row>>& columns,
                     const std::vector<std::uint64_t>& signatures) const {
        const auto& mine = columns[column];
        if (std::ranges::any_of(mine, [&](Row row) { return rows_[row].need != 1; })) {
            return false;
        }
        const auto shortest =
            *std::ranges::min_element(mine, {}, [&](Row row) { return rows_[row].columns.size(); });
        return std::ranges::any_of(rows_[shortest].columns, [&](Column other) {
            if (other == column || gone_[other] || (signatures[column] & ~signatures[other]) != 0 ||
                problem_.costs[other] > problem_.costs[column] || !weighsNoMore(other, column) ||
                !contains(columns[other], mine)) {
                return false;
            }
            // Of two that replace each other the first stays.
            const bool eitherWay = problem_.costs[other] == problem_.costs[column] &&
                                   columns[other] == mine && weighsNoMore(column, other);
            return !eitherWay || other < column;
        });
    }

    bool weighsNoMore(Column column, Column than) const {
        return std::ranges::all_of(
            weights_, [&](const std::vector<double>& weights) { return weights[column] <= weights[than]; });
    }

    void split() {
        std::vector<Column> root(in_.size());
        std::iota(root.begin(), root.end(), Column{0});
        const auto find = [&](Column at) {
            while (root[at] != at) {
                at = root[at] = root[root[at]];
            }
            return at;
        };
        for (const auto& row : rows_) {
            // A limit may tie together what shares no row.
            const auto first = problem_.limits.empty() ? row.columns.front() : rows_.front().columns.front();
            for (const auto column : row.columns) {
                root[find(column)] = find(first);
            }
        }
        std::vector<std::vector<Row>> parts(in_.size());
        for (Row row = 0; row < rows_.size(); ++row) {
            parts[find(rows_[row].columns.front())].push_back(row);
        }
        for (const auto& part : parts) {
            if (!part.empty()) {
                answer_.cores.push_back(coreOf(part));
            }
        }
        for (const auto& limit : problem_.limits) {
            answer_.limitBroken = answer_.limitBroken || left(limit) < -1e-9;
        }
        std::ranges::stable_sort(answer_.cores, {}, [](const Core& core) { return core.ids.size(); });
    }

    /// What a limit still allows beside the columns that are forced.
    double left(const Limit& limit) const {
        double most = limit.most;
        for (const auto& [column, weight] : limit.weights) {
            most -= in_[column] ? weight : 0;
        }
        return most;
    }

    Core coreOf(const std::vector<Row>& part) const {
        Core core;
        for (const auto row : part) {
            core.ids.insert(core.ids.end(), rows_[row].columns.begin(), rows_[row].columns.end());
        }
        std::ranges::sort(core.ids);
        const auto repeated = std::ranges::unique(core.ids);
        core.ids.erase(repeated.begin(), repeated.end());
        std::vector<Column> position(in_.size(), static_cast<Column>(core.ids.size()));
        for (Column column = 0; column < core.ids.size(); ++column) {
            position[core.ids[column]] = column;
            core.costs.push_back(problem_.costs[core.ids[column]]);
        }
        core.columns.resize(core.ids.size());
        for (const auto row : part) {
            const auto at = static_cast<Row>(core.rows.size());
            auto& mine = core.rows.emplace_back();
            for (const auto column : rows_[row].columns) {
                mine.push_back(position[column]);
                core.columns[position[column]].push_back(at);
            }
            core.needs.push_back(rows_[row].need);
        }
        for (const auto& limit : problem_.limits) {
            Limit mine{.most = left(limit)};
            for (const auto& [column, weight] : limit.weights) {
                if (position[column] < core.ids.size() && weight > 0) {
                    mine.weights.emplace_back(position[column], weight);
                }
            }
            core.limits.push_back(std::move(mine));
        }
        return core;
    }

    const CoverProblem& problem_;
    std::vector<char> in_;
    std::vector<char> gone_;
    std::vector<NeedyRow> rows_;
    std::vector<std::vector<double>> weights_; ///< by limit, then column
    Reduction answer_;
};

} // namespace

Reduction reduced(const CoverProblem& problem) {
    contract(problem.needs.empty() || problem.needs.size() == problem.rows.size(), "a need for each row");
    contract(problem.fixed.empty() || problem.fixed.size() == problem.costs.size(),
             "each column is fixed or free");
    contract(std::ranges::all_of(problem.costs, [](double cost) { return std::isfinite(cost) && cost >= 0; }),
             "costs are finite and not negative");
    return Reducer(problem).reduce();
}

} // namespace wardmote::analysis::streamlining
