#pragma once
#include "core/plan/plan.h"
#include "core/store/database.h"

#include <map>
#include <string>

namespace wardmote::store {

/// Records in and out of their tables, by what core/plan says of their fields. A record type is a table of
/// its name with an id and a column for each field; each field that is a list is a table <record>_<field>.
class RecordRows {
public:
    /// Lenient: what a newer program may have written and this one does not know counts as not recorded.
    explicit RecordRows(SQLite::Database& database, bool lenient = false);

    /// Everything in the file. Throws Damage where a content does not fit its field.
    plan::Plan readAll();
    /// Null if there is no such record.
    std::shared_ptr<void> read(plan::RecordKind kind, plan::Id id);

    void insert(plan::RecordKind kind, const void* record);
    /// Writes only the fields that differ.
    void update(plan::RecordKind kind, const void* before, const void* after);
    void erase(plan::RecordKind kind, plan::Id id);

private:
    enum class Purpose : std::uint8_t { select, insert, erase, eraseLink };
    /// The statement for what is done over and over with a table (of a record type or a list in it), made on
    /// first use: an import writes tens of thousands of rows.
    template<class MakeSql>
    SQLite::Statement& prepared(const void* table, Purpose purpose, const MakeSql& makeSql) {
        const std::pair key{table, purpose};
        const auto found = prepared_.find(key);
        return found != prepared_.end()
                   ? found->second
                   : prepared_.emplace(key, SQLite::Statement(database_, makeSql())).first->second;
    }
    void readLinks(const plan::RecordInfo& info, const plan::FieldInfo& field,
                   const std::vector<std::shared_ptr<void>>& records);
    void readFields(const plan::RecordInfo& info, SQLite::Statement& row, void* record);
    void setField(const plan::RecordInfo& info, const plan::FieldInfo& field, void* record,
                  const plan::Value& value);
    void writeLinks(const plan::RecordInfo& info, const plan::FieldInfo& field, plan::Id owner,
                    const plan::Value& before, const plan::Value& after);

    SQLite::Database& database_;
    bool lenient_;
    std::map<std::pair<const void*, Purpose>, SQLite::Statement> prepared_;
};

/// "mechanism_themes"
std::string linkTable(const plan::RecordInfo& info, const plan::FieldInfo& field);

/// What a column holds, of a row of a table or of a changeset. Valid as long as the row is.
struct Content {
    int type = SQLITE_NULL;
    std::int64_t whole = 0;
    double real = 0;
    std::string_view bytes; ///< of a text or blob
};
Content contentOf(sqlite3_value* value);
Content contentOf(const SQLite::Column& column);

/// Throws Damage if the content is of another type than the field, or bytes are no boundary.
plan::Value valueFrom(const plan::FieldInfo& field, const Content& content);

} // namespace wardmote::store
