#include "core/analysis/sharing_kernel.h"

#include "core/analysis/sharing_kernel_avx2.h"
#include "core/analysis/sharing_kernel_avx512.h"

#include <array>
#include <vector>

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

std::vector<NamedKernel> kernelsOfThisMachine() {
    std::vector<NamedKernel> kernels{
        {"plain", plainly}, {"AVX2", sharingWithAvx2()}, {"AVX-512", sharingWithAvx512()}};
    std::erase_if(kernels, [](const NamedKernel& kernel) { return kernel.run == nullptr; });
    return kernels;
}

} // namespace

std::span<const NamedKernel> sharingKernels() {
    static const auto kernels = kernelsOfThisMachine();
    return kernels;
}

} // namespace wardmote::analysis
