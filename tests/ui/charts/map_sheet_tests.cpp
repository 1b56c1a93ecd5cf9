#include "core/geography/schematic.h"
#include "tests/support/catch.h"
#include "ui/charts/map_sheet.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

using namespace wardmote;
using namespace wardmote::charts;

namespace {

plan::ShapeRef square(double west, double south) {
    return std::make_shared<const plan::Shape>(plan::Shape{
        {{{{west, south}, {west + 1000, south}, {west + 1000, south + 1000}, {west, south + 1000}}}}});
}

/// Nine squares in rows from the south-west; the western column in one cluster, the middle in another, the
/// eastern in none.
MapSpec nine() {
    MapSpec spec;
    std::vector<geography::PlaceShape> shapes;
    for (int i = 0; i < 9; ++i) {
        shapes.push_back({i + 1, square(1000.0 * (i % 3), 1000.0 * (i / 3)), i == 0});
        spec.areas.push_back({i + 1, QStringLiteral("Area %1").arg(i + 1), i % 3 == 2 ? -1 : i % 3, {}});
    }
    spec.geometry = std::make_shared<const MapGeometry>(std::move(shapes));
    spec.clusters = {{501, QStringLiteral("West"), 0, {}}, {502, QStringLiteral("Middle"), 1, {}}};
    spec.noCluster = QStringLiteral("In no cluster");
    spec.attribution = QStringList{QStringLiteral("Contains OS data")};
    return spec;
}

Look printed(int pixelSize = 120) {
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(pixelSize);
    return {Medium::print, font, 0};
}

QString svgOf(const QRectF& all, const std::function<void(QPainter&)>& paint) {
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(all.size().toSize());
    svg.setViewBox(all);
    {
        QPainter painter(&svg);
        paint(painter);
    }
    return QString::fromUtf8(buffer.data());
}

} // namespace

TEST_CASE("A map on paper says in text what its colours, dashes and lengths stand for") {
    const double height = mapSheetHeight(nine(), printed(), 4000, 9000);
    const auto text = svgOf({0, 0, 4000, height}, [&](QPainter& painter) {
        paintMapSheet(painter, {0, 0, 4000, height}, nine(), printed());
    });
    for (const auto* words : {"West", "Middle", "In no cluster", "Contains OS data", "schematic"}) {
        INFO(words);
        CHECK(text.contains(QString::fromLatin1(words)));
    }
    CHECK(text.contains(QRegularExpression(QStringLiteral(">[125]00 m<|>[125] km<"))));
    CHECK_FALSE(text.contains(QStringLiteral("clip-path"))); // writers of SVG lose clips
}

TEST_CASE("One cluster alone leaves its name to the caption and the room to its areas") {
    auto spec = nine();
    spec.clusters.pop_back();
    for (auto& area : spec.areas) {
        area.cluster = area.cluster == 0 ? 0 : -1;
    }
    const double height = mapSheetHeight(spec, printed(), 4000, 9000);
    const auto text = svgOf({0, 0, 4000, height}, [&](QPainter& painter) {
        paintMapSheet(painter, {0, 0, 4000, height}, spec, printed());
    });
    CHECK(text.count(QStringLiteral(">West<")) == 1); // in the legend
    CHECK(text.contains(QStringLiteral("Area 4")));
}

TEST_CASE("A map on paper keeps to its place, at any height that is asked of it") {
    for (const double most : {1500.0, 3000.0, 9000.0}) {
        const double height = mapSheetHeight(nine(), printed(), 3000, most);
        CHECK(height <= most);
        constexpr int margin = 300;
        QImage image(3000 + 2 * margin, static_cast<int>(height) + 2 * margin, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            paintMapSheet(painter, QRectF(margin, margin, 3000, height), nine(), printed());
        }
        int outside = 0;
        int inside = 0;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                const bool in = x >= margin - 15 && x < image.width() - margin + 15 && y >= margin - 15 &&
                                y < image.height() - margin + 15;
                const bool painted = image.pixelColor(x, y) != QColor(Qt::white);
                (in ? inside : outside) += painted ? 1 : 0;
            }
        }
        CHECK(outside == 0);
        CHECK(inside > 1000);
    }
}

TEST_CASE("A long name is set on several lines where the area is wide enough for its words") {
    auto spec = nine();
    spec.clusters.clear(); // of several clusters only their own names are set
    for (auto& area : spec.areas) {
        area.cluster = -1;
    }
    spec.areas[4].name = QStringLiteral("Temple Cloud with Cameley");
    const double height = mapSheetHeight(spec, printed(60), 3600, 9000);
    const auto text = svgOf({0, 0, 3600, height}, [&](QPainter& painter) {
        paintMapSheet(painter, {0, 0, 3600, height}, spec, printed(60));
    });
    CHECK(text.contains(QStringLiteral("Cameley")));
}

TEST_CASE("Scale bar and attribution stay apart on a narrow map") {
    auto spec = nine();
    spec.attribution = QStringList{QStringLiteral("Contains OS data and a good many further words")};
    MapLook look;
    look.font.setPixelSize(12);
    for (const double width : {260.0, 900.0}) {
        const QRectF place(0, 0, width, 300);
        const auto text = svgOf(place, [&](QPainter& painter) {
            paintMap(painter, place, spec, fitted(spec.geometry->bounds(), place), look);
        });
        // Heights of the last line of the attribution and of the scale's figure.
        const auto heightOf = [&text](const QString& words) {
            const auto match =
                QRegularExpression(QStringLiteral(" y=\"([0-9.]+)\"[^>]*>") + words).match(text);
            REQUIRE(match.hasMatch());
            return match.captured(1).toDouble();
        };
        const double apart =
            heightOf(QStringLiteral("(?:[125]0*00? m|[125] km)")) - heightOf(QStringLiteral("Contains"));
        INFO(width);
        if (width < 300) {
            CHECK(apart > 8); // above the bar
        } else {
            CHECK(apart < 8); // beside it
        }
    }
}

TEST_CASE("A map without shapes says so on paper too") {
    MapSpec spec;
    spec.empty = QStringLiteral("Nothing to draw");
    const double height = mapSheetHeight(spec, printed(), 3000, 9000);
    const auto text = svgOf({0, 0, 3000, height}, [&](QPainter& painter) {
        paintMapSheet(painter, {0, 0, 3000, height}, spec, printed());
    });
    CHECK(text.contains(QStringLiteral("Nothing to draw")));
}
