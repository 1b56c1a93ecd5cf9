#pragma once
#include "core/base/result.h"
#include "ui/publish/pages.h"

class QPagedPaintDevice;

namespace wardmote::ui {

/// Paints pages `first` to `last` (from 1) of a report on a printer or whatever else has pages, each as large
/// as the paper allows. Any thread. An Error if the device takes nothing.
Result<void> printPages(const publish::PagedReport& report, QPagedPaintDevice& device, int first, int last);

} // namespace wardmote::ui
