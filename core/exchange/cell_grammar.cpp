#include "core/exchange/cell_text.h"

#include <algorithm>
#include <charconv>

namespace wardmote::exchange {
namespace {

constexpr std::string_view special = ";,()=\"\r\n";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string part(std::string_view text) {
    if (!text.empty() && text.find_first_of(special) == std::string_view::npos && trimmed(text) == text) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

/// Takes the grammar apart from left to right; once it fails it stays failed.
class ListParser {
public:
    explicit ListParser(std::string_view text) : rest_(text) {}

    std::optional<std::vector<WrittenLink>> parse() {
        std::vector<WrittenLink> links;
        do {
            links.push_back(item());
        } while (!failed_ && taken(';'));
        if (failed_ || !rest_.empty()) {
            return std::nullopt;
        }
        return links;
    }

private:
    WrittenLink item() {
        WrittenLink link;
        link.key = word();
        if (taken('(')) {
            do {
                auto key = word();
                failed_ = failed_ || !taken('=');
                auto value = word();
                failed_ = failed_ || !link.attributes.emplace(std::move(key), std::move(value)).second;
            } while (!failed_ && taken(','));
            failed_ = failed_ || !taken(')');
        }
        return link;
    }

    std::string word() {
        skipSpaces();
        if (rest_.starts_with("\"")) {
            return quoted();
        }
        const auto end = std::min(rest_.find_first_of(special), rest_.size());
        const auto text = trimmed(rest_.substr(0, end));
        rest_.remove_prefix(end);
        failed_ = failed_ || text.empty();
        return std::string(text);
    }

    std::string quoted() {
        std::string text;
        rest_.remove_prefix(1);
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c != '"') {
                text.push_back(c);
            } else if (rest_.starts_with("\"")) {
                text.push_back('"');
                rest_.remove_prefix(1);
            } else {
                skipSpaces();
                return text;
            }
        }
        failed_ = true;
        return text;
    }

    bool taken(char c) {
        skipSpaces();
        if (failed_ || rest_.empty() || rest_.front() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    void skipSpaces() {
        while (rest_.starts_with(" ")) {
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
    bool failed_ = false;
};

} // namespace

std::string writtenReference(std::string_view name, std::string_view id) {
    if (id.empty()) {
        return std::string(name);
    }
    return std::string(name) + (name.empty() ? "[" : " [") + std::string(id) + "]";
}

WrittenReference readReference(std::string_view cell) {
    const auto text = trimmed(cell);
    const auto open = text.rfind('[');
    if (text.ends_with("]") && open != std::string_view::npos) {
        const auto digits = text.substr(open + 1, text.size() - open - 2);
        plan::Id id = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
        if (!digits.empty() && error == std::errc{} && end == digits.data() + digits.size() && id > 0 &&
            id < plan::idLimit) {
            return {std::string(trimmed(text.substr(0, open))), id};
        }
    }
    return {std::string(text), 0};
}

std::optional<std::vector<WrittenLink>> readLinks(std::string_view cell) {
    return ListParser(cell).parse();
}

std::string writtenLinks(const std::vector<WrittenLink>& links) {
    std::string text;
    for (const auto& link : links) {
        text += text.empty() ? "" : "; ";
        text += part(link.key);
        std::string attributes;
        for (const auto& [key, value] : link.attributes) {
            attributes += (attributes.empty() ? "" : ", ") + part(key) + "=" + part(value);
        }
        text += attributes.empty() ? "" : " (" + attributes + ")";
    }
    return text;
}

} // namespace wardmote::exchange
