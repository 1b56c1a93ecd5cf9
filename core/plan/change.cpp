#include "core/plan/change.h"

#include "core/base/contract.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace wardmote::plan {
namespace {

constexpr std::size_t longestText = 100'000;

using RecordKey = std::pair<RecordKind, Id>;

/// How many bytes follow a lead byte; nothing if it can't begin a character.
std::optional<int> bytesAfter(unsigned char lead) {
    if (lead < 0x80) {
        return lead == 0 ? std::nullopt : std::optional(0);
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return std::nullopt;
    }
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        const auto more = bytesAfter(lead);
        if (!more || text.size() <= static_cast<std::size_t>(*more)) {
            return false;
        }
        std::uint32_t code = *more == 0 ? lead : lead & (0x3FU >> *more);
        for (int i = 1; i <= *more; ++i) {
            const auto next = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
            if ((next & 0xC0U) != 0x80U) {
                return false;
            }
            code = (code << 6) | (next & 0x3FU);
        }
        const bool overlong = (*more == 2 && code < 0x800) || (*more == 3 && code < 0x10000);
        if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(*more) + 1);
    }
    return true;
}

/// Calls visit(kind, id) for each reference that a value of a field holds.
template<class Visit>
void forEachReference(const FieldInfo& field, const Value& value, const Visit& visit) {
    if (field.kind == FieldKind::reference) {
        if (const auto* id = std::get_if<Id>(&value)) {
            visit(field.target, *id);
        }
    } else if (const auto* links = std::get_if<Links>(&value)) {
        for (const auto& link : *links) {
            for (std::size_t c = 0; c < link.cells.size() && c < field.linkFields.size(); ++c) {
                forEachReference(field.linkFields[c], link.cells[c], visit);
            }
        }
    }
}

/// The value without its references to erased records: a link whose key goes, goes; another cell is cleared.
Value without(const FieldInfo& field, const Value& value, const std::set<RecordKey>& erased) {
    if (field.kind == FieldKind::reference) {
        const auto* id = std::get_if<Id>(&value);
        return id && erased.contains({field.target, *id}) ? Value{} : value;
    }
    const auto* links = std::get_if<Links>(&value);
    if (!links) {
        return value;
    }
    Links kept;
    for (const auto& link : *links) {
        Link row = link;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            row.cells[c] = without(field.linkFields[c], row.cells[c], erased);
        }
        if (isRecorded(row.cells.front())) {
            kept.push_back(std::move(row));
        }
    }
    return kept.empty() ? Value{} : Value{std::move(kept)};
}

bool isPartOf(const FieldInfo& field, RecordKind kind) {
    const bool ofArrangement = kind == RecordKind::cluster || kind == RecordKind::move ||
                               kind == RecordKind::localResponse || kind == RecordKind::acceptance;
    return (ofArrangement && field.key == "arrangement") ||
           (kind == RecordKind::proposedChange && field.key == "scenario") ||
           (kind == RecordKind::footprint && field.key == "footprint_set");
}

std::string subject(const Plan& plan, RecordKind kind, Id id) {
    const auto& info = recordInfo(kind);
    return plan.contains(kind, id) ? fmt::format("The {} “{}”", info.singular, nameOf(plan, kind, id))
                                   : fmt::format("The new {}", info.singular);
}

