#include "ui/preview/print_pages.h"

#include "ui/publish/paint_page.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace wardmote::ui {

Result<void> printPages(const publish::PagedReport& report, QPagedPaintDevice& device, int first, int last) {
    const int pages = static_cast<int>(report.pages.size());
    first = std::clamp(first, 1, std::max(1, pages));
    last = std::clamp(last, first, std::max(first, pages));
    QPainter painter;
    if (!painter.begin(&device)) {
        return failure("The printer can't be reached.", "Check that it is switched on, or choose another.");
    }
    for (int page = first; page <= last && page <= pages; ++page) {
        if (page > first && !device.newPage()) {
            return failure("The printer stopped before the last page.", "Check paper and printer.");
        }
        painter.save();
        const double scale = std::min(device.width() / report.width, device.height() / report.height);
        painter.translate((device.width() - scale * report.width) / 2, 0);
        painter.scale(scale, scale);
        publish::paintPage(painter, report, static_cast<std::size_t>(page - 1));
        painter.restore();
    }
    if (!painter.end()) {
        return failure("The printer took not all of it.", "Check paper and printer, then print again.");
    }
    return {};
}

} // namespace wardmote::ui
