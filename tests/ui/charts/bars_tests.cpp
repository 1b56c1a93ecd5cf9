#include "tests/support/catch.h"
#include "ui/charts/bars.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSvgGenerator>

#include <array>
#include <cmath>

using namespace wardmote;

namespace {

using Triple = std::array<double, 3>;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple oklab(const Triple& c) {
    const double l = std::cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
    const double m = std::cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
    const double s = std::cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// Machado, Oliveira and Fernandes 2009, severity 1: none, protanopia, deuteranopia, tritanopia.
constexpr std::array<std::array<double, 9>, 4> sights{{
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}};

Triple seen(const QColor& colour, const std::array<double, 9>& sight) {
    const Triple c{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] =
            std::clamp(sight[3 * i] * c[0] + sight[3 * i + 1] * c[1] + sight[3 * i + 2] * c[2], 0.0, 1.0);
    }
    return oklab(out);
}

report::BarChart chart() {
    report::BarChart made;
    made.unit = "hours";
    made.series = {"Shared", "Not shared"};
    made.categories = {
        {"A service with a name that is far too long for the room that a label gets", {10, 20}},
        {"B", {std::nullopt, 5}},
        {"C", {0, 0}}};
    return made;
}

charts::Look look() {
    charts::Look made;
    made.font.setPixelSize(14);
    return made;
}

} // namespace

TEST_CASE("the twelve colours stay apart for every kind of colour vision") {
    for (const auto& sight : sights) {
        for (int i = 0; i < charts::categoricalCount; ++i) {
            for (int j = 0; j < i; ++j) {
                const auto a = seen(charts::categorical(i), sight);
                const auto b = seen(charts::categorical(j), sight);
                INFO(i << " " << j);
                CHECK(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) > 0.08);
            }
        }
    }
}

TEST_CASE("text is legible on every surface and every fill") {
    for (const auto medium : {charts::Medium::light, charts::Medium::dark, charts::Medium::print}) {
        const auto& inks = charts::inksOf(medium);
        for (const auto& ink : {inks.text, inks.muted, inks.accent, inks.attention}) {
            CHECK(charts::contrast(ink, inks.surface) >= 4.5);
        }
        CHECK(charts::contrast(inks.grid, inks.surface) >= 3);
    }
    for (int i = 0; i < charts::categoricalCount; ++i) {
        const auto fill = charts::categorical(i);
        CHECK(charts::contrast(charts::textOn(fill), fill) >= 4.5);
    }
}

TEST_CASE("hatches stay inside their shape") {
    QPainterPath ring;
    ring.setFillRule(Qt::OddEvenFill);
    ring.addRect(0, 0, 100, 60);
    ring.addRect(30, 20, 40, 20);
    for (int i = 1; i < charts::categoricalCount; ++i) {
        const auto lines = charts::hatchLines(ring, charts::patternOf(i), 6);
        CHECK(lines.size() > 5);
        for (const auto& line : lines) {
            const QPointF middle = line.center();
            CHECK(QRectF(-0.1, -0.1, 100.2, 60.2).contains(middle));
            CHECK(!QRectF(31, 21, 38, 18).contains(middle));
        }
    }
    CHECK(charts::hatchLines(ring, charts::Pattern::forward, 1e-9).size() <= 40000);
    CHECK(charts::hatchLines({}, charts::Pattern::forward, 5).empty());
}

TEST_CASE("bars are drawn within their place with every value in words") {
    const auto made = chart();
    CHECK(charts::valuesInWords(made, 0) == QStringLiteral("10 + 20 = 30"));
    CHECK(charts::valuesInWords(made, 1) == QStringLiteral("not recorded + 5"));
    for (const double width : {240.0, 500.0, 1200.0}) {
        const double height = charts::barsHeight(made, look(), width);
        CHECK(height > 60);
        const double least = charts::leastBarsHeight(made, look(), width);
        CHECK(least < height);
        {
            // Bars that stand closer stay within the lower place.
            QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            charts::paintBars(painter, QRectF(0, 0, width, least), made, look());
            painter.end();
            const int below = static_cast<int>(std::ceil(least)) + 1;
            bool drawn = false;
            for (int y = below; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    drawn = drawn || image.pixelColor(x, y) != QColor(Qt::white);
                }
            }
            CHECK_FALSE(drawn);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            QPainter painter(&generator);
            charts::paintBars(painter, QRectF(0, 0, width, height), made, look());
        }
        for (const auto* word : {"far too long", "10 + 20 = 30", "not recorded + 5", "Not shared", "hours"}) {
            INFO(width << word);
            const bool whole = bytes.contains(word);
            // A label may be broken over lines, but no word of it is lost.
            CHECK((whole || (bytes.contains("far") && bytes.contains("long"))));
        }
        CHECK(!bytes.contains("\xE2\x80\xA6"));
    }
}

TEST_CASE("where the ground shines through, the text tells light from dark") {
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::transparent);
    palette.setColor(QPalette::WindowText, QColor(0x1f, 0x29, 0x2b));
    CHECK(charts::mediumOf(palette) == charts::Medium::light);
    palette.setColor(QPalette::WindowText, QColor(0xee, 0xee, 0xee));
    CHECK(charts::mediumOf(palette) == charts::Medium::dark);
}