/// What is wrong with a value of a field, as the end of a sentence that begins with the record; empty if
/// nothing.
std::string wrongWith(const FieldInfo& field, const Value& value) {
    if (!isRecorded(value)) {
        return field.rules.required ? fmt::format("needs “{}”.", field.label) : std::string{};
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->size() > longestText) {
            return fmt::format("has over 100,000 characters in “{}”.", field.label);
        }
        if (!isUtf8(*text)) {
            return fmt::format("has characters in “{}” that are not text.", field.label);
        }
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    if ((whole || real) && field.kind != FieldKind::reference) {
        const double scale = field.kind == FieldKind::money ? 100.0 : 1.0;
        const double number = (whole ? static_cast<double>(*whole) : *real) / scale;
        if (real && !(*real == *real && *real < 1e300 && *real > -1e300)) {
            return fmt::format("has no usable number in “{}”.", field.label);
        }
        if (field.rules.minimum && number < *field.rules.minimum) {
            return fmt::format("can’t have less than {} in “{}”.", *field.rules.minimum, field.label);
        }
        if (field.rules.maximum && number > *field.rules.maximum) {
            return fmt::format("can’t have more than {} in “{}”.", *field.rules.maximum, field.label);
        }
    }
    if (const auto* links = std::get_if<Links>(&value)) {
        for (const auto& link : *links) {
            for (std::size_t c = 0; c < link.cells.size() && c < field.linkFields.size(); ++c) {
                auto wrong = wrongWith(field.linkFields[c], link.cells[c]);
                if (!wrong.empty()) {
                    return wrong;
                }
            }
        }
    }
    return {};
}

} // namespace

void Changes::insert(RecordKind kind, Id id, const void* record) {
    contract(id > 0 && id < idLimit, "an id out of range");
    Change change{Change::Action::insert, kind, id, {}};
    for (const auto& field : recordInfo(kind).fields) {
        auto value = field.get(record);
        if (isRecorded(value)) {
            change.fields.push_back({&field, std::move(value)});
        }
    }
    list_.push_back(std::move(change));
}

void Changes::update(RecordKind kind, Id id, const void* before, const void* after) {
    Change change{Change::Action::update, kind, id, {}};
    for (const auto& field : recordInfo(kind).fields) {
        auto value = field.get(after);
        if (value != field.get(before)) {
            change.fields.push_back({&field, std::move(value)});
        }
    }
    if (!change.fields.empty()) {
        list_.push_back(std::move(change));
    }
}

void Changes::set(RecordKind kind, Id id, const FieldInfo& field, Value value) {
    list_.push_back({Change::Action::update, kind, id, {{&field, std::move(value)}}});
}

void Changes::erase(RecordKind kind, Id id) {
    list_.push_back({Change::Action::erase, kind, id, {}});
}

void Changes::append(Changes other) {
    list_.insert(list_.end(), std::make_move_iterator(other.list_.begin()),
                 std::make_move_iterator(other.list_.end()));
}

bool ChangeSummary::touches(RecordKind kind) const {
    return everything || std::ranges::any_of(records, [&](const Touched& t) { return t.kind == kind; });
}

Changes withConsequences(const Plan& plan, const Changes& changes) {
    std::set<RecordKey> erased;
    for (const auto& change : changes.list()) {
        if (change.action == Change::Action::erase) {
            erased.insert({change.kind, change.id});
        }
    }
    if (erased.empty()) {
        return changes;
    }
    Changes parts;
    for (const auto kind : {RecordKind::cluster, RecordKind::footprint, RecordKind::move,
                            RecordKind::localResponse, RecordKind::acceptance, RecordKind::proposedChange}) {
        for (const auto id : plan.ids(kind)) {
            const auto record = plan.record(kind, id);
            for (const auto& field : recordInfo(kind).fields) {
                const auto value = field.get(record.get());
                const auto* whole = std::get_if<Id>(&value);
                if (isPartOf(field, kind) && whole && erased.contains({field.target, *whole}) &&
                    !erased.contains({kind, id})) {
                    parts.erase(kind, id);
                }
            }
        }
    }
    for (const auto& part : parts.list()) {
        erased.insert({part.kind, part.id});
    }
    Changes result;
    for (const auto& info : allRecordInfos()) {
        for (const auto id : plan.ids(info.kind)) {
            if (erased.contains({info.kind, id})) {
                continue;
            }
            const auto record = plan.record(info.kind, id);
            Change change{Change::Action::update, info.kind, id, {}};
            for (const auto& field : info.fields) {
                if (field.kind != FieldKind::reference && field.kind != FieldKind::links) {
                    continue;
                }
                const auto value = field.get(record.get());
                auto kept = without(field, value, erased);
                if (kept != value) {
                    change.fields.push_back({&field, std::move(kept)});
                }
            }
            if (!change.fields.empty()) {
                result.add(std::move(change));
            }
        }
    }
    result.append(std::move(parts));
    result.append(changes);
    return result;
}

