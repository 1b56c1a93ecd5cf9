#include "core/exchange/partners/partner_cells.h"

#include "core/exchange/cell_text.h"
#include "core/plan/wording.h"
#include "core/recurrence/rule.h"
#include "core/text/names.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::Mechanism;
using plan::RecordKind;

constexpr std::string_view kept[] = {
    "notes",        "source",        "source_key",    "calendar_uid",    "not_for_publication",
    "date_checked", "pattern_words", "test_evidence", "how_it_would_end"};
constexpr std::string_view lists[] = {"other_names", "themes", "audiences", "areas", "attending"};
constexpr std::string_view usual[] = {"name",
                                      "kind",
                                      "status",
                                      "lead_organisation",
                                      "purpose",
                                      "themes",
                                      "audiences",
                                      "areas",
                                      "attending",
                                      "pattern",
                                      "meetings_a_year",
                                      "start_time",
                                      "length_hours",
                                      "format",
                                      "venue",
                                      "last_met",
                                      "attendance_public",
                                      "attendance_officers",
                                      "organising_hours",
                                      "statutory"};

bool among(std::span<const std::string_view> keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

std::string placeName(const plan::Footprint& footprint) {
    return footprint.name.empty() ? footprint.code : footprint.name;
}

std::string joined(const std::vector<std::string>& items) {
    std::string cell;
    for (const auto& item : items) {
        cell += (cell.empty() ? "" : "; ") + item;
    }
    return cell;
}

std::set<Id> areasOf(const plan::Footprint& footprint) {
    std::set<Id> areas;
    for (const auto& part : footprint.areas) {
        areas.insert(part.area.id);
    }
    return areas;
}

} // namespace

std::vector<const FieldInfo*> partnerFields() {
    std::vector<const FieldInfo*> fields;
    for (const auto& field : plan::recordInfo(RecordKind::mechanism).fields) {
        const bool plain = field.kind != FieldKind::links && field.kind != FieldKind::shape &&
                           (field.kind != FieldKind::reference || field.target == RecordKind::organisation);
        if (!field.rules.personal && !field.rules.hidden && !among(kept, field.key) &&
            (plain || among(lists, field.key))) {
            fields.push_back(&field);
        }
    }
    return fields;
}

std::vector<const FieldInfo*> usualPartnerFields() {
    auto fields = partnerFields();
    std::erase_if(fields, [](const FieldInfo* field) { return !among(usual, field->key); });
    return fields;
}

bool isPartOf(const plan::Plan& plan, Id organisation, Id partner) {
    // A circle of parents is a mistake that must not hang the program.
    for (int depth = 0; depth < 20 && organisation != 0; ++depth) {
        if (organisation == partner) {
            return true;
        }
        const auto* record = plan.find<plan::Organisation>(organisation);
        organisation = record ? record->parent.id : 0;
    }
    return false;
}

bool leads(const plan::Plan& plan, const Mechanism& mechanism, Id partner) {
    return isPartOf(plan, mechanism.leadOrganisation.id, partner) ||
           isPartOf(plan, mechanism.service.id, partner);
}

std::vector<Id> mechanismsOfPartner(const plan::Plan& plan, Id partner) {
    std::vector<Id> ids;
    for (const auto& mechanism : plan.all<Mechanism>()) {
        const bool attends = std::ranges::any_of(mechanism.attending, [&](const auto& attendance) {
            return isPartOf(plan, attendance.organisation.id, partner);
        });
        if (mechanism.status != plan::MechanismStatus::ended &&
            (attends || leads(plan, mechanism, partner))) {
            ids.push_back(mechanism.id);
        }
    }
    std::ranges::stable_sort(ids, {},
                             [&](Id id) { return text::normalisedName(plan.find<Mechanism>(id)->name); });
    return ids;
}

std::set<Id> partnersIn(const plan::Plan& plan) {
    std::set<Id> partners;
    const auto add = [&](Id organisation) {
        // Those above have been added with the first of their parts: a circle of parents ends there too.
        while (plan.find<plan::Organisation>(organisation) && partners.insert(organisation).second) {
            organisation = plan.find<plan::Organisation>(organisation)->parent.id;
        }
    };
    for (const auto& mechanism : plan.all<Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        add(mechanism.leadOrganisation.id);
        add(mechanism.service.id);
        for (const auto& attendance : mechanism.attending) {
            add(attendance.organisation.id);
        }
    }
    if (const auto own = plan.settings().ownCouncil.id; own != 0) {
        std::erase_if(partners, [&](Id id) { return isPartOf(plan, id, own); });
    }
    return partners;
}

