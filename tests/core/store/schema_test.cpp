#include "core/store/database.h"
#include "core/store/migrate.h"
#include "core/store/record_rows.h"
#include "tests/support/catch.h"

#include <map>
#include <set>

using namespace wardmote;
using namespace wardmote::store;
using plan::FieldKind;

namespace {

struct Column {
    std::string type;
    bool notNull = false;
    int key = 0;
};

std::map<std::string, Column> columnsOf(SQLite::Database& database, const std::string& table) {
    std::map<std::string, Column> columns;
    SQLite::Statement row(database, "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?)");
    row.bind(1, table);
    while (row.executeStep()) {
        CHECK(row.getColumn(4).getInt() == 0); // a generated column is hidden: sessions can't record those
        columns[row.getColumn(0).getString()] = {row.getColumn(1).getString(), row.getColumn(2).getInt() != 0,
                                                 row.getColumn(3).getInt()};
    }
    return columns;
}

std::string typeFor(FieldKind kind) {
    switch (kind) {
    case FieldKind::number:
        return "REAL";
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::flag:
    case FieldKind::reference:
        return "INTEGER";
    case FieldKind::shape:
        return "BLOB";
    default:
        return "TEXT";
    }
}

/// Column -> table it refers to.
std::map<std::string, std::string> referencesOf(SQLite::Database& database, const std::string& table) {
    std::map<std::string, std::string> references;
    SQLite::Statement row(database,
                          "SELECT \"from\", \"table\", on_update, on_delete FROM pragma_foreign_key_list(?)");
    row.bind(1, table);
    while (row.executeStep()) {
        CHECK(row.getColumn(2).getString() == "NO ACTION"); // the code deletes; a cascade can't be redone
        CHECK(row.getColumn(3).getString() == "NO ACTION");
        references[row.getColumn(0).getString()] = row.getColumn(1).getString();
    }
    return references;
}

void checkColumn(const std::string& table, const plan::FieldInfo& field,
                 const std::map<std::string, Column>& columns,
                 const std::map<std::string, std::string>& references) {
    INFO(table << "." << field.key);
    const std::string key(field.key);
    REQUIRE(columns.contains(key));
    CHECK(columns.at(key).type == typeFor(field.kind));
    CHECK(references.contains(key) == (field.kind == FieldKind::reference));
    if (references.contains(key)) {
        CHECK(references.at(key) == plan::recordInfo(field.target).table);
    }
}

} // namespace

TEST_CASE("The tables are those of the descriptions") {
    const auto database = openInMemory();
    const auto format = currentFormat();
    buildSchema(*database, format, format.version());
    std::set<std::string> expected{"meta", "lease", "history", "history_record"};
    for (const auto& info : plan::allRecordInfos()) {
        const std::string table(info.table);
        expected.insert(table);
        auto columns = columnsOf(*database, table);
        REQUIRE(columns.contains("id"));
        CHECK(columns["id"].key == 1);
        CHECK(columns["id"].type == "INTEGER");
        const auto references = referencesOf(*database, table);
        std::size_t count = 1;
        for (const auto& field : info.fields) {
            if (field.kind != FieldKind::links) {
                checkColumn(table, field, columns, references);
                ++count;
                continue;
            }
            const auto links = linkTable(info, field);
            expected.insert(links);
            auto cells = columnsOf(*database, links);
            const auto cellReferences = referencesOf(*database, links);
            REQUIRE(cells.contains("owner"));
            CHECK(cells["owner"].key == 1);
            CHECK(cellReferences.at("owner") == table);
            CHECK(cells[std::string(field.linkFields.front().key)].key == 2);
            CHECK(cells.size() == field.linkFields.size() + 1);
            for (const auto& cell : field.linkFields) {
                checkColumn(links, cell, cells, cellReferences);
            }
        }
        CHECK(columns.size() == count);
    }
    SQLite::Statement row(*database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    std::set<std::string> found;
    while (row.executeStep()) {
        found.insert(row.getColumn(0).getString());
    }
    CHECK(found == expected);
}

TEST_CASE("The schema keeps the rules of the session extension") {
    CHECK(sqlite3_compileoption_used("ENABLE_SESSION") == 1);
    const auto database = openInMemory();
    const auto format = currentFormat();
    buildSchema(*database, format, format.version());
    CHECK(numberFrom(*database, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')") == 0);
    SQLite::Statement row(*database, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
    while (row.executeStep()) {
        const auto name = row.getColumn(0).getString();
        const auto sql = row.getColumn(1).getString();
        INFO(sql);
        CHECK(sql.find("STRICT") != std::string::npos);
        CHECK(sql.find("PRIMARY KEY") != std::string::npos);
        if (name.starts_with("history")) {
            continue;
        }
        CHECK(sql.find("UNIQUE") == std::string::npos); // what people can swap can't be undone under it
        CHECK(sql.find("CASCADE") == std::string::npos);
        CHECK(sql.find("GENERATED") == std::string::npos);
        const auto count = [&](const std::string& words) {
            int n = 0;
            for (auto at = sql.find(words); at != std::string::npos; at = sql.find(words, at + 1)) {
                ++n;
            }
            return n;
        };
        CHECK(count("REFERENCES") == count("DEFERRABLE INITIALLY DEFERRED"));
    }
    CHECK(numberFrom(*database,
                     "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%UNIQUE%'") == 0);
}

TEST_CASE("Every reference has an index, or deleting many records would take minutes") {
    const auto database = openInMemory();
    const auto format = currentFormat();
    buildSchema(*database, format, format.version());
    for (const auto& info : plan::allRecordInfos()) {
        for (const auto& field : info.fields) {
            const auto indexed = [&](const std::string& table, std::string_view column) {
                const auto plan =
                    "EXPLAIN QUERY PLAN SELECT 1 FROM " + table + " WHERE " + std::string(column) + " = 5";
                SQLite::Statement row(*database, plan);
                REQUIRE(row.executeStep());
                INFO(table << "." << column << ": " << row.getColumn(3).getString());
                CHECK(row.getColumn(3).getString().starts_with("SEARCH"));
            };
            if (field.kind == FieldKind::reference) {
                indexed(std::string(info.table), field.key);
            }
            for (const auto& cell : field.linkFields) {
                if (cell.kind == FieldKind::reference) {
                    indexed(linkTable(info, field), cell.key);
                }
            }
        }
    }
}
