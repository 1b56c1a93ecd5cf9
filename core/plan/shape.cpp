#include "core/plan/shape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace wardmote::plan {
namespace {

constexpr std::uint32_t wkbPolygon = 3;
constexpr std::uint32_t wkbMultiPolygon = 6;
static_assert(std::endian::native == std::endian::little,
              "boundaries are written in the machine's byte order");

template<class T>
void append(std::string& out, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

void appendPolygon(std::string& out, const Polygon& polygon) {
    append<std::uint8_t>(out, 1);
    append<std::uint32_t>(out, wkbPolygon);
    append(out, static_cast<std::uint32_t>(polygon.size()));
    for (const auto& ring : polygon) {
        append(out, static_cast<std::uint32_t>(ring.empty() ? 0 : ring.size() + 1));
        for (const auto& point : ring) {
            append(out, point.easting);
            append(out, point.northing);
        }
        if (!ring.empty()) {
            append(out, ring.front().easting);
            append(out, ring.front().northing);
        }
    }
}

/// Takes values off the front of the bytes; after the first shortage everything is zero and ok() false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    bool ok() const { return ok_; }
    std::size_t left() const { return bytes_.size(); }
    void readByteOrder() { swap_ = take<std::uint8_t>(false) == 0; }
    std::uint32_t count() { return take<std::uint32_t>(swap_); }
    double number() { return std::bit_cast<double>(take<std::uint64_t>(swap_)); }
    void fail() { ok_ = false; }

private:
    template<class T>
    T take(bool swap) {
        if (!ok_ || bytes_.size() < sizeof(T)) {
            ok_ = false;
            return T{};
        }
        char raw[sizeof(T)];
        std::memcpy(raw, bytes_.data(), sizeof(T));
        bytes_.remove_prefix(sizeof(T));
        if (swap) {
            std::reverse(raw, raw + sizeof(T));
        }
        T value;
        std::memcpy(&value, raw, sizeof(T));
        return value;
    }
    std::string_view bytes_;
    bool swap_ = false;
    bool ok_ = true;
};

Polygon readPolygon(Reader& reader) {
    Polygon polygon;
    const auto rings = reader.count();
    for (std::uint32_t r = 0; r < rings && reader.ok(); ++r) {
        const auto points = reader.count();
        if (points > reader.left() / 16) {
            reader.fail();
            break;
        }
        Ring ring;
        ring.reserve(points);
        for (std::uint32_t p = 0; p < points; ++p) {
            const auto easting = reader.number();
            const auto northing = reader.number();
            if (!std::isfinite(easting) || !std::isfinite(northing)) {
                reader.fail();
            }
            ring.push_back({easting, northing});
        }
        if (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        polygon.push_back(std::move(ring));
    }
    return polygon;
}

} // namespace

void Box::add(Point point) {
    min = {std::min(min.easting, point.easting), std::min(min.northing, point.northing)};
    max = {std::max(max.easting, point.easting), std::max(max.northing, point.northing)};
}

void Box::add(const Box& other) {
    if (!other.empty()) {
        add(other.min);
        add(other.max);
    }
}

Box boxOf(const Shape& shape) {
    Box box;
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            for (const auto& point : ring) {
                box.add(point);
            }
        }
    }
    return box;
}

std::string toWkb(const Shape& shape) {
    std::string out;
    append<std::uint8_t>(out, 1);
    append<std::uint32_t>(out, wkbMultiPolygon);
    append(out, static_cast<std::uint32_t>(shape.polygons.size()));
    for (const auto& polygon : shape.polygons) {
        appendPolygon(out, polygon);
    }
    return out;
}

Result<Shape> fromWkb(std::string_view bytes) {
    Reader reader(bytes);
    Shape shape;
    reader.readByteOrder();
    const auto type = reader.count();
    if (type == wkbPolygon) {
        shape.polygons.push_back(readPolygon(reader));
    } else if (type == wkbMultiPolygon) {
        const auto polygons = reader.count();
        for (std::uint32_t i = 0; i < polygons && reader.ok(); ++i) {
            reader.readByteOrder();
            if (reader.count() != wkbPolygon) {
                reader.fail();
            }
            shape.polygons.push_back(readPolygon(reader));
        }
    } else {
        reader.fail();
    }
    if (!reader.ok() || reader.left() != 0) {
        return failure("A boundary in the file is damaged.", "Import the boundaries again.");
    }
    return shape;
}

} // namespace wardmote::plan
