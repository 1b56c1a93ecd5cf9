#include "core/geography/schematic.h"
#include "tests/support/catch.h"
#include "ui/charts/map_accessible.h"
#include "ui/charts/map_furniture.h"
#include "ui/charts/map_labels.h"
#include "ui/charts/map_widget.h"

#include <QAccessible>
#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

using namespace wardmote;
using namespace wardmote::charts;

namespace {

plan::ShapeRef square(double west, double south) {
    return std::make_shared<const plan::Shape>(plan::Shape{
        {{{{west, south}, {west + 1000, south}, {west + 1000, south + 1000}, {west, south + 1000}}}}});
}

/// Nine squares, ids 1 to 9 from the south-west, in rows; the western column in one cluster, the middle in
/// another, the eastern in none.
MapSpec nine() {
    MapSpec spec;
    std::vector<geography::PlaceShape> shapes;
    for (int i = 0; i < 9; ++i) {
        shapes.push_back({i + 1, square(1000.0 * (i % 3), 1000.0 * (i / 3)), false});
        spec.areas.push_back({i + 1, QStringLiteral("Area %1").arg(i + 1), i % 3 == 2 ? -1 : i % 3,
                              QStringLiteral("10 residents")});
    }
    spec.geometry = std::make_shared<const MapGeometry>(std::move(shapes));
    spec.clusters = {{501, QStringLiteral("West"), 0, {}}, {502, QStringLiteral("Middle"), 1, {}}};
    spec.noCluster = QStringLiteral("In no cluster");
    return spec;
}

struct Fixture {
    MapWidget map;
    Fixture() {
        map.resize(400, 400);
        map.setSpec(nine());
        map.show();
        map.setFocus();
    }
    QPoint middleOf(plan::Id area) { return map.rectOf(area).center(); }
};

} // namespace

TEST_CASE("A click on the map chooses an area, Ctrl adds, empty ground lets go") {
    Fixture f;
    QSignalSpy spy(&f.map, &MapWidget::selectionChanged);
    QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middleOf(5));
    CHECK(f.map.selected() == std::set<plan::Id>{5});
    QTest::mouseClick(&f.map, Qt::LeftButton, Qt::ControlModifier, f.middleOf(9));
    CHECK(f.map.selected() == std::set<plan::Id>{5, 9});
    QTest::mouseClick(&f.map, Qt::LeftButton, {}, QPoint(3, 3));
    CHECK(f.map.selected().empty());
    CHECK(spy.count() == 3);
}

