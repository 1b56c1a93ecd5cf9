#include "tests/core/store/random_edits.h"

#include <algorithm>
#include <fmt/format.h>
#include <random>
#include <set>
#include <sqlite3.h>

namespace wardmote::tests {
namespace {

using namespace plan;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
    bool oneIn(std::uint64_t n) { return below(n) == 0; }
    template<class List>
    const auto& of(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::mt19937_64 engine_;
};

ShapeRef randomShape(Dice& dice) {
    const double x = static_cast<double>(dice.below(500'000)) / 3.0;
    const double y = static_cast<double>(dice.below(500'000)) / 7.0;
    return std::make_shared<const Shape>(Shape{{{{{x, y}, {x + 100, y}, {x, y + 100}}}}});
}

Value randomValue(const Plan& plan, const FieldInfo& field, Dice& dice) {
    const auto whole = [&] {
        const auto low = static_cast<std::int64_t>(field.rules.minimum.value_or(0));
        const auto high = static_cast<std::int64_t>(field.rules.maximum.value_or(1000));
        return low + static_cast<std::int64_t>(dice.below(static_cast<std::uint64_t>(high - low + 1)));
    };
    switch (field.kind) {
    case FieldKind::integer:
        return whole();
    case FieldKind::money:
        return whole() * 100;
    case FieldKind::number:
        return static_cast<double>(whole());
    case FieldKind::flag:
        return dice.oneIn(2);
    case FieldKind::date:
        return Date::fromDaysSinceEpoch(static_cast<int>(dice.below(20'000))).iso();
    case FieldKind::time:
        return Time{static_cast<int>(dice.below(1440))}.iso();
    case FieldKind::choice:
        return std::string(dice.of(field.choices).key);
    case FieldKind::recurrence:
        return std::string("FREQ=MONTHLY;BYDAY=2TU");
    case FieldKind::shape:
        return randomShape(dice);
    case FieldKind::reference: {
        const auto ids = plan.ids(field.target);
        return ids.empty() ? Value{} : Value{dice.of(ids)};
    }
    case FieldKind::links: {
        Links links;
        for (auto n = dice.below(5); n > 0; --n) {
            Link link;
            for (const auto& cell : field.linkFields) {
                const bool mayBeBlank = cell.kind == FieldKind::text || cell.kind == FieldKind::reference;
                const bool blank = mayBeBlank && !cell.rules.required && dice.oneIn(3);
                link.cells.push_back(blank ? Value{} : randomValue(plan, cell, dice));
            }
            if (isRecorded(link.cells.front())) {
                links.push_back(std::move(link));
            }
        }
        return links;
    }
    default:
        return fmt::format("{} {}{}", dice.oneIn(3) ? "Côr Ω’" : "Forum", dice.below(1000),
                           field.kind == FieldKind::longText ? "\nsecond line" : "");
    }
}

void addInsert(Changes& changes, const Plan& plan, RecordKind kind, Dice& dice, IdSource& ids) {
    Change change{Change::Action::insert, kind, ids.next(), {}};
    for (const auto& field : recordInfo(kind).fields) {
        if (field.rules.required || !dice.oneIn(3)) {
            auto value = randomValue(plan, field, dice);
            if (isRecorded(value) || !field.rules.required) {
                change.fields.push_back({&field, std::move(value)});
            }
        }
    }
    changes.add(std::move(change));
}

void addUpdate(Changes& changes, const Plan& plan, RecordKind kind, Id id, Dice& dice) {
    Change change{Change::Action::update, kind, id, {}};
    for (const auto& field : recordInfo(kind).fields) {
        if (dice.oneIn(4)) {
            const bool clear = !field.rules.required && dice.oneIn(4);
            auto value = clear ? Value{} : randomValue(plan, field, dice);
            if (isRecorded(value) || !field.rules.required) {
                change.fields.push_back({&field, std::move(value)});
            }
        }
    }
    changes.add(std::move(change));
}

} // namespace

Changes randomEdit(const Plan& plan, std::uint64_t seed) {
    Dice dice(seed);
    IdSource ids(seed ^ 0x5eedULL);
    Changes changes;
    std::set<std::pair<RecordKind, Id>> erased;
    std::vector<std::pair<RecordKind, Id>> erasures;
    for (auto n = dice.below(4) + 1; n > 0; --n) {
        const auto kind = static_cast<RecordKind>(dice.below(recordKindCount));
        const auto known = plan.ids(kind);
        const auto what = dice.below(10);
        if (kind == RecordKind::settings) {
            addUpdate(changes, plan, kind, 1, dice);
        } else if (known.size() < 3 || (what < 4 && known.size() < 40)) {
            addInsert(changes, plan, kind, dice, ids);
        } else if (what < 8) {
            addUpdate(changes, plan, kind, dice.of(known), dice);
        } else {
            erasures.emplace_back(kind, dice.of(known));
        }
    }
    // An edit that both refers to a record and deletes it would rightly be refused.
    if (changes.empty()) {
        for (const auto& [kind, id] : erasures) {
            if (erased.insert({kind, id}).second) {
                changes.erase(kind, id);
            }
        }
    }
    return changes;
}

Changes manyMechanisms(const Plan& plan, int count, std::uint64_t seed) {
    Dice dice(seed);
    IdSource ids(seed);
    Changes changes;
    std::vector<Id> areas;
    std::vector<Id> organisations;
    for (int i = 0; i < 200; ++i) {
        areas.push_back(ids.next());
        changes.insert([&] {
            Area area;
            area.id = areas.back();
            area.name = fmt::format("Parish {}", i);
            area.residents = 1000 + i;
            return area;
        }());
    }
    for (int i = 0; i < count / 10 + 20; ++i) {
        organisations.push_back(ids.next());
        changes.insert([&] {
            Organisation organisation;
            organisation.id = organisations.back();
            organisation.name = fmt::format("Organisation {}", i);
            return organisation;
        }());
    }
    const auto themes = plan.ids(RecordKind::theme);
    const auto audiences = plan.ids(RecordKind::audience);
    for (int i = 0; i < count; ++i) {
        Mechanism mechanism;
        mechanism.id = ids.next();
        mechanism.name = fmt::format("Forum {} of a place with a name", i);
        mechanism.kind = MechanismKind::forum;
        mechanism.status = MechanismStatus::active;
        mechanism.leadOrganisation = {dice.of(organisations)};
        mechanism.purpose = "Talks about what matters to people who live there, four times a year.";
        mechanism.pattern = {"FREQ=MONTHLY;BYDAY=2TU"};
        for (int a = 0; a < 5; ++a) {
            mechanism.areas.push_back({{dice.of(areas)}});
        }
        for (int a = 0; a < 6; ++a) {
            mechanism.attending.push_back({{dice.of(organisations)}, 2, true, {}, {}, {}});
        }
        for (int a = 0; a < 2; ++a) {
            mechanism.themes.push_back({{dice.of(themes)}});
            mechanism.audiences.push_back({{dice.of(audiences)}});
        }
        changes.insert(mechanism);
    }
    return changes;
}

namespace {

template<class Visit>
void eachRow(sqlite3* database, const std::string& sql, const Visit& visit) {
    sqlite3_stmt* row = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr);
    while (sqlite3_step(row) == SQLITE_ROW) {
        std::string line;
        for (int c = 0; c < sqlite3_column_count(row); ++c) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, c));
            line += fmt::format("{}:", sqlite3_column_type(row, c));
            line.append(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(row, c)));
            line += '\x1f';
        }
        visit(line);
    }
    sqlite3_finalize(row);
}

std::string textOfColumn(std::string line) {
    line.erase(0, 2);
    line.pop_back();
    return line;
}

} // namespace

std::map<std::string, std::string> recordsIn(const std::string& path) {
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_busy_timeout(database, 2000);
    std::vector<std::string> tables;
    eachRow(database,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'history%' AND "
            "name <> 'lease' AND name NOT LIKE 'sqlite%'",
            [&](const std::string& line) { tables.push_back(textOfColumn(line)); });
    std::map<std::string, std::string> all;
    for (const auto& table : tables) {
        auto& text = all[table];
        eachRow(database, "SELECT * FROM " + table + " ORDER BY 1, 2",
                [&](const std::string& line) { text += line + '\n'; });
    }
    sqlite3_close(database);
    return all;
}

std::string integrityOf(const std::string& path) {
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    std::string answer;
    eachRow(database, "PRAGMA integrity_check",
            [&](const std::string& line) { answer += textOfColumn(line); });
    eachRow(database, "PRAGMA foreign_key_check", [&](const std::string& line) { answer += " " + line; });
    sqlite3_close(database);
    return answer;
}

} // namespace wardmote::tests
