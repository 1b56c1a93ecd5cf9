#include "core/platform/child_process.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <chrono>
#include <thread>

using namespace wardmote;
using platform::ChildEnd;

namespace {

/// What a shell script run as a child writes, and how it ended.
struct Ran {
    platform::ChildOutcome outcome;
    std::string output;
};

Ran script(const std::string& text, std::string_view input = {}, const platform::ChildLimits& limits = {},
           const Progress& progress = {}) {
    Ran ran;
    const auto result = platform::runChild(
        "/bin/sh", {"-c", text}, input, limits,
        [&](std::string_view piece) {
            ran.output += piece;
            return true;
        },
        progress);
    REQUIRE(result.has_value());
    ran.outcome = *result;
    return ran;
}

} // namespace

#ifndef _WIN32
TEST_CASE("a child reads its input, and its output and exit code come back") {
    const auto ran = script("cat; echo said >&2; exit 3", std::string(300'000, 'x') + "end");
    CHECK(ran.output.size() == 300'003);
    CHECK(ran.outcome.end == ChildEnd::returned);
    CHECK(ran.outcome.exitCode == 3);
    CHECK(ran.outcome.message == "said\n");
}

TEST_CASE("a child that does not read its input does no harm") {
    const auto ran = script("exit 0", std::string(2'000'000, 'x'));
    CHECK(ran.outcome.end == ChildEnd::returned);
}

TEST_CASE("a crash is told from a return") {
    CHECK(script("kill -SEGV $$").outcome.end == ChildEnd::crashed);
    CHECK(script("exit 77").outcome.end == ChildEnd::outOfMemory);
}

TEST_CASE("a child over the clock, over its output or stopped is ended") {
    platform::ChildLimits limits;
    limits.clockSeconds = 0;
    CHECK(script("exec cat /dev/zero >/dev/null", {}, limits).outcome.end == ChildEnd::outOfTime);

    platform::ChildLimits little;
    little.outputBytes = 100'000;
    CHECK(script("exec cat /dev/zero", {}, little).outcome.end == ChildEnd::tooMuchOutput);

    std::stop_source source;
    source.request_stop();
    Progress progress;
    progress.stop = source.get_token();
    CHECK(script("exec cat /dev/zero >/dev/null", {}, {}, progress).outcome.end == ChildEnd::stopped);
}

TEST_CASE("a child over its processor time is ended") {
    platform::ChildLimits limits;
    limits.processorSeconds = 1;
    CHECK(script("while :; do :; done", {}, limits).outcome.end == ChildEnd::outOfTime);
}

TEST_CASE("a program that is not there is an error, not a crash") {
    const auto result =
        platform::runChild("/nowhere/at/all", {}, {}, {}, [](std::string_view) { return true; }, {});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message.find("/nowhere/at/all") != std::string::npos);
}

TEST_CASE("the running program knows its own path") {
    const auto path = platform::thisProgram();
    REQUIRE(path.has_value());
    CHECK(std::filesystem::exists(*path));
}
#endif
