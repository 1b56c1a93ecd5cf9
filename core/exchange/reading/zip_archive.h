#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/read_options.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace wardmote::exchange {

/// A zip file from outside, whose directory was checked before anything is unpacked.
class ZipArchive {
public:
    /// An Error if it is no zip file, damaged, encrypted, or declares more than limits.unpackedBytes or a
    /// packing ratio that only a file made to swell has.
    static Result<ZipArchive> open(const std::filesystem::path& file, const ReadLimits& limits);

    const std::vector<std::string>& names() const { return names_; }
    bool has(std::string_view name) const;

    /// Unpacks one member in pieces. Stops with an Error if more comes out than the directory declared, or
    /// the member is damaged; stops silently when take returns false.
    Result<void> read(const std::string& name, const std::function<bool(std::string_view)>& take) const;
    /// A whole member that should be small.
    Result<std::string> readAll(const std::string& name, std::size_t limit) const;

private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Closer> archive_;
    std::vector<std::string> names_;
    std::string file_;
};

} // namespace wardmote::exchange
