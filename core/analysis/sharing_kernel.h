#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wardmote::analysis {

/// The rows that share a member with one set, a bit a row, 64 rows a group.
///
/// `set` is the set's words that are not empty. `columns` holds the sets of all rows by word, then row: row r
/// has word w at columns[w * stride + r], and stride is a multiple of 64. Answers for the groups [from, to),
/// into shared[0], shared[1]...
struct SetWord {
    std::size_t word = 0;
    std::uint64_t bits = 0;
};
using SharingKernel = void (*)(std::span<const SetWord> set, const std::uint64_t* columns, std::size_t stride,
                               std::size_t from, std::size_t to, std::uint64_t* shared);

struct NamedKernel {
    std::string_view name;
    SharingKernel run;
};
/// Those that this machine can run, slowest first. All give the same answer.
std::span<const NamedKernel> sharingKernels();

} // namespace wardmote::analysis
