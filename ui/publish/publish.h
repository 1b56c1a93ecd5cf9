#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/report/blocks.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// A report tree made into a file that a council can publish. Every function needs a QGuiApplication (the
/// offscreen platform will do) and may be called on any thread.
namespace wardmote::publish {

enum class Format { pdf, html, odt };

/// By the end of the name: .pdf, .html or .htm, .odt; in any case.
std::optional<Format> formatOf(const std::filesystem::path& path);

struct Options {
    std::optional<Format> format; ///< nothing: by the end of the file's name
};

/// The bytes of the file. The same report gives the same bytes.
Result<std::string> render(const report::Document& document, Format format, const Progress& progress = {});

/// Writes the report whole or not at all: a file that was there stays as it was if anything fails.
Result<void> writeReport(const report::Document& document, const std::filesystem::path& path,
                         const Options& options = {}, const Progress& progress = {});

} // namespace wardmote::publish
