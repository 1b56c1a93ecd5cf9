#pragma once
#include "core/plan/change.h"
#include "core/plan/record_info.h"
#include "core/store/database.h"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What an edit did to the tables of records, as SQLite's session extension records it. Tables are attached
/// by name, so history and lease are not part of it.
namespace wardmote::store {

using RecordKey = std::pair<plan::RecordKind, plan::Id>;

/// Which way an edit goes: as it was made, or taken back.
enum class Direction : std::uint8_t { again, back };

/// Records what is done to records in a database while it lives.
class Recording {
public:
    explicit Recording(SQLite::Database& database);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// Empty if nothing was changed after all.
    std::string changeset() const;

private:
    sqlite3_session* session_ = nullptr;
};

/// One row of a changeset: of a record itself, or of a list in it (then field is that list).
struct RowChange {
    const plan::RecordInfo* info = nullptr;
    const plan::FieldInfo* field = nullptr;
    plan::Id record = 0;
    plan::Change::Action action = plan::Change::Action::update;
    /// By column of the table; null: not part of the change. Valid during the visit only.
    std::vector<sqlite3_value*> before;
    std::vector<sqlite3_value*> after;
};

void forEachRow(const std::string& changeset, Direction direction,
                const std::function<void(const RowChange&)>& visit);

/// The records that an edit touched, itself or in their lists.
std::set<RecordKey> touchedBy(const std::string& changeset);

/// Makes or takes back an edit. Throws a Refusal, having changed nothing, where the plan is not as the edit
/// left or found it: that is never skipped over.
void apply(SQLite::Database& database, const std::string& changeset, Direction direction);

} // namespace wardmote::store
