#include "core/exchange/cell_text.h"
#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/places.h"
#include "core/exchange/reading/readers.h"
#include "core/plan/record_info.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace wardmote::exchange {
namespace {

using Json = nlohmann::json;

Refused notOurs(const std::filesystem::path& file, std::string detail) {
    return {"The file " + quotedName(file) + " is not a complete JSON export of Wardmote.",
            "Export it again.", std::move(detail)};
}

std::string scalarText(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "yes" : "no";
    }
    if (value.is_number()) {
        return value.dump();
    }
    if (value.is_object()) { // a reference
        const auto name = value.value("name", std::string());
        const auto id = value.value("id", std::string());
        return writtenReference(name, id);
    }
    return {};
}

/// Lists become the same text that a cell of an exported table has.
std::string cellText(const Json& value, const plan::FieldInfo& field) {
    if (!value.is_array()) {
        return scalarText(value);
    }
    std::vector<WrittenLink> links;
    for (const auto& item : value) {
        WrittenLink link;
        for (std::size_t i = 0; i < field.linkFields.size(); ++i) {
            const std::string key(field.linkFields[i].key);
            if (!item.is_object() || !item.contains(key)) {
                continue;
            }
            if (i == 0) {
                link.key = scalarText(item.at(key));
            } else {
                link.attributes[key] = scalarText(item.at(key));
            }
        }
        links.push_back(std::move(link));
    }
    return writtenLinks(links);
}

void sendRow(Sink& sink, std::size_t number, const std::vector<std::string>& texts, const Place* place) {
    std::vector<SinkCell> cells;
    for (const auto& text : texts) {
        cells.push_back({text});
    }
    sink.row(number, cells, place);
}

} // namespace

void readJson(const std::filesystem::path& file, const ReadOptions& options, Sink& sink) {
    try {
        std::ifstream stream(file, std::ios::binary);
        const auto json = Json::parse(stream);
        const auto kind = json.at("kind").get<std::string>();
        const auto* info = plan::findRecordInfo(kind);
        if (info == nullptr) {
            throw Refused{"The file " + quotedName(file) + " holds records of a kind, \"" + kind +
                              "\", that this version does not know.",
                          "Use the version of Wardmote that wrote it, or a newer one.",
                          {}};
        }
        const auto& records = json.at("records");
        sink.sheet({kind, false, records.size(), {}, {}});
        sink.startTable(kind, false, true);
        std::vector<std::string> texts{std::string(idHeading)};
        for (const auto& field : info->fields) {
            texts.emplace_back(field.key);
        }
        sendRow(sink, 1, texts, nullptr);
        std::size_t number = 1;
        WktPlaces boundaries;
        for (const auto& record : records) {
            if (options.rowLimit && number > *options.rowLimit) {
                sink.cut();
                break;
            }
            texts.assign(1, record.at("id").get<std::string>());
            std::optional<Place> place;
            for (const auto& field : info->fields) {
                const auto found = record.find(std::string(field.key));
                auto text = found == record.end() ? std::string{} : cellText(*found, field);
                if (field.kind == plan::FieldKind::shape && !text.empty()) {
                    if (auto made = boundaries.place(text); made && options.shapes) {
                        place = std::move(*made);
                    }
                    text.clear();
                }
                texts.push_back(std::move(text));
            }
            sendRow(sink, ++number, texts, place ? &*place : nullptr);
        }
    } catch (const Json::exception& error) {
        throw notOurs(file, error.what());
    }
}

} // namespace wardmote::exchange
