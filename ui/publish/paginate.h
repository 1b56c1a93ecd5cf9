#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/publish/pages.h"

namespace wardmote::publish {

/// Sets a report on A4 pages. Any thread, once a QGuiApplication exists. An Error only if stopped.
Result<PagedReport> paginate(std::shared_ptr<const report::Document> document, const Progress& progress = {});

/// The report with what no page can hold cut and said so: tables beyond 2,000 rows, cells beyond 2,000
/// letters.
report::Document bounded(report::Document document);

} // namespace wardmote::publish
