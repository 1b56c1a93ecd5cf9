#include "core/analysis/duplication.h"
#include "core/text/names.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

using namespace wardmote;
using namespace wardmote::analysis;

namespace {

using Row = std::map<std::string, std::string>;

/// Enough of CSV for the list: quoted cells, no line breaks within them.
std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char letter : line) {
        if (letter == '"') {
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            cells.emplace_back();
        } else if (letter != '\r') {
            cells.back() += letter;
        }
    }
    return cells;
}

std::vector<Row> rowsOf(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const auto heads = cellsOf(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto cells = cellsOf(line);
        Row row;
        for (std::size_t i = 0; i < heads.size() && i < cells.size(); ++i) {
            row[heads[i]] = cells[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> listed(const std::string& cell) {
    std::vector<std::string> items;
    std::stringstream stream(cell);
    for (std::string item; std::getline(stream, item, ';');) {
        const auto from = item.find_first_not_of(' ');
        if (from != std::string::npos) {
            items.push_back(item.substr(from));
        }
    }
    return items;
}

/// Makes records of the words in cells, one for each word however often it comes.
template<class R>
class Words {
public:
    Words(plan::Plan& plan, plan::Id first) : plan_(plan), next_(first) {}
    plan::Ref<R> operator()(const std::string& word) {
        const auto [at, isNew] = ids_.emplace(text::normalisedName(word), next_);
        if (isNew) {
            R record;
            record.id = next_++;
            record.name = word;
            plan_.put(std::move(record));
        }
        return {at->second};
    }

private:
    plan::Plan& plan_;
    plan::Id next_;
    std::map<std::string, plan::Id> ids_;
};

/// "M004" is 4. Blank cells stay not recorded; nothing is guessed.
plan::Id idOf(const std::string& key) {
    return std::stoll(key.substr(1));
}

plan::Plan realList(const std::vector<Row>& rows) {
    plan::Plan plan;
    Words<plan::Area> areas(plan, 1000);
    Words<plan::Theme> themes(plan, 3000);
    Words<plan::Organisation> organisations(plan, 4000);
    for (const auto& row : rows) {
        plan::Mechanism made;
        made.id = idOf(row.at("id"));
        made.name = row.at("name");
        made.leadOrganisation = organisations(row.at("lead_organisation"));
        for (const auto& code : listed(row.at("area_codes"))) {
            made.areas.push_back({areas(code)});
        }
        for (const auto& theme : listed(row.at("theme"))) {
            made.themes.push_back({themes(theme)});
        }
        for (const auto& member : listed(row.at("membership"))) {
            plan::Attendance attendance;
            attendance.organisation = organisations(member);
            made.attending.push_back(attendance);
        }
        plan.put(std::move(made));
    }
    return plan;
}

const Pair* pairOf(const Duplication& duplication, plan::Id a, plan::Id b) {
    const auto at = std::ranges::find_if(duplication.pairs, [&](const Pair& pair) {
        return pair.a == std::min(a, b) && pair.b == std::max(a, b);
    });
    return at == duplication.pairs.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("The real list shows no duplicates where places are blank") {
    const auto path = tests::realData("engagement/engagement_mechanisms.csv");
    if (!path) {
        WARN("the real list is not here");
        return;
    }
    const auto plan = realList(rowsOf(*path));
    REQUIRE(plan.all<plan::Mechanism>().size() == 110);
    DuplicationOptions options;
    options.keepUnscored = 10'000; // all: few of these record much
    options.today = {2026, 1, 1};
    const auto answer = *findDuplication(plan, options);
    for (const auto& pair : answer.pairs) {
        INFO(plan.find<plan::Mechanism>(pair.a)->name + " / " + plan.find<plan::Mechanism>(pair.b)->name);
        CHECK_FALSE(plan.find<plan::Mechanism>(pair.a)->areas.empty());
        CHECK_FALSE(plan.find<plan::Mechanism>(pair.b)->areas.empty());
        CHECK(pair.components.place.value_or(0) > 0);
    }
    // The forums of Merton's towns, five with blank places, wait for what is missing.
    for (plan::Id a = 83; a <= 87; ++a) {
        for (plan::Id b = a + 1; b <= 87; ++b) {
            CHECK_FALSE(pairOf(answer, a, b));
        }
    }
    CHECK(answer.notEnoughInAll > 1000);
    CHECK(pairOf(answer, 4, 13)->kind == PairClass::succeeded); // Bathavon 2016 and 2022
}

TEST_CASE("Relations known of the real list are classed as a person would") {
    const auto path = tests::realData("engagement/engagement_mechanisms.csv");
    const auto relations = tests::realData("engagement/engagement_mechanism_relations.csv");
    if (!path || !relations) {
        WARN("the real list is not here");
        return;
    }
    auto plan = realList(rowsOf(*path));
    // What the list of relations says of links and lives, as an officer would record it.
    for (const auto& row : rowsOf(*relations)) {
        auto a = *plan.find<plan::Mechanism>(idOf(row.at("a_id")));
        auto b = *plan.find<plan::Mechanism>(idOf(row.at("b_id")));
        if (row.at("relation") == "succeeded in part") {
            a.replacedBy.push_back({{b.id}, plan::Extent::inPart});
        } else if (row.at("relation") == "nested" && row.at("why").find("group") != std::string::npos) {
            b.reportsTo = {a.id};
        }
        plan.put(a);
        plan.put(b);
    }
    const auto live = [&](plan::Id id, std::optional<plan::Date> setUp, std::optional<plan::Date> ended) {
        auto mechanism = *plan.find<plan::Mechanism>(id);
        mechanism.setUp = setUp;
        mechanism.ended = ended;
        plan.put(mechanism);
    };
    live(11, plan::Date{2008, 1, 1}, plan::Date{2011, 12, 31}); // Bath City Liaison Forum
    live(7, plan::Date{2015, 7, 16}, plan::Date{2019, 12, 31}); // Bath City Forum
    live(12, plan::Date{2022, 10, 6}, {});                      // Bath Area Forum
    DuplicationOptions options;
    options.keepUnscored = 10'000; // all: few of these record much
    options.today = {2026, 1, 1};
    const auto answer = *findDuplication(plan, options);
    const auto classOf = [&](plan::Id a, plan::Id b) {
        const auto* pair = pairOf(answer, a, b);
        return pair ? std::string(keyOf(pair->kind)) : std::string("none");
    };
    const auto lacks = [&](plan::Id a, plan::Id b, plan::Id blank, std::string_view field) {
        const auto at = std::ranges::find_if(
            answer.notEnough, [&](const UnscoredPair& pair) { return pair.a == a && pair.b == b; });
        return at != answer.notEnough.end() && std::ranges::any_of(at->missing, [&](const Blank& missing) {
                   return missing.mechanism == blank && missing.field->label == field;
               });
    };
    // The thirteen in the order of their list.
    CHECK(classOf(4, 5) == "succeeded"); // in part, recorded
    CHECK(classOf(4, 6) == "succeeded");
    CHECK(pairOf(answer, 4, 5)->inPart);
    CHECK(pairOf(answer, 4, 6)->inPart);
    CHECK(classOf(7, 11) == "succeeded"); // one place, names alike, dates that do not meet
    CHECK(classOf(7, 12) == "succeeded");
    CHECK(pairOf(answer, 7, 12)->byName);
    CHECK(classOf(4, 13) == "succeeded");      // one name, but for the year
    CHECK(lacks(1, 25, 25, "Areas covered"));  // "each policing neighbourhood": nobody can say which
    CHECK(classOf(71, 72) == "complementary"); // one place; resilience here, the sector itself there
    // A seat on a board is not a report to it, and "former district" and "market towns" name no areas.
    CHECK(lacks(77, 78, 77, "Areas covered"));
    CHECK(lacks(77, 78, 78, "Areas covered"));
    CHECK(classOf(52, 53) == "parent_and_sub_group"); // recorded
    CHECK(classOf(14, 15) == "parent_and_sub_group");
    CHECK(classOf(7, 8) == "parent_and_sub_group");
    CHECK(classOf(7, 9) == "parent_and_sub_group");
    // That a board once asked for a forum is no field of a mechanism; the two share neither purpose nor, the
    // board's being a district's code and the forum's those of parishes, a place that the list names.
    CHECK(classOf(2, 17) == "none");
    for (const auto& pair : answer.pairs) {
        if (pair.kind == PairClass::succeeded && pair.byName) {
            INFO(plan.find<plan::Mechanism>(pair.a)->name + " / " + plan.find<plan::Mechanism>(pair.b)->name);
            CHECK(text::similarity(plan.find<plan::Mechanism>(pair.a)->name,
                                   plan.find<plan::Mechanism>(pair.b)->name) >= text::nearMatch);
        }
    }
}

TEST_CASE("Sub-groups of the real list are no duplicates though no report is recorded") {
    const auto path = tests::realData("engagement/engagement_mechanisms.csv");
    if (!path) {
        WARN("the real list is not here");
        return;
    }
    DuplicationOptions options;
    options.keepUnscored = 10'000; // all: few of these record much
    options.today = {2026, 1, 1};
    const auto answer = *findDuplication(realList(rowsOf(*path)), options);
    for (const plan::Id part : {8, 9, 10}) { // two by their own names, the conference by its lead's
        REQUIRE(pairOf(answer, 7, part));
        CHECK(pairOf(answer, 7, part)->kind == PairClass::parentAndSubGroup);
        CHECK(pairOf(answer, 7, part)->byName);
    }
}
