#include "core/exchange/reading/detect.h"

#include "core/exchange/reading/zip_archive.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace wardmote::exchange {
namespace {

constexpr std::size_t headBytes = 64 * 1024;

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string readUpTo(const std::filesystem::path& file, std::size_t bytes) {
    std::ifstream stream(file, std::ios::binary);
    std::string content(bytes, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(bytes));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

Failure isInstead(const std::filesystem::path& file, const std::string& what, const std::string& remedy) {
    return failure("The file " + quotedName(file) + " is " + what + ", which cannot be imported.", remedy);
}

/// An ASCII name as OLE directories spell it, in UTF-16.
std::string wide(std::string_view name) {
    std::string result;
    for (const char c : name) {
        result.push_back(c);
        result.push_back('\0');
    }
    return result;
}

Result<Detected> detectOle(const std::filesystem::path& file, const ReadLimits& limits) {
    const auto content =
        readUpTo(file, static_cast<std::size_t>(std::min<std::uint64_t>(limits.fileBytes, 64ULL << 20U)));
    const auto holds = [&](std::string_view stream) {
        return content.find(wide(stream)) != std::string::npos;
    };
    if (holds("EncryptedPackage") || holds("EncryptionInfo")) {
        return failure("The workbook " + quotedName(file) + " is protected by a password.",
                       "Open it in Excel, remove the password (File, Info, Protect Workbook), save a copy "
                       "and import that.");
    }
    if (holds("Workbook") || holds("Book")) {
        return Detected{FileKind::xls};
    }
    if (holds("WordDocument")) {
        return isInstead(file, "a Word document", "Copy its table into a spreadsheet and import that.");
    }
    return isInstead(file, "an old Office file that is no workbook",
                     "Copy what is needed into a spreadsheet and import that.");
}

Result<Detected> detectZip(const std::filesystem::path& file, const ReadLimits& limits) {
    const auto archive = ZipArchive::open(file, limits);
    if (!archive) {
        return Failure(archive.error());
    }
    if (archive->has("xl/workbook.xml")) {
        return Detected{FileKind::xlsx};
    }
    if (archive->has("xl/workbook.bin")) {
        return isInstead(file, "an Excel binary workbook (XLSB)",
                         "In Excel save it as XLSX and import that.");
    }
    if (archive->has("word/document.xml")) {
        return isInstead(file, "a Word document", "Copy its table into a spreadsheet and import that.");
    }
    if (archive->has("mimetype") && archive->has("content.xml")) {
        const auto type = archive->readAll("mimetype", 200);
        if (type && type->find("opendocument.spreadsheet") == std::string::npos) {
            return isInstead(file, "an OpenDocument file that is no spreadsheet",
                             "Copy its table into a spreadsheet and import that.");
        }
        return Detected{FileKind::ods};
    }
    const auto& names = archive->names();
    const bool numbers = std::ranges::any_of(names, [](const auto& name) { return name.ends_with(".iwa"); });
    if (numbers) {
        return isInstead(file, "an Apple Numbers or Pages file",
                         "In Numbers choose File, Export To, Excel and import that.");
    }
    if (std::ranges::any_of(names, [](const auto& name) { return lower(name).ends_with(".shp"); })) {
        return Detected{FileKind::shapefile, true};
    }
    // Excel writes other part names only in files that say where the workbook is.
    if (archive->has("[Content_Types].xml") && archive->has("_rels/.rels")) {
        return Detected{FileKind::xlsx};
    }
    return isInstead(file, "a packed folder without a workbook or Shapefile in it",
                     "Unpack it and import the file that is needed.");
}

Result<Detected> detectXml(const std::filesystem::path& file, std::string_view head) {
    const auto text = lower(head);
    if (text.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos) {
        return isInstead(file, "an XML spreadsheet of Excel 2003", "Open it in Excel and save it as XLSX.");
    }
    if (text.find("<html") != std::string::npos || text.find("<table") != std::string::npos ||
        text.find("<!doctype html") != std::string::npos) {
        return isInstead(file, "a web page, though its name may say otherwise",
                         "Open it in Excel and save it as XLSX, or download the table itself.");
    }
    if (text.find("<kml") != std::string::npos) {
        return isInstead(file, "a KML file", "Ask for the boundaries as GeoPackage or GeoJSON.");
    }
    if (text.find("<ogrvrtdatasource") != std::string::npos) {
        return isInstead(file, "a list of links to other files (VRT)", "Import the files themselves.");
    }
    if (text.find("gml") != std::string::npos) {
        return isInstead(file, "a GML file", "Ask for the boundaries as GeoPackage or GeoJSON.");
    }
    return isInstead(file, "an XML file", "Save the data as XLSX, CSV or GeoPackage and import that.");
}

Result<Detected> detectSqlite(const std::filesystem::path& file, std::string_view head) {
    const auto id = head.size() >= 72 ? head.substr(68, 4) : std::string_view{};
    if (lower(file.extension().string()) == ".wardmote") {
        return isInstead(file, "a Wardmote plan",
                         "Open it with File, Open, or combine it with this plan by Merge.");
    }
    if (id == "GPKG" || id == "GP10" || id == "GP11" || lower(file.extension().string()) == ".gpkg") {
        return Detected{FileKind::geoPackage};
    }
    return isInstead(file, "a database of another program",
                     "Export the table needed from that program as CSV or XLSX.");
}

struct Signature {
    std::string_view start;
    const char* what;
    const char* remedy;
};
constexpr Signature others[] = {
    {"%PDF", "a PDF document", "Ask for the table as a spreadsheet, or copy it into one."},
    {"\x89PNG", "a picture", "Ask for the table as a spreadsheet."},
    {"\xFF\xD8\xFF", "a picture", "Ask for the table as a spreadsheet."},
    {"GIF8", "a picture", "Ask for the table as a spreadsheet."},
    {"\x1F\x8B", "a packed file (gzip)", "Unpack it first."},
    {"7z\xBC\xAF", "a packed file (7-Zip)", "Unpack it first."},
    {"Rar!", "a packed file (RAR)", "Unpack it first."},
    {"{\\rtf", "a text document (RTF)", "Copy its table into a spreadsheet and import that."},
    {"\x7F"
     "ELF",
     "a program", "Choose the file that holds the data."},
    {"MZ\x90", "a program", "Choose the file that holds the data."},
};

/// Text has few control characters; in UTF-16 every other byte of plain English is one.
bool looksBinary(std::string_view head) {
    std::size_t controls = 0;
    std::size_t evenZeros = 0;
    std::size_t oddZeros = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const auto byte = static_cast<unsigned char>(head[i]);
        if (byte == 0) {
            ++(i % 2 == 0 ? evenZeros : oddZeros);
        } else if (byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n' && byte != '\f' &&
                   byte != 0x0B) {
            ++controls;
        }
    }
    const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
                       (std::max(evenZeros, oddZeros) > head.size() / 4 &&
                        std::min(evenZeros, oddZeros) < head.size() / 20 + 1);
    return !utf16 && (controls + evenZeros + oddZeros) * 50 > head.size();
}

Result<void> readable(const std::filesystem::path& file, const ReadLimits& limits) {
    namespace fs = std::filesystem;
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return failure("The file " + quotedName(file) + " is not there any more.",
                       "Check the folder, or whether the network drive is connected.");
    }
    if (status.type() == fs::file_type::directory) {
        return failure(quotedName(file) + " is a folder.", "Choose a file in it.");
    }
    if (status.type() != fs::file_type::regular) {
        return failure(quotedName(file) + " is no ordinary file.", "Choose a file of data.", error.message());
    }
    const auto size = fs::file_size(file, error);
    if (error || !std::ifstream(file, std::ios::binary)) {
        return failure("The file " + quotedName(file) + " cannot be opened for reading.",
                       "Close it in other programs, and check that you are allowed to read it.",
                       error.message());
    }
    if (size == 0) {
        return failure("The file " + quotedName(file) + " is empty.",
                       "Check that it was saved or downloaded completely.");
    }
    if (size > limits.fileBytes) {
        return failure("The file " + quotedName(file) + " has " + std::to_string(size >> 20U) +
                           " MB; files up to " + std::to_string(limits.fileBytes >> 20U) + " MB can be read.",
                       "Split it, or keep only the rows and columns needed.");
    }
    return {};
}

} // namespace

