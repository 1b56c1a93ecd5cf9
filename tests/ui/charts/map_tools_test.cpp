#include "core/geography/schematic.h"
#include "tests/support/catch.h"
#include "ui/charts/map_legend.h"
#include "ui/charts/map_widget.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace wardmote;
using namespace wardmote::charts;

namespace {

plan::ShapeRef square(double west, double south) {
    return std::make_shared<const plan::Shape>(plan::Shape{
        {{{{west, south}, {west + 1000, south}, {west + 1000, south + 1000}, {west, south + 1000}}}}});
}

/// Squares in rows from the south-west, ids from 1; columns by turns in the two clusters.
MapSpec squares(int side) {
    MapSpec spec;
    std::vector<geography::PlaceShape> shapes;
    for (int i = 0; i < side * side; ++i) {
        shapes.push_back({i + 1, square(1000.0 * (i % side), 1000.0 * (i / side)), false});
        spec.areas.push_back({i + 1, QStringLiteral("Area %1").arg(i + 1), i % side % 2, {}});
    }
    spec.geometry = std::make_shared<const MapGeometry>(std::move(shapes));
    spec.clusters = {{501, QStringLiteral("West"), 0, {}}, {502, QStringLiteral("Middle"), 1, {}}};
    spec.noCluster = QStringLiteral("In no cluster");
    return spec;
}

struct Fixture {
    MapWidget map;
    explicit Fixture(int side = 3) {
        map.resize(400, 400);
        map.setSpec(squares(side));
        map.show();
        map.setFocus();
    }
    QPoint middleOf(plan::Id area) { return map.rectOf(area).center(); }
    void moveTo(QPoint at, Qt::MouseButtons buttons = Qt::LeftButton) {
        QMouseEvent move(QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(&map, &move);
    }
    bool sharp() {
        map.repaint();
        return QTest::qWaitFor([&] { return map.isSharp(); }, 10'000);
    }
};

QColor pixel(MapWidget& map, QPoint at) {
    return map.grab().toImage().pixelColor(at);
}

} // namespace

TEST_CASE("The brush tells of each area that it passes, however fast it goes") {
    Fixture f;
    f.map.setTool(MapTool::brush);
    std::vector<plan::Id> passed;
    std::vector<plan::Id> done;
    QObject::connect(&f.map, &MapWidget::painting, [&](const auto& areas) { passed = areas; });
    QObject::connect(&f.map, &MapWidget::painted, [&](const auto& areas) { done = areas; });
    QSignalSpy ended(&f.map, &MapWidget::gestureEnded);
    QTest::mousePress(&f.map, Qt::LeftButton, {}, f.middleOf(4));
    f.moveTo(f.middleOf(6)); // over 5, in one step
    CHECK(passed == std::vector<plan::Id>{4, 5, 6});
    CHECK(done.empty());
    QTest::mouseRelease(&f.map, Qt::LeftButton, {}, f.middleOf(6));
    CHECK(done == passed);
    CHECK(ended.count() == 1);
    CHECK(f.map.selected().empty());
}

TEST_CASE("What is chosen is carried together, anything else alone; Escape lets it fall") {
    Fixture f;
    f.map.setTool(MapTool::carry);
    f.map.setSelected({1, 2});
    std::vector<plan::Id> carried;
    QObject::connect(&f.map, &MapWidget::carried, [&](const auto& areas, QPoint) { carried = areas; });
    QTest::mousePress(&f.map, Qt::LeftButton, {}, f.middleOf(1));
    f.moveTo(f.middleOf(5));
    QTest::mouseRelease(&f.map, Qt::LeftButton, {}, f.middleOf(5));
    CHECK(carried == std::vector<plan::Id>{1, 2});
    QTest::mousePress(&f.map, Qt::LeftButton, {}, f.middleOf(9));
    f.moveTo(f.middleOf(5));
    QTest::mouseRelease(&f.map, Qt::LeftButton, {}, f.middleOf(5));
    CHECK(carried == std::vector<plan::Id>{9});

    carried.clear();
    QTest::mousePress(&f.map, Qt::LeftButton, {}, f.middleOf(7));
    f.moveTo(f.middleOf(5));
    QTest::keyClick(&f.map, Qt::Key_Escape);
    QTest::mouseRelease(&f.map, Qt::LeftButton, {}, f.middleOf(5));
    CHECK(carried.empty());
    QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middleOf(7)); // a click still chooses
    CHECK(f.map.selected() == std::set<plan::Id>{7});
}

TEST_CASE("The lasso takes the areas whose middle it encloses") {
    Fixture f;
    f.map.setTool(MapTool::lasso);
    const auto corner = f.map.rectOf(7).topLeft();
    QTest::mousePress(&f.map, Qt::LeftButton, {}, corner);
    for (const auto at :
         {f.map.rectOf(8).topRight(), f.map.rectOf(5).bottomRight(), f.map.rectOf(4).bottomLeft()}) {
        f.moveTo(at);
    }
    QTest::mouseRelease(&f.map, Qt::LeftButton, {}, f.map.rectOf(4).bottomLeft());
    CHECK(f.map.selected() == std::set<plan::Id>{4, 5, 7, 8});
}

TEST_CASE("The middle button, and a drag from empty ground, move the map in every tool") {
    Fixture f;
    for (const auto tool : {MapTool::select, MapTool::brush, MapTool::carry}) {
        f.map.fit();
        f.map.setTool(tool);
        const auto before = f.map.view().centre;
        QTest::mousePress(&f.map, Qt::MiddleButton, {}, f.middleOf(5));
        f.moveTo(f.middleOf(5) + QPoint(40, 0), Qt::MiddleButton);
        QTest::mouseRelease(&f.map, Qt::MiddleButton, {}, f.middleOf(5) + QPoint(40, 0));
        CHECK(f.map.view().centre.x() < before.x());
        f.map.fit();
        QTest::mousePress(&f.map, Qt::LeftButton, {}, QPoint(4, 4));
        f.moveTo(QPoint(44, 4));
        QTest::mouseRelease(&f.map, Qt::LeftButton, {}, QPoint(44, 4));
        CHECK(f.map.view().centre.x() < before.x());
    }
}

TEST_CASE("The mouse over another area is told once, and that it has left") {
    Fixture f;
    QSignalSpy hovered(&f.map, &MapWidget::hovered);
    f.moveTo(f.middleOf(5), Qt::NoButton);
    f.moveTo(f.middleOf(5) + QPoint(3, 3), Qt::NoButton);
    f.moveTo(QPoint(2, 2), Qt::NoButton);
    REQUIRE(hovered.count() == 2);
    CHECK(hovered[0][0].toLongLong() == 5);
    CHECK(hovered[1][0].toLongLong() == 0);
}

TEST_CASE("While a sharp picture is made the last one is moved with the map") {
    Fixture f(21); // more areas than are painted at once
    REQUIRE(f.sharp());
    const auto west = pixel(f.map, f.middleOf(21 * 10 + 5) + QPoint(2, 2));
    QTest::keyClick(&f.map, Qt::Key_Left, Qt::ControlModifier); // the map goes 60 to the right
    CHECK_FALSE(f.map.isSharp());
    CHECK(pixel(f.map, f.middleOf(21 * 10 + 5) + QPoint(2, 2)) == west);
    QSignalSpy sharpened(&f.map, &MapWidget::sharpened);
    REQUIRE(f.sharp());
    CHECK(sharpened.count() >= 1);
    CHECK(pixel(f.map, f.middleOf(21 * 10 + 5) + QPoint(2, 2)) == west);
}

TEST_CASE("A picture lies where its ground lies, moved or scaled") {
    PaintedMap painted;
    painted.image = QImage(440, 220, QImage::Format_RGB32);
    painted.wish.view = {{1000, -500}, 10};
    painted.wish.size = {400, 200};
    painted.wish.margin = {20, 10};
    CHECK(painted.placeIn({{1000, -500}, 10}, {400, 200}) == QRectF(-20, -10, 440, 220));
    CHECK(painted.placeIn({{1100, -500}, 10}, {400, 200}) == QRectF(-30, -10, 440, 220));
    CHECK(painted.placeIn({{1000, -500}, 5}, {400, 200}) == QRectF(-240, -120, 880, 440));
}

TEST_CASE("What is about to move is shown in the fill of where it would go") {
    Fixture f;
    const auto there = pixel(f.map, f.middleOf(5) + QPoint(20, 20));
    const auto before = pixel(f.map, f.middleOf(4) + QPoint(20, 20));
    REQUIRE(there != before);
    f.map.setPreview({4}, 1);
    bool reached = false; // the fill has a hatch
    const auto image = f.map.grab().toImage();
    for (int x = 15; x < 30; ++x) {
        reached = reached || image.pixelColor(f.middleOf(4) + QPoint(x, 20)) == categorical(1);
    }
    CHECK(reached);
    f.map.setPreview({}, -1);
    CHECK(pixel(f.map, f.middleOf(4) + QPoint(20, 20)) == before);
}

TEST_CASE("The overview shows the whole while a part is looked at, and a click there goes there") {
    Fixture f;
    f.map.resize(600, 500);
    f.map.setOverview(true);
    f.map.zoomTo({1}); // the south-west
    const auto before = f.map.view().centre;
    QTest::mouseClick(&f.map, Qt::LeftButton, {}, QPoint(600 - 24, 24)); // its north-east corner
    CHECK(f.map.view().centre.x() > before.x() + 1000);
    CHECK(f.map.view().centre.y() < before.y() - 1000);
    CHECK(f.map.selected().empty());
}

TEST_CASE("Fills: by cluster, by shade, paler outside, and the legend names all that occur") {
    auto spec = squares(2);
    spec.areas[1].outside = true;
    spec.areas[3].cluster = -1;
    auto names = [](const std::vector<LegendEntry>& entries) {
        QStringList list;
        for (const auto& entry : entries) {
            list << entry.name;
        }
        return list;
    };
    CHECK(names(legendOf(spec, Medium::light)) ==
          QStringList{QStringLiteral("West"), QStringLiteral("Middle"), QStringLiteral("In no cluster"),
                      QStringLiteral("Outside the council")});
    CHECK(fillOf(spec, spec.areas[0], Medium::light).colour == categorical(0));
    CHECK(fillOf(spec, spec.areas[1], Medium::light).colour != categorical(1));
    spec.shadedBy = QStringLiteral("Residents");
    spec.shades = {{QStringLiteral("1 to 9"), 0.1, 0}, {QStringLiteral("10 to 20"), 0.9, 0}};
    spec.noValue = QStringLiteral("not recorded");
    spec.areas[0].shade = 1;
    CHECK(fillOf(spec, spec.areas[0], Medium::light).colour == fillOfShade(spec, 1, Medium::light).colour);
    CHECK(fillOf(spec, spec.areas[2], Medium::light).pattern == Pattern::sparse);
    spec.footprintsName = QStringLiteral("Police beats");
    spec.footprints = {{QStringLiteral("Beat"), {QPolygonF({{0, 0}, {500, 0}, {500, -500}})}, {250, -200}}};
    spec.points = {{1, QStringLiteral("Hall"), {100, -100}, MapPoint::Sign::meetingPlace}};
    CHECK(names(legendOf(spec, Medium::light)) ==
          QStringList{QStringLiteral("1 to 9"), QStringLiteral("10 to 20"), QStringLiteral("not recorded"),
                      QStringLiteral("Outside the council"), QStringLiteral("Police beats"),
                      QStringLiteral("Meeting place")});
    CHECK(inWords(spec).endsWith(QStringLiteral("Coloured by residents.")));
}

TEST_CASE("A hatch made of tiles repeats without a seam and keeps its colour") {
    for (int index = 0; index < categoricalCount; ++index) {
        CAPTURE(index);
        const MapFill fill{categorical(index), patternOf(index), Qt::black};
        const auto brush = pixelBrush(fill, 9, 1);
        QImage image(300, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.fillRect(image.rect(), brush);
        painter.end();
        int plain = 0;
        for (int x = 0; x < 300; ++x) {
            plain += image.pixelColor(x, 150) == fill.colour ? 1 : 0;
        }
        if (fill.pattern == Pattern::none) {
            CHECK(plain == 300);
            continue;
        }
        const int side = brush.textureImage().width();
        for (int at = 0; at + side < 300; at += 7) {
            CHECK(image.pixel(at, at) == image.pixel(at + side, at));
            CHECK(image.pixel(at, at) == image.pixel(at, at + side));
        }
        std::set<QRgb> colours;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                colours.insert(image.pixel(x, y));
            }
        }
        CHECK(colours.size() > 1);
        CHECK(colours.contains(fill.colour.rgb()));
    }
}

