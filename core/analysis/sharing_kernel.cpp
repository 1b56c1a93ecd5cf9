#include "core/analysis/sharing_kernel.h"

#include "core/analysis/sharing_kernel_avx2.h"

#include <array>

namespace wardmote::analysis {
namespace {

void plainly(std::span<const SetWord> set, const std::uint64_t* columns, std::size_t stride, std::size_t from,
             std::size_t to, std::uint64_t* shared) {
    std::array<std::uint64_t, 64> common;
    for (auto group = from; group < to; ++group) {
        common.fill(0);
        for (const auto& [word, bits] : set) {
            const auto* rows = columns + word * stride + group * 64;
            for (std::size_t row = 0; row < 64; ++row) {
                common[row] |= rows[row] & bits;
            }
        }
        std::uint64_t answer = 0;
        for (std::size_t row = 0; row < 64; ++row) {
            answer |= std::uint64_t{common[row] != 0} << row;
        }
        *shared++ = answer;
    }
}

struct Kernels {
    std::array<NamedKernel, 2> all{NamedKernel{"plain", plainly}, NamedKernel{"AVX2", sharingWithAvx2()}};
    std::size_t count = all[1].run ? 2 : 1;
};

} // namespace

std::span<const NamedKernel> sharingKernels() {
    static const Kernels kernels;
    return std::span(kernels.all).first(kernels.count);
}

} // namespace wardmote::analysis
