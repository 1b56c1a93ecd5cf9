#include "ui/pages/map/map_export.h"

#include "ui/charts/map_sheet.h"
#include "ui/publish/typeface.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
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

/// In tenths of a point, as every report is drawn: fonts are then measured finely.
void paintSheet(QPainter& painter, const charts::MapSpec& spec, const MapSheetText& text, MapPaper paper) {
    const QSizeF size = 10 * sizeOf(paper);
    const double em = 10 * typeSize(paper);
    const QRectF inside = QRectF(QPointF(0, 0), size).adjusted(3 * em, 2.5 * em, -3 * em, -2.5 * em);
    const auto& inks = charts::inksOf(charts::Medium::print);
    painter.fillRect(QRectF(QPointF(0, 0), size), inks.surface);
    charts::Look look;
    look.medium = charts::Medium::print;
    look.font = publish::fontOf(publish::Face::body);
    look.font.setPixelSize(qRound(em));
    auto heading = look.font;
    heading.setPixelSize(qRound(1.9 * em));
    heading.setBold(true);
    painter.setPen(inks.text);
    painter.setFont(heading);
    painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), 2.4 * em), Qt::AlignLeft,
                     text.title);
    painter.setFont(look.font);
    painter.setPen(inks.muted);
    painter.drawText(QRectF(inside.left(), inside.top() + 2.5 * em, inside.width(), 1.4 * em), Qt::AlignLeft,
                     text.subtitle);
    painter.drawText(QRectF(inside.left(), inside.top() + 2.5 * em, inside.width(), 1.4 * em), Qt::AlignRight,
                     QString::fromStdString(text.date.words()));
    charts::paintMapSheet(painter, inside.adjusted(0, 4.6 * em, 0, 0), spec, look, true);
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
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(text.title);
    writer.setCreator(QStringLiteral("Wardmote"));
    writer.setResolution(720);
    writer.setPageSize(QPageSize(paper == MapPaper::a1 ? QPageSize::A1 : QPageSize::A3));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    paintSheet(painter, spec, text, paper);
    painter.end();
    buffer.close();
    return bytes;
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
