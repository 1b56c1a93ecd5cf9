#pragma once
#include "ui/publish/pages.h"

#include <functional>

class QPainter;

namespace wardmote::publish {

/// Paints one page in tenths of a point (scale the painter first). `enter` is told before the items of each
/// element, and with `artifact` before what is none: the PDF writer sets its marks there.
void paintPage(QPainter& painter, const PagedReport& report, std::size_t page,
               const std::function<void(int element)>& enter = {});

} // namespace wardmote::publish
