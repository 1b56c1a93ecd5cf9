// Frames of the map: England's wards and lower layer super output areas where the real data lies beside the
// sources, and squares everywhere. What a person waits for is `frame` (at 60 a second: 16 ms), which is all
// that the screen's thread does while a map is moved; the sharp picture is painted on another.
#include "core/analysis/move_effect.h"
#include "core/geography/schematic.h"
#include "tests/support/folders.h"
#include "tests/support/geopackage.h"
#include "ui/charts/map_widget.h"

#include <QApplication>
#include <QKeyEvent>

#include <benchmark/benchmark.h>
#include <map>

namespace {

using namespace wardmote;

enum Source { council, wards, smallAreas };

std::vector<tests::GeoPackageRow> rowsOf(std::int64_t source) {
    if (source == council) {
        const auto file = tests::realData("bathnes/banes_boundaries_27700.gpkg");
        return file ? tests::readGeoPackage(*file, "tessellation") : std::vector<tests::GeoPackageRow>{};
    }
    const bool small = source == smallAreas;
    const auto file = tests::realData(small ? "england/england_lsoa21_simplified12pct_27700.gpkg"
                                            : "england/england_wards_may2025_bgc_27700.gpkg");
    return file ? tests::readGeoPackage(*file, small ? "england_lsoa21" : "england_wards")
                : std::vector<tests::GeoPackageRow>{};
}

/// Made once for all benchmarks of a source; ten neighbours in the list make a cluster.
const std::vector<geography::PlaceShape>& shapesOf(std::int64_t source,
                                                   std::vector<std::string>* names = nullptr) {
    static std::map<std::int64_t, std::pair<std::vector<geography::PlaceShape>, std::vector<std::string>>>
        made;
    auto& [shapes, known] = made[source];
    if (shapes.empty()) {
        plan::Id id = 1001;
        for (auto& row : rowsOf(source)) {
            shapes.push_back({id++, row.shape, false});
            known.push_back(row.name);
        }
    }
    if (names) {
        *names = known;
    }
    return shapes;
}

charts::MapGeometryRef geometryOf(std::int64_t source) {
    static std::map<std::int64_t, charts::MapGeometryRef> made;
    auto& geometry = made[source];
    if (!geometry) {
        geometry = std::make_shared<const charts::MapGeometry>(shapesOf(source));
    }
    return geometry;
}

charts::MapSpec specOf(std::int64_t source) {
    charts::MapSpec spec;
    spec.geometry = geometryOf(source);
    std::vector<std::string> names;
    const auto& shapes = shapesOf(source, &names);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto cluster = static_cast<int>(i / 11);
        if (cluster == static_cast<int>(spec.clusters.size())) {
            spec.clusters.push_back(
                {cluster + 1, QStringLiteral("Cluster %1").arg(cluster), cluster % 12, {}});
        }
        spec.areas.push_back({shapes[i].id, QString::fromStdString(names[i]), cluster, QString()});
    }
    return spec;
}

constexpr QSize screen(1100, 640);

/// The whole map for 1; a part of it, so many times nearer, for more.
charts::MapView viewOf(const charts::MapSpec& spec, std::int64_t nearer) {
    auto view = charts::fitted(spec.geometry->bounds(), QRectF(QPointF(0, 0), QSizeF(screen)));
    view.metresPerUnit /= static_cast<double>(nearer);
    return view;
}

bool missing(benchmark::State& state) {
    if (shapesOf(state.range(0)).empty()) {
        state.SkipWithError("The real data is not here.");
        return true;
    }
    return false;
}

void makeReady(benchmark::State& state) {
    if (missing(state)) {
        return;
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(charts::MapGeometry(shapesOf(state.range(0))));
    }
}
BENCHMARK(makeReady)
    ->ArgName("source")
    ->Arg(council)
    ->Arg(wards)
    ->Arg(smallAreas)
    ->Unit(benchmark::kMillisecond);

