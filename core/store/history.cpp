#include "core/store/history.h"

#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace wardmote::store {

using plan::Id;

std::string timeNow() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

History History::read(SQLite::Database& database) {
    History history;
    SQLite::Statement row(database, "SELECT id, ifnull(undoes, 0), ifnull(redoes, 0), barrier, parent "
                                    "FROM history ORDER BY seq");
    while (row.executeStep()) {
        const Entry entry{row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                          row.getColumn(2).getInt64(), row.getColumn(3).getInt() != 0};
        const bool known = (entry.undoes == 0 || history.contains(entry.undoes)) &&
                           (entry.redoes == 0 || history.contains(entry.redoes));
        if (entry.id <= 0 || history.contains(entry.id) || !known ||
            row.getColumn(4).getInt64() != history.newest()) {
            throw Damage("the history is not in one piece");
        }
        history.add(entry);
    }
    return history;
}

void History::add(const Entry& entry) {
    positions_.emplace(entry.id, entries_.size());
    entries_.push_back(entry);
    if (entry.barrier) {
        undone_.clear();
        floor_ = applied_.size();
        barrier_ = entries_.size();
    } else if (entry.undoes != 0) {
        std::erase(applied_, entry.undoes);
        undone_.push_back(entry.undoes);
    } else if (entry.redoes != 0) {
        // Going to a point of another branch leaves what was undone on this one.
        if (nextRedo() == entry.redoes) {
            undone_.pop_back();
        } else {
            undone_.clear();
        }
        applied_.push_back(entry.redoes);
    } else {
        undone_.clear();
        applied_.push_back(entry.id);
    }
}

Id History::nextUndo() const {
    return applied_.size() > floor_ ? applied_.back() : 0;
}

std::vector<Id> History::appliedAfter(std::size_t count) const {
    History then;
    for (std::size_t i = 0; i < count; ++i) {
        then.add(entries_[i]);
    }
    return then.applied_;
}

std::optional<std::vector<Step>> History::stepsTo(Id row) const {
    const auto count = row == 0 ? 0 : positions_.at(row) + 1;
    if (count < barrier_) {
        return std::nullopt;
    }
    const auto wanted = appliedAfter(count);
    const auto [here, there] = std::ranges::mismatch(applied_, wanted);
    if (static_cast<std::size_t>(here - applied_.begin()) < floor_) {
        return std::nullopt;
    }
    std::vector<Step> steps;
    for (auto at = applied_.end(); at != here;) {
        steps.push_back({*--at, Direction::back});
    }
    for (auto at = there; at != wanted.end(); ++at) {
        steps.push_back({*at, Direction::again});
    }
    return steps;
}

bool History::isCurrent(Id row) const {
    const auto& e = entry(row);
    const auto change = e.undoes != 0 ? e.undoes : e.redoes != 0 ? e.redoes : e.id;
    return e.barrier || (std::ranges::find(applied_, change) != applied_.end()) == (e.undoes == 0);
}

bool History::isReachable(Id row) const {
    return positions_.at(row) + 1 >= barrier_;
}

HistoryRow append(SQLite::Database& database, Id parent, Id id, const NewRow& row) {
    HistoryRow result{.id = id,
                      .parent = parent,
                      .undoes = row.undoes,
                      .redoes = row.redoes,
                      .at = timeNow(),
                      .author = row.author,
                      .label = row.label,
                      .recordsTouched = static_cast<int>(row.touched.size()),
                      .current = true,
                      .reachable = true};
    SQLite::Statement insert(database,
                             "INSERT INTO history(id, parent, undoes, redoes, barrier, format, at, author, "
                             "label, records, changeset) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, id);
    insert.bind(2, result.parent);
    if (row.undoes != 0) {
        insert.bind(3, row.undoes);
    }
    if (row.redoes != 0) {
        insert.bind(4, row.redoes);
    }
    insert.bind(5, row.barrier ? 1 : 0);
    insert.bind(6, row.format);
    insert.bind(7, result.at);
    insert.bind(8, row.author);
    insert.bind(9, row.label);
    insert.bind(10, result.recordsTouched);
    if (!row.changeset.empty()) {
        insert.bindNoCopy(11, row.changeset.data(), static_cast<int>(row.changeset.size()));
    }
    insert.exec();
    if (row.undoes == 0 && row.redoes == 0) {
        SQLite::Statement index(database,
                                "INSERT INTO history_record(kind, record, history) VALUES(?, ?, ?)");
        for (const auto& [kind, record] : row.touched) {
            index.bind(1, std::string(plan::recordInfo(kind).table));
            index.bind(2, record);
            index.bind(3, id);
            index.exec();
            index.reset();
        }
    }
    return result;
}

std::vector<HistoryRow> readRows(SQLite::Database& database, const History& history, const std::string& where,
                                 const std::vector<Id>& arguments) {
    SQLite::Statement row(database, "SELECT h.id, h.parent, ifnull(h.undoes, 0), ifnull(h.redoes, 0), h.at, "
                                    "h.author, h.label, h.records FROM history h " +
                                        where);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        row.bind(static_cast<int>(i) + 1, arguments[i]);
    }
    std::vector<HistoryRow> rows;
    while (row.executeStep()) {
        HistoryRow line;
        line.id = row.getColumn(0).getInt64();
        line.parent = row.getColumn(1).getInt64();
        line.undoes = row.getColumn(2).getInt64();
        line.redoes = row.getColumn(3).getInt64();
        line.at = row.getColumn(4).getString();
        line.author = row.getColumn(5).getString();
        line.label = row.getColumn(6).getString();
        line.recordsTouched = row.getColumn(7).getInt();
        // Somebody else may have added rows since the history was read here.
        if (history.contains(line.id)) {
            line.current = history.isCurrent(line.id);
            line.reachable = history.isReachable(line.id);
            rows.push_back(std::move(line));
        }
    }
    return rows;
}

StoredChange storedChange(SQLite::Database& database, Id row) {
    SQLite::Statement query(database, "SELECT changeset, label FROM history WHERE id = ?");
    query.bind(1, row);
    if (!query.executeStep()) {
        throw Damage("a row of the history is missing");
    }
    const auto bytes = query.getColumn(0);
    StoredChange change;
    if (bytes.getBytes() > 0) {
        change.changeset.assign(static_cast<const char*>(bytes.getBlob()),
                                static_cast<std::size_t>(bytes.getBytes()));
    }
    change.label = query.getColumn(1).getString();
    return change;
}

} // namespace wardmote::store
