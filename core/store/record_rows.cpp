#include "core/store/record_rows.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace wardmote::store {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::Link;
using plan::Links;
using plan::RecordInfo;
using plan::Value;

/// Resets a prepared statement when its work is done: one that rests on a row holds a lock on the file.
class Use {
public:
    explicit Use(SQLite::Statement& statement) : statement_(statement) {}
    ~Use() {
        statement_.tryReset();
        statement_.clearBindings();
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    SQLite::Statement& statement_;
};

void bindValue(SQLite::Statement& statement, int index, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        statement.bind(index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        statement.bind(index, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        statement.bind(index, *flag ? 1 : 0);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        statement.bind(index, *text);
    } else if (const auto* shape = std::get_if<plan::ShapeRef>(&value); shape && *shape) {
        const auto bytes = plan::toWkb(**shape);
        statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
    } else {
        statement.bind(index);
    }
}

std::string columnsOf(std::span<const FieldInfo> fields) {
    std::string list;
    for (const auto& field : fields) {
        if (field.kind != FieldKind::links) {
            list += fmt::format(", {}", field.key);
        }
    }
    return list;
}

/// "?, ?, ?"
std::string questionMarks(std::size_t count) {
    std::string marks = "?";
    for (std::size_t i = 1; i < count; ++i) {
        marks += ", ?";
    }
    return marks;
}

std::size_t columnCount(const RecordInfo& info) {
    return static_cast<std::size_t>(std::ranges::count_if(
               info.fields, [](const FieldInfo& field) { return field.kind != FieldKind::links; })) +
           1;
}

Link linkFrom(const FieldInfo& field, SQLite::Statement& row, int first) {
    Link link;
    for (std::size_t c = 0; c < field.linkFields.size(); ++c) {
        link.cells.push_back(
            valueFrom(field.linkFields[c], contentOf(row.getColumn(first + static_cast<int>(c)))));
    }
    return link;
}

} // namespace

std::string linkTable(const RecordInfo& info, const FieldInfo& field) {
    return fmt::format("{}_{}", info.table, field.key);
}

Content contentOf(sqlite3_value* value) {
    Content content{sqlite3_value_type(value), 0, 0, {}};
    if (content.type == SQLITE_INTEGER) {
        content.whole = sqlite3_value_int64(value);
    } else if (content.type == SQLITE_FLOAT) {
        content.real = sqlite3_value_double(value);
    } else if (content.type != SQLITE_NULL) {
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        content.bytes = {bytes, bytes ? static_cast<std::size_t>(sqlite3_value_bytes(value)) : 0};
    }
    return content;
}

Content contentOf(const SQLite::Column& column) {
    Content content{column.getType(), 0, 0, {}};
    if (content.type == SQLITE_INTEGER) {
        content.whole = column.getInt64();
    } else if (content.type == SQLITE_FLOAT) {
        content.real = column.getDouble();
    } else if (content.type != SQLITE_NULL) {
        const auto* bytes = static_cast<const char*>(column.getBlob());
        content.bytes = {bytes, bytes ? static_cast<std::size_t>(column.getBytes()) : 0};
    }
    return content;
}

Value valueFrom(const FieldInfo& field, const Content& content) {
    if (content.type == SQLITE_NULL) {
        return {};
    }
    const auto demand = [&](bool right) {
        if (!right) {
            throw Damage(fmt::format("“{}” holds something of a wrong type", field.label));
        }
    };
    switch (field.kind) {
    case FieldKind::integer:
        demand(content.type == SQLITE_INTEGER);
        if (content.whole > std::numeric_limits<std::int32_t>::max() ||
            content.whole < std::numeric_limits<std::int32_t>::min()) {
            throw Damage(fmt::format("“{}” holds a number out of range", field.label));
        }
        return content.whole;
    case FieldKind::money:
    case FieldKind::reference:
        demand(content.type == SQLITE_INTEGER);
        return content.whole;
    case FieldKind::flag:
        demand(content.type == SQLITE_INTEGER);
        return content.whole != 0;
    case FieldKind::number:
        demand(content.type == SQLITE_FLOAT);
        return content.real;
    case FieldKind::shape: {
        demand(content.type == SQLITE_BLOB);
        auto shape = plan::fromWkb(content.bytes);
        if (!shape) {
            throw Damage(fmt::format("“{}” holds no boundary: {}", field.label, shape.error().message));
        }
        return std::make_shared<const plan::Shape>(std::move(*shape));
    }
    default:
        demand(content.type == SQLITE_TEXT);
        return std::string(content.bytes);
    }
}

RecordRows::RecordRows(SQLite::Database& database, bool lenient) : database_(database), lenient_(lenient) {}

void RecordRows::setField(const RecordInfo& info, const FieldInfo& field, void* record, const Value& value) {
    if (!field.set(record, value) && !lenient_) {
        throw Damage(fmt::format("the {} {} has something in “{}” that does not belong there", info.singular,
                                 info.id(record), field.label));
    }
}

void RecordRows::readFields(const RecordInfo& info, SQLite::Statement& row, void* record) {
    int index = 1;
    for (const auto& field : info.fields) {
        if (field.kind != FieldKind::links) {
            const auto value = valueFrom(field, contentOf(row.getColumn(index++)));
            if (isRecorded(value) || field.rules.required) {
                setField(info, field, record, value);
            } else {
                field.set(record, value); // a new record may begin with a default
            }
        }
    }
}

void RecordRows::readLinks(const RecordInfo& info, const FieldInfo& field,
                           const std::vector<std::shared_ptr<void>>& records) {
    SQLite::Statement row(database_, fmt::format("SELECT owner{} FROM {} ORDER BY owner, {}",
                                                 columnsOf(field.linkFields), linkTable(info, field),
                                                 field.linkFields.front().key));
    auto record = records.begin();
    Links links;
    const auto give = [&] {
        if (!links.empty()) {
            setField(info, field, record->get(), links);
            links.clear();
        }
    };
    while (row.executeStep()) {
        const auto owner = row.getColumn(0).getInt64();
        if (record != records.end() && info.id(record->get()) != owner) {
            give();
            while (record != records.end() && info.id(record->get()) < owner) {
                ++record;
            }
        }
        if (record == records.end() || info.id(record->get()) != owner) {
            throw Damage(fmt::format("“{}” of a {} that is not there", field.label, info.singular));
        }
        links.push_back(linkFrom(field, row, 1));
    }
    if (record != records.end()) {
        give();
    }
}

plan::Plan RecordRows::readAll() {
    plan::Plan result;
    for (const auto& info : plan::allRecordInfos()) {
        std::vector<std::shared_ptr<void>> records;
        SQLite::Statement row(
            database_, fmt::format("SELECT id{} FROM {} ORDER BY id", columnsOf(info.fields), info.table));
        while (row.executeStep()) {
            const auto id = row.getColumn(0).getInt64();
            if (id <= 0 || id >= plan::idLimit) {
                throw Damage(fmt::format("a {} has an id out of range", info.singular));
            }
            auto record = info.make();
            info.setId(record.get(), id);
            readFields(info, row, record.get());
            records.push_back(std::move(record));
        }
        for (const auto& field : info.fields) {
            if (field.kind == FieldKind::links) {
                readLinks(info, field, records);
            }
        }
        for (auto& record : records) {
            result.put(info.kind, std::move(record));
        }
    }
    return result;
}

std::shared_ptr<void> RecordRows::read(plan::RecordKind kind, Id id) {
    const auto& info = plan::recordInfo(kind);
    auto& row = prepared(&info, Purpose::select, [&] {
        return fmt::format("SELECT id{} FROM {} WHERE id = ?", columnsOf(info.fields), info.table);
    });
    const Use use(row);
    row.bind(1, id);
    if (!row.executeStep()) {
        return nullptr;
    }
    auto record = info.make();
    info.setId(record.get(), id);
    readFields(info, row, record.get());
    for (const auto& field : info.fields) {
        if (field.kind == FieldKind::links) {
            auto& cells = prepared(&field, Purpose::select, [&] {
                return fmt::format("SELECT owner{} FROM {} WHERE owner = ? ORDER BY {}",
                                   columnsOf(field.linkFields), linkTable(info, field),
                                   field.linkFields.front().key);
            });
            const Use cellsUse(cells);
            cells.bind(1, id);
            Links links;
            while (cells.executeStep()) {
                links.push_back(linkFrom(field, cells, 1));
            }
            setField(info, field, record.get(), links);
        }
    }
    return record;
}

void RecordRows::insert(plan::RecordKind kind, const void* record) {
    const auto& info = plan::recordInfo(kind);
    auto& row = prepared(&info, Purpose::insert, [&] {
        return fmt::format("INSERT INTO {}(id{}) VALUES({})", info.table, columnsOf(info.fields),
                           questionMarks(columnCount(info)));
    });
    {
        const Use use(row);
        int index = 1;
        row.bind(index++, info.id(record));
        for (const auto& field : info.fields) {
            if (field.kind != FieldKind::links) {
                bindValue(row, index++, field.get(record));
            }
        }
        row.exec();
    }
    for (const auto& field : info.fields) {
        if (field.kind == FieldKind::links) {
            writeLinks(info, field, info.id(record), {}, field.get(record));
        }
    }
}

void RecordRows::update(plan::RecordKind kind, const void* before, const void* after) {
    const auto& info = plan::recordInfo(kind);
    std::string columns;
    std::vector<Value> values;
    for (const auto& field : info.fields) {
        auto value = field.get(after);
        const auto old = field.get(before);
        if (value == old) {
            continue;
        }
        if (field.kind == FieldKind::links) {
            writeLinks(info, field, info.id(after), old, value);
        } else {
            columns += fmt::format("{}{} = ?", columns.empty() ? "" : ", ", field.key);
            values.push_back(std::move(value));
        }
    }
    if (values.empty()) {
        return;
    }
    SQLite::Statement row(database_, fmt::format("UPDATE {} SET {} WHERE id = ?", info.table, columns));
    int index = 1;
    for (const auto& value : values) {
        bindValue(row, index++, value);
    }
    row.bind(index, info.id(after));
    row.exec();
}

void RecordRows::writeLinks(const RecordInfo& info, const FieldInfo& field, Id owner, const Value& before,
                            const Value& after) {
    static const Links none;
    const auto* old = std::get_if<Links>(&before);
    const auto* now = std::get_if<Links>(&after);
    const auto& olds = old ? *old : none;
    const auto& nows = now ? *now : none;
    // What is the same in both stays untouched; the session would net it out, but not for free.
    for (const auto& link : olds) {
        if (std::ranges::find(nows, link) == nows.end()) {
            auto& row = prepared(&field, Purpose::eraseLink, [&] {
                return fmt::format("DELETE FROM {} WHERE owner = ? AND {} = ?", linkTable(info, field),
                                   field.linkFields.front().key);
            });
            const Use use(row);
            row.bind(1, owner);
            bindValue(row, 2, link.cells.front());
            row.exec();
        }
    }
    for (const auto& link : nows) {
        if (std::ranges::find(olds, link) == olds.end()) {
            auto& row = prepared(&field, Purpose::insert, [&] {
                return fmt::format("INSERT INTO {}(owner{}) VALUES({})", linkTable(info, field),
                                   columnsOf(field.linkFields), questionMarks(field.linkFields.size() + 1));
            });
            const Use use(row);
            row.bind(1, owner);
            for (std::size_t c = 0; c < field.linkFields.size(); ++c) {
                bindValue(row, static_cast<int>(c) + 2, c < link.cells.size() ? link.cells[c] : Value{});
            }
            row.exec();
        }
    }
}

void RecordRows::erase(plan::RecordKind kind, Id id) {
    const auto& info = plan::recordInfo(kind);
    const auto remove = [&](const void* what, const std::string& table, std::string_view column) {
        auto& row = prepared(what, Purpose::erase,
                             [&] { return fmt::format("DELETE FROM {} WHERE {} = ?", table, column); });
        const Use use(row);
        row.bind(1, id);
        row.exec();
    };
    for (const auto& field : info.fields) {
        if (field.kind == FieldKind::links) {
            remove(&field, linkTable(info, field), "owner");
        }
    }
    remove(&info, std::string(info.table), "id");
}

} // namespace wardmote::store
