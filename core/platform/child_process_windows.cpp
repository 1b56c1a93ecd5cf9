#ifdef _WIN32
// Written against the documented API, not yet run on Windows.
#include "core/platform/child_process.h"

#include <array>
#include <chrono>
#include <memory>
#include <thread>
#define NOMINMAX
#include <windows.h>

namespace wardmote::platform {
namespace {

struct HandleCloser {
    void operator()(void* handle) const {
        if (handle != nullptr && handle != INVALID_HANDLE_VALUE) {
            ::CloseHandle(handle);
        }
    }
};
using Handle = std::unique_ptr<void, HandleCloser>;

struct Pipe {
    Handle reading;
    Handle writing;
    bool make(bool childReads) {
        SECURITY_ATTRIBUTES inherit{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
        HANDLE read = nullptr;
        HANDLE write = nullptr;
        if (!::CreatePipe(&read, &write, &inherit, 0)) {
            return false;
        }
        reading.reset(read);
        writing.reset(write);
        ::SetHandleInformation(childReads ? write : read, HANDLE_FLAG_INHERIT, 0);
        return true;
    }
};

/// The job ends its processes when its last handle closes, and holds their memory and time.
Handle jobWith(const ChildLimits& limits) {
    Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION rules{};
    rules.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE |
                                             JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_PROCESS_TIME |
                                             JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
    rules.BasicLimitInformation.ActiveProcessLimit = 1;
    rules.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart =
        static_cast<LONGLONG>(limits.processorSeconds) * 10'000'000LL;
    rules.ProcessMemoryLimit = static_cast<SIZE_T>(limits.memoryBytes);
    ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &rules, sizeof rules);
    return job;
}

/// Quotes one argument as the C runtime splits it again.
std::wstring quoted(const std::wstring& word) {
    std::wstring result = L"\"";
    std::size_t slashes = 0;
    for (const wchar_t c : word) {
        if (c == L'\\') {
            ++slashes;
            continue;
        }
        result.append(c == L'"' ? slashes * 2 + 1 : slashes, L'\\');
        slashes = 0;
        result.push_back(c);
    }
    result.append(slashes * 2, L'\\');
    return result + L"\"";
}

} // namespace

Result<ChildOutcome> runChild(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                              std::string_view input, const ChildLimits& limits,
                              const std::function<bool(std::string_view)>& onOutput,
                              const Progress& progress) {
    Pipe in;
    Pipe out;
    if (!in.make(true) || !out.make(false)) {
        return failure("The system has no more pipes to give.", "Close other programs and try again.");
    }
    std::wstring line = quoted(program.wstring());
    for (const auto& argument : arguments) {
        line += L" " + quoted(std::filesystem::u8path(argument).wstring());
    }
    STARTUPINFOW start{};
    start.cb = sizeof start;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = in.reading.get();
    start.hStdOutput = out.writing.get();
    PROCESS_INFORMATION made{};
    if (!::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE,
                          CREATE_SUSPENDED | CREATE_NO_WINDOW, nullptr, nullptr, &start, &made)) {
        return failure("The program " + program.string() + " could not be started.",
                       "Install Wardmote again.");
    }
    const Handle process(made.hProcess);
    const Handle thread(made.hThread);
    const Handle job = jobWith(limits);
    ::AssignProcessToJobObject(job.get(), process.get());
    ::ResumeThread(thread.get());
    in.reading.reset();
    out.writing.reset();
    std::jthread writer([&in, input] {
        DWORD written = 0;
        ::WriteFile(in.writing.get(), input.data(), static_cast<DWORD>(input.size()), &written, nullptr);
        in.writing.reset();
    });
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.clockSeconds);
    std::jthread watch([&](const std::stop_token& done) {
        while (!done.stop_requested()) {
            if (progress.stopped() || std::chrono::steady_clock::now() > deadline) {
                ::TerminateJobObject(job.get(), outOfMemoryExit + 1);
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
    ChildOutcome outcome;
    std::array<char, 1 << 16> buffer{};
    std::uint64_t received = 0;
    DWORD count = 0;
    bool wanted = true;
    while (wanted &&
           ::ReadFile(out.reading.get(), buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr) &&
           count > 0) {
        received += count;
        wanted = received <= limits.outputBytes && onOutput({buffer.data(), count});
    }
    if (!wanted) {
        ::TerminateJobObject(job.get(), outOfMemoryExit + 1);
    }
    ::WaitForSingleObject(process.get(), INFINITE);
    watch.request_stop();
    DWORD code = 0;
    ::GetExitCodeProcess(process.get(), &code);
    if (progress.stopped() || (!wanted && received <= limits.outputBytes)) {
        outcome.end = ChildEnd::stopped;
    } else if (!wanted) {
        outcome.end = ChildEnd::tooMuchOutput;
    } else if (std::chrono::steady_clock::now() > deadline) {
        outcome.end = ChildEnd::outOfTime;
    } else if (code == outOfMemoryExit) {
        outcome.end = ChildEnd::outOfMemory;
    } else if (code >= 0xC0000000U) {
        outcome.end = ChildEnd::crashed;
    }
    outcome.exitCode = static_cast<int>(code & 0xFFU);
    return outcome;
}

Result<std::filesystem::path> thisProgram() {
    std::wstring path(32768, L'\0');
    const DWORD length = ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    if (length == 0) {
        return failure("The program's own file could not be found.");
    }
    path.resize(length);
    return std::filesystem::path(path);
}

} // namespace wardmote::platform
#endif