/// From shapes made ready to the first sharp picture, detail of the scale made too.
void firstPicture(benchmark::State& state) {
    if (missing(state)) {
        return;
    }
    for (auto _ : state) {
        state.PauseTiming();
        auto spec = std::make_shared<charts::MapSpec>(specOf(state.range(0)));
        spec->geometry = std::make_shared<const charts::MapGeometry>(shapesOf(state.range(0)));
        state.ResumeTiming();
        benchmark::DoNotOptimize(charts::paintedMap({spec, viewOf(*spec, 1), screen, screen / 7, 1, {}}));
    }
}
BENCHMARK(firstPicture)
    ->ArgName("source")
    ->Arg(council)
    ->Arg(wards)
    ->Arg(smallAreas)
    ->Unit(benchmark::kMillisecond);

/// Painted anew, on another thread than the screen's.
void sharpPicture(benchmark::State& state) {
    if (missing(state)) {
        return;
    }
    const auto spec = std::make_shared<const charts::MapSpec>(specOf(state.range(0)));
    const charts::MapWish wish{spec, viewOf(*spec, state.range(1)), screen, screen / 7, 1, {}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(charts::paintedMap(wish));
    }
}
BENCHMARK(sharpPicture)
    ->ArgNames({"source", "nearer"})
    ->ArgsProduct({{council, wards, smallAreas}, {1, 8, 40}})
    ->Unit(benchmark::kMillisecond);

/// One frame while the map is dragged: everything that the screen's thread does for it, with a selection.
void frame(benchmark::State& state, bool zooming) {
    if (missing(state)) {
        return;
    }
    charts::MapWidget map;
    map.resize(screen);
    map.setSpec(specOf(state.range(0)));
    map.setSelected({1001, 1002, 1003});
    map.setOverview(true);
    map.show();
    while (!map.isSharp()) {
        QApplication::processEvents();
    }
    QImage picture(screen, QImage::Format_RGB32);
    map.zoomIn();
    int way = 0;
    for (auto _ : state) {
        if (zooming) {
            way % 2 == 0 ? map.zoomIn() : map.zoomOut();
        } else {
            QKeyEvent key(QEvent::KeyPress, way % 2 == 0 ? Qt::Key_Left : Qt::Key_Right, Qt::ControlModifier);
            QApplication::sendEvent(&map, &key);
        }
        ++way;
        map.render(&picture);
        QApplication::processEvents();
    }
}
BENCHMARK_CAPTURE(frame, moving, false)
    ->ArgName("source")
    ->Arg(council)
    ->Arg(wards)
    ->Arg(smallAreas)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frame, zooming, true)
    ->ArgName("source")
    ->Arg(council)
    ->Arg(wards)
    ->Arg(smallAreas)
    ->Unit(benchmark::kMillisecond);

/// What a move would do, as asked with each step of the mouse.
void moveEffect(benchmark::State& state) {
    if (missing(state)) {
        return;
    }
    plan::Plan plan;
    plan::Arrangement arrangement;
    arrangement.id = 11;
    plan.put(arrangement);
    std::vector<plan::Cluster> clusters;
    const auto& shapes = shapesOf(state.range(0));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        plan::Area area;
        area.id = shapes[i].id;
        area.name = "Area " + std::to_string(i);
        area.residents = 1000 + static_cast<int>(i % 700);
        area.boundary = shapes[i].shape;
        plan.put(area);
        if (i % 40 == 0) {
            clusters.emplace_back();
            clusters.back().id = 5000001 + static_cast<plan::Id>(i);
            clusters.back().arrangement = {11};
        }
        clusters.back().areas.push_back({{area.id}, true, false});
    }
    for (const auto& cluster : clusters) {
        plan.put(cluster);
    }
    const auto shared = std::make_shared<const plan::Plan>(plan);
    const auto neighbours = std::make_shared<const analysis::Neighbours>(*analysis::neighboursOf(plan));
    const analysis::MoveEffects effects(shared,
                                        std::make_shared<const analysis::ArrangementMeasures>(
                                            analysis::measuredClusters(plan, 11, neighbours.get())),
                                        neighbours);
    const std::vector<plan::Id> areas{1001, 1002, 1003};
    for (auto _ : state) {
        benchmark::DoNotOptimize(effects.of(areas, clusters.back().id));
    }
}
BENCHMARK(moveEffect)->ArgName("source")->Arg(council)->Arg(wards)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
