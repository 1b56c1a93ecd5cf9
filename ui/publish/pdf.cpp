#include "ui/publish/pdf.h"

#include "ui/publish/paint_page.h"
#include "ui/publish/pdf_tags.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace wardmote::publish {

namespace {

/// Qt writes no tags. So a tiny rectangle far off the page goes into the stream wherever an element begins or
/// ends; the second pass knows them by their place and puts the tags there.
void mark(QPainter& painter, std::size_t code) {
    painter.save();
    painter.resetTransform();
    painter.fillRect(QRectF(markOrigin - static_cast<double>(code), markOrigin, 1, 1), Qt::black);
    painter.restore();
}

QRectF placeOf(const PagedReport& report, std::size_t page, int element) {
    for (const auto& item : report.pages[page].items) {
        if (const auto* drawing = std::get_if<Drawing>(&item); drawing && drawing->element == element) {
            return drawing->place;
        }
    }
    return {};
}

} // namespace

Result<std::string> pdfOf(const PagedReport& report, const Progress& progress) {
    QByteArray bytes;
    std::vector<Chunk> chunks;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(static_cast<int>(72 * perPoint));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({0, 0, 0, 0});
        writer.setTitle(QString::fromStdString(report.document->title));
        QPainter painter(&writer);
        if (!painter.isActive()) {
            return failure("The report could not be drawn as PDF.",
                           "Try again; if it happens again, export HTML.");
        }
        for (std::size_t page = 0; page < report.pages.size(); ++page) {
            if (progress.stopped()) {
                return failure("Stopped.");
            }
            if (page > 0) {
                writer.newPage();
            }
            paintPage(painter, report, page, [&](int element) {
                if (element == artifact) {
                    mark(painter, 0);
                } else {
                    chunks.push_back({page, element, placeOf(report, page, element)});
                    mark(painter, chunks.size());
                }
            });
            progress.at(0.8 * static_cast<double>(page + 1) / static_cast<double>(report.pages.size()));
        }
    }
    return tagged(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), report,
                  chunks);
}

} // namespace wardmote::publish
