#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/gdal_session.h"
#include "core/exchange/reading/places.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/zip_archive.h"

#include <algorithm>

namespace wardmote::exchange {
namespace {

constexpr std::size_t sampled = 200; ///< features looked at to tell what coordinates are

/// What a layer's geometry is, by a look at its first features: stored extents and types may be out of date.
struct Sample {
    plan::Box extent;
    bool areas = false;
    bool points = false;
    bool lines = false;
};

Sample sampleOf(OGRLayer& layer) {
    Sample sample;
    std::size_t looked = 0;
    for (const auto& feature : layer) {
        const auto* geometry = feature->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0) {
            continue;
        }
        OGREnvelope envelope;
        geometry->getEnvelope(&envelope);
        sample.extent.add(plan::Point{envelope.MinX, envelope.MinY});
        sample.extent.add(plan::Point{envelope.MaxX, envelope.MaxY});
        const int dimension = geometry->getDimension();
        sample.areas = sample.areas || dimension == 2;
        sample.lines = sample.lines || dimension == 1;
        sample.points = sample.points || dimension == 0;
        if (++looked == sampled) {
            break;
        }
    }
    layer.ResetReading();
    return sample;
}

std::string projectionText(const OGRSpatialReference* system) {
    if (system == nullptr) {
        return {};
    }
    const char* authority = system->GetAuthorityName(nullptr);
    const char* code = system->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        return std::string(authority) + ":" + code;
    }
    const char* name = system->GetName();
    return name != nullptr ? name : "";
}

/// How to bring a layer to the National Grid: as it says, unless its coordinates can't be what it says.
Result<PlaceMaker> makerFor(OGRLayer& layer, const Sample& sample, Sink& sink) {
    const std::string name = layer.GetName();
    const auto* system = layer.GetSpatialRef();
    const auto grid = gridOf(sample.extent);
    if (system == nullptr || system->IsEmpty()) {
        if (grid != Grid::elsewhere) {
            sink.warning({name, 0, 0,
                          "The file does not say what its coordinates are; they were read as " +
                              std::string(nameOf(grid)) + "."});
        }
        return PlaceMaker::from(grid);
    }
    const bool saysDegrees = system->IsGeographic() != 0;
    const bool areDegrees = grid == Grid::degrees || grid == Grid::degreesSwapped;
    const bool lies = (saysDegrees && (grid == Grid::nationalGrid || grid == Grid::webMercator)) ||
                      (!saysDegrees && areDegrees) || (saysDegrees && grid == Grid::degreesSwapped);
    if (lies) {
        sink.warning({name, 0, 0,
                      "The file says that its coordinates are " + projectionText(system) +
                          ", but they can only be " + std::string(nameOf(grid)) +
                          "; they were read as that."});
        return PlaceMaker::from(grid);
    }
    return PlaceMaker::from(*system);
}

std::string geometryText(const Sample& sample) {
    return sample.areas ? "boundaries" : sample.points ? "points" : sample.lines ? "lines" : "";
}

class LayerReader {
public:
    LayerReader(OGRLayer& layer, const ReadOptions& options, Sink& sink, bool only)
        : layer_(layer), options_(options), sink_(sink), name_(layer.GetName()), sample_(sampleOf(layer)),
          only_(only) {}

    void summarise() {
        const auto count = layer_.GetFeatureCount(1);
        sink_.sheet({name_, false, count >= 0 ? std::optional(static_cast<std::size_t>(count)) : std::nullopt,
                     projectionText(layer_.GetSpatialRef()), geometryText(sample_)});
    }

    void read() {
        chooseMaker();
        sink_.startTable(name_, false, true);
        headings();
        std::size_t number = 1;
        for (const auto& feature : layer_) {
            if (options_.rowLimit && number > *options_.rowLimit) {
                sink_.cut();
                break;
            }
            row(*feature, ++number);
        }
        if (outside_ > 0) {
            sink_.warning({name_, firstOutside_, 0,
                           std::to_string(outside_) + (outside_ == 1 ? " row has" : " rows have") +
                               " no usable boundary: " + why_ + ". This is the first."});
        }
    }

private:
    void chooseMaker() {
        if (!options_.shapes || sample_.extent.empty()) {
            return;
        }
        if (!sample_.areas && !sample_.points) {
            sink_.warning({name_, 0, 0, "The layer holds lines, not areas; only its columns were read."});
            return;
        }
        auto maker = makerFor(layer_, sample_, sink_);
        if (!maker) {
            refuseOrWarn(maker.error());
            return;
        }
        if (liesElsewhere(*maker)) {
            refuseOrWarn({"The layer \"" + name_ + "\" does not lie in Great Britain.",
                          "Check that it is the right file, and that its projection is stated correctly.",
                          projectionText(layer_.GetSpatialRef())});
            return;
        }
        maker_ = std::move(*maker);
    }

    /// True if the first features all lie outside Great Britain.
    bool liesElsewhere(const PlaceMaker& maker) {
        std::size_t looked = 0;
        bool placed = false;
        for (const auto& feature : layer_) {
            const auto* geometry = feature->GetGeometryRef();
            if (geometry != nullptr && geometry->IsEmpty() == 0) {
                const auto place = maker.place(*geometry);
                placed = place || !isOutsideBritain(place.error());
                ++looked;
            }
            if (placed || looked == 20) {
                break;
            }
        }
        layer_.ResetReading();
        return !placed && looked > 0;
    }

