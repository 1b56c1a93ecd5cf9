#include "core/exchange/cell_text.h"

#include "core/exchange/shape_text.h"
#include "core/text/words.h"

#include <algorithm>
#include <charconv>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::RecordKind;
using plan::Value;
using text::folded; // as importers compare names

/// The name as recorded: empty where none is, unlike plan::nameOf.
std::string recordedName(const plan::Plan& plan, RecordKind kind, Id id) {
    const auto record = plan.record(kind, id);
    if (!record) {
        return {};
    }
    const auto value = plan::recordInfo(kind).fields.front().get(record.get());
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string{};
}

std::string poundsText(std::int64_t pence) {
    const auto amount = pence < 0 ? -pence : pence;
    const auto rest = amount % 100;
    return (pence < 0 ? "-" : "") + std::to_string(amount / 100) + (rest < 10 ? ".0" : ".") +
           std::to_string(rest);
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

std::optional<std::int64_t> penceOf(std::string_view text) {
    const bool negative = text.starts_with("-");
    text.remove_prefix(negative ? 1 : 0);
    const auto point = text.find('.');
    auto rest = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto pounds = wholeNumber(text.substr(0, point));
    if (!pounds || *pounds < 0 || *pounds > 90'000'000'000'000 || rest.size() > 2 || text.starts_with("-") ||
        (point != std::string_view::npos && rest.empty())) {
        return std::nullopt;
    }
    std::int64_t pence = 0;
    for (const char c : rest) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        pence = pence * 10 + (c - '0');
    }
    const auto all = *pounds * 100 + (rest.size() == 1 ? pence * 10 : pence);
    return negative ? -all : all;
}

std::optional<Value> asValue(std::optional<std::int64_t> number) {
    return number ? std::optional<Value>(*number) : std::nullopt;
}

/// A scalar's text, references left to the caller.
std::string scalarText(FieldKind kind, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return kind == FieldKind::money ? poundsText(*number) : std::to_string(*number);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return numberText(*number);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "yes" : "no";
    }
    if (const auto* shape = std::get_if<plan::ShapeRef>(&value)) {
        return *shape ? toWkt(**shape) : std::string{};
    }
    return {};
}

std::optional<Value> choiceOf(const FieldInfo& field, std::string_view cell) {
    const auto word = folded(cell);
    for (const auto& choice : field.choices) {
        if (choice.key == cell || folded(choice.label) == word || folded(choice.key) == word) {
            return std::string(choice.key);
        }
    }
    return std::nullopt;
}

std::optional<Value> numberOf(std::string_view cell) {
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
        return std::nullopt;
    }
    return number;
}

std::optional<Value> scalarOf(const FieldInfo& field, std::string_view cell,
                              const ReferenceResolver& resolve) {
    switch (field.kind) {
    case FieldKind::text:
    case FieldKind::longText:
    case FieldKind::recurrence:
        return std::string(cell);
    case FieldKind::integer:
        return asValue(wholeNumber(cell));
    case FieldKind::number:
        return numberOf(cell);
    case FieldKind::money:
        return asValue(penceOf(cell));
    case FieldKind::flag:
        return cell == "yes"  ? std::optional<Value>(true)
               : cell == "no" ? std::optional<Value>(false)
                              : std::nullopt;
    case FieldKind::date: {
        const auto date = plan::Date::fromIso(cell);
        return date ? std::optional<Value>(date->iso()) : std::nullopt;
    }
    case FieldKind::time: {
        const auto time = plan::Time::fromIso(cell);
        return time ? std::optional<Value>(time->iso()) : std::nullopt;
    }
    case FieldKind::choice:
        return choiceOf(field, cell);
    case FieldKind::reference: {
        const auto id = resolve(field.target, readReference(cell));
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    case FieldKind::shape: {
        auto shape = shapeFromWkt(cell);
        return shape ? std::optional<Value>(std::make_shared<const plan::Shape>(std::move(*shape)))
                     : std::nullopt;
    }
    case FieldKind::links:
        break;
    }
    return std::nullopt;
}

std::optional<Value> linksOf(const FieldInfo& field, std::string_view cell,
                             const ReferenceResolver& resolve) {
    const auto written = readLinks(cell);
    if (!written) {
        return std::nullopt;
    }
    plan::Links links;
    for (const auto& item : *written) {
        plan::Link link;
        std::size_t used = 0;
        for (std::size_t i = 0; i < field.linkFields.size(); ++i) {
            const auto& part = field.linkFields[i];
            const auto attribute = item.attributes.find(std::string(part.key));
            if (i > 0 && attribute == item.attributes.end()) {
                link.cells.emplace_back();
                continue;
            }
            used += i > 0 ? 1U : 0U;
            auto value = scalarOf(part, i == 0 ? item.key : attribute->second, resolve);
            if (!value) {
                return std::nullopt;
            }
            link.cells.push_back(std::move(*value));
        }
        if (used != item.attributes.size()) {
            return std::nullopt; // says something that this list does not know
        }
        links.push_back(std::move(link));
    }
    plan::detail::sortByKey(links);
    return Value(std::move(links));
}

} // namespace

