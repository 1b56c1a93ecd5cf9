#ifndef _WIN32
#include "core/platform/child_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace wardmote::platform {
namespace {

using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__)
// The address sanitizer reserves terabytes of address space, so that limit can't be set under it.
constexpr bool limitsMemory = false;
#else
constexpr bool limitsMemory = true;
#endif

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    void reset(int number) {
        close();
        number_ = number;
    }
    void close() {
        if (number_ >= 0) {
            ::close(number_);
            number_ = -1;
        }
    }

private:
    int number_ = -1;
};

struct Pipe {
    Descriptor reading;
    Descriptor writing;
    bool make() {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) {
            return false;
        }
        // So that no other child started meanwhile keeps an end open.
        ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        reading.reset(ends[0]);
        writing.reset(ends[1]);
        return true;
    }
};

void limit(decltype(RLIMIT_CORE) what, rlim_t amount, rlim_t grace = 0) {
    rlimit now{};
    if (::getrlimit(what, &now) == 0 && (now.rlim_max == RLIM_INFINITY || now.rlim_max > amount + grace)) {
        now.rlim_cur = amount;
        now.rlim_max = amount + grace;
        ::setrlimit(what, &now);
    }
}

/// Runs in the child between fork and exec, where only calls that are safe in a signal handler may be made.
[[noreturn]] void become(const char* program, char* const* arguments, const Pipe& input, const Pipe& output,
                         const Pipe& errors, const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::dup2(input.reading.number(), STDIN_FILENO);
    ::dup2(output.writing.number(), STDOUT_FILENO);
    ::dup2(errors.writing.number(), STDERR_FILENO);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_CORE, 0);
    // The signal that tells of time comes at the lower limit; at the upper one the kernel just kills.
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processorSeconds), 5);
    if (limitsMemory && limits.memoryBytes > 0) {
        limit(RLIMIT_AS, static_cast<rlim_t>(limits.memoryBytes));
    }
    ::execv(program, arguments);
    ::_exit(127);
}

/// Keeps the last part of what a child says on standard error.
void keepTail(std::string& tail, std::string_view piece) {
    constexpr std::size_t kept = 4096;
    tail.append(piece);
    if (tail.size() > kept) {
        tail.erase(0, tail.size() - kept);
    }
}

ChildEnd endOf(int status, const std::string& errors) {
    if (WIFEXITED(status)) {
        return WEXITSTATUS(status) == outOfMemoryExit ? ChildEnd::outOfMemory : ChildEnd::returned;
    }
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU) {
        return ChildEnd::outOfTime;
    }
    // Libraries abort when an allocation fails, and say so; the kernel kills when the machine runs out.
    const bool saysMemory = errors.find("memory") != std::string::npos ||
                            errors.find("bad_alloc") != std::string::npos ||
                            errors.find("malloc") != std::string::npos;
    return (signal == SIGABRT && saysMemory) || signal == SIGKILL ? ChildEnd::outOfMemory : ChildEnd::crashed;
}

/// The parent's side of one child.
class Conversation {
public:
    Conversation(pid_t child, Pipe& input, Pipe& output, Pipe& errors, std::string_view toWrite)
        : child_(child), input_(input), output_(output), errors_(errors), toWrite_(toWrite) {}

    ChildOutcome run(const ChildLimits& limits, const std::function<bool(std::string_view)>& onOutput,
                     const Progress& progress) {
        const auto deadline = Clock::now() + std::chrono::seconds(limits.clockSeconds);
        std::optional<ChildEnd> ended;
        while (!ended && (output_.reading.open() || errors_.reading.open())) {
            if (progress.stopped()) {
                ended = ChildEnd::stopped;
            } else if (Clock::now() > deadline) {
                ended = ChildEnd::outOfTime;
            } else if (!exchange(onOutput)) {
                ended = ChildEnd::stopped;
            } else if (received_ > limits.outputBytes) {
                ended = ChildEnd::tooMuchOutput;
            }
        }
        return finish(ended);
    }

private:
    /// Waits a moment for any end, then moves what can be moved. False when the caller wants no more.
    bool exchange(const std::function<bool(std::string_view)>& onOutput) {
        constexpr int wakeMilliseconds = 50; // how soon a person's Stop is felt
        std::array<pollfd, 3> ends{pollfd{output_.reading.number(), POLLIN, 0},
                                   pollfd{errors_.reading.number(), POLLIN, 0},
                                   pollfd{input_.writing.number(), POLLOUT, 0}};
        if (::poll(ends.data(), ends.size(), wakeMilliseconds) <= 0) {
            return true;
        }
        if (ends[2].revents != 0) {
            write();
        }
        if (ends[1].revents != 0) {
            const auto piece = read(errors_.reading);
            keepTail(said_, piece);
        }
        if (ends[0].revents != 0) {
            const auto piece = read(output_.reading);
            received_ += piece.size();
            return piece.empty() || onOutput(piece);
        }
        return true;
    }

