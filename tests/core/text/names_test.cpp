#include "core/text/name_index.h"
#include "core/text/words.h"

#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace wardmote::text;

TEST_CASE("names that are the same name") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"Bath & North East Somerset Council", "Bath and North East Somerset council"},
        {"St. Mary's", "Saint Marys"},
        {"Saltford PC", "Saltford Parish Council"},
        {"Planning Cttee", "Planning Committee"},
        {"The Curo Group Ltd", "Curo Grp"},
        {"Caf\xC3\xA9 Forum", "Cafe Forum"},
        {"Community\xE2\x80\x99s Hub", "Communitys Hub"},
    }));
    CHECK(normalisedName(a) == normalisedName(b));
    CHECK(similarity(a, b) == 1);
}

TEST_CASE("names that are alike") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"Avon and Somerset Police", "Avon & Somerset Polcie"},
        {"Association of Bath Residents", "Bath Residents Association"},
        {"ALCA", "Avon Local Councils Association"},
        {"Bathavon Area Forum", "Bathavon Area Forum (2022)"},
    }));
    CAPTURE(a, b, similarity(a, b));
    CHECK(similarity(a, b) >= nearMatch);
    CHECK(similarity(a, b) < 1);
}

TEST_CASE("One thing under two names is found whatever differs") {
    const auto [differs, a, b] = GENERATE(table<std::string, std::string, std::string>({
        {"case", "KEYNSHAM AREA FORUM", "Keynsham area forum"},
        {"punctuation", "P.A.C.T. Keynsham", "PACT, Keynsham"},
        {"punctuation", "Chew Valley - Area Forum", "Chew Valley Area Forum"},
        {"&", "Keynsham & District Dial-a-Ride", "Keynsham and District Dial a Ride"},
        {"Forum and Group", "Chew Valley Flood Forum", "Chew Valley Flood Group"},
        {"Forum and Group", "Keynsham Forum", "Keynsham Group"},
        {"word order", "Forum, Chew Valley Area", "Chew Valley Area Forum"},
        {"word order", "Keynsham PACT", "PACT Keynsham"},
        {"abbreviation", "Bath City Forum Wkg Grp", "Bath City Forum Working Group"},
        {"abbreviation", "Midsomer Norton T.C.", "Midsomer Norton Town Council"},
        {"abbreviation", "Keynsham Res. Assoc.", "Keynsham Residents' Association"},
        {"abbreviation", "St Chads PPG", "Saint Chad's Patient Participation Group"},
        {"abbreviation", "ALCA", "Avon Local Councils Association"},
        {"one letter", "Somer Vally Area Forum", "Somer Valley Area Forum"},
        {"two letters", "Somer Vallley Partnreship Board", "Somer Valley Partnership Board"},
        {"letters swapped", "Twetron tenants forum", "Twerton tenants’ forum"},
    }));
    CAPTURE(differs, a, b, similarity(a, b));
    CHECK(similarity(a, b) >= nearMatch);
}

TEST_CASE("names that share general words only are not alike") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"Keynsham Area Forum", "Somer Valley Area Forum"},
        {"Community Panel 1", "Community Panel 2"},
        {"Leyland Community Hub", "Penwortham Community Hub"},
        {"St John Ambulance", "St John Street Residents"},
    }));
    CAPTURE(a, b, similarity(a, b));
    CHECK(similarity(a, b) < nearMatch);
}

TEST_CASE("similarity is the same either way and bounded") {
    rc::check("symmetric, 0..1", [](const std::string& a, const std::string& b) {
        const auto there = similarity(a, b);
        RC_ASSERT(there == similarity(b, a));
        RC_ASSERT(there >= 0 && there <= 1);
    });
}

TEST_CASE("an index finds what comparing with each would find") {
    NameIndex index;
    index.add("Keynsham Area Forum", 1);
    index.add("Chew Valley Area Forum", 2);
    index.add("Avon and Somerset Constabulary", 3);
    CHECK(index.same("keynsham area forum") == std::vector<std::int64_t>{1});
    const auto near = index.near("Keynshm Area Forum");
    REQUIRE(near.size() == 1);
    CHECK(near.front().id == 1);
    CHECK(index.near("Leyland Hub").empty());
}

TEST_CASE("general words are nobody in particular") {
    const std::string general =
        GENERATE(as<std::string>(), "residents", "ward councillors", "town and parish councils", "partners",
                 "parish councils and ward councillors, one vote each", "community groups", "officers",
                 "public service partners", "young people");
    CAPTURE(general);
    CHECK(isGeneralAttendance(general));
    const std::string body =
        GENERATE(as<std::string>(), "police", "Curo", "3SG", "Healthwatch", "NHS", "Keynsham Civic Society");
    CAPTURE(body);
    CHECK_FALSE(isGeneralAttendance(body));
}

TEST_CASE("folding survives any bytes") {
    rc::check("twice is once",
              [](const std::string& text) { RC_ASSERT(folded(folded(text)) == folded(text)); });
    CHECK(folded("  \xC2\xA0 A\xE2\x80\x93"
                 "B \xFF ") == "a-b ?");
    CHECK(tidied("\xC2\xA0 two  words\r\n") == "two words");
    CHECK(meansNothing(" N/A "));
    CHECK(meansNothing("not stated"));
    CHECK_FALSE(meansNothing("0"));
}

TEST_CASE("A name that speaks of a sub-group names what it may belong to, longest first") {
    CHECK(namesOfWhole(nameKey("Bath City Forum Transport Sub-Group")) ==
          std::vector<std::string>{"bath city forum transport", "bath city forum", "bath city", "bath"});
    CHECK(namesOfWhole(nameKey("Keynsham Forum WG")) ==
          std::vector<std::string>{"keynsham forum", "keynsham"});
    CHECK(namesOfWhole(nameKey("Working group")).empty()); // of nothing that its name says
    CHECK(namesOfWhole(nameKey("Bath City Forum")).empty());
    CHECK(namesOfWhole(nameKey("Subgroups of Bath")).empty());
}