    void refuseOrWarn(const Error& error) {
        if (only_) {
            throw Refused{error.message, error.remedy, error.detail};
        }
        sink_.warning({name_, 0, 0, error.message + " Only its columns were read."});
    }

    void headings() {
        texts_.clear();
        auto* definition = layer_.GetLayerDefn();
        for (int i = 0; i < definition->GetFieldCount(); ++i) {
            texts_.emplace_back(definition->GetFieldDefn(i)->GetNameRef(), CellHint::text);
        }
        send(1, nullptr);
    }

    void row(const OGRFeature& feature, std::size_t number) {
        texts_.clear();
        for (int i = 0; i < feature.GetFieldCount(); ++i) {
            auto hint = CellHint::text;
            auto text = fieldText(feature, i, hint);
            texts_.emplace_back(std::move(text), hint);
        }
        std::optional<Place> place;
        const auto* geometry = feature.GetGeometryRef();
        if (maker_ && geometry != nullptr) {
            auto made = maker_->place(*geometry);
            if (made) {
                place = std::move(*made);
            } else if (outside_++ == 0) {
                firstOutside_ = number;
                why_ = made.error().message;
            }
        }
        send(number, place ? &*place : nullptr);
    }

    void send(std::size_t number, const Place* place) {
        cells_.clear();
        for (const auto& [text, hint] : texts_) {
            cells_.push_back({text, hint});
        }
        sink_.row(number, cells_, place);
    }

    OGRLayer& layer_;
    const ReadOptions& options_;
    Sink& sink_;
    std::string name_;
    Sample sample_;
    bool only_;
    std::optional<PlaceMaker> maker_;
    std::vector<std::pair<std::string, CellHint>> texts_;
    std::vector<SinkCell> cells_;
    std::size_t outside_ = 0;
    std::size_t firstOutside_ = 0;
    std::string why_;
};

bool endsInShp(std::string_view name) {
    const auto tail = name.size() < 4 ? name : name.substr(name.size() - 4);
    return tail == ".shp" || tail == ".SHP" || tail == ".Shp";
}

/// A Shapefile is several files; without its index GDAL would have to write one beside it.
void requireShapefileParts(const std::filesystem::path& file) {
    auto lower = file;
    auto upper = file;
    if (!std::filesystem::exists(lower.replace_extension(".shx")) &&
        !std::filesystem::exists(upper.replace_extension(".SHX"))) {
        throw Refused{
            "The Shapefile " + quotedName(file) + " comes without its .shx part.",
            "A Shapefile is a set of files of one name (.shp, .shx, .dbf, .prj): keep them together in "
            "one folder, or zip them.",
            {}};
    }
}

std::vector<std::string> pathsOf(const std::filesystem::path& file, bool zipped, const ReadLimits& limits) {
    if (!zipped) {
        return {gdalPath(file)};
    }
    const auto archive = ZipArchive::open(file, limits);
    if (!archive) {
        throw Refused{archive.error().message, archive.error().remedy, archive.error().detail};
    }
    std::vector<std::string> paths;
    for (const auto& name : archive->names()) {
        // Macs add a shadow of every file.
        if (endsInShp(name) && name.find("__MACOSX") == std::string::npos &&
            name.find("..") == std::string::npos) {
            paths.push_back("/vsizip/{" + gdalPath(file) + "}/" + name);
        }
    }
    return paths;
}

} // namespace

void readLayers(const std::filesystem::path& file, FileKind kind, bool zipped, const ReadOptions& options,
                const ReadLimits& limits, Sink& sink) {
    const char* driver = kind == FileKind::geoPackage ? "GPKG"
                         : kind == FileKind::geoJson  ? "GeoJSON"
                                                      : "ESRI Shapefile";
    if (kind == FileKind::shapefile && !zipped) {
        requireShapefileParts(file);
    }
    const GdalSession gdal;
    std::vector<GDALDatasetUniquePtr> opened;
    std::vector<OGRLayer*> layers;
    for (const auto& path : pathsOf(file, zipped, limits)) {
        opened.push_back(gdal.open(path, file, driver, std::string(nameOf(kind)).c_str()));
        for (auto* layer : opened.back()->GetLayers()) {
            layers.push_back(layer);
        }
    }
    const auto wanted =
        std::ranges::count_if(layers, [&](auto* layer) { return isWanted(options, layer->GetName()); });
    std::vector<LayerReader> readers;
    readers.reserve(layers.size());
    for (auto* layer : layers) {
        readers.emplace_back(*layer, options, sink, wanted == 1);
        readers.back().summarise();
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (isWanted(options, layers[i]->GetName())) {
            readers[i].read();
        }
        sink.progress(static_cast<double>(i + 1) / static_cast<double>(layers.size()));
    }
    for (const auto& text : gdal.said()) {
        sink.warning({{}, 0, 0, "The boundary reader says: " + text});
    }
}

} // namespace wardmote::exchange
