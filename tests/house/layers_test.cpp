// Holds who may include whom (CONTRIBUTING.md, "The house"), by reading the include lines of every source.
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// What each folder may include beside itself and core/base.
const std::map<std::string, std::set<std::string>> allowed = {
    {"core/base", {}},
    {"core/platform", {}},
    {"core/plan", {}},
    {"core/text", {"core/plan"}},
    {"core/recurrence", {"core/plan"}},
    {"core/geography", {"core/plan"}},
    {"core/store", {"core/plan", "core/platform"}},
    {"core/exchange", {"core/plan", "core/recurrence", "core/text", "core/geography", "core/platform"}},
    {"core/analysis", {"core/plan", "core/recurrence", "core/text", "core/geography"}},
    {"core/report", {"core/plan", "core/analysis"}},
    {"ui/charts", {"core"}},
    {"ui/publish", {"core", "ui/charts"}},
    {"ui/session", {"core"}},
    {"ui/widgets", {"core", "ui/session"}},
    {"ui/preview", {"core", "ui/widgets", "ui/publish", "ui/session"}},
    {"ui/pages", {"core", "ui/widgets", "ui/charts", "ui/publish", "ui/preview", "ui/session"}},
    {"ui/shell", {"core", "ui/pages", "ui/widgets", "ui/charts", "ui/publish", "ui/preview", "ui/session"}},
    {"app", {"core", "ui"}},
};

/// Headers from outside that only some folders may know.
const std::map<std::string, std::set<std::string>> keptTo = {
    {"sqlite3", {"core/store", "core/exchange"}},
    {"SQLiteCpp", {"core/store"}},
    {"ogr", {"core/exchange"}},
    {"gdal", {"core/exchange"}},
    {"geos", {"core/geography"}},
    {"libical", {"core/recurrence", "core/exchange"}},
    {"qpdf", {"ui/publish"}},
    {"glpk", {"core/analysis"}},
};

bool isSource(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".h";
}

std::string nameInProject(const fs::path& path) {
    return fs::relative(path, wardmote::tests::sourceFolder()).generic_string();
}

/// "core/plan" of "core/plan/area.h", "app" of "app/main.cpp".
std::string layerOf(const std::string& path) {
    for (const auto& [folder, ignored] : allowed) {
        if (path.starts_with(folder + "/")) {
            return folder;
        }
    }
    return {};
}

std::vector<fs::path> sourcesBelow(const std::string& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(wardmote::tests::sourceFolder() / folder)) {
        if (entry.is_regular_file() && isSource(entry.path())) {
            found.push_back(entry.path());
        }
    }
    return found;
}

std::vector<std::string> includesOf(const fs::path& path) {
    static const std::regex line(R"re(^\s*#\s*include\s*[<"]([^">]+)[">])re");
    std::vector<std::string> found;
    std::ifstream in(path);
    std::string text;
    std::smatch match;
    while (std::getline(in, text)) {
        if (std::regex_search(text, match, line)) {
            found.push_back(match[1]);
        }
    }
    return found;
}

bool mayInclude(const std::string& from, const std::string& to) {
    if (from == to || to == "core/base") {
        return true;
    }
    const auto& folders = allowed.at(from);
    return folders.contains(to) || folders.contains(to.substr(0, to.find('/')));
}

} // namespace

TEST_CASE("every include keeps to the layers") {
    std::size_t read = 0;
    for (const auto* top : {"core", "ui", "app"}) {
        for (const auto& path : sourcesBelow(top)) {
            const auto from = layerOf(nameInProject(path));
            INFO(nameInProject(path));
            REQUIRE_FALSE(from.empty());
            for (const auto& include : includesOf(path)) {
                const auto to = layerOf(include);
                INFO("includes " << include);
                CHECK((to.empty() || mayInclude(from, to)));
                ++read;
            }
        }
    }
    CHECK(read > 100);
}

TEST_CASE("core sees no Qt, and libraries stay behind their wrappers") {
    static const std::regex qt(R"(^(Q[A-Z][A-Za-z]*(/.*)?|Qt[A-Z].*|q[a-z]+\.h)$)");
    for (const auto* top : {"core", "ui", "app"}) {
        for (const auto& path : sourcesBelow(top)) {
            const auto from = layerOf(nameInProject(path));
            for (const auto& include : includesOf(path)) {
                INFO(nameInProject(path) << " includes " << include);
                CHECK_FALSE((from.starts_with("core/") && std::regex_match(include, qt)));
                for (const auto& [header, folders] : keptTo) {
                    CHECK_FALSE((include.starts_with(header) && !folders.contains(from)));
                }
            }
        }
    }
}

TEST_CASE("one source alone knows GLPK, which aborts the program on a bad index") {
    std::vector<std::string> found;
    for (const auto& path : sourcesBelow("core/analysis")) {
        for (const auto& include : includesOf(path)) {
            if (include.starts_with("glpk")) {
                found.push_back(nameInProject(path));
            }
        }
    }
    CHECK(found == std::vector<std::string>{"core/analysis/streamlining/exact_cover.cpp"});
}

TEST_CASE("pages never see each other") {
    static const std::regex page("^ui/pages/([^/]+)/");
    for (const auto& path : sourcesBelow("ui/pages")) {
        const auto from = nameInProject(path);
        std::smatch mine;
        REQUIRE(std::regex_search(from, mine, page));
        for (const auto& include : includesOf(path)) {
            std::smatch theirs;
            if (std::regex_search(include, theirs, page)) {
                INFO(from << " includes " << include);
                CHECK(mine[1] == theirs[1]);
            }
        }
    }
}
