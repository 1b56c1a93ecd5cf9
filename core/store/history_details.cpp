#include "core/plan/wording.h"
#include "core/store/plan_file_impl.h"

#include <fmt/format.h>
#include <map>

namespace wardmote::store {
namespace {

using plan::FieldKind;
using plan::Links;
using plan::Value;
using Action = plan::Change::Action;

/// One record as a changeset shows it: what its fields and lists held before and hold after, as far as they
/// are part of the change.
struct Touch {
    std::optional<Action> whole; ///< the record itself came, went or changed in a field
    struct Sides {
        Value before;
        Value after;
    };
    std::map<const plan::FieldInfo*, Sides> fields;
};

/// Which column of a changeset's row is which field: tables hold columns in the order in which they were
/// added over the years, not in that of the descriptions.
class Columns {
public:
    explicit Columns(SQLite::Database& database) : database_(database) {}

    /// The cell of a field, null if the change does not carry it.
    sqlite3_value* cell(const std::string& table, const plan::FieldInfo& field,
                        const std::vector<sqlite3_value*>& cells) {
        auto& positions = tables_[table];
        if (positions.empty()) {
            SQLite::Statement column(database_, "SELECT name, cid FROM pragma_table_info(?)");
            column.bind(1, table);
            while (column.executeStep()) {
                positions.emplace(column.getColumn(0).getString(),
                                  static_cast<std::size_t>(column.getColumn(1).getInt()));
            }
        }
        const auto found = positions.find(field.key);
        return found != positions.end() && found->second < cells.size() ? cells[found->second] : nullptr;
    }

private:
    SQLite::Database& database_;
    std::map<std::string, std::map<std::string, std::size_t, std::less<>>> tables_;
};

Value valueIn(sqlite3_value* cell, const plan::FieldInfo& field) {
    return cell ? valueFrom(field, contentOf(cell)) : Value{};
}

void addLink(Value& side, const RowChange& row, bool after, Columns& columns) {
    const auto table = linkTable(*row.info, *row.field);
    const auto& key = row.field->linkFields.front();
    plan::Link link;
    for (const auto& field : row.field->linkFields) {
        auto* cell = columns.cell(table, field, after ? row.after : row.before);
        if (!cell && &field == &key) { // an update carries its key on one side only
            cell = columns.cell(table, field, after ? row.before : row.after);
        }
        link.cells.push_back(valueIn(cell, field));
    }
    if (!std::holds_alternative<Links>(side)) {
        side = Links{};
    }
    std::get<Links>(side).push_back(std::move(link));
}

void collect(Touch& touch, const RowChange& row, Columns& columns) {
    if (row.field) {
        auto& [before, after] = touch.fields[row.field];
        if (row.action != Action::insert) {
            addLink(before, row, false, columns);
        }
        if (row.action != Action::erase) {
            addLink(after, row, true, columns);
        }
        return;
    }
    touch.whole = row.action;
    for (const auto& field : row.info->fields) {
        if (field.kind == FieldKind::links) {
            continue;
        }
        auto* before = columns.cell(std::string(row.info->table), field, row.before);
        auto* after = columns.cell(std::string(row.info->table), field, row.after);
        if (before || after) {
            touch.fields[&field] = {valueIn(before, field), valueIn(after, field)};
        }
    }
}

/// Records that are no longer there but are part of the change, so that they can be called by their names.
plan::Plan withNamesOf(const std::map<RecordKey, Touch>& touches, const plan::Plan& now) {
    plan::Plan names = now;
    for (const auto& [key, touch] : touches) {
        const auto [kind, id] = key;
        const auto& info = plan::recordInfo(kind);
        const auto name = touch.fields.find(&info.fields.front());
        if (now.contains(kind, id) || name == touch.fields.end()) {
            continue;
        }
        auto record = info.make();
        info.setId(record.get(), id);
        const auto& [before, after] = name->second;
        info.fields.front().set(record.get(), isRecorded(before) ? before : after);
        names.put(kind, std::move(record));
    }
    return names;
}

} // namespace

Result<std::vector<HistoryDetail>> PlanFile::Impl::detailsOf(plan::Id row) const {
    if (!history.contains(row)) {
        return failure("The history of this plan has no such line.");
    }
    const auto& entry = history.entry(row);
    const auto change = entry.undoes != 0 ? entry.undoes : entry.redoes != 0 ? entry.redoes : row;
    return read([&](SQLite::Database& connection) {
        std::vector<HistoryDetail> details;
        const auto stored = storedChange(connection, change);
        if (stored.changeset.empty()) {
            return details;
        }
        std::map<RecordKey, Touch> touches;
        Columns columns(connection);
        forEachRow(stored.changeset, entry.undoes != 0 ? Direction::back : Direction::again,
                   [&](const RowChange& part) {
                       collect(touches[{part.info->kind, part.record}], part, columns);
                   });
        const auto names = withNamesOf(touches, *plan);
        for (const auto& [key, touch] : touches) {
            const auto [kind, id] = key;
            const auto name = plan::nameOf(names, kind, id);
            const auto action = touch.whole.value_or(Action::update);
            if (action != Action::update) {
                details.push_back({kind,
                                   id,
                                   action,
                                   name,
                                   {},
                                   action == Action::erase ? name : std::string{},
                                   action == Action::insert ? name : std::string{}});
            }
            for (const auto& field : plan::recordInfo(kind).fields) {
                const auto found = touch.fields.find(&field);
                if (found == touch.fields.end() || field.rules.hidden) {
                    continue;
                }
                const auto& [before, after] = found->second;
                if (isRecorded(before) || isRecorded(after)) {
                    details.push_back({kind, id, action, name, std::string(field.label),
                                       plan::inWords(names, field, before),
                                       plan::inWords(names, field, after)});
                }
            }
        }
        return details;
    });
}

} // namespace wardmote::store