const std::map<std::string, int>& CellWriter::namesOf(RecordKind kind) const {
    const auto known = names_.find(kind);
    if (known != names_.end()) {
        return known->second;
    }
    auto& names = names_[kind];
    for (const auto id : plan_.ids(kind)) {
        ++names[folded(recordedName(plan_, kind, id))];
    }
    return names;
}

std::string CellWriter::reference(RecordKind kind, Id id) const {
    const auto name = recordedName(plan_, kind, id);
    const auto& names = namesOf(kind);
    const auto found = names.find(folded(name));
    // A name with spaces around it, or that looks as if an id followed it, would be read as another; one of
    // white space alone as none.
    const bool plain = !folded(name).empty() && found != names.end() && found->second == 1 &&
                       readReference(name).id == 0 && readReference(name).name == name;
    return plain ? name : writtenReference(name, std::to_string(id));
}

std::string CellWriter::toCell(const FieldInfo& field, const Value& value) const {
    if (field.kind == FieldKind::reference) {
        const auto* id = std::get_if<std::int64_t>(&value);
        return id != nullptr && *id != 0 ? reference(field.target, *id) : std::string{};
    }
    const auto* links = std::get_if<plan::Links>(&value);
    if (links == nullptr) {
        return scalarText(field.kind, value);
    }
    std::vector<WrittenLink> written;
    for (const auto& link : *links) {
        WrittenLink item;
        for (std::size_t i = 0; i < link.cells.size() && i < field.linkFields.size(); ++i) {
            if (!plan::isRecorded(link.cells[i])) {
                continue;
            }
            auto text = toCell(field.linkFields[i], link.cells[i]);
            if (i == 0) {
                item.key = std::move(text);
            } else if (!text.empty()) {
                item.attributes[std::string(field.linkFields[i].key)] = std::move(text);
            }
        }
        written.push_back(std::move(item));
    }
    return writtenLinks(written);
}

std::string toCell(const plan::Plan& plan, const FieldInfo& field, const Value& value) {
    return CellWriter(plan).toCell(field, value);
}

ReferenceResolver resolverOf(const plan::Plan& plan) {
    return [&plan](RecordKind kind, const WrittenReference& reference) -> std::optional<Id> {
        if (reference.id != 0 && plan.contains(kind, reference.id)) {
            return reference.id;
        }
        std::optional<Id> found;
        const auto wanted = folded(reference.name);
        for (const auto id : plan.ids(kind)) {
            if (!wanted.empty() && folded(recordedName(plan, kind, id)) == wanted) {
                if (found) {
                    return std::nullopt;
                }
                found = id;
            }
        }
        return found;
    };
}

std::optional<Value> fromCell(const FieldInfo& field, std::string_view cell,
                              const ReferenceResolver& resolve) {
    if (cell.empty()) {
        return Value{};
    }
    return field.kind == FieldKind::links ? linksOf(field, cell, resolve) : scalarOf(field, cell, resolve);
}

} // namespace wardmote::exchange
