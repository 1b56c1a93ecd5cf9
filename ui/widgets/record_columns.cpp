#include "ui/widgets/record_columns.h"

#include "core/plan/wording.h"
#include "ui/widgets/record_cell.h"

#include <algorithm>

namespace wardmote::ui {

RecordColumns::RecordColumns(plan::RecordKind kind)
    : kind_(kind), plan_(std::make_shared<const plan::Plan>()) {
    for (const auto* field : shownFields(kind)) {
        columns_.push_back({field, {}});
    }
    readers_.resize(columns_.size());
}

void RecordColumns::add(ComputedColumn column) {
    readers_.push_back(column.read(plan_));
    columns_.push_back({nullptr, std::move(column)});
}

void RecordColumns::setPlan(plan::PlanRef plan) {
    plan_ = std::move(plan);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (!columns_[column].field) {
            readers_[column] = columns_[column].computed.read(plan_);
        }
    }
}

plan::Value RecordColumns::value(plan::Id id, std::size_t column) const {
    const auto record = plan_->record(kind_, id);
    if (!record) {
        return {};
    }
    const auto* field = columns_[column].field;
    return field ? field->get(record.get()) : readers_[column](id);
}

std::string RecordColumns::words(const plan::Value& value, std::size_t column) const {
    if (const auto* field = columns_[column].field) {
        return shownWords(*plan_, *field, value);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return plan::withThousands(*whole);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return plan::inDigits(*number, 1);
    }
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

bool RecordColumns::isNumeric(std::size_t column) const {
    const auto& it = columns_[column];
    return it.field ? ui::isNumeric(*it.field) : it.computed.numeric;
}

std::optional<double> RecordColumns::magnitude(const plan::Value& value, std::size_t column) const {
    const auto* field = columns_[column].field;
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? 0 : 1; // yes first
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return field && field->kind == plan::FieldKind::reference
                   ? std::nullopt
                   : std::optional(static_cast<double>(*whole));
    }
    const auto* text = std::get_if<std::string>(&value);
    if (!field || !text) {
        return std::nullopt;
    }
    if (field->kind == plan::FieldKind::choice) {
        const auto at = std::ranges::find(field->choices, *text, &plan::Choice::key);
        return static_cast<double>(at - field->choices.begin());
    }
    if (field->kind == plan::FieldKind::date) {
        const auto date = plan::Date::fromIso(*text);
        return date ? std::optional<double>(date->daysSinceEpoch()) : std::nullopt;
    }
    if (field->kind == plan::FieldKind::time) {
        const auto time = plan::Time::fromIso(*text);
        return time ? std::optional<double>(time->minutes) : std::nullopt;
    }
    return std::nullopt;
}

bool RecordColumns::dependsOn(std::size_t column, plan::RecordKind other) const {
    const auto& it = columns_[column];
    if (!it.field) {
        return std::ranges::find(it.computed.from, other) != it.computed.from.end();
    }
    const auto refers = [other](const plan::FieldInfo& field) {
        return field.kind == plan::FieldKind::reference && field.target == other;
    };
    return refers(*it.field) || std::ranges::any_of(it.field->linkFields, refers);
}

bool RecordColumns::dependsOn(plan::RecordKind other) const {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (dependsOn(column, other)) {
            return true;
        }
    }
    return false;
}

} // namespace wardmote::ui
