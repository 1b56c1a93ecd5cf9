#include "core/exchange/reading/xlsx_parts.h"

#include "core/exchange/reading/number_text.h"
#include "core/exchange/reading/sink.h"
#include "core/exchange/reading/text_decoder.h"
#include "core/exchange/reading/xml_stream.h"

#include <charconv>
#include <map>

namespace wardmote::exchange {
namespace {

struct Relation {
    std::string type;
    std::string target;
};

/// Where one part of the package points to.
class RelationsHandler : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship") {
            relations[std::string(attributes.get("Id"))] = {std::string(attributes.get("Type")),
                                                            std::string(attributes.get("Target"))};
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
    std::map<std::string, Relation> relations;
};

class WorkbookHandler : public XmlHandler {
public:
    struct Listed {
        std::string name;
        std::string relation;
        bool hidden;
    };
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            const auto state = attributes.get("state");
            sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                              state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            const auto value = attributes.get("date1904");
            from1904 = value == "1" || value == "true";
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
    std::vector<Listed> sheets;
    bool from1904 = false;
};

class StylesHandler : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            formats_[attributes.count("numFmtId", 0)] = hintOfFormat(attributes.get("formatCode"));
        } else if (name == "cellXfs") {
            inCells_ = true;
        } else if (name == "xf" && inCells_) {
            const auto id = attributes.count("numFmtId", 0);
            const auto own = formats_.find(id);
            styles.push_back(own != formats_.end() ? own->second : hintOfBuiltInFormat(id));
        }
    }
    void end(std::string_view name) override { inCells_ = inCells_ && name != "cellXfs"; }
    void text(std::string_view) override {}
    std::vector<CellHint> styles;

private:
    std::map<std::size_t, CellHint> formats_;
    bool inCells_ = false;
};

class StringsHandler : public XmlHandler {
public:
    explicit StringsHandler(const ReadLimits& limits) : limits_(limits) {}
    void start(std::string_view name, const XmlAttributes&) override {
        inText_ = name == "t" && !phonetic_;
        phonetic_ = phonetic_ || name == "rPh"; // how to pronounce it, in Japanese workbooks
    }
    void end(std::string_view name) override {
        inText_ = false;
        if (name == "rPh") {
            phonetic_ = false;
        } else if (name == "si") {
            texts.endText();
        }
    }
    void text(std::string_view piece) override {
        if (inText_) {
            bytes_ += piece.size();
            if (bytes_ > limits_.textBytes) {
                throw Refused{"The workbook holds more than " + std::to_string(limits_.textBytes >> 20U) +
                                  " MB of text.",
                              "Keep only the rows and columns needed.",
                              {}};
            }
            texts.add(piece);
        }
    }
    SharedTexts texts;

private:
    const ReadLimits& limits_;
    std::uint64_t bytes_ = 0;
    bool inText_ = false;
    bool phonetic_ = false;
};

/// A target as the relation gives it, beside the part that it belongs to or from the package's root.
std::string memberOf(std::string_view target, const std::string& folder) {
    if (target.starts_with("/")) {
        return std::string(target.substr(1));
    }
    std::string base = folder;
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = base.rfind('/', base.size() < 2 ? 0 : base.size() - 2);
        base = slash == std::string::npos ? std::string{} : base.substr(0, slash + 1);
    }
    return base + std::string(target);
}

RelationsHandler relationsOf(const ZipArchive& archive, const std::string& part) {
    const auto slash = part.rfind('/');
    const auto folder = slash == std::string::npos ? std::string{} : part.substr(0, slash + 1);
    const auto name = slash == std::string::npos ? part : part.substr(slash + 1);
    RelationsHandler handler;
    parseXml(archive, folder + "_rels/" + name + ".rels", handler);
    for (auto& [id, relation] : handler.relations) {
        relation.target = memberOf(relation.target, folder);
    }
    return handler;
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

XlsxWorkbook readXlsxWorkbook(const ZipArchive& archive) {
    std::string main = "xl/workbook.xml";
    if (!archive.has(main)) {
        for (const auto& [id, relation] : relationsOf(archive, "").relations) {
            if (relation.type.ends_with("/officeDocument")) {
                main = relation.target;
            }
        }
    }
    WorkbookHandler workbook;
    parseXml(archive, main, workbook);
    const auto relations = relationsOf(archive, main).relations;
    XlsxWorkbook result;
    result.from1904 = workbook.from1904;
    for (auto& sheet : workbook.sheets) {
        const auto relation = relations.find(sheet.relation);
        if (relation != relations.end() && relation->second.type.ends_with("/worksheet")) {
            result.sheets.push_back({std::move(sheet.name), relation->second.target, sheet.hidden});
        }
    }
    for (const auto& [id, relation] : relations) {
        if (relation.type.ends_with("/sharedStrings") && archive.has(relation.target)) {
            result.stringsMember = relation.target;
        } else if (relation.type.ends_with("/styles") && archive.has(relation.target)) {
            StylesHandler styles;
            parseXml(archive, relation.target, styles);
            result.styles = std::move(styles.styles);
        }
    }
    return result;
}

std::string_view SharedTexts::at(std::size_t index) const {
    if (index >= ends_.size()) {
        return {};
    }
    const auto start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(start, ends_[index] - start);
}

SharedTexts readSharedTexts(const ZipArchive& archive, const std::string& member, const ReadLimits& limits) {
    StringsHandler handler(limits);
    if (!member.empty()) {
        parseXml(archive, member, handler);
    }
    return std::move(handler.texts);
}

std::string withoutEscapes(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' && isHex(rest[2]) &&
            isHex(rest[3]) && isHex(rest[4]) && isHex(rest[5])) {
            unsigned code = 0;
            std::from_chars(rest.data() + 2, rest.data() + 6, code, 16);
            // Excel writes the first half of a Windows line end so; by itself it is meant.
            const bool halfOfLineEnd = code == '\r' && rest.size() > 7 && rest[7] == '\n';
            if (code != 0 && (code < 0xD800 || code > 0xDFFF) && !halfOfLineEnd) {
                appendUtf8(code, result);
            }
            i += 6;
        } else if (text[i] != '\r') {
            result.push_back(text[i]);
        }
    }
    return result;
}

} // namespace wardmote::exchange
