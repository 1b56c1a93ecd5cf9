#include "core/store/changeset.h"

#include "core/store/record_rows.h"

#include <fmt/format.h>
#include <map>

namespace wardmote::store {
namespace {

using plan::FieldKind;
using Action = plan::Change::Action;

struct Table {
    const plan::RecordInfo* info = nullptr;
    const plan::FieldInfo* field = nullptr;
};

std::map<std::string, Table, std::less<>> tables() {
    std::map<std::string, Table, std::less<>> all;
    for (const auto& info : plan::allRecordInfos()) {
        all.emplace(info.table, Table{&info, nullptr});
        for (const auto& field : info.fields) {
            if (field.kind == FieldKind::links) {
                all.emplace(linkTable(info, field), Table{&info, &field});
            }
        }
    }
    return all;
}

void check(int code, const char* what) {
    if (code == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    if (code != SQLITE_OK) {
        throw SQLite::Exception(what, code);
    }
}

/// Steps through the rows of a changeset.
class Rows {
public:
    explicit Rows(const std::string& changeset) {
        check(sqlite3changeset_start(&iterator_, static_cast<int>(changeset.size()),
                                     // The interface takes no const but does not write.
                                     const_cast<char*>(changeset.data())),
              "a changeset can't be read");
    }
    ~Rows() { sqlite3changeset_finalize(iterator_); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next() {
        const int code = sqlite3changeset_next(iterator_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            throw Damage("a changeset of the history is not readable");
        }
        if (code == SQLITE_DONE) {
            return false;
        }
        int indirect = 0;
        check(sqlite3changeset_op(iterator_, &table, &columns, &operation, &indirect), "a changeset's row");
        return true;
    }
    /// Columns that the row does not carry are null.
    std::vector<sqlite3_value*> values(bool old) {
        std::vector<sqlite3_value*> all(static_cast<std::size_t>(columns), nullptr);
        if ((old && operation == SQLITE_INSERT) || (!old && operation == SQLITE_DELETE)) {
            return all;
        }
        for (int c = 0; c < columns; ++c) {
            auto& value = all[static_cast<std::size_t>(c)];
            check(old ? sqlite3changeset_old(iterator_, c, &value)
                      : sqlite3changeset_new(iterator_, c, &value),
                  "a changeset's column");
        }
        return all;
    }

    const char* table = nullptr;
    int columns = 0;
    int operation = 0;

private:
    sqlite3_changeset_iter* iterator_ = nullptr;
};

Action actionOf(int operation) {
    return operation == SQLITE_INSERT   ? Action::insert
           : operation == SQLITE_DELETE ? Action::erase
                                        : Action::update;
}

Action opposite(Action action) {
    return action == Action::insert ? Action::erase : action == Action::erase ? Action::insert : action;
}

/// A changeset over a column that is gone applies silently as nothing, so this is asked first.
void refuseUnlessFitting(SQLite::Database& database, const std::string& changeset) {
    std::map<std::string, std::int64_t> known;
    for (Rows row(changeset); row.next();) {
        auto found = known.find(row.table);
        if (found == known.end()) {
            SQLite::Statement query(database, "SELECT count(*) FROM pragma_table_info(?)");
            query.bind(1, row.table);
            query.executeStep();
            found = known.emplace(row.table, query.getColumn(0).getInt64()).first;
        }
        if (found->second < row.columns) {
            throw Refusal({"This change was made in an older form of the plan and can’t be taken back.",
                           "Change the records by hand instead.", fmt::format("table {}", row.table)});
        }
    }
}

int neverSkip(void* conflict, int kind, sqlite3_changeset_iter*) {
    *static_cast<int*>(conflict) = kind;
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

Recording::Recording(SQLite::Database& database) {
    check(sqlite3session_create(database.getHandle(), "main", &session_), "a recording can't begin");
    for (const auto& [name, table] : tables()) {
        check(sqlite3session_attach(session_, name.c_str()), "a recording can't begin");
    }
}

Recording::~Recording() {
    sqlite3session_delete(session_);
}

std::string Recording::changeset() const {
    int size = 0;
    void* bytes = nullptr;
    check(sqlite3session_changeset(session_, &size, &bytes), "a change can't be recorded");
    std::string result(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return result;
}

void forEachRow(const std::string& changeset, Direction direction,
                const std::function<void(const RowChange&)>& visit) {
    const auto known = tables();
    const bool back = direction == Direction::back;
    for (Rows row(changeset); row.next();) {
        const auto table = known.find(row.table);
        if (table == known.end()) {
            throw Damage(fmt::format("the history speaks of a table {} that there is not", row.table));
        }
        RowChange change{table->second.info,      table->second.field, 0,
                         actionOf(row.operation), row.values(!back),   row.values(back)};
        change.action = back ? opposite(change.action) : change.action;
        // The first column is the record's id, in its own table as in those of its lists; a key's old value
        // is part of every update.
        auto* id = row.values(row.operation != SQLITE_INSERT).front();
        if (!id || sqlite3_value_type(id) != SQLITE_INTEGER) {
            throw Damage("a changeset of the history names no record");
        }
        change.record = sqlite3_value_int64(id);
        visit(change);
    }
}

std::set<RecordKey> touchedBy(const std::string& changeset) {
    std::set<RecordKey> touched;
    forEachRow(changeset, Direction::again,
               [&](const RowChange& row) { touched.emplace(row.info->kind, row.record); });
    return touched;
}

void apply(SQLite::Database& database, const std::string& changeset, Direction direction) {
    refuseUnlessFitting(database, changeset);
    int conflict = 0;
    const int flags = direction == Direction::back ? SQLITE_CHANGESETAPPLY_INVERT : 0;
    const int code = sqlite3changeset_apply_v2(database.getHandle(), static_cast<int>(changeset.size()),
                                               const_cast<char*>(changeset.data()), nullptr, neverSkip,
                                               &conflict, nullptr, nullptr, flags);
    if (conflict != 0) {
        throw Refusal({"The plan is not as the history says it should be here: another program may have "
                       "written into the file. Nothing was changed.",
                       "Go back to a backup, or change the records by hand.",
                       fmt::format("changeset conflict {}", conflict)});
    }
    if (code != SQLITE_OK) {
        throw SQLite::Exception(database.getHandle(), code);
    }
}

} // namespace wardmote::store
