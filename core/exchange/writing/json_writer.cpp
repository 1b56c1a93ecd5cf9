#include "core/exchange/cell_text.h"
#include "core/exchange/shape_text.h"
#include "core/exchange/writing/export_fields.h"

#include <nlohmann/json.hpp>

namespace wardmote::exchange {
namespace {

using Json = nlohmann::ordered_json;
using plan::FieldKind;

Json referenceJson(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    Json json{{"id", std::to_string(id)}};
    if (plan.contains(kind, id)) {
        json["name"] = plan::nameOf(plan, kind, id);
    }
    return json;
}

Json valueJson(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value) {
    if (const auto* links = std::get_if<plan::Links>(&value)) {
        Json list = Json::array();
        for (const auto& link : *links) {
            Json item = Json::object();
            for (std::size_t i = 0; i < link.cells.size() && i < field.linkFields.size(); ++i) {
                if (plan::isRecorded(link.cells[i])) {
                    item[std::string(field.linkFields[i].key)] =
                        valueJson(plan, field.linkFields[i], link.cells[i]);
                }
            }
            list.push_back(std::move(item));
        }
        return list;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == FieldKind::reference) {
            return referenceJson(plan, field.target, *number);
        }
        // Pence are exact in a double up to 10^15, and a hundredth prints with two digits.
        return field.kind == FieldKind::money ? Json(static_cast<double>(*number) / 100.0) : Json(*number);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (const auto* shape = std::get_if<plan::ShapeRef>(&value)) {
        return *shape ? Json(toWkt(**shape)) : Json();
    }
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? Json(*text) : Json();
}

} // namespace

std::string exportJson(const plan::Plan& plan, plan::RecordKind kind, const ExportOptions& options) {
    Json records = Json::array();
    const auto fields = exportedFields(kind, options);
    for (const auto id : exportedIds(plan, kind, options)) {
        const auto record = plan.record(kind, id);
        Json json{{"id", std::to_string(id)}};
        for (const auto* field : fields) {
            const auto value = field->get(record.get());
            if (plan::isRecorded(value)) {
                json[std::string(field->key)] = valueJson(plan, *field, value);
            }
        }
        records.push_back(std::move(json));
    }
    const Json whole{{"wardmote", 1},
                     {"kind", std::string(plan::recordInfo(kind).table)},
                     {"records", std::move(records)}};
    return whole.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace wardmote::exchange
