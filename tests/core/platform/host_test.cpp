#include "core/platform/host.h"
#include "tests/support/catch.h"

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace wardmote::platform;

TEST_CASE("This machine, account and process have names") {
    CHECK_FALSE(machineName().empty());
    CHECK(machineKey().starts_with(machineName()));
    CHECK_FALSE(accountName().empty());
    CHECK(processKey() == processKey());
}

TEST_CASE("Of a process it is known whether it still runs") {
    CHECK(stateOf(machineKey(), processKey()) == ProcessState::running);
    CHECK(stateOf("another machine", processKey()) == ProcessState::unknown);
    CHECK(stateOf(machineKey(), "rubbish") == ProcessState::unknown);
}

#ifndef _WIN32
TEST_CASE("A process that ended is gone, and so is one from before a restart") {
    int pipes[2] = {};
    REQUIRE(pipe(pipes) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto key = processKey();
        _exit(write(pipes[1], key.data(), key.size()) > 0 ? 0 : 1);
    }
    waitpid(child, nullptr, 0);
    std::string key(256, '\0');
    const auto size = read(pipes[0], key.data(), key.size());
    REQUIRE(size > 0);
    key.resize(static_cast<std::size_t>(size));
    close(pipes[0]);
    close(pipes[1]);
    CHECK(stateOf(machineKey(), key) == ProcessState::gone);

    const auto mine = processKey();
    const auto afterBoot = mine.find('/');
    CHECK(stateOf(machineKey(), "an-older-start" + mine.substr(afterBoot)) == ProcessState::gone);
    // The number is in use again, but by a process that began at another time.
    CHECK(stateOf(machineKey(), mine.substr(0, mine.rfind('/')) + "/1") == ProcessState::gone);
}
#endif