std::string quotedName(const std::filesystem::path& file) {
    const auto name = file.filename().u8string();
    return "\"" + std::string(name.begin(), name.end()) + "\"";
}

Result<Detected> detect(const std::filesystem::path& file, const ReadLimits& limits) {
    if (auto ok = readable(file, limits); !ok) {
        return Failure(ok.error());
    }
    const auto content = readUpTo(file, headBytes);
    const std::string_view head = content;
    const auto extension = lower(file.extension().string());
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
        return detectZip(file, limits);
    }
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return detectOle(file, limits);
    }
    if (head.starts_with(std::string_view("SQLite format 3\0", 16))) {
        return detectSqlite(file, head);
    }
    // Workbooks of Excel 2 to 4 are bare records, the first of which says so.
    if (head.size() > 8 && head[0] == '\x09' && (head[1] == '\0' || head[1] == '\x02' || head[1] == '\x04') &&
        (head[2] == '\x04' || head[2] == '\x06') && head[3] == '\0') {
        return isInstead(file, "a workbook of Excel 4 or older", "Open it in Excel and save it as XLSX.");
    }
    if (extension == ".shp" || head.starts_with(std::string_view("\0\0\x27\x0A", 4))) {
        if (!head.starts_with(std::string_view("\0\0\x27\x0A", 4))) {
            return isInstead(file, "no Shapefile though its name says so", "Download it again.");
        }
        return Detected{FileKind::shapefile};
    }
    for (const auto& other : others) {
        if (head.starts_with(other.start)) {
            return isInstead(file, other.what, other.remedy);
        }
    }
    if (extension == ".dbf" || extension == ".shx" || extension == ".prj") {
        return failure("The file " + quotedName(file) + " is one part of a Shapefile.",
                       "Choose the file that ends in .shp.");
    }
    auto text = head;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.starts_with("BEGIN:VCALENDAR")) {
        return Detected{FileKind::calendar};
    }
    if (text.starts_with("<")) {
        return detectXml(file, text);
    }
    if (text.starts_with("{") || (text.starts_with("[") && extension.find("json") != std::string::npos)) {
        if (text.substr(0, 200).find("\"wardmote\"") != std::string_view::npos) {
            return Detected{FileKind::json};
        }
        if (text.find("\"Topology\"") != std::string_view::npos) {
            return isInstead(file, "a TopoJSON file", "Ask for the boundaries as GeoPackage or GeoJSON.");
        }
        if (extension.find("json") != std::string::npos ||
            text.find("FeatureCollection") != std::string_view::npos) {
            return Detected{FileKind::geoJson};
        }
    }
    if (looksBinary(head)) {
        return failure("The file " + quotedName(file) +
                           " is not text, nor any other kind of file that can "
                           "be imported.",
                       "Choose a CSV, XLSX, XLS, ODS, GeoPackage, GeoJSON or Shapefile.");
    }
    return Detected{FileKind::csv};
}

} // namespace wardmote::exchange
