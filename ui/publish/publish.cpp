#include "ui/publish/publish.h"

#include "ui/publish/html.h"
#include "ui/publish/odt.h"
#include "ui/publish/paginate.h"
#include "ui/publish/pdf.h"
#include "ui/publish/whole_file.h"

#include <algorithm>

namespace wardmote::publish {

std::optional<Format> formatOf(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : static_cast<char>(letter);
    });
    if (ending == ".pdf") {
        return Format::pdf;
    }
    if (ending == ".html" || ending == ".htm") {
        return Format::html;
    }
    if (ending == ".odt") {
        return Format::odt;
    }
    return std::nullopt;
}

Result<std::string> render(const report::Document& document, Format format, const Progress& progress) {
    const auto shared = std::make_shared<const report::Document>(bounded(document));
    switch (format) {
    case Format::html:
        return htmlOf(*shared);
    case Format::odt:
        return odtOf(*shared);
    case Format::pdf:
        break;
    }
    const auto pages = paginate(shared, progress);
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    return pdfOf(*pages, progress);
}

Result<void> writeReport(const report::Document& document, const std::filesystem::path& path,
                         const Options& options, const Progress& progress) {
    const auto format = options.format ? options.format : formatOf(path);
    if (!format) {
        return failure("A report can be written as PDF, HTML or ODT, and \"" + path.filename().string() +
                           "\" ends in none of them.",
                       "End the file's name in .pdf, .html or .odt.");
    }
    const auto bytes = render(document, *format, progress);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return writeWhole(path, *bytes);
}

} // namespace wardmote::publish
