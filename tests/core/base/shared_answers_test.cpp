#include "core/base/shared_answers.h"

#include "tests/support/catch.h"

#include <atomic>
#include <latch>
#include <thread>

using namespace wardmote;

TEST_CASE("An answer is found out once for each version, and for each type") {
    SharedAnswers answers;
    int asked = 0;
    const auto ask = [&](std::uint64_t key) {
        return answers.of<int>(key, {}, [&]() -> Result<int> { return ++asked; });
    };
    CHECK(**ask(1) == 1);
    CHECK(**ask(1) == 1);
    CHECK(**ask(2) == 2);
    CHECK(**ask(1) == 3); // the last version alone is kept
    const auto text = answers.of<std::string>(1, {}, []() -> Result<std::string> { return "one"; });
    CHECK(**text == "one");
    CHECK(**ask(1) == 3);
}

TEST_CASE("What failed is asked again") {
    SharedAnswers answers;
    CHECK_FALSE(answers.of<int>(1, {}, []() -> Result<int> { return failure("Stopped"); }));
    CHECK(**answers.of<int>(1, {}, []() -> Result<int> { return 7; }) == 7);
    CHECK_THROWS(answers.of<int>(2, {}, []() -> Result<int> { throw std::runtime_error("broken"); }));
    CHECK(**answers.of<int>(2, {}, []() -> Result<int> { return 8; }) == 8);
}

TEST_CASE("Who asks meanwhile waits for the one answer, or stops waiting when told to") {
    SharedAnswers answers;
    std::latch begun(1);
    std::latch goOn(1);
    std::atomic<int> asked = 0;
    std::thread first([&] {
        CHECK(**answers.of<int>(1, {}, [&]() -> Result<int> {
            begun.count_down();
            goOn.wait();
            return ++asked;
        }) == 1);
    });
    begun.wait();
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = answers.of<int>(1, {{}, stop.get_token()}, [&]() -> Result<int> { return ++asked; });
    CHECK_FALSE(stopped);
    std::thread second(
        [&] { CHECK(**answers.of<int>(1, {}, [&]() -> Result<int> { return ++asked; }) == 1); });
    goOn.count_down();
    first.join();
    second.join();
    CHECK(asked == 1);
}