std::vector<Complaint> complaints(const Plan& plan, const Changes& changes) {
    std::vector<Complaint> found;
    std::map<RecordKey, bool> there; // after the changes so far
    const auto exists = [&](RecordKind kind, Id id) {
        const auto known = there.find({kind, id});
        return known == there.end() ? plan.contains(kind, id) : known->second;
    };
    const auto complain = [&](const Change& change, const FieldInfo* field, const std::string& what) {
        found.push_back({change.kind, change.id, field, subject(plan, change.kind, change.id) + " " + what});
    };
    for (const auto& change : changes.list()) {
        const bool present = exists(change.kind, change.id);
        if (change.id <= 0 || change.id >= idLimit) {
            complain(change, nullptr, "has an id out of range.");
        } else if (change.action == Change::Action::insert && present) {
            complain(change, nullptr, "would be added twice.");
        } else if (change.action != Change::Action::insert && !present) {
            complain(change, nullptr, "is no longer there.");
        }
        there[{change.kind, change.id}] = change.action != Change::Action::erase;
    }
    for (const auto& change : changes.list()) {
        for (const auto& [field, value] : change.fields) {
            auto wrong = wrongWith(*field, value);
            if (!wrong.empty()) {
                complain(change, field, wrong);
            }
            forEachReference(*field, value, [&, field = field](RecordKind kind, Id id) {
                if (!exists(kind, id) && exists(change.kind, change.id)) {
                    complain(change, field,
                             fmt::format("refers in “{}” to a {} that is not there.", field->label,
                                         recordInfo(kind).singular));
                }
            });
        }
        if (change.action == Change::Action::insert) {
            for (const auto& field : recordInfo(change.kind).fields) {
                const bool given = std::ranges::any_of(change.fields, [&](const FieldValue& f) {
                    return f.field == &field && isRecorded(f.value);
                });
                if (field.rules.required && !given) {
                    complain(change, &field, fmt::format("needs “{}”.", field.label));
                }
            }
        }
    }
    return found;
}

Result<Plan> applied(const Plan& plan, const Changes& changes) {
    const auto all = withConsequences(plan, changes);
    const auto wrong = complaints(plan, all);
    if (!wrong.empty()) {
        return failure(wrong.front().message);
    }
    Plan result = plan;
    for (const auto& change : all.list()) {
        const auto& info = recordInfo(change.kind);
        if (change.action == Change::Action::erase) {
            result.remove(change.kind, change.id);
            continue;
        }
        const auto before = result.record(change.kind, change.id);
        auto record = before ? info.copy(before.get()) : info.make();
        info.setId(record.get(), change.id);
        for (const auto& [field, value] : change.fields) {
            if (!field->set(record.get(), value)) {
                return failure(fmt::format("{} has something in “{}” that does not fit there.",
                                           subject(plan, change.kind, change.id), field->label));
            }
        }
        result.put(change.kind, std::move(record));
    }
    return result;
}

IdSource::IdSource() : engine_(std::random_device{}()) {
    std::random_device entropy;
    std::seed_seq seed{entropy(), entropy(), entropy(), entropy()};
    engine_.seed(seed);
}

IdSource::IdSource(std::uint64_t seed) : engine_(seed) {}

Id IdSource::next() {
    // Not std::uniform_int_distribution: its numbers differ between standard libraries.
    return static_cast<Id>(engine_() % static_cast<std::uint64_t>(idLimit - 2)) + 2;
}

} // namespace wardmote::plan
