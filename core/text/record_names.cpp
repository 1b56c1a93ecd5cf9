#include "core/text/name_index.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::text {
namespace {

using plan::Plan;
using plan::RecordKind;

/// Keys of the fields that hold further names of a record.
constexpr std::array<std::string_view, 3> nameLists{"other_names", "words", "code"};

void addNames(const plan::Value& value, std::vector<std::string>& names) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        names.push_back(*text);
    } else if (const auto* links = std::get_if<plan::Links>(&value)) {
        for (const auto& link : *links) {
            addNames(link.cells.front(), names);
        }
    }
}

} // namespace

std::vector<std::string> namesOf(const Plan& plan, RecordKind kind, plan::Id id) {
    std::vector<std::string> names;
    const auto record = plan.record(kind, id);
    if (!record) {
        return names;
    }
    const auto& info = plan::recordInfo(kind);
    addNames(info.fields.front().get(record.get()), names);
    for (const auto key : nameLists) {
        if (const auto* field = plan::findField(info, key)) {
            addNames(field->get(record.get()), names);
        }
    }
    return names;
}

Result<plan::Id> findByName(const Plan& plan, RecordKind kind, std::string_view name) {
    const auto plain = folded(name);
    const auto wanted = normalisedName(name);
    std::vector<plan::Id> exactly;
    std::vector<plan::Id> alike;
    const auto ids = plan.ids(kind);
    for (const auto id : ids) {
        bool exact = false;
        bool like = false;
        for (const auto& known : namesOf(plan, kind, id)) {
            exact = exact || folded(known) == plain;
            like = like || (!wanted.empty() && normalisedName(known) == wanted);
        }
        if (exact) {
            exactly.push_back(id);
        }
        if (like) {
            alike.push_back(id);
        }
    }
    const auto& found = exactly.empty() ? alike : exactly;
    const auto& info = plan::recordInfo(kind);
    if (found.size() == 1) {
        return found.front();
    }
    if (found.size() > 1) {
        return failure(fmt::format("{} {} are called “{}”.", found.size(), info.plural, tidied(name)),
                       "Give them different names, or choose one from the list.");
    }
    NameIndex index;
    for (const auto id : ids) {
        for (const auto& known : namesOf(plan, kind, id)) {
            index.add(known, id);
        }
    }
    const auto near = index.near(name, nearMatch, 1);
    return failure(fmt::format("There is no {} called “{}”.", info.singular, tidied(name)),
                   near.empty()
                       ? std::string{}
                       : fmt::format("Did you mean “{}”?", plan::nameOf(plan, kind, near.front().id)));
}

} // namespace wardmote::text
