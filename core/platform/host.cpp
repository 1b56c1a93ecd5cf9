#include "core/platform/host.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
// windows.h comes first: it declares what the next one uses.
#include <lmcons.h>
#else
#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <sstream>
#endif

#include <charconv>

namespace wardmote::platform {
namespace {

constexpr char separator = '/';

struct ProcessParts {
    std::string boot;
    long number = 0;
    std::string begun;
};

ProcessParts partsOf(const std::string& process) {
    ProcessParts parts;
    const auto first = process.find(separator);
    const auto second = process.find(separator, first == std::string::npos ? first : first + 1);
    if (second != std::string::npos) {
        parts.boot = process.substr(0, first);
        const auto number = process.substr(first + 1, second - first - 1);
        std::from_chars(number.data(), number.data() + number.size(), parts.number);
        parts.begun = process.substr(second + 1);
    }
    return parts;
}

std::string joined(const std::string& boot, long number, const std::string& begun) {
    return boot + separator + std::to_string(number) + separator + begun;
}

#ifdef _WIN32

std::string bootKey() {
    return "windows"; // creation times are absolute there, so no start of the machine is needed
}

std::string beginningOf(HANDLE process) {
    FILETIME created{}, exited{}, kernel{}, user{};
    if (!GetProcessTimes(process, &created, &exited, &kernel, &user)) {
        return {};
    }
    return std::to_string((static_cast<std::uint64_t>(created.dwHighDateTime) << 32) | created.dwLowDateTime);
}

#else

std::string firstLineOf(const char* path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

/// FNV-1a: enough to tell machines apart without writing the id, which is not for others, into plans.
std::string digestOf(const std::string& id) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
    return {digits.data(), end};
}

std::string bootKey() {
    auto key = firstLineOf("/proc/sys/kernel/random/boot_id");
    return key.empty() ? "unknown" : key;
}

/// Field 22 of /proc/<number>/stat, in clock ticks since the machine started; empty where there is no /proc.
std::string beginningOf(long number) {
    const auto line = firstLineOf(("/proc/" + std::to_string(number) + "/stat").c_str());
    // The second field is the program's name in brackets and may hold blanks and brackets itself.
    const auto afterName = line.rfind(')');
    if (afterName == std::string::npos) {
        return {};
    }
    std::istringstream rest(line.substr(afterName + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) {
        rest >> field;
    }
    return field;
}

#endif

} // namespace

#ifdef _WIN32

std::string machineName() {
    char name[MAX_COMPUTERNAME_LENGTH + 1] = {};
    DWORD size = sizeof name;
    return GetComputerNameA(name, &size) && size > 0 ? std::string(name, size) : "this computer";
}

std::string machineKey() {
    return machineName();
}

std::string accountName() {
    char name[UNLEN + 1] = {};
    DWORD size = sizeof name;
    return GetUserNameA(name, &size) && size > 1 ? std::string(name, size - 1) : "someone";
}

std::string processKey() {
    return joined(bootKey(), static_cast<long>(GetCurrentProcessId()), beginningOf(GetCurrentProcess()));
}

ProcessState stateOf(const std::string& machine, const std::string& process) {
    const auto parts = partsOf(process);
    if (machine != machineKey() || parts.number <= 0) {
        return ProcessState::unknown;
    }
    const HANDLE handle =
        OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(parts.number));
    if (!handle) {
        return GetLastError() == ERROR_INVALID_PARAMETER ? ProcessState::gone : ProcessState::unknown;
    }
    DWORD code = 0;
    const bool exited = GetExitCodeProcess(handle, &code) && code != STILL_ACTIVE;
    const bool same = beginningOf(handle) == parts.begun;
    CloseHandle(handle);
    return exited || !same ? ProcessState::gone : ProcessState::running;
}

#else

std::string machineName() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name.front() == '\0') {
        return "this computer";
    }
    return name.data();
}

std::string machineKey() {
    const auto id = firstLineOf("/etc/machine-id");
    return id.empty() ? machineName() : machineName() + separator + digestOf(id);
}

std::string accountName() {
    std::array<char, 4096> room{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found) != 0 || !found || !*found->pw_name) {
        return "someone";
    }
    return found->pw_name;
}

std::string processKey() {
    const auto number = static_cast<long>(getpid());
    return joined(bootKey(), number, beginningOf(number));
}

ProcessState stateOf(const std::string& machine, const std::string& process) {
    const auto parts = partsOf(process);
    if (machine != machineKey() || parts.number <= 0) {
        return ProcessState::unknown;
    }
    if (parts.boot != bootKey()) {
        return ProcessState::gone; // the machine has been restarted since
    }
    if (kill(static_cast<pid_t>(parts.number), 0) != 0 && errno == ESRCH) {
        return ProcessState::gone;
    }
    const auto begun = beginningOf(parts.number);
    return begun.empty() || parts.begun.empty() || begun == parts.begun ? ProcessState::running
                                                                        : ProcessState::gone;
}

#endif

} // namespace wardmote::platform
