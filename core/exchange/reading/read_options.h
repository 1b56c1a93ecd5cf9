#pragma once
#include "core/exchange/reading/table.h"

#include <optional>
#include <string>

namespace wardmote::exchange {

/// How a file is to be read. The defaults read all of it as its own content suggests.
struct ReadOptions {
    std::optional<std::string> sheet;    ///< read this sheet or layer only; summaries list all
    std::optional<Encoding> encoding;    ///< CSV: instead of the one found
    std::optional<char> delimiter;       ///< CSV: ',' ';' '\t' or '|', instead of the one found
    std::optional<std::size_t> rowLimit; ///< rows of each sheet, for a preview
    bool shapes = true;                  ///< false: attributes only
};

/// Beyond these a file is refused with a message that names the limit (cells: cut with a warning).
struct ReadLimits {
    std::uint64_t fileBytes = 512ULL << 20;      ///< of the file as it lies on the disk
    std::uint64_t unpackedBytes = 1024ULL << 20; ///< that a zipped file says it holds
    std::uint64_t textBytes = 512ULL << 20;      ///< of all cells together
    std::size_t cells = 30'000'000;              ///< of all tables together
    std::size_t columns = 16'384;                ///< of a row, as in Excel
    std::size_t cellBytes = 100'000;             ///< of one cell: what a field of a plan holds
    std::size_t shapePoints = 30'000'000;        ///< of all boundaries together
    std::uint64_t memoryBytes = 1536ULL << 20;   ///< address space of the reading child
    int seconds = 120;                           ///< of the clock, and of processor time
};

} // namespace wardmote::exchange
