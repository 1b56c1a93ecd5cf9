#include "core/analysis/proposal/random.h"

namespace wardmote::analysis::proposal {
namespace {

/// Natural logarithm of 0 < x <= 1 by its area-tangent series after halvings.
double logarithm(double x) {
    constexpr double ln2 = 0.693147180559945309417;
    double halvings = 0;
    while (x < 0.70710678118654752) {
        x *= 2;
        halvings += 1;
    }
    const double z = (x - 1) / (x + 1);
    double power = z;
    double sum = 0;
    for (int odd = 1; odd < 40; odd += 2) {
        sum += power / odd;
        power *= z * z;
    }
    return 2 * sum - halvings * ln2;
}

} // namespace

Patience::Patience() {
    for (std::size_t i = 0; i < table_.size(); ++i) {
        table_[i] = -logarithm((static_cast<double>(i) + 0.5) / static_cast<double>(table_.size()));
    }
}

double factorFrom(double from, double to, int times) {
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = (low + high) / 2;
        double value = from;
        for (int i = 0; i < times; ++i) {
            value *= middle;
        }
        (value < to ? low : high) = middle;
    }
    return high;
}

} // namespace wardmote::analysis::proposal
