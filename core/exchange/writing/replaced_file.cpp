#include "core/exchange/writing/replaced_file.h"

#include "core/exchange/reading/detect.h"

#include <fstream>
#include <random>

namespace wardmote::exchange {
namespace {

Failure cannotWrite(const std::filesystem::path& file, std::string detail) {
    return failure(
        "The file " + quotedName(file) + " could not be written.",
        "Check that it is not open in another program, that the folder may be written to and that the "
        "disk is not full.",
        std::move(detail));
}

} // namespace

Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<Result<void>(const std::filesystem::path&)>& write) {
    std::random_device entropy;
    auto temporary = file;
    temporary += ".part" + std::to_string(entropy());
    auto written = write(temporary);
    std::error_code error;
    if (written) {
        std::filesystem::rename(temporary, file, error);
        if (!error) {
            return {};
        }
        written = cannotWrite(file, error.message());
    } else if (written.error().message.empty()) {
        written = cannotWrite(file, written.error().detail);
    }
    std::filesystem::remove(temporary, error);
    return written;
}

Result<void> writeBytes(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return stream ? Result<void>() : Result<void>(failure("", {}, "writing failed"));
}

} // namespace wardmote::exchange
