#include "core/store/format.h"

namespace wardmote::store {

/// Written out once and never changed after its release: later formats are migrations of their own.
std::string_view bookkeepingTables1() {
    return R"sql(
CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lease(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    token TEXT NOT NULL,
    author TEXT NOT NULL,
    machine TEXT NOT NULL,
    machine_key TEXT NOT NULL,
    process_key TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;
CREATE TABLE history(
    seq INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    parent INTEGER NOT NULL,
    undoes INTEGER,
    redoes INTEGER,
    barrier INTEGER NOT NULL,
    format INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    label TEXT NOT NULL,
    records INTEGER NOT NULL,
    changeset BLOB
) STRICT;
CREATE TABLE history_record(
    kind TEXT NOT NULL,
    record INTEGER NOT NULL,
    history INTEGER NOT NULL REFERENCES history(id),
    PRIMARY KEY(kind, record, history)
) STRICT, WITHOUT ROWID;
)sql";
}

} // namespace wardmote::store
