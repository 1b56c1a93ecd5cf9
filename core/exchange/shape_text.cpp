#include "core/exchange/shape_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace wardmote::exchange {
namespace {

void put(const plan::Point& point, std::string& to) {
    to += numberText(point.easting) + " " + numberText(point.northing);
}

class WktParser {
public:
    explicit WktParser(std::string_view text) : rest_(text) {}

    std::optional<plan::Shape> parse() {
        plan::Shape shape;
        if (word("MULTIPOLYGON")) {
            list([&] { shape.polygons.push_back(polygon()); });
        } else if (word("POLYGON")) {
            shape.polygons.push_back(polygon());
        } else {
            failed_ = true;
        }
        skip();
        return failed_ || !rest_.empty() ? std::nullopt : std::optional(std::move(shape));
    }

private:
    template<class F>
    void list(F&& element) {
        if (!taken('(')) {
            failed_ = true;
            return;
        }
        do {
            element();
        } while (!failed_ && taken(','));
        failed_ = failed_ || !taken(')');
    }
    plan::Polygon polygon() {
        plan::Polygon polygon;
        list([&] { polygon.push_back(ring()); });
        return polygon;
    }
    plan::Ring ring() {
        plan::Ring ring;
        list([&] {
            const double easting = number();
            ring.push_back({easting, number()});
        });
        if (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        failed_ = failed_ || ring.size() < 3;
        return ring;
    }
    double number() {
        skip();
        double value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        failed_ = failed_ || error != std::errc{} || !std::isfinite(value);
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    bool word(std::string_view name) {
        skip();
        if (!rest_.starts_with(name)) {
            return false;
        }
        rest_.remove_prefix(name.size());
        return true;
    }
    bool taken(char c) {
        skip();
        if (failed_ || rest_.empty() || rest_.front() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    void skip() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) {
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
    bool failed_ = false;
};

} // namespace

std::string numberText(double number) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string{};
}

std::string toWkt(const plan::Shape& shape) {
    if (shape.empty()) {
        return {};
    }
    std::string text = "MULTIPOLYGON (";
    for (const auto& polygon : shape.polygons) {
        text += text.back() == '(' ? "(" : ", (";
        for (const auto& ring : polygon) {
            text += text.back() == '(' ? "(" : ", (";
            for (const auto& point : ring) {
                put(point, text);
                text += ", ";
            }
            put(ring.front(), text);
            text += ")";
        }
        text += ")";
    }
    return text + ")";
}

std::optional<plan::Shape> shapeFromWkt(std::string_view text) {
    return WktParser(text).parse();
}

} // namespace wardmote::exchange
