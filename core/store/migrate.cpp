#include "core/store/migrate.h"

#include "core/store/history.h"

#include <fmt/format.h>

namespace wardmote::store {
namespace {

void setMeta(SQLite::Database& database, const std::string& key, const std::string& value) {
    SQLite::Statement row(database, "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)");
    row.bind(1, key);
    row.bind(2, value);
    row.exec();
}

void make(SQLite::Database& database, const Migration& migration) {
    for (const auto sql : migration.sql) {
        database.exec(std::string(sql));
    }
    database.exec(fmt::format("PRAGMA user_version={}", migration.version));
    setMeta(database, "min_compatible", std::to_string(migration.minCompatible));
    setMeta(database, "program_from", std::string(migration.programFrom));
}

} // namespace

void buildSchema(SQLite::Database& database, const Format& format, int version) {
    WriteTransaction transaction(database);
    database.exec(fmt::format("PRAGMA application_id={}", applicationId));
    for (const auto& migration : format.migrations) {
        if (migration.version <= version) {
            make(database, migration);
        }
    }
    transaction.commit();
}

void migrate(SQLite::Database& database, const Format& format, int from, const std::string& author) {
    WriteTransaction transaction(database);
    if (versionOf(database) != from) {
        throw Refusal(
            {"The plan was brought to a newer format by somebody else just now.", "Open it again."});
    }
    for (const auto& migration : format.migrations) {
        if (migration.version <= from) {
            continue;
        }
        make(database, migration);
        if (migration.barrier) {
            append(database, History::read(database).newest(), plan::IdSource{}.next(),
                   {.barrier = true,
                    .format = migration.version,
                    .author = author,
                    .label = fmt::format("Bring the plan to format {}", migration.version)});
        }
    }
    transaction.commit();
}

int versionOf(SQLite::Database& database) {
    return static_cast<int>(numberFrom(database, "PRAGMA user_version"));
}

std::string metaOf(SQLite::Database& database, const std::string& key) {
    SQLite::Statement row(database, "SELECT value FROM meta WHERE key = ?");
    row.bind(1, key);
    return row.executeStep() ? row.getColumn(0).getString() : std::string{};
}

} // namespace wardmote::store
