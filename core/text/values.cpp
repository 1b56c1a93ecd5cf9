#include "core/text/values.h"

#include "core/text/lists.h"
#include "core/text/names.h"
#include "core/text/quantities.h"
#include "core/text/words.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::text {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Plan;
using plan::RecordKind;
using plan::Value;

/// A read quantity, or nothing, or what was wrong, as the value of a field.
template<class T, class ToValue>
Result<Value> valueOf(Result<std::optional<T>> read, ToValue toValue) {
    if (!read) {
        return Failure(read.error());
    }
    return *read ? Result<Value>(toValue(**read)) : Result<Value>(Value{});
}

Result<Value> readInteger(std::string_view text) {
    const auto read = readNumber(text);
    if (!read) {
        return Failure(read.error());
    }
    if (!*read) {
        return Value{};
    }
    const double number = (*read)->value;
    if (std::abs(number) > 1e15 || number != std::floor(number)) {
        return failure(fmt::format("“{}” is not a whole number.", tidied(text)),
                       "Give a number without a fraction.");
    }
    return Value{static_cast<std::int64_t>(number)};
}

Result<Value> readRule(std::string_view text, const ReadOptions& options) {
    auto rule = options.rule ? options.rule(text) : Result<std::string>(std::string{});
    if (!options.rule) {
        rule = folded(text).starts_with("freq=")
                   ? Result<std::string>(tidied(text))
                   : failure(fmt::format("“{}” is not a meeting pattern.", tidied(text)));
    }
    return rule ? Result<Value>(Value{*rule}) : Result<Value>(Failure(rule.error()));
}

/// The cells of a link after its key: "people 3, paid, always", each once, in any order.
bool readCell(const Plan& plan, const FieldInfo& cell, const std::string& words, Value& value,
              const ReadOptions& options) {
    const auto plain = folded(words);
    const auto label = folded(cell.label);
    switch (cell.kind) {
    case FieldKind::flag:
        if (plain == label || plain == "not " + label) {
            value = plain == label;
            return true;
        }
        return false;
    case FieldKind::integer:
    case FieldKind::number: {
        auto number = plain;
        if (number.starts_with(label + " ")) {
            number = number.substr(label.size() + 1);
        } else if (number.ends_with(" " + label)) {
            number = number.substr(0, number.size() - label.size() - 1);
        }
        auto read = readValue(plan, cell, number, options);
        return read && plan::isRecorded(*read) ? (value = *read, true) : false;
    }
    case FieldKind::choice: {
        const auto key = readChoice(cell.choices, words);
        return key ? (value = *key, true) : false;
    }
    default: {
        auto read = readValue(plan, cell, words, options);
        return read && plan::isRecorded(*read) ? (value = *read, true) : false;
    }
    }
}

/// Reads one entry of a list; the error says what is not there.
Result<plan::Link> readLink(const Plan& plan, const FieldInfo& field, const std::string& entry,
                            const ReadOptions& options) {
    plan::Link link;
    link.cells.resize(field.linkFields.size());
    const auto& key = field.linkFields[0];
    if (auto whole = readValue(plan, key, entry, options); whole && key.kind != FieldKind::text) {
        link.cells[0] = *whole;
        return link;
    }
    const bool hasMore = field.linkFields.size() > 1;
    const auto parts = hasMore ? splitBrackets(entry) : WithBrackets{entry, {}};
    auto first = readValue(plan, key, parts.outside, options);
    if (!first) {
        return Failure(first.error());
    }
    link.cells[0] = *first;
    for (const auto& words : splitList(parts.inside)) {
        bool taken = false;
        for (std::size_t c = 1; c < field.linkFields.size() && !taken; ++c) {
            taken = !plan::isRecorded(link.cells[c]) &&
                    readCell(plan, field.linkFields[c], words, link.cells[c], options);
        }
        if (!taken) {
            return failure(fmt::format("“{}” in “{}” is not understood.", words, entry));
        }
    }
    return link;
}

