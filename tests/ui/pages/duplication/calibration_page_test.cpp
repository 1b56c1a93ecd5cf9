#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/duplication/fixture.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>

using namespace wardmote;
using namespace wardmote::ui;
using Fixture = tests::DuplicationFixture;

TEST_CASE(
    "After twenty findings other weights or a threshold are suggested, tried, and nothing is saved by it") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    QTest::mouseClick(&fixture.widget<QPushButton>("duplicationWeights"), Qt::LeftButton);
    CHECK_FALSE(fixture.widget<QPushButton>("weightsTry").isVisible());
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
    // Twenty-one twins in one place that share one theme of eight. People found duplicates; the plan's
    // weights do not say so: (.35 + .30 / 8) / .65 = .596.
    plan::Changes changes;
    plan::Id id = 1000;
    for (int i = 0; i < 21; ++i) {
        plan::Review review;
        for (const bool second : {false, true}) {
            plan::Mechanism mechanism;
            mechanism.id = ++id;
            mechanism.name = "Twin " + std::to_string(i) + (second ? " B" : " A");
            mechanism.areas = {{{101 + i % 10}}};
            mechanism.themes = {{{301}}};
            for (plan::Id theme = second ? 306 : 302; theme <= (second ? 308 : 305); ++theme) {
                mechanism.themes.push_back({{theme}});
            }
            changes.insert(mechanism);
            review.mechanisms.push_back({{mechanism.id}});
        }
        review.id = ++id;
        review.name = "Twins " + std::to_string(i);
        review.finding = plan::Finding::duplicate;
        changes.insert(review);
    }
    fixture.perform(changes);
    auto& suggestion = fixture.widget<QLabel>("weightsSuggestion");
    INFO(suggestion.text().toStdString());
    CHECK(suggestion.text().contains(QStringLiteral("others agree with 22")));
    CHECK(suggestion.text().contains(
        QStringLiteral("begins at 0.55 in place of 0.60: of the 21 pairs that score between the two")));
    CHECK_FALSE(suggestion.text().contains(QStringLiteral("Place counts"))); // the threshold alone will do
    auto& attempt = fixture.widget<QPushButton>("weightsTry");
    REQUIRE(attempt.isVisible());
    QTest::mouseClick(&attempt, Qt::LeftButton);
    CHECK(fixture.widget<QSlider>("threshold").value() == 55);
    CHECK(fixture.widget<QSlider>("weight0").value() == 35);
    CHECK(fixture.widget<QPushButton>("weightsSet").isEnabled());
    REQUIRE(fixture.ready());
    CHECK(fixture.session.plan()->settings().duplicationThreshold == Approx(0.60));
}
