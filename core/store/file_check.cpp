#include "core/store/file_check.h"

#include "core/platform/durable_file.h"
#include "core/store/migrate.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace wardmote::store {
namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};

std::uint32_t bigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        number = (number << 8) | static_cast<unsigned char>(bytes[at + i]);
    }
    return number;
}

std::string kindOfFile(std::string_view start) {
    if (start.starts_with("PK")) {
        return "It looks like a spreadsheet, document or zip file.";
    }
    if (start.starts_with("%PDF")) {
        return "It looks like a PDF document.";
    }
    if (start.starts_with("\xD0\xCF\x11\xE0")) {
        return "It looks like an old spreadsheet or document.";
    }
    const bool text = std::ranges::none_of(start, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return text ? "It is a text file with another name." : "Its content is not known.";
}

Error notAPlan(const std::filesystem::path& path, const std::string& why) {
    return {
        fmt::format("“{}” is not a Wardmote plan. {} Nothing in it was changed.", platform::shown(path), why),
        "Open a file that Wardmote saved; lists and tables are brought into a plan with Import."};
}

using SchemaRow = std::tuple<std::string, std::string, std::string>; // type, table, text

std::map<std::string, SchemaRow> schemaOf(SQLite::Database& database) {
    std::map<std::string, SchemaRow> rows;
    // Statistics that some tools leave behind are data about data: harmless, and not ours.
    SQLite::Statement row(database, "SELECT name, type, tbl_name, ifnull(sql, '') FROM sqlite_schema "
                                    "WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')");
    while (row.executeStep()) {
        rows.emplace(row.getColumn(0).getString(),
                     SchemaRow{row.getColumn(1).getString(), row.getColumn(2).getString(),
                               row.getColumn(3).getString()});
    }
    return rows;
}

} // namespace

Header headerOf(SQLite::Database& database) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    Header header;
    if (!file || !file->pMethods) {
        throw SQLite::Exception("the file can't be reached", SQLITE_CANTOPEN);
    }
    sqlite3_int64 size = 0;
    if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK) {
        throw SQLite::Exception("the size of the file can't be read", code);
    }
    header.size = size;
    header.start.resize(static_cast<std::size_t>(std::min<sqlite3_int64>(size, 100)));
    if (const int code =
            file->pMethods->xRead(file, header.start.data(), static_cast<int>(header.start.size()), 0);
        code != SQLITE_OK) {
        throw SQLite::Exception("the start of the file can't be read", code);
    }
    header.database = std::string_view(header.start).starts_with(magic) && header.start.size() == 100;
    if (header.database) {
        const auto stored = bigEndian(header.start, 16, 2);
        const std::int64_t pageSize = stored == 1 ? 65536 : stored;
        // The count of pages holds only if the same program wrote it and the change counter.
        if (bigEndian(header.start, 24, 4) == bigEndian(header.start, 92, 4)) {
            header.bytesClaimed = pageSize * bigEndian(header.start, 28, 4);
        }
        header.version = static_cast<int>(bigEndian(header.start, 60, 4));
        header.applicationId = static_cast<int>(bigEndian(header.start, 68, 4));
    }
    return header;
}

bool hasJournal(const std::filesystem::path& path) {
    auto journal = path;
    journal += "-journal";
    std::error_code ignored;
    return std::filesystem::exists(journal, ignored) && std::filesystem::file_size(journal, ignored) > 0;
}

std::optional<Error> wrongWithPath(const std::filesystem::path& path) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    const auto name = platform::shown(path);
    if (status.type() == std::filesystem::file_type::directory) {
        return Error{fmt::format("“{}” is a folder, not a plan.", name),
                     "Open the folder and choose a file that ends in .wardmote."};
    }
    if (status.type() == std::filesystem::file_type::not_found) {
        const auto folder = path.parent_path();
        if (!folder.empty() && !std::filesystem::exists(folder, code)) {
            return Error{fmt::format("The folder of “{}” can’t be found: it was moved, or its drive is not "
                                     "connected.",
                                     name),
                         "Connect the drive or look for the plan elsewhere."};
        }
        return Error{fmt::format("There is no file “{}”: it was moved, renamed or deleted.", name),
                     "Look for it elsewhere, or go back to a backup."};
    }
    if (status.type() != std::filesystem::file_type::regular &&
        status.type() != std::filesystem::file_type::none &&
        status.type() != std::filesystem::file_type::unknown) {
        return Error{fmt::format("“{}” is a device, not a plan.", name),
                     "Choose a file that ends in .wardmote."};
    }
    return std::nullopt;
}

std::optional<Error> wrongWithHeader(const Header& header, const std::filesystem::path& path) {
    if (header.size == 0) {
        return notAPlan(path, "The file is empty.");
    }
    if (std::ranges::all_of(header.start, [](char c) { return c == '\0'; })) {
        return explainDamage(path, "the first bytes are all zero");
    }
    if (!header.database) {
        const auto common = std::min(header.start.size(), magic.size());
        if (header.start.size() < 100 && magic.substr(0, common) == header.start.substr(0, common)) {
            return explainDamage(path, fmt::format("only {} bytes are left of it", header.size));
        }
        if (header.start.size() == 100 && bigEndian(header.start, 68, 4) == applicationId) {
            return explainDamage(path, "the first bytes are not those of a database");
        }
        return notAPlan(path, kindOfFile(header.start));
    }
    if (header.applicationId != applicationId) {
        return notAPlan(path, "It is a database of another program.");
    }
    if (header.bytesClaimed > header.size) {
        auto error =
            explainDamage(path, fmt::format("{} of {} bytes are there", header.size, header.bytesClaimed));
        error.message =
            fmt::format("“{}” is cut short: the end of it is missing, as after a copy that was broken "
                        "off. Nothing in it was changed.",
                        platform::shown(path));
        return error;
    }
    return std::nullopt;
}

std::optional<Error> wrongWithSchema(SQLite::Database& database, const Format& format, int version,
                                     const std::filesystem::path& path) {
    const auto reference = openInMemory();
    buildSchema(*reference, format, version);
    const auto expected = schemaOf(*reference);
    const auto found = schemaOf(database);
    for (const auto& [name, row] : found) {
        const auto known = expected.find(name);
        if (known == expected.end() || known->second != row) {
            Error error{
                fmt::format("“{}” holds something that Wardmote did not put there: the {} “{}”. It is "
                            "damaged, or somebody has tampered with it. Nothing in it was changed.",
                            platform::shown(path), std::get<0>(row), name.substr(0, 60)),
                "Don’t trust this file. Go back to a backup or ask who sent it.",
                std::get<2>(row).substr(0, 500)};
            return error;
        }
    }
    for (const auto& [name, row] : expected) {
        if (!found.contains(name)) {
            return explainDamage(path, fmt::format("the {} {} is missing", std::get<0>(row), name));
        }
    }
    return std::nullopt;
}

std::optional<Error> wrongInside(SQLite::Database& database, const std::filesystem::path& path) {
    SQLite::Statement pages(database, "PRAGMA quick_check(1)");
    if (!pages.executeStep() || pages.getColumn(0).getString() != "ok") {
        return explainDamage(path, pages.hasRow() ? pages.getColumn(0).getString() : "quick_check");
    }
    SQLite::Statement references(database, "PRAGMA foreign_key_check");
    if (references.executeStep()) {
        return explainDamage(
            path, fmt::format("a row of {} refers to nothing", references.getColumn(0).getString()));
    }
    return std::nullopt;
}

} // namespace wardmote::store
