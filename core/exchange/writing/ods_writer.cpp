#include "core/exchange/reading/number_text.h"
#include "core/exchange/writing/table_writers.h"
#include "core/plan/date.h"

#include <zip.h>

namespace wardmote::exchange {
namespace {

constexpr std::string_view mimeType = "application/vnd.oasis.opendocument.spreadsheet";

void putEscaped(char c, std::string& to) {
    switch (c) {
    case '&':
        to += "&amp;";
        break;
    case '<':
        to += "&lt;";
        break;
    case '>':
        to += "&gt;";
        break;
    case '"':
        to += "&quot;";
        break;
    default:
        // XML holds no other control characters.
        if (static_cast<unsigned char>(c) >= 0x20) {
            to.push_back(c);
        }
    }
}

std::string attribute(std::string_view text) {
    std::string result;
    for (const char c : text) {
        putEscaped(c, result);
    }
    return result;
}

/// Lines are paragraphs; a space that another precedes, or that begins a line, needs an element of its own.
std::string paragraphs(std::string_view text) {
    std::string result = "<text:p>";
    bool spaced = true;
    for (const char c : text) {
        if (c == '\n') {
            result += "</text:p><text:p>";
            spaced = true;
        } else if (c == '\t') {
            result += "<text:tab/>";
            spaced = true;
        } else if (c == ' ' && spaced) {
            result += "<text:s/>";
        } else {
            putEscaped(c, result);
            spaced = c == ' ';
        }
    }
    // A space at the end of a paragraph would be lost too.
    if (result.ends_with(" ")) {
        result.replace(result.size() - 1, 1, "<text:s/>");
    }
    return result + "</text:p>";
}

std::string cellXml(const std::string& text, ColumnKind kind) {
    if (text.empty()) {
        return "<table:table-cell/>";
    }
    if (kind == ColumnKind::number && plainNumber(text) == text) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + attribute(text) + "\">" +
               paragraphs(text) + "</table:table-cell>";
    }
    if (kind == ColumnKind::date && plan::Date::fromIso(text)) {
        return "<table:table-cell table:style-name=\"date\" office:value-type=\"date\" office:date-value=\"" +
               attribute(text) + "\">" + paragraphs(text) + "</table:table-cell>";
    }
    return "<table:table-cell office:value-type=\"string\">" + paragraphs(text) + "</table:table-cell>";
}

std::string contentXml(const PlainTable& table) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" office:version=\"1.2\">"
        "<office:automatic-styles>"
        "<number:date-style style:name=\"iso\"><number:year "
        "number:style=\"long\"/><number:text>-</number:text>"
        "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>"
        "</number:date-style>"
        "<style:style style:name=\"wide\" style:family=\"table-column\">"
        "<style:table-column-properties style:column-width=\"5cm\"/></style:style>"
        "<style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"iso\"/>"
        "<style:style style:name=\"head\" style:family=\"table-cell\">"
        "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>";
    xml += "<table:table table:name=\"" + attribute(table.title) + "\">";
    xml += "<table:table-column table:style-name=\"wide\" table:number-columns-repeated=\"" +
           std::to_string(table.columns.size()) + "\"/><table:table-header-rows><table:table-row>";
    for (const auto& column : table.columns) {
        xml += "<table:table-cell table:style-name=\"head\" office:value-type=\"string\">" +
               paragraphs(column.heading) + "</table:table-cell>";
    }
    xml += "</table:table-row></table:table-header-rows>";
    for (const auto& row : table.rows) {
        xml += "<table:table-row>";
        for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
            xml += cellXml(row[i], table.columns[i].kind);
        }
        xml += "</table:table-row>\n";
    }
    return xml + "</table:table></office:spreadsheet></office:body></office:document-content>";
}

constexpr std::string_view manifest =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.2\">"
    "<manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

} // namespace

Result<void> writeOds(const PlainTable& table, const std::filesystem::path& file) {
    const auto content = contentXml(table);
    const auto name = file.u8string();
    int code = 0;
    auto* archive =
        ::zip_open(std::string(name.begin(), name.end()).c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive == nullptr) {
        return failure("", {}, "zip error " + std::to_string(code));
    }
    // The type stands first and unpacked, so that other programs know the file by its first bytes.
    const auto add = [&](const char* member, std::string_view bytes) {
        auto* source = ::zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        return source != nullptr ? ::zip_file_add(archive, member, source, ZIP_FL_ENC_UTF_8) : -1;
    };
    const auto type = add("mimetype", mimeType);
    const bool added =
        type >= 0 &&
        ::zip_set_file_compression(archive, static_cast<zip_uint64_t>(type), ZIP_CM_STORE, 0) == 0 &&
        add("content.xml", content) >= 0 && add("META-INF/manifest.xml", manifest) >= 0;
    if (!added || ::zip_close(archive) != 0) {
        const std::string said = ::zip_strerror(archive);
        ::zip_discard(archive);
        return failure("", {}, said);
    }
    return {};
}

} // namespace wardmote::exchange
