#pragma once
#include "core/analysis/duplication.h"

#include <array>
#include <string>
#include <vector>

namespace wardmote::analysis {

/// The three tests of Connecting Communities (Bath & North East Somerset, 2013), 5.10: a mechanism may lose
/// support if it does not contribute to local solutions, creates duplication, or does not fully engage local
/// people. People answer them; nothing here answers for them.
enum class Test : std::uint8_t { localSolutions, noDuplication, engagesPeople };
inline constexpr std::size_t testCount = 3;
std::string_view labelOf(Test test);

/// The field of Mechanism that holds the answer.
const plan::FieldInfo& fieldOf(Test test);

/// Something in the plan that bears on an answer, in one phrase; or what is not recorded and would.
struct TestEvidence {
    std::string text;
    std::vector<RecordRef> records;
    bool missing = false; ///< says what is not recorded
};

struct TestOfMechanism {
    std::optional<plan::TestAnswer> answer;
    std::vector<TestEvidence> evidence;
};

struct MechanismTests {
    plan::Id mechanism = 0;
    std::array<TestOfMechanism, testCount> tests;
    std::size_t failed = 0; ///< answered no
    std::size_t partly = 0;
    std::size_t unanswered = 0;
};

/// How many mechanisms have which answer.
struct AnswerCounts {
    std::size_t yes = 0;
    std::size_t partly = 0;
    std::size_t no = 0;
    std::size_t unanswered = 0;
    bool operator==(const AnswerCounts&) const = default;
};

/// How the mechanisms that one service runs (else the organisation that leads them) stand. Each is in one
/// column: two tests or more failed; one failed; none failed but not all answered; all answered, none failed.
struct ServiceTests {
    plan::Id service = 0; ///< an organisation; 0: not recorded
    std::size_t failTwo = 0;
    std::size_t failOne = 0;
    std::size_t notAllAnswered = 0;
    std::size_t pass = 0;
    std::vector<plan::Id> mechanisms; ///< in the order of ThreeTests::mechanisms
};

struct ThreeTests {
    /// Mechanisms that have not ended: most tests failed first, then most answered partly, then by name.
    std::vector<MechanismTests> mechanisms;
    std::array<AnswerCounts, testCount> byTest;
    std::vector<ServiceTests> services; ///< most mechanisms that fail two first, then one, then by name
    std::size_t failTwoOrMore() const;
};

/// `duplication` is that of the same plan and day: it gives the evidence of the second test.
ThreeTests threeTests(const plan::Plan& plan, plan::Date today, const Duplication& duplication);

} // namespace wardmote::analysis
