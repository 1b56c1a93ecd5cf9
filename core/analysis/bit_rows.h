#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wardmote::analysis {

/// Sets over a small universe, one a row, as plain 64-bit words side by side.
class BitRows {
public:
    BitRows() = default;
    BitRows(std::size_t rows, std::size_t universe)
        : words_((universe + 63) / 64), bits_(rows * words_, std::uint64_t{0}) {}

    std::size_t words() const { return words_; }
    const std::uint64_t* row(std::size_t index) const { return bits_.data() + index * words_; }
    void add(std::size_t index, std::size_t member) {
        bits_[index * words_ + member / 64] |= std::uint64_t{1} << (member % 64);
    }
    bool contains(std::size_t index, std::size_t member) const {
        return (bits_[index * words_ + member / 64] >> (member % 64)) & 1;
    }

private:
    std::size_t words_ = 0;
    std::vector<std::uint64_t> bits_;
};

/// True if the two sets share a member.
inline bool meet(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    std::uint64_t shared = 0;
    for (std::size_t w = 0; w < words; ++w) {
        shared |= a[w] & b[w];
    }
    return shared != 0;
}

/// How many members the two sets share.
inline std::uint32_t countShared(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    int count = 0;
    for (std::size_t w = 0; w < words; ++w) {
        const auto shared = a[w] & b[w];
        count += shared == 0 ? 0 : std::popcount(shared);
    }
    return static_cast<std::uint32_t>(count);
}

} // namespace wardmote::analysis
