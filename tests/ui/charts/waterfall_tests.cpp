#include "tests/support/catch.h"
#include "ui/charts/waterfall.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace wardmote;

namespace {

charts::Waterfall hours() {
    return {QStringLiteral("hours a year"),
            {{QStringLiteral("As now"), 100, true, QStringLiteral("100 hours")},
             {QStringLiteral("A panel with a name that is far too long for one line of a narrow chart"), -40,
              false, QStringLiteral("−40 hours")},
             {QStringLiteral("Forum"), 15, false, QStringLiteral("+15 hours")},
             {QStringLiteral("Afterwards"), 75, true, QStringLiteral("75 hours")}}};
}

/// The leftmost and rightmost painted pixel of the bar in row `y`, right of the labels.
std::pair<int, int> barIn(const QImage& image, int y, int from) {
    std::pair<int, int> found{-1, -1};
    for (int x = from; x < image.width(); ++x) {
        if (image.pixelColor(x, y) != QColor(Qt::white)) {
            found.first = found.first < 0 ? x : found.first;
            found.second = x;
        }
    }
    return found;
}

} // namespace

TEST_CASE("A step of a waterfall begins where the last one ended") {
    charts::Waterfall chart = hours();
    for (auto& step : chart.steps) {
        step.label = QStringLiteral("A");
        step.words.clear();
    }
    chart.unit.clear();
    charts::Look look;
    look.medium = charts::Medium::print;
    look.font.setPixelSize(12);
    const int height = int(charts::waterfallHeight(chart, look, 400));
    QImage image(400, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    charts::paintWaterfall(painter, QRectF(0, 0, 400, height), chart, look);
    painter.end();
    const double row = height / 4.0;
    const auto total = barIn(image, int(row * 0.5), 16);
    const auto less = barIn(image, int(row * 1.5), 16);
    const auto more = barIn(image, int(row * 2.5), 16);
    CHECK(total.second - total.first > 300);
    CHECK(std::abs(less.second - total.second) <= 2);                 // ends at 100, begins at 60
    CHECK(std::abs(more.first - less.first) <= 2);                    // begins at 60
    CHECK(less.second - less.first > 2 * (more.second - more.first)); // 40 against 15
}

TEST_CASE("A waterfall makes room for its labels, says its figures and opens its steps") {
    charts::WaterfallView view;
    view.setChart(hours());
    CHECK(view.heightForWidth(300) > view.heightForWidth(900));
    CHECK(view.accessibleDescription().contains(QStringLiteral("Forum: +15 hours")));
    view.resize(500, view.heightForWidth(500));
    view.show();
    int opened = -1;
    QObject::connect(&view, &charts::WaterfallView::stepOpened, [&](int step) { opened = step; });
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(250, 6));
    CHECK(opened == 0);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(250, view.height() - 30));
    CHECK(opened == 3);
}

TEST_CASE("Where little of much changes, the bars begin near it and the chart says so") {
    charts::Waterfall chart{QStringLiteral("hours a year"),
                            {{QStringLiteral("As now"), 8072, true, {}},
                             {QStringLiteral("Forum"), -164, false, {}},
                             {QStringLiteral("Afterwards"), 7908, true, {}}}};
    charts::Look look;
    look.medium = charts::Medium::print;
    look.font.setPixelSize(12);
    const int height = int(charts::waterfallHeight(chart, look, 400));
    QImage image(400, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    charts::paintWaterfall(painter, QRectF(0, 0, 400, height), chart, look);
    painter.end();
    const auto step = barIn(image, int((height - 16) / 3.0 * 1.5), 90);
    CHECK(step.second - step.first > 60); // of 310: from zero it would be 6
}