PartnerCells::PartnerCells(const plan::Plan& plan, Id footprintSet) : plan_(plan) {
    for (const auto& footprint : plan.all<plan::Footprint>()) {
        if (footprintSet != 0 && footprint.set.id == footprintSet && !placeName(footprint).empty()) {
            footprints_.push_back(&footprint);
        }
    }
    std::ranges::stable_sort(footprints_, {}, [](const auto* footprint) { return placeName(*footprint); });
    for (const auto* footprint : footprints_) {
        byName_.emplace(text::folded(footprint->name), footprint);
        byName_.emplace(text::folded(footprint->code), footprint);
    }
    byName_.erase("");
}

std::vector<std::string> PartnerCells::placesOf(const std::set<Id>& areas) const {
    std::vector<std::string> names;
    std::set<Id> named;
    for (const auto* footprint : footprints_) {
        const auto mine = exchange::areasOf(*footprint);
        if (std::ranges::any_of(mine, [&](Id id) { return areas.contains(id); })) {
            names.push_back(placeName(*footprint));
            named.insert(mine.begin(), mine.end());
        }
    }
    for (const auto id : areas) {
        if (!named.contains(id) && plan_.find<plan::Area>(id)) {
            names.push_back(plan::nameOf(plan_, RecordKind::area, id)); // none of her places takes it in
        }
    }
    return names;
}

std::string PartnerCells::text(const FieldInfo& field, const Mechanism& mechanism) const {
    if (field.key == "areas" && mechanism.wholePlan == true) {
        return std::string(wholeAreaWords);
    }
    return text(field, field.get(&mechanism));
}

std::string PartnerCells::text(const FieldInfo& field, const plan::Value& value) const {
    if (!plan::isRecorded(value)) {
        return {};
    }
    switch (field.kind) {
    case FieldKind::choice:
        return plan::labelOf(field.choices, std::get<std::string>(value));
    case FieldKind::flag:
        return std::get<bool>(value) ? "Yes" : "No";
    case FieldKind::reference:
        return plan::nameOf(plan_, field.target, std::get<std::int64_t>(value));
    case FieldKind::recurrence:
        return recurrence::inWords(plan::Recurrence{std::get<std::string>(value)});
    case FieldKind::links:
        break;
    default:
        return toCell(plan_, field, value);
    }
    std::vector<std::string> names;
    std::set<Id> areas;
    for (const auto& link : std::get<plan::Links>(value)) {
        const auto& key = link.cells.front();
        if (const auto* words = std::get_if<std::string>(&key)) {
            names.push_back(*words);
        } else if (const auto* id = std::get_if<std::int64_t>(&key)) {
            areas.insert(*id);
            names.push_back(plan::nameOf(plan_, field.linkFields[0].target, *id));
        }
    }
    return joined(field.key == "areas" ? placesOf(areas) : names);
}

PartnerCells::Places PartnerCells::areasOf(const std::vector<std::string>& words,
                                           const std::set<Id>& now) const {
    Places places;
    for (const auto& word : words) {
        const auto at = byName_.find(text::folded(word));
        if (at == byName_.end()) {
            places.others.push_back(word);
            continue;
        }
        const auto all = exchange::areasOf(*at->second);
        std::set<Id> before;
        std::ranges::set_intersection(all, now, std::inserter(before, before.end()));
        const auto& meant = before.empty() ? all : before;
        places.areas.insert(meant.begin(), meant.end());
    }
    return places;
}

std::vector<std::string> itemsOf(std::string_view cell) {
    std::vector<std::string> items;
    std::string item;
    const auto finish = [&] {
        if (auto tidy = text::tidied(item); !tidy.empty()) {
            items.push_back(std::move(tidy));
        }
        item.clear();
    };
    for (const char c : cell) {
        if (c == ';' || c == '\n' || c == '\r') {
            finish();
        } else {
            item += c;
        }
    }
    finish();
    return items;
}

std::string partnerWords(std::string_view cell) {
    auto words = text::tidied(cell);
    return text::folded(words) == pleaseCheck ? std::string() : words;
}

} // namespace wardmote::exchange
