#include "ui/widgets/record_order.h"

#include "core/plan/wording.h"
#include "core/text/words.h"
#include "ui/widgets/record_cell.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

/// Where a value stands among others of its field by size; nothing for what is sorted as text.
std::optional<double> magnitude(const plan::FieldInfo* field, const plan::Value& value) {
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

} // namespace

RecordOrder::RecordOrder(plan::RecordKind kind)
    : kind_(kind), collator_(QLocale(QLocale::English, QLocale::UnitedKingdom)) {
    collator_.setNumericMode(true);
    collator_.setCaseSensitivity(Qt::CaseInsensitive);
    collator_.setIgnorePunctuation(false);
    for (const auto* field : shownFields(kind)) {
        columns_.push_back({field, {}});
    }
}

void RecordOrder::addColumn(ComputedColumn column) {
    columns_.push_back({nullptr, std::move(column)});
}

plan::Value RecordOrder::value(const plan::Plan& plan, plan::Id id, std::size_t column) const {
    const auto& it = columns_[column];
    if (!it.field) {
        return it.computed.value(plan, id);
    }
    const auto record = plan.record(kind_, id);
    return record ? it.field->get(record.get()) : plan::Value{};
}

QString RecordOrder::shown(const plan::Plan& plan, const plan::Value& value, std::size_t column) const {
    if (const auto* field = columns_[column].field) {
        return shownText(plan, *field, value);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return qtext(plan::withThousands(*whole));
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return qtext(plan::inDigits(*number, 1));
    }
    const auto* text = std::get_if<std::string>(&value);
    return text ? qtext(*text) : QString();
}

bool RecordOrder::numeric(std::size_t column) const {
    const auto& it = columns_[column];
    return it.field ? isNumeric(*it.field) : it.computed.numeric;
}

const RecordOrder::SortKey& RecordOrder::sortKey(const plan::Plan& plan, plan::Id id, int column) {
    auto& keys = sortKeys_[column];
    if (const auto known = keys.find(id); known != keys.end()) {
        return known->second;
    }
    SortKey key;
    const auto at = static_cast<std::size_t>(column);
    const auto content = value(plan, id, at);
    key.missing = !isRecorded(content);
    if (!key.missing) {
        if (const auto size = magnitude(columns_[at].field, content)) {
            key.number = *size;
        } else {
            key.text = collator_.sortKey(shown(plan, content, at));
        }
    }
    return keys.emplace(id, std::move(key)).first->second;
}

bool RecordOrder::less(const SortKey& a, const SortKey& b, bool descending) {
    if (a.missing || b.missing) {
        return !a.missing && b.missing; // not recorded comes last either way
    }
    const auto& first = descending ? b : a;
    const auto& second = descending ? a : b;
    if (first.text && second.text) {
        return first.text->compare(*second.text) < 0;
    }
    return first.number < second.number;
}

const std::string& RecordOrder::searchText(const plan::Plan& plan, plan::Id id) {
    if (const auto known = searchTexts_.find(id); known != searchTexts_.end()) {
        return known->second;
    }
    std::string text;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto content = value(plan, id, c);
        if (isRecorded(content) && !std::holds_alternative<plan::ShapeRef>(content)) {
            text += shown(plan, content, c).toStdString() + '\n';
        }
    }
    return searchTexts_.emplace(id, text::folded(text)).first->second;
}

bool RecordOrder::indexSome(const plan::Plan& plan, std::size_t most) {
    const auto ids = plan.ids(kind_);
    for (; indexed_ < ids.size(); ++indexed_) {
        if (searchTexts_.contains(ids[indexed_])) {
            continue;
        }
        if (most-- == 0) {
            return false;
        }
        searchText(plan, ids[indexed_]);
    }
    return true;
}

std::vector<RowKey> RecordOrder::rows(const plan::Plan& plan, const Request& request) {
    std::vector<plan::Id> ids;
    for (const auto id : plan.ids(kind_)) {
        if (request.restriction && !request.restriction(plan, id)) {
            continue;
        }
        if (std::ranges::all_of(request.words, [&](const std::string& word) {
                return searchText(plan, id).find(word) != std::string::npos;
            })) {
            ids.push_back(id);
        }
    }
    std::ranges::stable_sort(ids, [&](plan::Id a, plan::Id b) {
        return less(sortKey(plan, a, request.sortColumn), sortKey(plan, b, request.sortColumn),
                    request.descending);
    });
    if (request.groupColumn < 0) {
        return ids;
    }
    const auto column = request.groupColumn;
    std::ranges::stable_sort(ids, [&](plan::Id a, plan::Id b) {
        return less(sortKey(plan, a, column), sortKey(plan, b, column), false);
    });
    std::vector<RowKey> rows;
    QString current;
    RowKey heading = 0;
    for (const auto id : ids) {
        const auto at = static_cast<std::size_t>(column);
        const auto text = shown(plan, value(plan, id, at), at);
        if (heading == 0 || text != current) {
            current = text;
            auto& known = headings_[text];
            if (known == 0) {
                known = -static_cast<RowKey>(headings_.size());
                headingTexts_[known] =
                    text.isEmpty() ? QCoreApplication::translate("RecordTable", "Not recorded") : text;
            }
            heading = known;
            headingCounts_[heading] = 0;
            rows.push_back(heading);
        }
        ++headingCounts_[heading];
        rows.push_back(id);
    }
    return rows;
}

QString RecordOrder::headingText(RowKey heading) const {
    return headingTexts_.value(heading);
}

int RecordOrder::headingCount(RowKey heading) const {
    return headingCounts_.value(heading);
}

void RecordOrder::forgetAll() {
    sortKeys_.clear();
    searchTexts_.clear();
    indexed_ = 0;
}

bool RecordOrder::dependsOn(plan::RecordKind other) const {
    return std::ranges::any_of(columns_, [&](const RecordColumn& column) {
        if (!column.field) {
            return true;
        }
        const auto& field = *column.field;
        return (field.kind == plan::FieldKind::reference && field.target == other) ||
               std::ranges::any_of(field.linkFields, [&](const plan::FieldInfo& cell) {
                   return cell.kind == plan::FieldKind::reference && cell.target == other;
               });
    });
}

void RecordOrder::forget(const plan::ChangeSummary& summary) {
    if (summary.everything || std::ranges::any_of(summary.records, [&](const auto& touched) {
            return (touched.kind != kind_ || dependsOn(kind_)) && dependsOn(touched.kind);
        })) {
        forgetAll();
        return;
    }
    indexed_ = 0;
    for (const auto& touched : summary.records) {
        if (touched.kind == kind_) {
            searchTexts_.erase(touched.id);
            for (auto& [column, keys] : sortKeys_) {
                keys.erase(touched.id);
            }
        }
    }
}

} // namespace wardmote::ui
