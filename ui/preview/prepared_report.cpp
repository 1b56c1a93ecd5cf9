#include "ui/preview/prepared_report.h"

#include "ui/publish/paginate.h"

namespace wardmote::ui {

Result<PreparedReport> prepared(Result<report::Document> document, const Progress& progress) {
    if (!document) {
        return tl::unexpected(document.error());
    }
    PreparedReport made;
    made.document = std::make_shared<const report::Document>(std::move(*document));
    auto pages = publish::paginate(made.document, progress);
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    made.pages = std::make_shared<const publish::PagedReport>(std::move(*pages));
    return made;
}

std::string fileNameFor(const report::Document& document, const std::string& what, publish::Format format) {
    std::string name = document.title.substr(0, document.title.find(':')) + " " + what;
    for (char& letter : name) {
        const bool forbidden = static_cast<unsigned char>(letter) < 0x20 ||
                               std::string_view("<>:\"/\\|?*").find(letter) != std::string_view::npos;
        letter = forbidden ? ' ' : letter;
    }
    switch (format) {
    case publish::Format::html:
        return name + ".html";
    case publish::Format::odt:
        return name + ".odt";
    case publish::Format::pdf:
        break;
    }
    return name + ".pdf";
}

} // namespace wardmote::ui
