#include "core/exchange/reading/zip_archive.h"

#include "core/exchange/reading/detect.h"

#include <algorithm>
#include <array>
#include <zip.h>

namespace wardmote::exchange {
namespace {

/// Spreadsheets of repetitive rows pack to about a fiftieth; a file of zeros to a thousandth.
constexpr std::uint64_t ratioLimit = 250;
constexpr std::uint64_t ratioCountsFrom = 32ULL << 20;
constexpr std::size_t membersLimit = 20'000;

Failure damaged(const std::string& file, std::string detail) {
    return failure("The file " + file + " is damaged: its packed contents cannot be read.",
                   "Open it in the program that made it, save it again and try that copy.",
                   std::move(detail));
}

} // namespace

void ZipArchive::Closer::operator()(zip* archive) const {
    ::zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& file, const ReadLimits& limits) {
    ZipArchive made;
    made.file_ = quotedName(file);
    int code = 0;
    const auto name = file.u8string();
    made.archive_.reset(
        ::zip_open(std::string(name.begin(), name.end()).c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!made.archive_) {
        return damaged(made.file_, "zip error " + std::to_string(code));
    }
    const auto count = ::zip_get_num_entries(made.archive_.get(), 0);
    if (count > static_cast<zip_int64_t>(membersLimit)) {
        return failure("The file " + made.file_ + " packs " + std::to_string(count) +
                           " files together, which no spreadsheet or boundary file does.",
                       "Unpack it and import the file that is needed.");
    }
    std::uint64_t declared = 0;
    std::uint64_t packed = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t status{};
        if (::zip_stat_index(made.archive_.get(), i, 0, &status) != 0 || status.name == nullptr) {
            return damaged(made.file_, "a member without a name");
        }
        if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
            return failure("The file " + made.file_ + " is protected by a password.",
                           "Save a copy without the password and import that.");
        }
        declared += status.size;
        packed += status.comp_size;
        made.names_.emplace_back(status.name);
    }
    if (declared > limits.unpackedBytes ||
        (declared > ratioCountsFrom && declared / std::max<std::uint64_t>(packed, 1) > ratioLimit)) {
        return failure("The file " + made.file_ + " would unpack from " + std::to_string(packed >> 10U) +
                           " KB to " + std::to_string(declared >> 20U) + " MB, so it was not opened.",
                       "If you trust it, open it in a spreadsheet program, delete empty rows and columns, "
                       "and save it as CSV.");
    }
    return made;
}

bool ZipArchive::has(std::string_view name) const {
    return std::ranges::find(names_, name) != names_.end();
}

Result<void> ZipArchive::read(const std::string& name,
                              const std::function<bool(std::string_view)>& take) const {
    zip_stat_t status{};
    if (::zip_stat(archive_.get(), name.c_str(), 0, &status) != 0) {
        return damaged(file_, "no member " + name);
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> member(
        ::zip_fopen(archive_.get(), name.c_str(), 0), ::zip_fclose);
    if (!member) {
        return damaged(file_, name + ": " + ::zip_strerror(archive_.get()));
    }
    std::array<char, 1 << 16> buffer{};
    std::uint64_t total = 0;
    while (true) {
        const auto count = ::zip_fread(member.get(), buffer.data(), buffer.size());
        if (count < 0) {
            return damaged(file_, name + ": " + ::zip_file_strerror(member.get()));
        }
        if (count == 0) {
            return {};
        }
        total += static_cast<std::uint64_t>(count);
        if (total > status.size) {
            return damaged(file_, name + " is longer than it says");
        }
        if (!take({buffer.data(), static_cast<std::size_t>(count)})) {
            return {};
        }
    }
}

Result<std::string> ZipArchive::readAll(const std::string& name, std::size_t limit) const {
    std::string all;
    auto done = read(name, [&](std::string_view piece) {
        all.append(piece);
        return all.size() <= limit;
    });
    if (!done) {
        return Failure(done.error());
    }
    if (all.size() > limit) {
        return damaged(file_, name + " is too long");
    }
    return all;
}

} // namespace wardmote::exchange
