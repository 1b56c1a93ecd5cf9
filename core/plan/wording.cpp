#include "core/plan/wording.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::plan {
namespace {

/// A row of a list: its key in words, then what more is said of it in brackets.
std::string linkInWords(const Plan& plan, const FieldInfo& field, const Link& link) {
    std::string key;
    std::string more;
    for (std::size_t c = 0; c < link.cells.size() && c < field.linkFields.size(); ++c) {
        const auto& cell = field.linkFields[c];
        auto words = inWords(plan, cell, link.cells[c]);
        if (c == 0) {
            key = std::move(words);
            continue;
        }
        if (words.empty()) {
            continue;
        }
        if (cell.kind == FieldKind::flag) {
            words =
                std::get<bool>(link.cells[c]) ? std::string(cell.label) : fmt::format("not {}", cell.label);
        } else if (cell.kind == FieldKind::integer || cell.kind == FieldKind::number) {
            words = fmt::format("{} {}", cell.label, words);
        }
        // Labels stand within a sentence here.
        if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z' && cell.kind != FieldKind::text &&
            cell.kind != FieldKind::reference) {
            words[0] = static_cast<char>(words[0] - 'A' + 'a');
        }
        more += (more.empty() ? "" : ", ") + words;
    }
    return more.empty() ? key : fmt::format("{} ({})", key, more);
}

} // namespace

std::string withThousands(std::int64_t number) {
    auto digits = std::to_string(number);
    const auto first = digits.starts_with('-') ? 1U : 0U;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > static_cast<std::ptrdiff_t>(first);
         at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits.starts_with('-') ? "−" + digits.substr(1) : digits;
}

std::string inDigits(double number, int digits) {
    auto text = fmt::format("{:.{}f}", std::abs(number), digits);
    std::string fraction;
    if (const auto point = text.find('.'); point != std::string::npos) {
        fraction = text.substr(point);
        text.resize(point);
        while (fraction.ends_with('0')) {
            fraction.pop_back();
        }
        if (fraction == ".") {
            fraction.clear();
        }
    }
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    const bool zero = text == "0" && fraction.empty();
    return (number < 0 && !zero ? "−" : "") + text + fraction;
}

std::string inPounds(Money money) {
    const auto pounds = withThousands(std::abs(money.pence) / 100);
    const auto pence = std::abs(money.pence) % 100;
    const auto* sign = money.pence < 0 ? "−" : "";
    return pence == 0 ? fmt::format("{}£{}", sign, pounds) : fmt::format("{}£{}.{:02}", sign, pounds, pence);
}

std::string labelOf(std::span<const Choice> choices, std::string_view key) {
    for (const auto& choice : choices) {
        if (choice.key == key) {
            return std::string(choice.label);
        }
    }
    return std::string(key);
}

std::string inWords(const Plan& plan, const FieldInfo& field, const Value& value) {
    if (const auto* links = std::get_if<Links>(&value)) {
        std::string text;
        for (const auto& link : *links) {
            text += (text.empty() ? "" : ", ") + linkInWords(plan, field, link);
        }
        return text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        switch (field.kind) {
        case FieldKind::reference:
            return nameOf(plan, field.target, *whole);
        case FieldKind::money:
            return inPounds(Money{*whole});
        default:
            return withThousands(*whole);
        }
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return inDigits(*number, 4);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "Yes" : "No";
    }
    if (const auto* shape = std::get_if<ShapeRef>(&value)) {
        return *shape ? "recorded" : "";
    }
    const auto* text = std::get_if<std::string>(&value);
    if (!text) {
        return {};
    }
    if (field.kind == FieldKind::choice) {
        return labelOf(field.choices, *text);
    }
    if (field.kind == FieldKind::date) {
        const auto date = Date::fromIso(*text);
        return date ? date->words() : *text;
    }
    return *text;
}

std::string inWords(const Plan& plan, const FieldInfo& field, const void* record) {
    return inWords(plan, field, field.get(record));
}

} // namespace wardmote::plan
