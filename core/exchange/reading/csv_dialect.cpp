#include "core/exchange/reading/csv_dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace wardmote::exchange {
namespace {

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t linesLooked = 200;

/// Cells of each of the first lines that are not blank. The last one may be cut off, so it does not count
/// unless it is the only one.
std::vector<std::size_t> cellsOfLines(std::string_view text, char delimiter) {
    std::vector<std::size_t> counts;
    std::size_t cells = 1;
    bool quoted = false;
    bool blank = true;
    bool cellStart = true;
    for (const char c : text) {
        if (c == '"' && (quoted || cellStart)) {
            quoted = !quoted;
            cellStart = !quoted; // a second quotation mark right behind opens again
            blank = false;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank) {
                counts.push_back(cells);
            }
            if (counts.size() >= linesLooked) {
                return counts;
            }
            cells = 1;
            blank = true;
            cellStart = true;
        } else if (!quoted && c == delimiter) {
            ++cells;
            blank = false;
            cellStart = true;
        } else if (c != ' ') {
            blank = false;
            cellStart = false;
        }
    }
    if (counts.empty() && !blank) {
        counts.push_back(cells);
    }
    return counts;
}

bool startsFormula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

} // namespace

std::size_t separatorLineLength(std::string_view beginning) {
    if (beginning.size() < 6 || !beginning.starts_with("sep=")) {
        return 0;
    }
    if (beginning[5] == '\n') {
        return 6;
    }
    return beginning[5] == '\r' ? (beginning.size() > 6 && beginning[6] == '\n' ? 7 : 6) : 0;
}

char findDelimiter(std::string_view beginning) {
    if (separatorLineLength(beginning) > 0) {
        return beginning[4];
    }
    char best = ',';
    double bestShare = 0;
    std::size_t bestCells = 1;
    for (const char delimiter : delimiters) {
        const auto counts = cellsOfLines(beginning, delimiter);
        std::map<std::size_t, std::size_t> linesWith;
        for (const auto count : counts) {
            if (count > 1) {
                ++linesWith[count];
            }
        }
        for (const auto& [cells, lines] : linesWith) {
            const double share = static_cast<double>(lines) / static_cast<double>(counts.size());
            // A delimiter inside cells splits some lines, rarely all alike.
            if (share > bestShare + 0.1 || (share > bestShare - 0.1 && cells > bestCells)) {
                best = delimiter;
                bestShare = share;
                bestCells = cells;
            }
        }
    }
    return best;
}

std::string guarded(std::string_view text) {
    const bool guard = !text.empty() &&
                       (startsFormula(text[0]) ||
                        (text.size() > 1 && text[0] == '\'' && (startsFormula(text[1]) || text[1] == '\'')));
    return guard ? "'" + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view cell) {
    if (cell.size() > 1 && cell[0] == '\'' && (startsFormula(cell[1]) || cell[1] == '\'')) {
        cell.remove_prefix(1);
    }
    return cell;
}

} // namespace wardmote::exchange
