#include "core/analysis/streamlining/cover.h"

#include <algorithm>

namespace wardmote::analysis::streamlining {

Cover::Cover(const Core& core)
    : core_(core), place_(core.costs.size(), absent), times_(core.rows.size(), 0),
      placeOpen_(core.rows.size()), closes_(core.costs.size()), seen_(core.costs.size(), 0),
      vary_(core.costs.size(), 1) {
    for (Row row = 0; row < core.rows.size(); ++row) {
        placeOpen_[row] = row;
        open_.push_back(row);
    }
    for (Column column = 0; column < core.costs.size(); ++column) {
        closes_[column] = static_cast<std::uint32_t>(core.columns[column].size());
    }
}

double Cover::cost() const {
    double sum = 0;
    for (Column column = 0; column < place_.size(); ++column) {
        sum += has(column) ? core_.costs[column] : 0;
    }
    return sum;
}

double Cover::excess() const {
    double over = 0;
    for (const auto& limit : core_.limits) {
        double sum = -limit.most;
        for (const auto& [column, weight] : limit.weights) {
            sum += has(column) ? weight : 0;
        }
        over += sum > 1e-9 ? sum / std::max(limit.most, 1.0) : 0;
    }
    return over;
}

void Cover::add(Column column) {
    place_[column] = static_cast<std::uint32_t>(chosen_.size());
    chosen_.push_back(column);
    for (const auto row : core_.columns[column]) {
        if (++times_[row] == core_.needs[row]) {
            const auto at = placeOpen_[row];
            open_[at] = open_.back();
            placeOpen_[open_[at]] = at;
            open_.pop_back();
            for (const auto other : core_.rows[row]) {
                --closes_[other];
            }
        }
    }
}

void Cover::drop(Column column) {
    const auto at = place_[column];
    chosen_[at] = chosen_.back();
    place_[chosen_[at]] = at;
    chosen_.pop_back();
    place_[column] = absent;
    for (const auto row : core_.columns[column]) {
        if (times_[row]-- == core_.needs[row]) {
            placeOpen_[row] = static_cast<std::uint32_t>(open_.size());
            open_.push_back(row);
            for (const auto other : core_.rows[row]) {
                ++closes_[other];
            }
        }
    }
}

void Cover::become(const std::vector<Column>& columns) {
    for (const auto column : sorted()) {
        if (!std::ranges::binary_search(columns, column)) {
            drop(column);
        }
    }
    for (const auto column : columns) {
        if (!has(column)) {
            add(column);
        }
    }
}

void Cover::fill(const std::vector<double>& prices, double noise, proposal::Random& random) {
    candidates_.clear();
    ++visit_;
    for (const auto row : open_) {
        for (const auto column : core_.rows[row]) {
            if (seen_[column] != visit_ && !has(column)) {
                seen_[column] = visit_;
                candidates_.push_back(column);
                vary_[column] = noise > 0 ? 1 + noise * random.unit() : 1;
            }
        }
    }
    while (!open_.empty()) {
        std::size_t left = 0;
        Column best = absent;
        double least = 0;
        for (const auto column : candidates_) {
            if (closes_[column] == 0 || has(column)) {
                continue;
            }
            candidates_[left++] = column;
            const double price = std::max(prices[column], 1e-4 * core_.costs[column]) * vary_[column] /
                                 static_cast<double>(closes_[column]);
            if (best == absent || price < least || (price == least && column < best)) {
                best = column;
                least = price;
            }
        }
        candidates_.resize(left);
        add(best);
    }
}

bool Cover::spare(Column column) const {
    return std::ranges::all_of(core_.columns[column],
                               [&](Row row) { return times_[row] > core_.needs[row]; });
}

void Cover::dropSpare(std::vector<Column>& candidates, const std::function<void(Column)>& dropped) {
    const auto dearness = [&](Column column) {
        return core_.costs[column] / static_cast<double>(1 + core_.columns[column].size());
    };
    std::ranges::sort(candidates, [&](Column a, Column b) {
        return dearness(a) != dearness(b) ? dearness(a) > dearness(b) : a < b;
    });
    for (const auto column : candidates) {
        if (spare(column)) {
            drop(column);
            if (dropped) {
                dropped(column);
            }
        }
    }
}

void Cover::prune(const std::vector<Column>& near, const std::function<void(Column)>& dropped) {
    std::vector<Column> candidates;
    ++visit_;
    for (const auto column : near) {
        for (const auto row : core_.columns[column]) {
            for (const auto other : core_.rows[row]) {
                if (seen_[other] != visit_) {
                    seen_[other] = visit_;
                    if (has(other) && spare(other)) {
                        candidates.push_back(other);
                    }
                }
            }
        }
    }
    dropSpare(candidates, dropped);
}

void Cover::prune() {
    auto candidates = sorted();
    dropSpare(candidates, {});
}

std::vector<Column> Cover::sorted() const {
    auto columns = chosen_;
    std::ranges::sort(columns);
    return columns;
}

} // namespace wardmote::analysis::streamlining