    std::string_view read(Descriptor& from) {
        const auto count = ::read(from.number(), buffer_.data(), buffer_.size());
        if (count <= 0) {
            if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
                from.close();
            }
            return {};
        }
        return {buffer_.data(), static_cast<std::size_t>(count)};
    }

    void write() {
        if (!toWrite_.empty()) {
            const auto count = ::write(input_.writing.number(), toWrite_.data(), toWrite_.size());
            if (count < 0 && errno != EINTR && errno != EAGAIN) {
                input_.writing.close();
                return;
            }
            toWrite_.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
        }
        if (toWrite_.empty()) {
            input_.writing.close();
        }
    }

    ChildOutcome finish(std::optional<ChildEnd> ended) {
        if (ended) {
            ::kill(-child_, SIGKILL);
            ::kill(child_, SIGKILL); // its group may not be made yet
        }
        int status = 0;
        while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
        }
        ChildOutcome outcome;
        outcome.message = said_;
        outcome.end = ended ? *ended : endOf(status, said_);
        outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        return outcome;
    }

    pid_t child_;
    Pipe& input_;
    Pipe& output_;
    Pipe& errors_;
    std::string_view toWrite_;
    std::string said_;
    std::uint64_t received_ = 0;
    std::array<char, 1 << 16> buffer_{};
};

/// A write to a child that has gone must fail, not end this process; a program's own choice is left alone.
void ignoreBrokenPipes() {
    struct sigaction now {};
    if (::sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_handler == SIG_DFL) {
        ::signal(SIGPIPE, SIG_IGN);
    }
}

} // namespace

Result<ChildOutcome> runChild(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                              std::string_view input, const ChildLimits& limits,
                              const std::function<bool(std::string_view)>& onOutput,
                              const Progress& progress) {
    if (::access(program.c_str(), X_OK) != 0) {
        return failure("The program " + program.string() + " could not be started.",
                       "Install Wardmote again.", std::strerror(errno));
    }
    Pipe in;
    Pipe out;
    Pipe errors;
    if (!in.make() || !out.make() || !errors.make()) {
        return failure("The system has no more open files to give.", "Close other programs and try again.",
                       std::strerror(errno));
    }
    std::string path = program.string();
    std::vector<std::string> words = arguments;
    std::vector<char*> pointers{path.data()};
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    ignoreBrokenPipes();
    const pid_t child = ::fork();
    if (child < 0) {
        return failure("The system could not start another process.", "Close other programs and try again.",
                       std::strerror(errno));
    }
    if (child == 0) {
        become(path.c_str(), pointers.data(), in, out, errors, limits);
    }
    in.reading.close();
    out.writing.close();
    errors.writing.close();
    ::fcntl(in.writing.number(), F_SETFL, O_NONBLOCK);
    auto conversation = std::make_unique<Conversation>(child, in, out, errors, input);
    return conversation->run(limits, onOutput, progress);
}

Result<std::filesystem::path> thisProgram() {
#ifdef __APPLE__
    std::string path(4096, '\0');
    auto size = static_cast<std::uint32_t>(path.size());
    if (::_NSGetExecutablePath(path.data(), &size) == 0) {
        return std::filesystem::path(path.c_str());
    }
    return failure("The program's own file could not be found.");
#else
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) {
        return failure("The program's own file could not be found.", {}, error.message());
    }
    return path;
#endif
}

} // namespace wardmote::platform
#endif
