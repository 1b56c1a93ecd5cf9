#include "core/analysis/references.h"

#include <algorithm>

namespace wardmote::analysis {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::Link;
using plan::Links;
using plan::Value;

bool isReferenceTo(const FieldInfo& field, const Value& value, plan::RecordKind kind, Id id) {
    const auto* held = std::get_if<Id>(&value);
    return field.kind == FieldKind::reference && field.target == kind && held && *held == id;
}

/// Calls visit(cell's field, cell) for the value itself or for each cell of a list.
template<class Visit>
void forEachCell(const FieldInfo& field, Value& value, const Visit& visit) {
    auto* links = std::get_if<Links>(&value);
    if (!links) {
        visit(field, value);
        return;
    }
    for (auto& link : *links) {
        for (std::size_t c = 0; c < link.cells.size() && c < field.linkFields.size(); ++c) {
            visit(field.linkFields[c], link.cells[c]);
        }
    }
}

/// Makes one of two rows with the same key.
void fill(Link& row, const Link& other, const FieldInfo& field) {
    for (std::size_t c = 1; c < row.cells.size() && c < other.cells.size(); ++c) {
        auto& cell = row.cells[c];
        const auto* share = std::get_if<double>(&cell);
        const auto* more = std::get_if<double>(&other.cells[c]);
        if (!isRecorded(cell)) {
            cell = other.cells[c];
        } else if (field.linkFields[c].key == "share" && share && more) {
            cell = std::min(1.0, *share + *more);
        }
    }
}

} // namespace

Value rowsByKey(Links rows, const FieldInfo& field) {
    Links once;
    for (auto& row : rows) {
        const auto same = std::ranges::find_if(
            once, [&](const Link& kept) { return kept.cells.front() == row.cells.front(); });
        if (same == once.end()) {
            once.push_back(std::move(row));
        } else {
            fill(*same, row, field);
        }
    }
    return once.empty() ? Value{} : Value{std::move(once)};
}

Value Repointing::in(const FieldInfo& field, const Value& value) const {
    auto led = value;
    forEachCell(field, led, [&](const FieldInfo& cell, Value& content) {
        if (isReferenceTo(cell, content, kind, from)) {
            content = to;
        }
    });
    if (led == value || !std::holds_alternative<Links>(led)) {
        return led;
    }
    return rowsByKey(std::get<Links>(std::move(led)), field);
}

Value withoutReferenceTo(const FieldInfo& field, const Value& value, plan::RecordKind kind, Id id) {
    auto left = value;
    forEachCell(field, left, [&](const FieldInfo& cell, Value& content) {
        if (isReferenceTo(cell, content, kind, id)) {
            content = {};
        }
    });
    if (auto* links = std::get_if<Links>(&left)) {
        std::erase_if(*links, [](const Link& link) { return !isRecorded(link.cells.front()); });
        if (links->empty()) {
            return {};
        }
    }
    return left;
}

bool refersTo(const FieldInfo& field, const Value& value, plan::RecordKind kind, Id id) {
    bool found = false;
    auto copy = value;
    forEachCell(field, copy, [&](const FieldInfo& cell, const Value& content) {
        found = found || isReferenceTo(cell, content, kind, id);
    });
    return found;
}

} // namespace wardmote::analysis
