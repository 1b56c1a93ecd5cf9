#include "ui/widgets/inspector_uses.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

bool canRefer(const plan::FieldInfo& field, plan::RecordKind kind) {
    if (field.kind == plan::FieldKind::reference) {
        return field.target == kind;
    }
    return std::ranges::any_of(field.linkFields, [kind](const auto& cell) { return canRefer(cell, kind); });
}

bool refers(const plan::FieldInfo& field, const plan::Value& value, plan::RecordKind kind, plan::Id id) {
    if (field.kind == plan::FieldKind::reference) {
        const auto* target = std::get_if<plan::Id>(&value);
        return target && *target == id && field.target == kind;
    }
    const auto* links = std::get_if<plan::Links>(&value);
    return links && std::ranges::any_of(*links, [&](const plan::Link& link) {
               for (std::size_t c = 0; c < link.cells.size() && c < field.linkFields.size(); ++c) {
                   if (refers(field.linkFields[c], link.cells[c], kind, id)) {
                       return true;
                   }
               }
               return false;
           });
}

} // namespace

std::vector<RecordUse> usesOf(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    std::vector<RecordUse> uses;
    for (const auto& info : plan::allRecordInfos()) {
        if (info.kind == plan::RecordKind::settings || info.kind == plan::RecordKind::importMatching) {
            continue;
        }
        std::vector<const plan::FieldInfo*> fields;
        for (const auto& field : info.fields) {
            if (canRefer(field, kind)) {
                fields.push_back(&field);
            }
        }
        if (fields.empty()) {
            continue;
        }
        const auto first = uses.size();
        for (const auto user : plan.ids(info.kind)) {
            const auto record = plan.record(info.kind, user);
            for (const auto* field : fields) {
                if (refers(*field, field->get(record.get()), kind, id)) {
                    uses.push_back({info.kind, user, field->label});
                    break;
                }
            }
        }
        std::stable_sort(uses.begin() + std::ptrdiff_t(first), uses.end(),
                         [&](const RecordUse& a, const RecordUse& b) {
                             return plan::nameOf(plan, a.kind, a.id) < plan::nameOf(plan, b.kind, b.id);
                         });
    }
    return uses;
}

} // namespace wardmote::ui
