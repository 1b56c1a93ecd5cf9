#include "ui/pages/reviews/reviews_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/widgets/record_table.h"

#include <QComboBox>

using namespace wardmote;
using namespace wardmote::ui;

TEST_CASE("Reviews not yet decided, and decisions to look at again, are found") {
    tests::TemporaryFolder folder;
    tests::ScriptedPrompts prompts;
    Session session;
    ReviewsPage page(session, prompts);
    session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
    page.show();
    plan::Review agreed = *session.plan()->find<plan::Review>(801);
    agreed.id = 802;
    agreed.name = "Agreed in haste";
    agreed.status = plan::ReviewStatus::agreed;
    agreed.consulted = "Both chairs";
    plan::Changes changes;
    changes.insert(agreed);
    session.perform(QStringLiteral("Add"), changes);
    REQUIRE(tests::settled(session));
    auto* which = page.findChild<QComboBox*>(QStringLiteral("reviewsWhich"));
    REQUIRE(which);
    auto& model = page.table().model();
    const auto shows = [&](std::vector<plan::Id> ids) {
        return tests::eventually([&] { return model.shownIds() == ids; });
    };
    CHECK(tests::eventually([&] { return model.shownCount() == 2; }));
    CHECK(page.badge() == 1);
    which->setCurrentIndex(1);
    CHECK(shows({801})); // proposed
    which->setCurrentIndex(2);
    CHECK(shows({802}));
    const int row = model.rowOf(802);
    REQUIRE(row >= 0);
    CHECK(model.index(row, model.columnOf("again")).data().toString() ==
          QStringLiteral("Agreed without: Equality screening, What they said."));
    CHECK(tests::accessibilityProblems(page).join(QStringLiteral("; ")).toStdString() == "");
}
