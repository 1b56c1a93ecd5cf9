#include "core/platform/durable_file.h"

#include <fmt/format.h>
#include <random>

#ifdef _WIN32
#define NOMINMAX
#include <io.h>
#include <windows.h>
#else
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace wardmote::platform {
namespace {

Failure notMoved(const std::filesystem::path& to, const std::string& why) {
    return failure(fmt::format("“{}” could not be written.", shown(to)),
                   "Check that the folder is still there and that you may write in it.", why);
}

Failure alreadyThere(const std::filesystem::path& to) {
    return failure(fmt::format("There is already something called “{}”.", shown(to)), "Choose another name.");
}

#ifndef _WIN32

/// A new name is safe only once the folder that holds it is on the disk.
void synchroniseFolderOf(const std::filesystem::path& file) {
    const int handle = open(folderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        fsync(handle);
        close(handle);
    }
}

#endif

} // namespace

std::filesystem::path folderOf(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

std::string shown(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path temporaryNameFor(const std::filesystem::path& target) {
    std::random_device entropy;
    auto name = std::filesystem::path(".");
    name += target.filename();
    name += fmt::format(".{:08x}.part", entropy());
    return target.parent_path() / name;
}

#ifdef _WIN32

bool folderIsWritable(const std::filesystem::path& folder) {
    const auto probe = temporaryNameFor((folder.empty() ? std::filesystem::path(".") : folder) / "wardmote");
    const HANDLE handle = CreateFileW(probe.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                      FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        return false;
    }
    CloseHandle(handle);
    return true;
}

Result<void> moveWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_WRITE_THROUGH)) {
        const auto code = GetLastError();
        return code == ERROR_ALREADY_EXISTS || code == ERROR_FILE_EXISTS
                   ? Result<void>(alreadyThere(to))
                   : Result<void>(notMoved(to, fmt::format("Windows error {}", code)));
    }
    return {};
}

Result<void> moveReplacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        return notMoved(to, fmt::format("Windows error {}", GetLastError()));
    }
    return {};
}

#else

bool folderIsWritable(const std::filesystem::path& folder) {
    const auto asked = folder.empty() ? std::filesystem::path(".") : folder;
    return faccessat(AT_FDCWD, asked.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

Result<void> moveWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    // A hard link fails if the name is taken; rename would replace what is there.
    if (link(from.c_str(), to.c_str()) == 0) {
        unlink(from.c_str());
    } else if (errno == EEXIST) {
        return alreadyThere(to);
    } else {
        // Many shares know no hard links: look, then rename.
        std::error_code code;
        if (std::filesystem::exists(to, code)) {
            return alreadyThere(to);
        }
        if (rename(from.c_str(), to.c_str()) != 0) {
            return notMoved(to, std::strerror(errno));
        }
    }
    synchroniseFolderOf(to);
    return {};
}

Result<void> moveReplacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (rename(from.c_str(), to.c_str()) != 0) {
        return notMoved(to, std::strerror(errno));
    }
    synchroniseFolderOf(to);
    return {};
}

#endif

} // namespace wardmote::platform
