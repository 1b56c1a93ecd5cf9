#pragma once
#include <array>
#include <cstdint>

namespace wardmote::analysis::proposal {

/// Random numbers that are the same on every machine (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t bits = state_;
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }
    /// 0 .. count - 1.
    std::uint32_t below(std::size_t count) {
        return static_cast<std::uint32_t>(((next() >> 32) * static_cast<std::uint64_t>(count)) >> 32);
    }
    /// 0 <= x < 1.
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    std::uint64_t state_;
};

/// Draws from the exponential distribution, in 4,096 steps: what a move may cost at temperature 1 and still
/// be taken (Metropolis et al. 1953). A table made by plain arithmetic, since library logarithms differ in
/// the last digit between machines, and a proposal must be made again on any of them.
class Patience {
public:
    Patience();
    double draw(Random& random) const { return table_[random.next() >> 52]; }

private:
    std::array<double, 4096> table_;
};

/// A factor that, applied `times` times, brings `from` to `to`; by plain arithmetic for the same reason. 0 <
/// to <= from.
double factorFrom(double from, double to, int times);

} // namespace wardmote::analysis::proposal
