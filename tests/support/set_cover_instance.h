#pragma once
#include "core/analysis/streamlining/cover_problem.h"

#include <filesystem>
#include <fstream>
#include <optional>

namespace wardmote::tests {

/// A set cover problem as OR-Library writes it: rows, columns, the costs, then for each row how many columns
/// cover it and which, counted from 1. Nothing if the file is not one.
inline std::optional<analysis::streamlining::CoverProblem>
setCoverInstance(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::size_t rows = 0;
    std::size_t columns = 0;
    in >> rows >> columns;
    analysis::streamlining::CoverProblem problem;
    problem.costs.resize(columns);
    problem.rows.resize(rows);
    for (auto& cost : problem.costs) {
        in >> cost;
    }
    for (auto& row : problem.rows) {
        std::size_t length = 0;
        in >> length;
        row.resize(length);
        for (auto& column : row) {
            in >> column;
            --column;
        }
    }
    return in && rows > 0 ? std::optional(problem) : std::nullopt;
}

} // namespace wardmote::tests
