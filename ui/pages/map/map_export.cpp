#include "ui/pages/map/map_export.h"

#include "ui/charts/map_sheet.h"
#include "ui/publish/pdf.h"
#include "ui/publish/typeface.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace wardmote::ui {
namespace {

/// Landscape, in points.
QSizeF sizeOf(MapPaper paper) {
    return paper == MapPaper::a1 ? QSizeF(2384, 1684) : QSizeF(1191, 842);
}

/// Type of 12 points on A3, and larger on A1, which hangs on a wall.
double typeSize(MapPaper paper) {
    return paper == MapPaper::a1 ? 20 : 12;
}

/// The sheet in parts: title, what it shows, when, the map. In tenths of a point, as every report is drawn:
/// fonts are then measured finely.
std::vector<publish::SheetPart> partsOf(const charts::MapSpec& spec, const MapSheetText& text,
                                        MapPaper paper) {
    const double em = 10 * typeSize(paper);
    const QRectF inside =
        QRectF(QPointF(0, 0), 10 * sizeOf(paper)).adjusted(3 * em, 2.5 * em, -3 * em, -2.5 * em);
    const auto& inks = charts::inksOf(charts::Medium::print);
    charts::Look look;
    look.medium = charts::Medium::print;
    look.font = publish::fontOf(publish::Face::body);
    look.font.setPixelSize(qRound(em));
    auto heading = look.font;
    heading.setPixelSize(qRound(1.9 * em));
    heading.setBold(true);
    const auto line = [](QFont font, QColor ink, QRectF place, Qt::Alignment side, QString words) {
        return [=](QPainter& painter) {
            painter.setPen(ink);
            painter.setFont(font);
            painter.drawText(place, static_cast<int>(side), words);
        };
    };
    const QRectF top(inside.left(), inside.top(), inside.width(), 2.4 * em);
    const QRectF below(inside.left(), inside.top() + 2.5 * em, inside.width(), 1.4 * em);
    const auto map = inside.adjusted(0, 4.6 * em, 0, 0);
    return {{"H1", {}, {}, line(heading, inks.text, top, Qt::AlignLeft, text.title)},
            {"P", {}, {}, line(look.font, inks.muted, below, Qt::AlignLeft, text.subtitle)},
            {"P",
             {},
             {},
             line(look.font, inks.muted, below, Qt::AlignRight, QString::fromStdString(text.date.words()))},
            {"Figure", charts::inWords(spec), map, [map, look, &spec](QPainter& painter) {
                 charts::paintMapSheet(painter, map, spec, look, true);
             }}};
}

void paintSheet(QPainter& painter, const charts::MapSpec& spec, const MapSheetText& text, MapPaper paper) {
    painter.fillRect(QRectF(QPointF(0, 0), 10 * sizeOf(paper)),
                     charts::inksOf(charts::Medium::print).surface);
    for (const auto& part : partsOf(spec, text, paper)) {
        painter.save();
        part.paint(painter);
        painter.restore();
    }
}

QByteArray svg(const charts::MapSpec& spec, const MapSheetText& text, MapPaper paper) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(text.title);
    generator.setDescription(charts::inWords(spec));
    generator.setResolution(720);
    generator.setViewBox(QRectF(QPointF(0, 0), 10 * sizeOf(paper)));
    generator.setSize(sizeOf(paper).toSize());
    QPainter painter(&generator);
    paintSheet(painter, spec, text, paper);
    painter.end();
    buffer.close();
    return bytes;
}

QByteArray png(const charts::MapSpec& spec, const MapSheetText& text, MapPaper paper) {
    constexpr double dotsInAPoint = 150.0 / 72;
    QImage image((dotsInAPoint * sizeOf(paper)).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return {};
    }
    image.setDotsPerMeterX(5906);
    image.setDotsPerMeterY(5906);
    image.setText(QStringLiteral("Title"), text.title);
    image.setText(QStringLiteral("Description"), charts::inWords(spec));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dotsInAPoint / 10, dotsInAPoint / 10);
    paintSheet(painter, spec, text, paper);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray pdf(const charts::MapSpec& spec, const MapSheetText& text, MapPaper paper) {
    report::Document document;
    document.title = text.title.toStdString();
    document.subject = text.subtitle.toStdString();
    document.date = text.date;
    const auto written = publish::pdfOfSheet(10 * sizeOf(paper), document, partsOf(spec, text, paper));
    return written ? QByteArray::fromStdString(*written) : QByteArray();
}

} // namespace

Result<QByteArray> mapSheet(const charts::MapSpec& spec, const MapSheetText& text, MapFormat format,
                            MapPaper paper) {
    auto bytes = format == MapFormat::svg   ? svg(spec, text, paper)
                 : format == MapFormat::png ? png(spec, text, paper)
                                            : pdf(spec, text, paper);
    if (bytes.isEmpty()) {
        return failure("The map could not be drawn.", "Close other programs or choose a smaller sheet.");
    }
    return bytes;
}

} // namespace wardmote::ui
