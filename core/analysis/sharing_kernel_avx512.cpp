#include "core/analysis/sharing_kernel_avx512.h"

#if defined(__GNUC__) && defined(__x86_64__)
#include <immintrin.h>

namespace wardmote::analysis {
namespace {

// Only this function is compiled for AVX-512. Counting bits is no part of it: places are weighed by
// residents, so that whether two share an area is all that can be asked of so many at once.
[[gnu::target("avx512f")]] void withAvx512(std::span<const SetWord> set, const std::uint64_t* columns,
                                           std::size_t stride, std::size_t from, std::size_t to,
                                           std::uint64_t* shared) {
    for (auto group = from; group < to; ++group) {
        std::uint64_t answer = 0;
        for (std::size_t row = 0; row < 64; row += 8) {
            auto common = _mm512_setzero_si512();
            for (const auto& [word, bits] : set) {
                const auto eight = _mm512_loadu_si512(columns + word * stride + group * 64 + row);
                const auto mine = _mm512_set1_epi64(static_cast<long long>(bits));
                common = _mm512_or_si512(common, _mm512_and_si512(eight, mine));
            }
            answer |= std::uint64_t{_mm512_test_epi64_mask(common, common)} << row;
        }
        *shared++ = answer;
    }
}

} // namespace

SharingKernel sharingWithAvx512() {
    return __builtin_cpu_supports("avx512f") ? withAvx512 : nullptr;
}

} // namespace wardmote::analysis

#else

namespace wardmote::analysis {

SharingKernel sharingWithAvx512() {
    return nullptr;
}

} // namespace wardmote::analysis

#endif
