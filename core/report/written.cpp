#include "core/report/written.h"

#include <algorithm>

namespace wardmote::report {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto first = text.find_first_not_of(" \t\r", from);
        if (first < end) {
            lines.push_back(text.substr(first, text.find_last_not_of(" \t\r", end - 1) + 1 - first));
        }
        from = end + 1;
    }
    return lines;
}

void addLines(Document& document, const std::string& text) {
    for (auto& line : linesOf(text)) {
        document.paragraph(std::move(line));
    }
}

std::vector<Spans> itemsOf(const std::string& text) {
    std::vector<Spans> items;
    for (auto& line : linesOf(text)) {
        items.push_back({{std::move(line), false, {}}});
    }
    return items;
}

void addWritten(Document& document, int level, std::string heading, const std::string& text) {
    if (!linesOf(text).empty()) {
        document.heading(level, std::move(heading));
        addLines(document, text);
    }
}

std::string ended(std::string text) {
    return text.empty() || text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ? text
                                                                                             : text + ".";
}

} // namespace wardmote::report
