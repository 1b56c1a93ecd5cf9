#include "ui/publish/table_widths.h"

#include "ui/publish/text_lines.h"

#include <algorithm>
#include <numeric>

namespace wardmote::publish {

namespace {

constexpr std::size_t rowsMeasured = 3000;

/// In the shares asked for, but where that would break a word, its column gets what the word takes and the
/// others share the rest; if all words can't be kept whole, the shares stand.
std::vector<double> asAsked(const std::vector<double>& shares, const std::vector<double>& least,
                            double width) {
    std::vector<double> widths(shares.size());
    std::vector<bool> raised(shares.size());
    for (bool settled = false; !settled;) {
        double room = width;
        double asked = 0;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            room -= raised[i] ? least[i] : 0;
            asked += raised[i] ? 0 : shares[i];
        }
        if (room <= 0 || asked <= 0) {
            raised.assign(shares.size(), false);
            room = width;
            asked = std::accumulate(shares.begin(), shares.end(), 0.0);
            settled = true;
        }
        bool more = false;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            widths[i] = raised[i] ? least[i] : room * shares[i] / asked;
            if (!settled && !raised[i] && widths[i] < least[i]) {
                raised[i] = more = true;
            }
        }
        settled = settled || !more;
    }
    return widths;
}

} // namespace

std::vector<double> columnWidths(const report::Table& table, double width) {
    const auto count = table.columns.size();
    std::vector<double> widths(count);
    std::vector<double> least(count);
    std::vector<double> natural;
    std::vector<double> largest(count);
    std::vector<double> usual(count);
    const auto measure = [&](std::size_t i, const std::string& text, Face face) {
        const QString words = QString::fromStdString(text).left(400);
        least[i] = std::max(least[i], std::min(widestWord(words, face), width * 0.3) + 2 * cellPadding + 4);
        natural.push_back(std::min(naturalWidth(words, face), width * 0.9) + 2 * cellPadding + 4);
    };
    for (std::size_t i = 0; i < count; ++i) {
        measure(i, table.columns[i].heading, Face::strong);
        // A heading may wrap: it asks for its words only.
        natural.clear();
        for (std::size_t r = 0; r < std::min(table.rows.size(), rowsMeasured); ++r) {
            const auto& row = table.rows[r];
            if (i < row.cells.size() && !row.group) {
                measure(i, row.cells[i], i == 0 || row.summary ? Face::strong : Face::body);
            }
        }
        std::ranges::sort(natural);
        largest[i] = natural.empty() ? least[i] : std::max(least[i], natural.back());
        usual[i] = natural.empty() ? least[i] : std::max(least[i], natural[natural.size() * 17 / 20]);
    }
    std::vector<double> asked;
    for (const auto& column : table.columns) {
        asked.push_back(column.width);
    }
    if (std::ranges::any_of(asked, [](double share) { return share > 0; })) {
        return asAsked(asked, least, width);
    }
    // Where not all fits, the few longest wrap, so that most lines need not.
    const auto& wanted = std::accumulate(largest.begin(), largest.end(), 0.0) <= width ? largest : usual;
    const double leastSum = std::accumulate(least.begin(), least.end(), 0.0);
    const double wantedSum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        if (wantedSum <= width) {
            widths[i] = wanted[i] + (width - wantedSum) * wanted[i] / wantedSum;
        } else if (leastSum < width) {
            widths[i] = least[i] + (width - leastSum) * (wanted[i] - least[i]) / (wantedSum - leastSum);
        } else {
            widths[i] = width * least[i] / leastSum;
        }
    }
    return widths;
}

} // namespace wardmote::publish
