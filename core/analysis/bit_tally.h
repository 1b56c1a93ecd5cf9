#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wardmote::analysis {

/// Counts for many rows at once how often their bit was set: a word of 64 rows is added in about two steps,
/// as the counts lie by digit, each digit a word.
class BitTally {
public:
    BitTally() = default;
    BitTally(std::size_t groups, std::size_t most)
        : digits_(std::bit_width(most)), words_(groups * digits_) {}
    bool empty() const { return words_.empty(); }
    /// At most `most` times a row.
    void add(std::size_t group, std::uint64_t bits) {
        auto* digit = words_.data() + group * digits_;
        while (bits != 0) {
            const auto carry = *digit & bits;
            *digit++ ^= bits;
            bits = carry;
        }
    }
    std::uint32_t count(std::size_t row) const {
        std::uint32_t sum = 0;
        for (std::size_t digit = 0; digit < digits_; ++digit) {
            const auto bit = (words_[row / 64 * digits_ + digit] >> (row % 64)) & 1;
            sum |= static_cast<std::uint32_t>(bit) << digit;
        }
        return sum;
    }

private:
    std::size_t digits_ = 0;
    std::vector<std::uint64_t> words_;
};

} // namespace wardmote::analysis
