#pragma once
#include "core/exchange/reading/sink.h"

#include <filesystem>

/// One function for each kind of file. They throw Refused when the file can't be read as a whole; everything
/// else becomes a warning.
namespace wardmote::exchange {

void readCsv(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink);
void readXlsx(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
              Sink& sink);
void readOds(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink);
/// By GDAL, like the boundaries.
void readXls(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink);
void readLayers(const std::filesystem::path& file, FileKind kind, bool zipped, const ReadOptions& options,
                const ReadLimits& limits, Sink& sink);
/// The program's own exports.
void readJson(const std::filesystem::path& file, const ReadOptions& options, Sink& sink);

/// A calendar (iCalendar) as a list of dated meetings.
void readCalendar(const std::filesystem::path& file, const ReadOptions& options, Sink& sink);

/// Detects the kind and reads with the function for it, in this process.
Result<void> readHere(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
                      Sink& sink);

/// True if a sheet of this name is to be read.
bool isWanted(const ReadOptions& options, const std::string& sheet);

} // namespace wardmote::exchange
