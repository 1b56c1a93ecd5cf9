#include "tests/app/program.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>

using namespace wardmote::tests;
namespace fs = std::filesystem;

TEST_CASE("a sample answers every question") {
    const TemporaryFolder folder;
    const auto plan = quoted(folder / "bathnes.wardmote");
    const auto made = run(folder, "new " + plan + " --sample bathnes");
    INFO(made.errors);
    REQUIRE(made.exitCode == 0);

    SECTION("records, none lost on the way in") {
        const auto areas = run(folder, "list " + plan + " areas --json").json()["areas"];
        CHECK(areas.size() == 66);
        std::int64_t residents = 0;
        for (const auto& area : areas) {
            residents += area["residents"].get<std::int64_t>();
        }
        CHECK(residents == 193'400);
        const auto mechanisms = run(folder, "list " + plan + " mechanisms --json").json()["mechanisms"];
        CHECK(mechanisms.size() == 81);
        for (const auto& mechanism : mechanisms) {
            if (mechanism["name"] == "Keynsham Area Forum") {
                CHECK(mechanism["areas"].size() == 8);
                CHECK(mechanism["attending"].size() == 14);
                CHECK(mechanism["themes"].size() == 3);
                CHECK(mechanism["service"]["name"] == "Communities and Partnerships");
                CHECK(mechanism["pattern"] == "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE");
                CHECK(mechanism["spending"].size() == 2);
            }
        }
        CHECK(run(folder, "list " + plan + " organisations --json").json()["organisations"].size() == 82);
        CHECK(run(folder, "list " + plan + " clusters --json").json()["clusters"].size() == 12);
        CHECK(run(folder, "list " + plan + " meetings --json").json()["meetings"].size() == 25);
        const auto counted = [&](const std::string& kind) {
            return run(folder, "list " + plan + " " + kind + " --json").json()[kind].size();
        };
        CHECK(counted("assets") == 18);
        CHECK(counted("footprints") == 40);
        CHECK(counted("moves") == 6);
        CHECK(counted("roles") == 8);
        const auto issues = run(folder, "list " + plan + " local_issues --json").json()["local issues"];
        CHECK(issues.size() == 14);
        for (const auto& issue : issues) {
            CHECK_FALSE(issue["raised_in"].empty());
        }
        CHECK(run(folder, "list " + plan + " reviews --json").json()["reviews"].size() == 2);
    }
    SECTION("what-if") {
        const auto answer = run(folder, "what-if " + plan + " --json --today 2026-11-22").json()["scenarios"];
        REQUIRE(answer.size() == 1);
        const auto& scenario = answer[0];
        CHECK(scenario["scenario"]["name"] == "Fewer, fuller meetings");
        CHECK(scenario["changes"].size() == 8);
        CHECK(scenario["not_counted"] == 0);
        CHECK(scenario["lines"]["staff_hours"]["saved"].get<double>() > 0);
        CHECK(scenario["lines"]["spending"]["saved"].is_number());
        CHECK(scenario["lines"]["staff_value"].contains("saved"));
        const auto& load = scenario["load"];
        CHECK(load["changed"].get<int>() > 0);
        CHECK(load["bodies"][0]["changed"] == true);
        CHECK(load["bodies"][0]["meetings"]["before"].is_number());
        CHECK(run(folder, "what-if " + plan + " --today 2026-11-22").output.find("Asked to meetings") !=
              std::string::npos);
        CHECK(run(folder, "what-if " + plan + " --scenario Nowhere").exitCode == 2);
        const auto report = folder / "scenario.html";
        CHECK(run(folder, "report " + plan + " --scenario \"Fewer, fuller meetings\" -o " + quoted(report))
                  .exitCode == 0);
        CHECK(contentOf(report).find("Equality and consultation") != std::string::npos);
    }
    SECTION("clusters") {
        const auto answer = run(folder, "clusters " + plan + " --json").json();
        CHECK(answer["arrangement"]["name"] == "Area forums as now");
        CHECK(answer["unassigned"].empty());
        for (const auto& cluster : answer["clusters"]) {
            if (cluster["name"] == "Keynsham Area Forum") {
                CHECK(cluster["residents"] == 28'664);
                CHECK(cluster["areas"].size() == 8);
            }
        }
    }
    SECTION("duplicates, best first, with unknown values null") {
        const auto answer = run(folder, "duplicates " + plan + " --json --today 2026-11-22").json();
        REQUIRE(answer["pairs"].size() > 10);
        double last = 2;
        bool forumAndPact = false;
        for (const auto& pair : answer["pairs"]) {
            const double order =
                pair["score"].is_null() ? 0 : pair["score"].get<double>() * pair["confidence"].get<double>();
            CHECK(order <= last + 1e-3);
            last = order;
            CHECK(pair["a"]["id"].is_string());
            for (const auto* part : {"place", "purpose", "audience", "attendance"}) {
                CHECK(pair["components"].contains(part));
                // What both record and share is named, where the component is more than nothing.
                CHECK((pair["components"][part].is_null() || pair["components"][part] == 0.0 ||
                       !pair["behind"][part]["shared"].empty() || std::string(part) == "audience"));
            }
            for (const auto& evidence : pair["evidence"]) {
                CHECK_FALSE(evidence["text"].get<std::string>().empty());
                CHECK(evidence["records"].is_array());
            }
            const auto names = pair["a"]["name"].get<std::string>() + pair["b"]["name"].get<std::string>();
            if (names.find("Bath Transport Forum") != std::string::npos &&
                names.find("Transport forum, Bath") != std::string::npos) {
                CHECK(pair["class"] == "recorded_twice");
                forumAndPact = true;
            }
        }
        CHECK(forumAndPact);
        CHECK_FALSE(answer["not_enough_recorded"].empty());
        CHECK(answer["families"].is_array());
        CHECK(answer["weights"]["place"] == 0.35);
        CHECK(answer["compared"] > answer["pairs"].size());
    }
    SECTION("the smallest set of mechanisms") {
        const auto words = "streamline " + plan + " --objective hours --json --today 2026-11-01";
        const auto answer = run(folder, words).json();
        CHECK(answer["optimal"] == true);
        CHECK(answer["gap"] == 0.0);
        CHECK(answer["objective"] == answer["bound"]);
        CHECK(answer["objective"] <= answer["today"]);
        CHECK(answer["keep"].size() > 0);
        REQUIRE(answer["end"].size() > 0);
        CHECK(answer["saving"]["staff_hours"]["value"].is_number());
        CHECK(answer["because"].size() >= answer["keep"].size());
        const auto ends = answer["end"][0]["name"].get<std::string>();
        const auto pinned = run(folder, words + " --keep \"" + ends + "\"").json();
        CHECK(pinned["objective"] >= answer["objective"]);
        CHECK(std::ranges::none_of(pinned["end"], [&](const Json& one) { return one["name"] == ends; }));
        CHECK(run(folder, "streamline " + plan + " --keep Nobody").exitCode == 2);
    }
    SECTION("meeting load") {
        const auto answer = run(folder, "load " + plan + " --json --today 2026-11-22").json();
        REQUIRE(answer["organisations"].size() > 10);
        CHECK(answer["organisations"][0]["meetings_a_year"].get<double>() >= 1);
        CHECK(answer["organisations"][0]["months"].size() == 12);
        CHECK(answer["meetings_a_week_limit"].is_null());
    }
    SECTION("overlap and checks") {
        CHECK(run(folder, "overlap " + plan + " --json").json()["services"].size() > 10);
        const auto checks = run(folder, "check " + plan + " --json");
        CHECK(checks.exitCode == 1);
        CHECK_FALSE(checks.json()["problems"].empty());
    }
    SECTION("coverage, of the plan and of a cluster") {
        const auto all = run(folder, "coverage " + plan + " --json --today 2026-11-22").json();
        CHECK(all["areas"] == 66);
        CHECK_FALSE(all["gaps"].empty());
        CHECK(all["gaps"][0]["residents_none"]["value"] == 193'400);
        CHECK(all["parished"]["areas"].get<int>() + all["unparished"]["areas"].get<int>() == 66);
        const auto one =
            run(folder, "coverage " + plan + " --json --today 2026-11-22 --cluster \"Keynsham Area Forum\"")
                .json();
        CHECK(one["areas"] == 8);
        CHECK(one["cluster_by_theme"][0]["row"] == "Keynsham Area Forum");
        CHECK(run(folder, "coverage " + plan + " --cluster Nowhere").exitCode == 2);
    }
    SECTION("a partner's list goes out and comes back") {
        const auto police = " \"Avon and Somerset Police\" ";
        const auto list = quoted(folder / "police.xlsx");
        const auto sent = run(folder, "partner " + plan + police + "-o " + list +
                                          " --places \"Police neighbourhoods (example)\" --json");
        INFO(sent.errors);
        REQUIRE(sent.exitCode == 0);
        const auto mechanisms = sent.json()["mechanisms"].get<std::size_t>();
        CHECK(mechanisms > 8);
        const auto back = run(folder, "partner " + plan + police + "--back " + list + " --take hers --json");
        INFO(back.errors);
        REQUIRE(back.exitCode == 0);
        CHECK(back.json()["same"] == mechanisms);
        CHECK(back.json()["rows"].empty());
        CHECK(back.json()["done"] == true);
        CHECK(run(folder, "partner " + plan + " Curo --back " + list).exitCode == 2); // another's list
        CHECK(run(folder, "partner " + plan + police).exitCode == 2);                 // neither way said
    }
    SECTION("report") {
        const auto pdf = folder / "report.pdf";
        const auto answer =
            run(folder, "report " + plan + " -o " + quoted(pdf) + " --cluster \"Keynsham Area Forum\"");
        INFO(answer.errors);
        CHECK(answer.exitCode == 0);
        CHECK(contentOf(pdf).starts_with("%PDF-"));

        const auto profile = folder / "profile.html";
        CHECK(run(folder, "report " + plan + " -o " + quoted(profile) +
                              " --profile --cluster \"Keynsham Area Forum\"")
                  .exitCode == 0);
        CHECK(contentOf(profile).find("Area officer, Keynsham and Chew Valley") != std::string::npos);
        CHECK(run(folder, "report " + plan + " -o " + quoted(profile) + " --profile").exitCode == 2);

        std::ofstream(folder / "committee.json") << R"({"meeting": "Cabinet", "legal": "None known."})";
        const auto page = folder / "report.html";
        const auto words = "report " + plan + " -o " + quoted(page) + " --committee ";
        CHECK(run(folder, words + quoted(folder / "committee.json")).exitCode == 0);
        CHECK(contentOf(page).find("<p>None known.</p>") != std::string::npos);
        const auto refused = run(folder, words + quoted(folder / "none.json"));
        CHECK(refused.exitCode == 2);
        CHECK(refused.errors.find("none.json") != std::string::npos);
    }
    SECTION("a cluster that is not there: the answer names those that are") {
        for (const auto* words :
             {"report %1 -o report.pdf --cluster Nowhere", "duplicates %1 --cluster Nowhere"}) {
            std::string asked = words;
            asked.replace(asked.find("%1"), 2, plan);
            const auto answer = run(folder, asked);
            INFO(answer.errors);
            CHECK(answer.exitCode == 2);
            CHECK(answer.errors.find("Keynsham Area Forum") != std::string::npos);
        }
    }
    SECTION("undo, redo and the history, across processes") {
        const auto before = run(folder, "history " + plan + " --json").json()["history"].size();
        CHECK(run(folder, "undo " + plan).exitCode == 0);
        CHECK(run(folder, "redo " + plan).exitCode == 0);
        CHECK(run(folder, "redo " + plan).exitCode == 1);
        CHECK(run(folder, "history " + plan + " --json").json()["history"].size() == before + 2);
    }
    SECTION("what is exported imports again without a change") {
        for (const auto* kind : {"mechanisms", "organisations", "areas"}) {
            const auto file = folder / (std::string(kind) + ".csv");
            CHECK(run(folder, "export " + plan + " " + kind + " -o " + quoted(file)).exitCode == 0);
            const auto again =
                run(folder, "import " + plan + " " + quoted(file) + " --as " + kind + " --json");
            INFO(kind << ": " << again.output.substr(0, 2000) << again.errors);
            REQUIRE(again.exitCode == 0);
            const auto json = again.json();
            CHECK(json["new"] == 0);
            CHECK(json["updated"] == 0);
            CHECK(json["refused"] == 0);
            CHECK(json["imported"] == false);
        }
    }
}

TEST_CASE("bad use and bad input end with 2 and one line that says why") {
    const TemporaryFolder folder;
    const auto plan = folder / "a.wardmote";
    std::ofstream(folder / "text.wardmote") << "not a plan";
    const std::array<std::string, 8> wrong{
        "list",
        "list " + quoted(folder / "none.wardmote") + " areas",
        "list " + quoted(folder / "text.wardmote") + " areas",
        "new " + quoted(plan) + " --sample nowhere",
        "frobnicate",
        "duplicates " + quoted(folder / "none.wardmote") + " --threshold 7",
        "report " + quoted(folder / "none.wardmote") + " -o report.doc",
        "import " + quoted(folder / "none.wardmote") + " " + quoted(folder / "none.csv") + " --as cakes",
    };
    for (const auto& words : wrong) {
        const auto answer = run(folder, words);
        INFO(words << " -> " << answer.errors);
        CHECK(answer.exitCode == 2);
        CHECK(answer.output.empty());
        CHECK(answer.errors.starts_with("wardmote: "));
        CHECK(std::count(answer.errors.begin(), answer.errors.end(), '\n') == 1);
    }
    CHECK_FALSE(fs::exists(plan));
    REQUIRE(run(folder, "new " + quoted(plan)).exitCode == 0);
    CHECK(run(folder, "new " + quoted(plan)).exitCode == 2);
}

TEST_CASE("an import of which nothing can be taken says why and ends with 2") {
    const TemporaryFolder folder;
    const auto plan = quoted(folder / "a.wardmote");
    REQUIRE(run(folder, "new " + plan).exitCode == 0);
    const auto import = [&](const std::string& content, const std::string& more = {}) {
        std::ofstream(folder / "list.csv") << content;
        return run(folder, "import " + plan + " " + quoted(folder / "list.csv") + more);
    };
    const auto before = run(folder, "history " + plan + " --json").output;

    SECTION("no sheet is understood") {
        const auto answer = import("Colour,Size\nred,1\nblue,2\n");
        CHECK(answer.exitCode == 2);
        CHECK(answer.output.empty());
        CHECK(answer.errors.find("None of the columns tells what the rows are") != std::string::npos);
        CHECK(answer.errors.find("--as") != std::string::npos);
        CHECK(std::count(answer.errors.begin(), answer.errors.end(), '\n') == 1);
    }
    SECTION("every row is refused") {
        const auto answer = import("Forum,Frequency\n,monthly\n,weekly\n", " --as mechanisms --json");
        CHECK(answer.exitCode == 2);
        CHECK(answer.output.empty());
        CHECK(answer.errors.find("Row 2 refused: It has no name. (and 1 more like it)") != std::string::npos);
    }
    CHECK(run(folder, "history " + plan + " --json").output == before);
}

TEST_CASE("an import says where something was refused or left out") {
    const TemporaryFolder folder;
    const auto plan = quoted(folder / "a.wardmote");
    REQUIRE(run(folder, "new " + plan).exitCode == 0);
    std::ofstream(folder / "list.csv")
        << "Our meetings\n\nForum,Frequency,Set up\nA,monthly,1/2/2013\n,weekly,\n"
           "B,weekly,someday\nTotal,2,\n";
    const auto file = quoted(folder / "list.csv") + " --as mechanisms";
    const auto only =
        run(folder, "import " + plan + " " + file + " --only Frequency=Monthly --dry-run --json");
    CHECK(only.json()["new"] == 1);
    CHECK(run(folder, "import " + plan + " " + file + " --only Colour=red").exitCode == 2);
    const auto json = run(folder, "import " + plan + " " + file + " --dry-run --json").json();
    CHECK(json["new"] == 2);
    CHECK(json["warnings"].size() == 3); // a row of other length, the headings' row, the total
    CHECK(json["rows"][0]["sheet"] == "list");
    const auto answer = run(folder, "import " + plan + " " + file);
    CHECK(answer.exitCode == 0);
    CHECK(answer.output.find("The headings are in row 3") != std::string::npos);
    CHECK(answer.output.find("Row 5 refused: It has no name.") != std::string::npos);
    CHECK(answer.output.find("Row 6, column C: ") != std::string::npos);
    CHECK(answer.output.find("2 new, 0 updated, 0 unchanged, 1 refused") != std::string::npos);
}

TEST_CASE("arrangements are compared with the status quo first, and what moves is listed") {
    const TemporaryFolder folder;
    const auto plan = quoted(folder / "bathnes.wardmote");
    REQUIRE(run(folder, "new " + plan + " --sample bathnes").exitCode == 0);
    REQUIRE(run(folder, "propose " + plan + " --clusters 5 --seed 7 --seconds 0.2 --accept \"Option five\"")
                .exitCode == 0);

    const auto answer =
        run(folder, "compare " + plan + " \"Option five\" \"Area forums as now\" --json").json();
    CHECK(answer["status_quo"]["name"] == "Area forums as now");
    REQUIRE(answer["arrangements"].size() == 2);
    const auto& now = answer["arrangements"][0];
    const auto& option = answer["arrangements"][1];
    CHECK(now["name"] == "Area forums as now");
    CHECK(now["measures"]["clusters"] == 6);
    CHECK(now["measures"]["largest"] == 95'048);
    CHECK(now["measures"]["areas_moved"] == 0);
    CHECK(option["measures"]["clusters"] == 5);
    CHECK(option["measures"]["residents"] == 193'400);
    REQUIRE(answer["differences"].size() == 2); // from the status quo, and from the first that was named
    const auto& difference = answer["differences"][0];
    CHECK(difference["moves"].size() == difference["areas_moved"]);
    std::int64_t residents = 0;
    for (const auto& move : difference["moves"]) {
        residents += move["residents"].get<std::int64_t>();
        CHECK(move["from"]["id"] != move["to"]["id"]);
    }
    CHECK(residents == difference["residents_moved"]);
    CHECK(option["measures"]["residents_moved"] == residents);
    CHECK(answer["differences"][1]["residents_moved"] == residents); // the same seen from the other side

    CHECK(run(folder, "compare " + plan + " \"Option five\" \"Area forums as now\"")
              .output.find("Residents of the largest") != std::string::npos);
    const auto unknown = run(folder, "compare " + plan + " \"Option five\" \"Option six\"");
    CHECK(unknown.exitCode == 2);
    CHECK(unknown.errors.find("Option six") != std::string::npos);
    CHECK(run(folder, "compare " + plan + " \"Option five\"").exitCode == 2);
}
