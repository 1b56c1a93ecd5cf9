#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wardmote::analysis {

/// What the members of a word of a set weigh together, by tables of the sums of every eight.
class BitWeights {
public:
    BitWeights() = default;
    explicit BitWeights(std::span<const double> weights) : sums_((weights.size() + 63) / 64 * 8) {
        for (std::size_t eight = 0; eight < sums_.size(); ++eight) {
            for (std::size_t bits = 1; bits < 256; ++bits) {
                const auto member = eight * 8 + static_cast<std::size_t>(std::countr_zero(bits));
                const auto weight = member < weights.size() ? weights[member] : 0;
                sums_[eight][bits] = sums_[eight][bits & (bits - 1)] + weight;
            }
        }
    }

    double of(std::size_t word, std::uint64_t bits) const {
        double sum = 0;
        while (bits != 0) { // most words hold few members: only the eights that have one are looked up
            const auto eight = static_cast<std::size_t>(std::countr_zero(bits)) / 8;
            sum += sums_[word * 8 + eight][bits >> (eight * 8) & 255];
            bits &= ~(std::uint64_t{255} << (eight * 8));
        }
        return sum;
    }

private:
    std::vector<std::array<double, 256>> sums_;
};

} // namespace wardmote::analysis