TEST_CASE("A box drawn with Shift chooses the areas in it") {
    Fixture f;
    QTest::mousePress(&f.map, Qt::LeftButton, Qt::ShiftModifier, f.map.rectOf(7).topLeft());
    QTest::mouseMove(&f.map, f.map.rectOf(5).bottomRight());
    QMouseEvent move(QEvent::MouseMove, f.map.rectOf(5).bottomRight(), f.map.rectOf(5).bottomRight(),
                     Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
    QApplication::sendEvent(&f.map, &move);
    QTest::mouseRelease(&f.map, Qt::LeftButton, Qt::ShiftModifier, f.map.rectOf(5).bottomRight());
    CHECK(f.map.selected() == std::set<plan::Id>{4, 5, 7, 8});
}

TEST_CASE("Arrows go to the neighbour, Enter chooses, Enter again asks what to do") {
    Fixture f;
    QSignalSpy activated(&f.map, &MapWidget::areaActivated);
    f.map.setCurrentArea(5);
    QTest::keyClick(&f.map, Qt::Key_Up);
    CHECK(f.map.currentArea() == 8); // north is up
    QTest::keyClick(&f.map, Qt::Key_Left);
    CHECK(f.map.currentArea() == 7);
    QTest::keyClick(&f.map, Qt::Key_Left);
    CHECK(f.map.currentArea() == 7); // nothing lies farther west
    QTest::keyClick(&f.map, Qt::Key_Return);
    CHECK(f.map.selected() == std::set<plan::Id>{7});
    CHECK(activated.isEmpty());
    QTest::keyClick(&f.map, Qt::Key_Return);
    CHECK(activated.count() == 1);
}

TEST_CASE("Tab goes through the areas once the map was entered, and Escape lets go") {
    Fixture f;
    f.map.setCurrentArea(5);
    QTest::keyClick(&f.map, Qt::Key_Right);
    CHECK(f.map.currentArea() == 6);
    QTest::keyClick(&f.map, Qt::Key_Tab);
    CHECK(f.map.currentArea() == 7);
    QTest::keyClick(&f.map, Qt::Key_Backtab);
    CHECK(f.map.currentArea() == 6);
    QTest::keyClick(&f.map, Qt::Key_Escape);
    CHECK(f.map.currentArea() == 0);
}

TEST_CASE("Plus and minus zoom about the middle, Home shows everything again") {
    Fixture f;
    const auto before = f.map.view();
    QTest::keyClick(&f.map, Qt::Key_Plus);
    CHECK(f.map.view().metresPerUnit == Approx(before.metresPerUnit / 1.5));
    CHECK(f.map.view().centre == before.centre);
    f.map.zoomTo({1});
    CHECK(f.map.rectOf(1).width() > 150);
    QTest::keyClick(&f.map, Qt::Key_Home);
    CHECK(f.map.view() == before);
}

TEST_CASE("Letters and digits are handed on") {
    Fixture f;
    QSignalSpy typed(&f.map, &MapWidget::keyTyped);
    QTest::keyClicks(&f.map, QStringLiteral("3"));
    REQUIRE(typed.count() == 1);
    CHECK(typed.front().front().toString() == QStringLiteral("3"));
}

TEST_CASE("Screen readers find every area with its cluster and figure") {
    Fixture f;
    auto* list = QAccessible::queryAccessibleInterface(&f.map);
    REQUIRE(list);
    CHECK(list->role() == QAccessible::List);
    REQUIRE(list->childCount() == 9);
    auto* item = list->child(4);
    REQUIRE(item);
    CHECK(item->text(QAccessible::Name) == QStringLiteral("Area 5, Middle, 10 residents"));
    CHECK(list->child(2)->text(QAccessible::Name) == QStringLiteral("Area 3, In no cluster, 10 residents"));
    CHECK(list->indexOfChild(item) == 4);
    CHECK_FALSE(item->state().selected);
    f.map.setSelected({5});
    CHECK(item->state().selected);
    CHECK(item->rect().size() == f.map.rectOf(5).size());
    CHECK(f.map.accessibleDescription() ==
          QStringLiteral("Map of 9 areas. West: 3 areas; Middle: 3 areas; In no cluster: 3."));
}

TEST_CASE("A map without shapes says so and survives every key") {
    MapWidget map;
    MapSpec spec;
    spec.empty = QStringLiteral("Nothing to draw");
    map.setSpec(spec);
    map.resize(300, 200);
    map.show();
    for (const auto key :
         {Qt::Key_Left, Qt::Key_Return, Qt::Key_Plus, Qt::Key_Home, Qt::Key_Tab, Qt::Key_Space}) {
        QTest::keyClick(&map, key);
    }
    CHECK_FALSE(map.grab().isNull());
    CHECK(map.areaAt({10, 10}) == 0);
}

TEST_CASE("The attribution keeps clear of the scale bar, however narrow the map is") {
    const auto source = QStringLiteral(
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0");
    for (const int width : {200, 300, 420, 900}) {
        CAPTURE(width);
        QBuffer buffer;
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize({width, 400});
        svg.setViewBox(QRect(0, 0, width, 400));
        auto spec = nine();
        spec.attribution = QStringList{source};
        const QRectF place(0, 0, width, 400);
        {
            QPainter painter(&svg);
            paintMap(painter, place, spec, fitted(spec.geometry->bounds(), place), {});
        }
        static const QRegularExpression text(
            QStringLiteral("<text[^>]* x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"[^>]*>([^<]+)</text>"));
        QPointF scale;
        std::vector<QPointF> lines;
        QStringList said;
        for (auto found = text.globalMatch(QString::fromUtf8(buffer.data())); found.hasNext();) {
            const auto match = found.next();
            const QPointF at(match.captured(1).toDouble(), match.captured(2).toDouble());
            const auto words = match.captured(3).trimmed();
            if (words.endsWith(QStringLiteral(" m")) || words.endsWith(QStringLiteral(" km"))) {
                scale = at;
            } else if (source.contains(words)) {
                lines.push_back(at);
                said.prepend(words); // drawn from the bottom
            }
        }
        REQUIRE_FALSE(lines.empty());
        CHECK(said.join(u' ') == source); // all of it, in order
        for (const auto& at : lines) {
            CHECK((at.y() < scale.y() - 5 || at.x() > scale.x() + 60));
            CHECK(at.x() >= 0);
        }
    }
}

TEST_CASE("Common boundaries are drawn alike from both sides at every detail") {
    std::vector<geography::PlaceShape> shapes;
    plan::Ring west{{0, 0}};
    plan::Ring east{{2000, 0}, {2000, 1000}};
    plan::Ring line;
    for (int i = 0; i <= 100; ++i) {
        line.push_back({1000 + 40 * std::sin(i * 0.7), 10.0 * i});
    }
    west.insert(west.end(), line.begin(), line.end());
    west.push_back({0, 1000});
    east.insert(east.end(), line.rbegin(), line.rend());
    shapes.push_back({1, std::make_shared<const plan::Shape>(plan::Shape{{{west}}}), false});
    shapes.push_back({2, std::make_shared<const plan::Shape>(plan::Shape{{{east}}}), false});
    const MapGeometry geometry(std::move(shapes));
    for (const double scale : {0.1, 5.0, 60.0, 300.0}) {
        const auto level = geometry.levelFor(scale);
        const auto both = level->areas[0].united(level->areas[1]);
        double area = 0;
        for (const auto& polygon : both.toSubpathPolygons()) {
            for (int i = 0; i + 1 < polygon.size(); ++i) {
                area += polygon[i].x() * polygon[i + 1].y() - polygon[i + 1].x() * polygon[i].y();
            }
        }
        CHECK(std::abs(area) / 2 == Approx(2e6).epsilon(0.001));
        int inner = 0;
        for (const auto& each : level->lines) {
            inner += each.a >= 0 && each.b >= 0 ? 1 : 0;
        }
        CHECK(inner == 1);
    }
    CHECK(geometry.levelFor(300)->points < geometry.levelFor(0.1)->points / 3);
}

TEST_CASE("A key is about the area that is outlined, or all that are chosen with it") {
    Fixture f;
    f.map.setSelected({4, 5});
    CHECK(f.map.meantByKey() == std::vector<plan::Id>{4, 5});
    f.map.setCurrentArea(4);
    CHECK(f.map.meantByKey() == std::vector<plan::Id>{4, 5});
    QTest::keyClick(&f.map, Qt::Key_Down);
    REQUIRE(f.map.currentArea() == 1);
    CHECK(f.map.meantByKey() == std::vector<plan::Id>{1});
    f.map.setSelected({8, 9}); // elsewhere, later
    CHECK(f.map.meantByKey() == std::vector<plan::Id>{8, 9});
    QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middleOf(2));
    CHECK(f.map.meantByKey() == std::vector<plan::Id>{2});
}

TEST_CASE("A cluster's name stands on its own ground, however many names are in its way") {
    auto spec = nine();
    for (auto& area : spec.areas) {
        area.cluster = area.id == 5 ? 1 : 0;
    }
    spec.clusters[0].name = QStringLiteral("Outerlying Encircling Neighbourhoods");
    spec.clusters[1].name = QStringLiteral("I");
    const QRectF place(0, 0, 260, 260);
    const auto view = fitted(spec.geometry->bounds(), place);
    for (const plan::Id nearest : {2, 4, 6, 8}) {
        MapLook look;
        look.selected.insert(nearest); // its name comes first
        QBuffer buffer;
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize({260, 260});
        svg.setViewBox(QRect(0, 0, 260, 260));
        QPainter painter(&svg);
        paintMap(painter, place, spec, view, look);
        painter.end();
        static const QRegularExpression text(
            QStringLiteral("<text[^>]* x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"[^>]*>([^<]+)</text>"));
        CAPTURE(nearest);
        const QFontMetricsF metrics(sized(look.font, 1.1, true));
        QRectF box;
        for (auto found = text.globalMatch(QString::fromUtf8(buffer.data())); found.hasNext();) {
            const auto match = found.next();
            const auto words = match.captured(3).trimmed();
            if (words.size() > 1 && spec.clusters[0].name.contains(words)) {
                const QPointF left(match.captured(1).toDouble(), match.captured(2).toDouble());
                box = box.united({left - QPointF(0, metrics.ascent()),
                                  QSizeF(metrics.horizontalAdvance(words), metrics.height())});
            }
        }
        REQUIRE(box.isValid());
        const auto at = box.center();
        const int on = spec.geometry->areaAt(view.toMetres(at, place));
        REQUIRE(on >= 0);
        CHECK(spec.geometry->areas()[static_cast<std::size_t>(on)].id != 5);
    }
}

TEST_CASE("The whole map lies above what is written at its foot, and names are read on every shade") {
    Fixture f;
    auto spec = nine();
    spec.attribution = {QStringLiteral("Contains OS data"),
                        QStringLiteral("Source: Office for National "
                                       "Statistics"),
                        QStringLiteral("A third line")};
    const auto notes = furnitureHeight(spec, f.map.width(), {});
    f.map.setSpec(std::move(spec));
    CHECK(f.map.rectOf(1).bottom() < f.map.height() - notes);
    for (const auto medium : {Medium::light, Medium::dark, Medium::print}) {
        MapSpec shaded = nine();
        shaded.shadedBy = QStringLiteral("Residents");
        shaded.shades = {{QStringLiteral("few"), 0.0, 0}, {QStringLiteral("many"), 1.0, 0}};
        for (const int shade : {0, 1}) {
            CHECK(contrast(inksOf(medium).text, fillOfShade(shaded, shade, medium).colour) >= 4.5);
        }
        CHECK(contrast(fillOfShade(shaded, 0, medium).colour, fillOfShade(shaded, 1, medium).colour) > 2);
    }
}
