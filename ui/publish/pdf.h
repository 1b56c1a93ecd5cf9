#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/publish/pages.h"

#include <string>

namespace wardmote::publish {

/// A tagged PDF of the pages: structure, language, alternatives, links and bookmarks as PDF/UA-1 asks for,
/// fonts embedded, pictures as vectors. The same report gives the same bytes. Any thread.
Result<std::string> pdfOf(const PagedReport& report, const Progress& progress = {});

} // namespace wardmote::publish
