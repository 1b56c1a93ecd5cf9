#include "core/plan/field.h"

#include <algorithm>

namespace wardmote::plan::detail {
namespace {

bool keyLess(const Link& a, const Link& b) {
    const auto& left = a.cells.front();
    const auto& right = b.cells.front();
    if (const auto* text = std::get_if<std::string>(&left)) {
        const auto* other = std::get_if<std::string>(&right);
        return other && *text < *other;
    }
    const auto* id = std::get_if<std::int64_t>(&left);
    const auto* other = std::get_if<std::int64_t>(&right);
    return other && (!id || *id < *other);
}

} // namespace

void sortByKey(Links& links) {
    std::erase_if(links,
                  [](const Link& link) { return link.cells.empty() || !isRecorded(link.cells.front()); });
    std::ranges::stable_sort(links, keyLess);
    const auto repeated = std::ranges::unique(
        links, [](const Link& a, const Link& b) { return a.cells.front() == b.cells.front(); });
    links.erase(repeated.begin(), repeated.end());
}

} // namespace wardmote::plan::detail
