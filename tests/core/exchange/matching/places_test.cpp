#include "tests/core/exchange/matching/tables.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

/// Parishes with the names of clusters, and clusters with the names of parishes.
plan::Plan planOfNames() {
    auto plan = emptyPlan();
    auto settings = plan.settings();
    settings.arrangementInForce = {10};
    settings.clusterWord = "forum";
    plan.put(settings);
    const auto area = [&](plan::Id id, const char* name) {
        plan.put(plan::Area{.id = id, .name = name, .kind = plan::AreaKind::parish});
    };
    area(1, "Keynsham");
    area(2, "Saltford");
    area(3, "Chew Magna");
    area(4, "Radstock Town");
    area(5, "Norton");
    area(6, "Norton");
    area(7, "Westfield");
    plan.put(plan::Arrangement{.id = 10, .name = "Now"});
    const auto cluster = [&](plan::Id id, const char* name, std::vector<plan::ClusterArea> areas) {
        plan.put(plan::Cluster{.id = id, .name = name, .arrangement = {10}, .areas = std::move(areas)});
    };
    cluster(11, "Keynsham Area Forum", {{{1}}, {{2}}, {{3}}});
    cluster(12, "Chew Valley Forum", {{{3}}});
    cluster(13, "Radstock and Westfield", {{{4}}, {{5}}, {{7}}});
    cluster(14, "Norton Forum", {{{5}}, {{7}}});
    cluster(15, "Keynsham and Saltford", {{{1}}, {{2}}, {{7}}});
    cluster(16, "Radstock Forum", {{{4}}, {{7}}});
    return plan;
}

struct Understood {
    std::vector<plan::Id> areas;
    std::vector<exchange::Notice> notices;
    std::size_t questions = 0;
};

Understood understood(const std::string& words, const exchange::Answers& answers = {}) {
    const auto plan = planOfNames();
    const auto proposal =
        proposed({tableOf({{"Name", "Lead organisation", "Areas covered"}, {"A", "", words}})}, plan,
                 "list.csv", plan::RecordKind::mechanism, answers);
    Understood read;
    read.notices = proposal.rows.front().notices;
    read.questions = proposal.questions.size();
    const auto filled = after(plan, proposal);
    for (const auto& link : named<plan::Mechanism>(filled, "A")->areas) {
        read.areas.push_back(link.area.id);
    }
    return read;
}

bool says(const Understood& read, std::string_view words) {
    return std::ranges::any_of(read.notices, [&](const exchange::Notice& notice) {
        return !notice.lost && notice.message.find(words) != std::string::npos;
    });
}

using Ids = std::vector<plan::Id>;

} // namespace

TEST_CASE("in a list of areas the area is meant, whatever cluster is called so too") {
    for (const auto* list :
         {"Keynsham; Saltford", "Keynsham, Saltford", "Keynsham\nSaltford",
          "Parishes of Keynsham and Saltford", "Keynsham / Saltford", "Saltford; Keynsham"}) {
        CAPTURE(list);
        const auto read = understood(list);
        CHECK(read.areas == Ids{1, 2});
        CHECK(read.questions == 0);
    }
    const auto read = understood("Keynsham; Chew Magna");
    CHECK(read.areas == Ids{1, 3});
    CHECK(says(read, "“Keynsham” was read as the area, not as the forum “Keynsham Area Forum”."));
    CHECK(understood("Saltford; Chew Magna").notices.empty()); // nothing else they could mean
}

TEST_CASE("a list that fits as clusters only is one of clusters") {
    const auto read = understood("Keynsham; Chew Valley");
    CHECK(read.areas == Ids{1, 2, 3});
    CHECK(says(read, "“Keynsham” was read as the forum “Keynsham Area Forum”, not as the area."));
    // One that is neither wholly: each name as an area first.
    CHECK(understood("Keynsham; Saltford; Chew Valley").areas == Ids{1, 2, 3});
    CHECK(understood("Keynsham; Westfield; Chew Valley").areas == Ids{1, 3, 7});
}

TEST_CASE("a name alone means the area, its whole name the cluster, and the preview says which") {
    CHECK(understood("Keynsham").areas == Ids{1});
    CHECK(says(understood("Keynsham"), "read as the area"));
    CHECK(understood("Keynsham Area Forum").areas == Ids{1, 2, 3});
    CHECK(understood("Keynsham Area").areas == Ids{1, 2, 3});
    CHECK(understood("Saltford area").areas == Ids{2});
    const auto both = understood("Keynsham and Saltford");
    CHECK(both.areas == Ids{1, 2, 7});
    CHECK(says(both, "“Keynsham and Saltford” was read as the forum of that name, not as 2 areas."));
    CHECK(
        says(understood("Keynsham; Saltford"), "read as 2 areas, not as the forum “Keynsham and Saltford”"));
}

TEST_CASE("an area is known without the word after its name") {
    const auto read = understood("Radstock; Saltford");
    CHECK(read.areas == Ids{2, 4});
    CHECK(says(read, "not as the forum “Radstock Forum”"));
}

TEST_CASE("a name that two areas have is asked about, and taken for no cluster") {
    const auto read = understood("Norton; Saltford");
    CHECK(read.areas == Ids{2});
    CHECK(read.questions == 1);
    const exchange::Answers answers{{"place:norton", {exchange::AnswerKind::these, {6}, {}}}};
    CHECK(understood("Norton; Saltford", answers).areas == Ids{2, 6});
}
