#include "tests/core/exchange/reading/made_files.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <zip.h>

namespace wardmote::tests {
namespace {

constexpr const char* office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

} // namespace

std::filesystem::path made(const TemporaryFolder& folder, const std::string& name, std::string_view bytes) {
    const auto path = folder / name;
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

std::filesystem::path madeZip(const TemporaryFolder& folder, const std::string& name,
                              const std::map<std::string, std::string>& members) {
    const auto path = folder / name;
    int code = 0;
    auto* archive = ::zip_open(path.string().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive == nullptr) {
        throw std::runtime_error("no zip file");
    }
    for (const auto& [member, bytes] : members) {
        ::zip_file_add(archive, member.c_str(), ::zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                       ZIP_FL_ENC_UTF_8);
    }
    if (::zip_close(archive) != 0) {
        throw std::runtime_error("the zip file was not written");
    }
    return path;
}

std::filesystem::path madeXlsx(const TemporaryFolder& folder, const std::string& name,
                               const std::map<std::string, std::string>& sheets, const std::string& styles,
                               const std::map<std::string, std::string>& more) {
    auto members = more;
    members["[Content_Types].xml"] = "<Types/>";
    std::string list;
    std::string relations;
    int number = 0;
    for (const auto& [title, xml] : sheets) {
        const auto id = std::to_string(++number);
        const bool hidden = title.starts_with("~");
        list += "<sheet name=\"" + (hidden ? title.substr(1) : title) + "\" sheetId=\"" + id + "\"" +
                (hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + id + "\"/>";
        relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        members["xl/worksheets/sheet" + id + ".xml"] =
            std::string("<worksheet xmlns=\"") + spreadsheet + "\">" + xml + "</worksheet>";
    }
    relations +=
        std::string("<Relationship Id=\"s\" Type=\"") + office + "/styles\" Target=\"/xl/styles.xml\"/>";
    relations += std::string("<Relationship Id=\"t\" Type=\"") + office +
                 "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    members["xl/workbook.xml"] = std::string("<workbook xmlns=\"") + spreadsheet + "\" xmlns:r=\"" + office +
                                 "\"><sheets>" + list + "</sheets></workbook>";
    members["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
    members["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>";
    return madeZip(folder, name, members);
}

std::filesystem::path madeOds(const TemporaryFolder& folder, const std::string& name,
                              const std::string& tables, const std::string& styles) {
    return madeZip(
        folder, name,
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
                         "xmlns:style=\"s\"><office:automatic-styles>" +
                             styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                             "</office:spreadsheet></office:body></office:document-content>"}});
}

Result<exchange::FileContents> readHere(const std::filesystem::path& file,
                                        const exchange::ReadOptions& options,
                                        const exchange::ReadLimits& limits) {
    return exchange::FileReader({}, limits).read(file, options);
}

std::vector<std::string> rowOf(const exchange::Table& table, std::size_t row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.rowLength(row); ++i) {
        cells.emplace_back(table.text(row, i));
    }
    return cells;
}

bool warns(const exchange::FileContents& contents, std::string_view words) {
    return std::ranges::any_of(contents.warnings, [&](const auto& warning) {
        return warning.message.find(words) != std::string::npos;
    });
}

} // namespace wardmote::tests
