#include "tests/support/properties.h"
#include "ui/charts/network_view.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace wardmote;
using charts::Network;

namespace {

charts::Look look() {
    charts::Look made;
    made.font.setPixelSize(13);
    return made;
}

/// Two families of three, a weak line between them, and a pair apart.
Network network() {
    Network made;
    for (int i = 0; i < 8; ++i) {
        made.nodes.push_back({QStringLiteral("Mechanism number %1 of the plan").arg(i),
                              QStringLiteral("Node %1").arg(i),
                              i == 3 ? std::nullopt : std::optional(10.0 * i), i < 3 ? 1 : 0});
    }
    const auto join = [&](std::size_t a, std::size_t b, double strength) {
        made.lines.push_back({a, b, strength, strength > .6, QStringLiteral("%1 and %2").arg(a).arg(b)});
    };
    join(0, 1, .9);
    join(1, 2, .8);
    join(0, 2, .7);
    join(3, 4, .9);
    join(4, 5, .9);
    join(3, 5, .8);
    join(2, 3, .2);
    join(6, 7, .5);
    return made;
}

double distance(const QPointF& a, const QPointF& b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

struct Shown {
    charts::NetworkView view;
    Shown() {
        view.resize(700, 500);
        view.setNetwork(network());
        view.show();
        view.setFocus(Qt::TabFocusReason);
    }
};

} // namespace

TEST_CASE("Nodes that are alike stand together, and the same input gives the same places") {
    const auto drawn = charts::sceneOf(network(), look(), {0, 0, 700, 500});
    CHECK(distance(drawn.places[0], drawn.places[1]) < distance(drawn.places[0], drawn.places[4]));
    CHECK(distance(drawn.places[3], drawn.places[4]) < distance(drawn.places[1], drawn.places[4]));
    CHECK(drawn.places == charts::sceneOf(network(), look(), {0, 0, 700, 500}).places);
    CHECK(drawn.radii[7] > drawn.radii[1]);
}

TEST_CASE("All nodes lie in the box, and no name covers a name or a node") {
    tests::holds("for any network", [] {
        Network made;
        const auto size = *rc::gen::inRange<std::size_t>(1, 40);
        for (std::size_t i = 0; i < size; ++i) {
            made.nodes.push_back(
                {QString(*rc::gen::inRange(1, 30), u'n') + QStringLiteral(" forum"), {}, double(i), 0});
        }
        for (auto i = *rc::gen::inRange<std::size_t>(0, 2 * size); i > 0; --i) {
            const auto a = *rc::gen::inRange<std::size_t>(0, size);
            const auto b = *rc::gen::inRange<std::size_t>(0, size);
            if (a != b) {
                made.lines.push_back({a, b, *rc::gen::inRange(0, 101) / 100.0, false, {}});
            }
        }
        const auto scene = charts::sceneOf(made, look(), {0, 0, 600, 500});
        for (std::size_t i = 0; i < size; ++i) {
            RC_ASSERT(scene.place.contains(scene.places[i]));
            const auto& box = scene.names[i].box;
            for (std::size_t j = 0; j < size && !box.isNull(); ++j) {
                RC_ASSERT(i == j || !box.intersects(scene.names[j].box));
                RC_ASSERT(!box.contains(scene.places[j]));
            }
        }
    });
}

TEST_CASE("A network is walked by the arrow keys, and every node can be reached") {
    Shown shown;
    QSignalSpy opened(&shown.view, &charts::NetworkView::nodeOpened);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    CHECK(shown.view.chosen() == 0);
    CHECK(shown.view.accessibleDescription() == QStringLiteral("Node 0"));
    std::set<int> reached{0};
    const std::array keys{Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up};
    std::set<int> frontier{0};
    while (!frontier.empty()) {
        const int node = *frontier.begin();
        frontier.erase(frontier.begin());
        for (const auto key : keys) {
            shown.view.choose(node);
            QTest::keyClick(&shown.view, key);
            if (reached.insert(shown.view.chosen()).second) {
                frontier.insert(shown.view.chosen());
            }
        }
    }
    CHECK(reached.size() == 8);
    shown.view.choose(5);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().first().toInt() == 5);
}

TEST_CASE("A click chooses a node, or opens the line that it hits") {
    Shown shown;
    const auto& scene = shown.view.scene();
    QSignalSpy chosen(&shown.view, &charts::NetworkView::nodeChosen);
    QSignalSpy lines(&shown.view, &charts::NetworkView::lineOpened);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, scene.places[6].toPoint());
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.first().first().toInt() == 6);
    // Beside the middle of its line, where no name is.
    const auto middle = (scene.places[6] * 0.55 + scene.places[7] * 0.45);
    if (charts::nodeAt(scene, middle) < 0) {
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, middle.toPoint());
        REQUIRE(lines.count() == 1);
        CHECK(lines.first().first().toInt() == 7);
    }
    CHECK_FALSE(shown.view.grab().isNull());
}

TEST_CASE("What is chosen stays so while the network still holds it") {
    Shown shown;
    shown.view.choose(5);
    auto next = network();
    next.nodes.push_back({QStringLiteral("Another"), {}, 1.0, 0});
    std::ranges::reverse(next.nodes);
    next.lines.clear();
    shown.view.setNetwork(next);
    CHECK(shown.view.network().nodes[std::size_t(shown.view.chosen())].sentence == QStringLiteral("Node 5"));
    shown.view.setNetwork({});
    CHECK(shown.view.chosen() == -1);
}