TEST_CASE("Tiles slant as the strokes on paper do") {
    QPainterPath box;
    box.addRect(0, 0, 100, 100);
    for (const auto pattern : {Pattern::forward, Pattern::backward}) {
        const auto strokes = hatchLines(box, pattern, 9);
        REQUIRE_FALSE(strokes.empty());
        const int slant = strokes.front().dx() * strokes.front().dy() > 0 ? 1 : -1; // down to the right: 1
        const auto tile = pixelBrush({Qt::white, pattern, Qt::black}, 9, 1).textureImage();
        const int side = tile.width();
        for (int x = 0; x + 1 < side; ++x) {
            CHECK(tile.pixel(x, side / 2) == tile.pixel(x + 1, side / 2 + slant));
        }
    }
}

TEST_CASE("A cluster's name that a preview runs into stays whole, and no other is written over it") {
    Fixture f;
    REQUIRE(f.sharp());
    const auto inked = [&](const QImage& image) { // where the name of the middle cluster is
        std::set<std::pair<int, int>> found;
        const auto middle = f.middleOf(5);
        for (int y = middle.y() - 12; y < middle.y() + 12; ++y) {
            for (int x = middle.x() - 30; x < middle.x() + 30; ++x) {
                if (qGray(image.pixel(x, y)) < 60) {
                    found.emplace(x, y);
                }
            }
        }
        return found;
    };
    const auto before = inked(f.map.grab().toImage());
    REQUIRE(before.size() > 40);
    f.map.setPreview({5}, 0);
    const auto after = inked(f.map.grab().toImage());
    std::vector<std::pair<int, int>> kept;
    std::ranges::set_intersection(before, after, std::back_inserter(kept));
    CHECK(static_cast<double>(kept.size()) > 0.9 * static_cast<double>(before.size()));
}
