#pragma once
#include "ui/publish/pages.h"
#include "ui/publish/publish.h"

#include <QString>

#include <memory>
#include <string>

namespace wardmote::ui {

/// A report as a page of the window holds it: its tree and its pages, made off the screen's thread.
struct PreparedReport {
    std::shared_ptr<const report::Document> document;
    std::shared_ptr<const publish::PagedReport> pages;
};

/// Sets a document on pages. Any thread.
Result<PreparedReport> prepared(Result<report::Document> document, const Progress& progress);

/// A file name that the systems allow, of the title before its first colon and a word for what it is:
/// "Keynsham Area Forum report.pdf".
std::string fileNameFor(const report::Document& document, const std::string& what, publish::Format format);

} // namespace wardmote::ui
