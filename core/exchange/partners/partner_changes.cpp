#include "core/exchange/partners/partner_return.h"

#include <algorithm>

/// What is taken from a partner's list, as one edit.
namespace wardmote::exchange {

using plan::Id;
using plan::Mechanism;
using plan::RecordKind;
using plan::Value;

ReturnChoice takeHers(const PartnerReturn& back) {
    ReturnChoice choice;
    for (const auto& row : back.rows) {
        if (row.isNew) {
            choice.newRows.insert(row.mechanism);
            continue;
        }
        for (const auto& field : row.fields) {
            if (field.problem.empty() && !field.hers.empty() && field.changedBy != ChangedBy::us) {
                choice.fields.emplace(row.mechanism, std::string(field.field->key));
            }
        }
    }
    return choice;
}

namespace {

/// Ids that a value refers to, to tell which new organisations a choice needs.
void collectIds(const Value& value, std::set<Id>& ids) {
    if (const auto* id = std::get_if<std::int64_t>(&value)) {
        ids.insert(*id);
    } else if (const auto* links = std::get_if<plan::Links>(&value)) {
        for (const auto& link : *links) {
            for (const auto& cell : link.cells) {
                collectIds(cell, ids);
            }
        }
    }
}

plan::Change withLead(plan::Change change, Id partner) {
    const auto& lead = *plan::findField(plan::recordInfo(RecordKind::mechanism), "lead_organisation");
    if (std::ranges::none_of(change.fields, [&](const auto& value) { return value.field == &lead; })) {
        change.fields.push_back({&lead, std::int64_t{partner}});
    }
    return change;
}

} // namespace

plan::Changes changesOf(const PartnerReturn& back, const ReturnChoice& choice, const plan::Plan& plan,
                        const ReturnOptions& options, Id list) {
    plan::Changes taken;
    std::set<Id> needed;
    for (const auto& row : back.rows) {
        for (const auto& field : row.fields) {
            if (!row.isNew && field.problem.empty() &&
                choice.fields.contains({row.mechanism, std::string(field.field->key)})) {
                taken.set(RecordKind::mechanism, row.mechanism, *field.field, field.value);
                collectIds(field.value, needed);
            }
        }
    }
    std::vector<plan::Change> rows;
    for (const auto& change : back.made) {
        if (change.kind == RecordKind::mechanism && choice.newRows.contains(change.id)) {
            rows.push_back(withLead(change, back.partner));
            for (const auto& value : change.fields) {
                collectIds(value.value, needed);
            }
        }
    }
    plan::Changes changes;
    for (const auto& change : back.made) {
        if (change.kind != RecordKind::mechanism && needed.contains(change.id)) {
            changes.add(change);
        }
    }
    for (auto& row : rows) {
        changes.add(std::move(row));
    }
    changes.append(std::move(taken));
    plan::PartnerList received = back.sent ? *back.sent : plan::PartnerList{};
    received.receivedOn = options.today;
    received.fileName = back.fileName;
    received.rows = back.written;
    for (auto& row : received.rows) {
        if (!plan.find<Mechanism>(row.mechanism.id) && !choice.newRows.contains(row.mechanism.id)) {
            row.mechanism = {}; // a new row that was not taken
        }
    }
    if (back.sent) {
        changes.update(*plan.find<plan::PartnerList>(back.sent->id), received);
    } else {
        received.id = list;
        received.partner = {back.partner};
        received.footprintSet = {back.footprintSet};
        received.name =
            plan::nameOf(plan, RecordKind::organisation, back.partner) + ", " + options.today.words();
        changes.insert(received);
    }
    return changes;
}

} // namespace wardmote::exchange
