#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::store {

/// One step from a format of the plan file to the next. Steps only append tables and columns, so that older
/// history can still be undone; one that does anything else is a barrier.
struct Migration {
    int version = 0;              ///< the format it makes
    int minCompatible = 0;        ///< the oldest format whose programs may still read such a file
    std::string_view programFrom; ///< the first release that knows it: "Wardmote 0.1"
    std::vector<std::string_view> sql;
    bool barrier = false; ///< history before it can be read but not undone
};

/// The formats that a program knows, in order, from the empty file on.
struct Format {
    std::vector<Migration> migrations;

    int version() const { return migrations.back().version; }
    const Migration* find(int version) const;
};

/// The format that this program writes.
Format currentFormat();

/// "WdMt" in the header of the file: what tells a plan from other programs' databases.
inline constexpr int applicationId = 0x57644d74;

std::string_view bookkeepingTables1();
std::string_view recordTables1();
std::string_view recordTables2();
std::string_view recordTables3();

} // namespace wardmote::store
