#include "ui/charts/palette.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace wardmote::charts {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor between(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

Medium mediumOf(const QPalette& palette) {
    const auto ground = palette.color(QPalette::Window);
    // A style sheet that lets the ground shine through leaves no colour there: then the text tells.
    const bool dark =
        ground.alpha() == 0 ? luminance(palette.color(QPalette::WindowText)) > 0.5 : luminance(ground) < 0.18;
    return dark ? Medium::dark : Medium::light;
}

const Inks& inksOf(Medium medium) {
    static const Inks light{QColor(0xff, 0xff, 0xff), QColor(0x1f, 0x29, 0x2b), QColor(0x5a, 0x64, 0x66),
                            QColor(0x8a, 0x93, 0x95), QColor(0x0b, 0x5c, 0x6b), QColor(0xb1, 0x3d, 0x12),
                            QColor(0xe6, 0xe8, 0xe6), QColor(0xf4, 0xf4, 0xf2)};
    static const Inks dark{QColor(0x1d, 0x22, 0x24), QColor(0xee, 0xf1, 0xf0), QColor(0xa9, 0xb3, 0xb4),
                           QColor(0x76, 0x80, 0x82), QColor(0x6c, 0xc5, 0xd1), QColor(0xff, 0x9a, 0x6b),
                           QColor(0x38, 0x3f, 0x41), QColor(0x2a, 0x30, 0x32)};
    static const Inks print{QColor(0xff, 0xff, 0xff), QColor(0x00, 0x00, 0x00), QColor(0x4a, 0x50, 0x52),
                            QColor(0x80, 0x86, 0x88), QColor(0x0b, 0x4f, 0x5c), QColor(0xa3, 0x36, 0x0d),
                            QColor(0xea, 0xec, 0xea), QColor(0xf6, 0xf6, 0xf4)};
    switch (medium) {
    case Medium::dark:
        return dark;
    case Medium::print:
        return print;
    case Medium::light:
        break;
    }
    return light;
}

QColor categorical(int index) {
    // Found by a search that pushed the nearest pair apart, in OKLab, as seen with and without the common
    // deficiencies of colour vision (Machado, Oliveira and Fernandes 2009, severity 1).
    static constexpr std::array<QRgb, categoricalCount> fills{
        0xff2b50a5, 0xfff6d55f, 0xff9c3d01, 0xff57a8f2, 0xff248078, 0xffe28ca5,
        0xff713866, 0xffa5b73f, 0xff876bca, 0xffad7a0c, 0xff6af5c2, 0xffbfc7ff,
    };
    const int wrapped = ((index % categoricalCount) + categoricalCount) % categoricalCount;
    return QColor::fromRgb(fills[static_cast<std::size_t>(wrapped)]);
}

QColor sequential(double share, Medium medium) {
    const double at = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    // Two stretches, so that the middle keeps some colour.
    const auto through = [at](const QColor& low, const QColor& middle, const QColor& high) {
        return at < 0.5 ? between(low, middle, at * 2) : between(middle, high, at * 2 - 1);
    };
    if (medium == Medium::dark) {
        return through(QColor(0x24, 0x33, 0x36), QColor(0x2f, 0x82, 0x8a), QColor(0xb4, 0xee, 0xdc));
    }
    return through(QColor(0xee, 0xf5, 0xf2), QColor(0x5f, 0xac, 0xa9), QColor(0x08, 0x3f, 0x4d));
}

QColor textOn(const QColor& fill) {
    return contrast(fill, Qt::black) >= contrast(fill, Qt::white) ? QColor(Qt::black) : QColor(Qt::white);
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Pattern patternOf(int index) {
    const int wrapped = ((index % categoricalCount) + categoricalCount) % categoricalCount;
    return static_cast<Pattern>(wrapped);
}

} // namespace wardmote::charts
