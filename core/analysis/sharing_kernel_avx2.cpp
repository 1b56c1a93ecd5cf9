#include "core/analysis/sharing_kernel_avx2.h"

#if defined(__GNUC__) && defined(__x86_64__)
#include <immintrin.h>

namespace wardmote::analysis {
namespace {

// Only this function is compiled for AVX2, so that the program runs on machines without it.
[[gnu::target("avx2")]] void withAvx2(std::span<const SetWord> set, const std::uint64_t* columns,
                                      std::size_t stride, std::size_t from, std::size_t to,
                                      std::uint64_t* shared) {
    for (auto group = from; group < to; ++group) {
        std::uint64_t apart = 0;
        for (std::size_t row = 0; row < 64; row += 4) {
            auto common = _mm256_setzero_si256();
            for (const auto& [word, bits] : set) {
                const auto* rows = columns + word * stride + group * 64 + row;
                const auto four = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(rows));
                const auto mine = _mm256_set1_epi64x(static_cast<long long>(bits));
                common = _mm256_or_si256(common, _mm256_and_si256(four, mine));
            }
            const auto none = _mm256_cmpeq_epi64(common, _mm256_setzero_si256());
            const auto four = static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(none)));
            apart |= std::uint64_t{four} << row;
        }
        *shared++ = ~apart;
    }
}

} // namespace

SharingKernel sharingWithAvx2() {
    return __builtin_cpu_supports("avx2") ? withAvx2 : nullptr;
}

} // namespace wardmote::analysis

#else

namespace wardmote::analysis {

SharingKernel sharingWithAvx2() {
    return nullptr;
}

} // namespace wardmote::analysis

#endif
