#include "core/exchange/reading/zip_archive.h"
#include "tests/app/program.h"
#include "tests/support/catch.h"

#include <cctype>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// All the words that a file holds, whatever it is packed in; empty where nothing here can read it.
std::string wordsIn(const TemporaryFolder& folder, const fs::path& file) {
    const auto ending = file.extension();
    if (ending == ".pdf") {
        const auto words = folder / "words.txt";
        const auto asked = "pdftotext -layout " + quoted(file) + " " + quoted(words) + " 2>/dev/null";
        if (std::system(asked.c_str()) != 0) {
            WARN("pdftotext is not installed: the PDF is not read back");
            return {};
        }
        return contentOf(words) + contentOf(file); // its metadata and bookmarks are outside the text
    }
    if (ending != ".odt" && ending != ".ods" && ending != ".xlsx") {
        return contentOf(file);
    }
    const auto archive = exchange::ZipArchive::open(file, {});
    REQUIRE(archive);
    std::string words;
    for (const auto& name : archive->names()) {
        words += archive->readAll(name, 50'000'000).value_or("");
    }
    return words;
}

/// The sample with records of its own; every word that is marked has "zz" in front, those beside it "qq".
std::string markedPlan(const TemporaryFolder& folder) {
    const auto plan = quoted(folder / "marked.wardmote");
    REQUIRE(run(folder, "new " + plan + " --sample bathnes").exitCode == 0);
    const auto import = [&](const std::string& kind, const std::string& text) {
        const auto file = folder / (kind + ".csv");
        write(file, text);
        const auto done = run(folder, "import " + plan + " " + quoted(file) + " --as " + kind +
                                          " --seed 5 --today 2026-11-22");
        INFO(done.output << done.errors);
        REQUIRE(done.exitCode == 0);
        REQUIRE(done.output.find("could not") == std::string::npos);
    };
    import(
        "mechanisms",
        "Name,Lead organisation,Areas,Audiences,Pattern,Last met,Test evidence,Not for "
        "publication,Notes,Source\n"
        "qqkept "
        "panel,Curo,Keynsham,Tenants,FREQ=MONTHLY;BYDAY=2TU,2026-10-13,zzcomplaints,yes,zzgossip,zzledger\n"
        "qqopen "
        "panel,Curo,Keynsham,Tenants,FREQ=MONTHLY;BYDAY=2TU,2026-10-13,qqpraise,no,qqnotes,qqminutes\n");
    import("meetings",
           "Title,Mechanisms,Date,Starts at,Venue,Topics,Outcome,Link,Not for publication,Notes,Source\n"
           "zzbriefing,qqkept "
           "panel,2026-10-13,19:00,zzcellar,zzraid,zzarrests,https://zzlink.example,yes,zzaside,zzminutes\n"
           "qqevening,qqopen "
           "panel,2026-10-13,19:00,qqhall,qqtopic,qqoutcome,https://qqlink.example,no,qqaside,qqsource\n");
    import(
        "local_issues",
        "What was raised,Areas,First raised,Raised in,Answer,Outcome,Not for publication,Notes,Source\n"
        "zzaccusation,Keynsham,2026-01-08,qqkept panel; qqopen panel,zzdenial,zzsettled,yes,zzword,zzsource\n"
        "qqpothole,Keynsham,2026-01-08,qqkept panel; qqopen panel,,,no,qqword,qqsource\n");
    return plan;
}

void checkKept(const TemporaryFolder& folder, const fs::path& file) {
    INFO(file.filename().string());
    REQUIRE(fs::exists(file));
    auto words = wordsIn(folder, file);
    for (auto& c : words) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const auto* secret :
         {"zzcomplaints", "zzgossip", "zzledger", "zzbriefing", "zzcellar", "zzraid", "zzarrests", "zzlink",
          "zzaside", "zzminutes", "zzaccusation", "zzdenial", "zzsettled", "zzword", "zzsource"}) {
        INFO(secret);
        CHECK(words.find(secret) == std::string::npos);
    }
    if (!words.empty()) {
        CHECK(words.find("qq") != std::string::npos); // it is read, and the rest is there
    }
}

} // namespace

TEST_CASE("what is not for publication is in no file that leaves the plan") {
    const TemporaryFolder folder;
    const auto plan = markedPlan(folder);
    SECTION("reports") {
        for (const auto* ending : {"pdf", "html", "odt"}) {
            for (const auto* scope :
                 {"", " --cluster \"Keynsham Area Forum\"", " --cluster \"Keynsham Area Forum\" --profile"}) {
                const auto file = folder / (std::string("report.") + ending);
                const auto done =
                    run(folder, "report " + plan + scope + " --today 2026-11-22 -o " + quoted(file));
                INFO(scope << done.errors);
                REQUIRE(done.exitCode == 0);
                checkKept(folder, file);
                fs::remove(file);
            }
        }
    }
    SECTION("exports") {
        for (const auto* kind : {"mechanisms", "meetings", "local_issues"}) {
            for (const auto* ending : {"csv", "xlsx", "ods", "json", "ics"}) {
                if (std::string(kind) == "local_issues" && std::string(ending) == "ics") {
                    continue;
                }
                const auto file = folder / (std::string(kind) + "." + ending);
                const auto done = run(folder, "export " + plan + " " + kind + " -o " + quoted(file) +
                                                  " --today 2026-11-22");
                REQUIRE(done.exitCode == 0);
                CHECK(done.output.find("marked as not for publication") != std::string::npos);
                checkKept(folder, file);
            }
        }
        // A person may still take them all; and what was left out comes back to no record.
        const auto whole = folder / "whole.csv";
        REQUIRE(run(folder, "export " + plan + " mechanisms --withheld -o " + quoted(whole)).exitCode == 0);
        CHECK(contentOf(whole).find("zzledger") != std::string::npos);
        const auto back = run(folder, "import " + plan + " " + quoted(folder / "mechanisms.csv") +
                                          " --as mechanisms --dry-run --json --today 2026-11-22");
        INFO(back.output << back.errors);
        CHECK(back.output.find("Not for publication\"") == std::string::npos);
        CHECK(back.json()["updated"] == 0);
    }
    SECTION("another partner's workbook") {
        const auto file = folder / "police.xlsx";
        const auto done = run(folder, "partner " + plan + " \"Avon and Somerset Police\" -o " + quoted(file) +
                                          " --today 2026-11-22");
        INFO(done.errors);
        REQUIRE(done.exitCode == 0);
        const auto words = wordsIn(folder, file);
        CHECK(words.find("zz") == std::string::npos);
        CHECK(words.find("qq") == std::string::npos);
    }
}
