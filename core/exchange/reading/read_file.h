#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/reading/read_options.h"

#include <filesystem>

namespace wardmote::exchange {

/// Reads files of other people: CSV, XLSX, ODS, XLS, GeoPackage, GeoJSON, Shapefile (also zipped) and the
/// program's own JSON exports. The kind is told by content, not by the name alone.
///
/// Reading happens in a child process, so that a file made to break or swell its reader ends the child and
/// not the program. The child is the given program started with "--read-file"; the program's main() must
/// then return readerMain(argc, argv) before it does anything else.
class FileReader {
public:
    /// program: what to start as the reader; an empty path reads inside this process (tests only).
    explicit FileReader(std::filesystem::path program, ReadLimits limits = {});

    /// Errors say what is wrong with the file and what to do. Thread-safe; blocks, so call it off the UI
    /// thread. Stopped by progress.stop: the child is ended.
    Result<FileContents> read(const std::filesystem::path& file, const ReadOptions& options = {},
                              const Progress& progress = {}) const;

private:
    std::filesystem::path program_;
    ReadLimits limits_;
};

/// The first argument with which a program is started as the reader.
inline constexpr const char* readerArgument = "--read-file";

/// The reading child's main(): reads the request from standard input, writes what it finds to standard
/// output, returns the exit code.
int readerMain(int argc, char** argv);

} // namespace wardmote::exchange
