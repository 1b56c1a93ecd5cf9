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

/// Every position is given in tenths of a point from the paper's own corner.
void prepare(QPdfWriter& writer, QSizeF size, const std::string& title) {
    writer.setResolution(static_cast<int>(72 * perPoint));
    writer.setPageSize(QPageSize(size / perPoint, QPageSize::Point, {}, QPageSize::FuzzyMatch));
    writer.setPageMargins({0, 0, 0, 0});
    writer.setTitle(QString::fromStdString(title));
}

Failure notDrawn() {
    return failure("The report could not be drawn as PDF.", "Try again; if it happens again, export HTML.");
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
        prepare(writer, {report.width, report.height}, report.document->title);
        QPainter painter(&writer);
        if (!painter.isActive()) {
            return notDrawn();
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

Result<std::string> pdfOfSheet(QSizeF size, const report::Document& document,
                               const std::vector<SheetPart>& parts) {
    PagedReport sheet;
    sheet.document = std::make_shared<const report::Document>(document);
    sheet.pages.resize(1);
    sheet.width = size.width();
    sheet.height = size.height();
    sheet.elements.push_back({"Document", -1, {}, {}, false, 1});
    sheet.headings.push_back({QString::fromStdString(document.title), 1, 0, 0});
    QByteArray bytes;
    std::vector<Chunk> chunks;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        prepare(writer, size, document.title);
        QPainter painter(&writer);
        if (!painter.isActive()) {
            return notDrawn();
        }
        for (const auto& part : parts) {
            sheet.elements.push_back({part.tag, 0, part.alternative, {}, false, 1});
            chunks.push_back({0, static_cast<int>(sheet.elements.size()) - 1, part.place});
            mark(painter, chunks.size());
            painter.save();
            part.paint(painter);
            painter.restore();
            mark(painter, 0);
        }
    }
    return tagged(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), sheet, chunks);
}

} // namespace wardmote::publish
