#include "app/record_json.h"

namespace wardmote::app {
namespace {

Json valueJson(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    if (const auto* links = std::get_if<plan::Links>(&value)) {
        auto list = Json::array();
        for (const auto& link : *links) {
            Json row;
            for (std::size_t c = 0; c < link.cells.size(); ++c) {
                row[std::string(field.linkFields[c].key)] =
                    valueJson(plan, field.linkFields[c], link.cells[c]);
            }
            list.push_back(std::move(row));
        }
        return list;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        switch (field.kind) {
        case plan::FieldKind::reference:
            return reference(plan, field.target, *whole);
        case plan::FieldKind::money:
            return static_cast<double>(*whole) / 100;
        default:
            return *whole;
        }
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (std::holds_alternative<plan::ShapeRef>(value)) {
        return true;
    }
    return nullptr;
}

} // namespace

Json recordJson(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    const auto record = plan.record(kind, id);
    Json json{{"id", idText(id)}};
    for (const auto& field : plan::recordInfo(kind).fields) {
        json[std::string(field.key)] = valueJson(plan, field, field.get(record.get()));
    }
    return json;
}

} // namespace wardmote::app