Result<Value> readLinks(const Plan& plan, const FieldInfo& field, std::string_view text,
                        const ReadOptions& options) {
    plan::Links links;
    std::string missing;
    const auto& key = field.linkFields[0];
    const auto isOne = [&](std::string_view part) {
        return key.kind == FieldKind::reference && findByName(plan, key.target, part).has_value();
    };
    for (const auto& entry : splitList(text, ListStyle::names, isOne)) {
        auto link = readLink(plan, field, entry, options);
        if (link) {
            links.push_back(std::move(*link));
        } else {
            missing += (missing.empty() ? "" : " ") + link.error().text();
        }
    }
    if (!missing.empty()) {
        return failure(missing);
    }
    return links.empty() ? Value{} : Value{std::move(links)};
}

Result<Value> readAny(const Plan& plan, const FieldInfo& field, std::string_view text,
                      const ReadOptions& options) {
    switch (field.kind) {
    case FieldKind::text:
        return Value{tidied(text)};
    case FieldKind::longText:
        return Value{trimmed(text)};
    case FieldKind::integer:
        return readInteger(text);
    case FieldKind::number:
        return field.rules.unit == "hours"
                   ? valueOf(readHours(text), [](double hours) { return Value{hours}; })
                   : valueOf(readNumber(text), [](const ReadNumber& number) { return Value{number.value}; });
    case FieldKind::money:
        return valueOf(readMoney(text), [](plan::Money money) { return Value{money.pence}; });
    case FieldKind::flag:
        return valueOf(readFlag(text), [](bool flag) { return Value{flag}; });
    case FieldKind::date:
        return valueOf(readDate(text, options.dateOrder),
                       [](const ReadDate& read) { return Value{read.date.iso()}; });
    case FieldKind::time:
        return valueOf(readTime(text), [](const ReadTime& read) { return Value{read.start.iso()}; });
    case FieldKind::choice: {
        if (meansNothing(text)) {
            return Value{};
        }
        if (auto key = readChoice(field.choices, text)) {
            return Value{std::move(*key)};
        }
        std::string known;
        for (const auto& choice : field.choices) {
            known += (known.empty() ? "" : ", ") + std::string(choice.label);
        }
        return failure(fmt::format("“{}” is not a {}.", tidied(text), folded(field.label)),
                       "Choose one of: " + known + ".");
    }
    case FieldKind::reference: {
        if (meansNothing(text)) {
            return Value{};
        }
        const auto id = findByName(plan, field.target, text);
        return id ? Result<Value>(Value{*id}) : Result<Value>(Failure(id.error()));
    }
    case FieldKind::links:
        return readLinks(plan, field, text, options);
    case FieldKind::recurrence:
        return readRule(text, options);
    case FieldKind::shape:
        break;
    }
    return failure("A boundary can't be typed.", "Import it from a file.");
}

} // namespace

std::string outOfRange(const FieldInfo& field, const Value& value) {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole && field.kind != FieldKind::reference) {
        number =
            field.kind == FieldKind::money ? static_cast<double>(*whole) / 100 : static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        number = *real;
    } else {
        return {};
    }
    if (field.rules.minimum && number < *field.rules.minimum) {
        return fmt::format("{} can't be less than {}.", field.label, plan::inDigits(*field.rules.minimum));
    }
    if (field.rules.maximum && number > *field.rules.maximum) {
        return fmt::format("{} can't be more than {}.", field.label, plan::inDigits(*field.rules.maximum));
    }
    return {};
}

Result<Value> readValue(const Plan& plan, const FieldInfo& field, std::string_view text,
                        const ReadOptions& options) {
    if (tidied(text).empty()) {
        return Value{};
    }
    auto value = readAny(plan, field, text, options);
    if (value) {
        if (auto wrong = outOfRange(field, *value); !wrong.empty()) {
            return failure(std::move(wrong));
        }
    }
    return value;
}

} // namespace wardmote::text
