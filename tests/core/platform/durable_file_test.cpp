#include "core/platform/durable_file.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <fstream>
#include <iterator>

using namespace wardmote;
using namespace wardmote::platform;

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("A finished file gets its name only if nobody has it") {
    const tests::TemporaryFolder folder;
    const auto target = folder / "plan.txt";
    const auto part = temporaryNameFor(target);
    CHECK(part.parent_path() == target.parent_path());
    CHECK(part != temporaryNameFor(target));
    write(part, "new");
    REQUIRE(moveWithoutReplacing(part, target));
    CHECK(read(target) == "new");
    CHECK_FALSE(std::filesystem::exists(part));

    write(part, "newer");
    const auto refused = moveWithoutReplacing(part, target);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().find("already") != std::string::npos);
    CHECK(read(target) == "new");
    REQUIRE(moveReplacing(part, target));
    CHECK(read(target) == "newer");
}

TEST_CASE("A file can't be given a name in a folder that is gone") {
    const tests::TemporaryFolder folder;
    const auto part = folder / "part";
    write(part, "text");
    CHECK_FALSE(moveWithoutReplacing(part, folder / "gone/plan.txt"));
    CHECK_FALSE(moveReplacing(part, folder / "gone/plan.txt"));
    CHECK(read(part) == "text");
    CHECK(folderIsWritable(folder.path()));
    CHECK_FALSE(folderIsWritable(folder / "gone"));
}
