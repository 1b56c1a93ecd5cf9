#include "core/analysis/duplication.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/session/selection.h"
#include "ui/session/today.h"
#include "ui/widgets/inspector.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

QStringList shownTexts(const QWidget& widget) {
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget)) {
            texts << label->text();
        }
    }
    return texts;
}

} // namespace

TEST_CASE("the uses of a record are found in references and in lists") {
    const auto plan = examplePlan();
    const auto& cluster = plan.all<plan::Cluster>()[0];
    REQUIRE_FALSE(cluster.areas.empty());
    const auto uses = ui::usesOf(plan, plan::RecordKind::area, cluster.areas.front().area.id);
    const auto has = [&](plan::RecordKind kind, plan::Id id) {
        return std::ranges::any_of(uses, [&](const auto& use) { return use.kind == kind && use.id == id; });
    };
    CHECK(has(plan::RecordKind::cluster, cluster.id));
    const auto ofArrangement = ui::usesOf(plan, plan::RecordKind::arrangement, cluster.arrangement.id);
    CHECK(std::ranges::any_of(ofArrangement, [&](const auto& use) { return use.id == cluster.id; }));
    CHECK(ui::usesOf(plan, plan::RecordKind::area, 999).empty());
}

TEST_CASE("the inspector shows what is recorded, what is not, and where it is used") {
    TemporaryFolder folder;
    ui::Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    ui::RecordInspector inspector(session);
    inspector.resize(300, 800);
    inspector.show();
    auto* name = inspector.findChild<QLabel*>(QStringLiteral("inspectorName"));
    CHECK(name->text() == QStringLiteral("Nothing selected"));

    session.selection().select(plan::RecordKind::area, {101});
    CHECK(name->text().toStdString() == plan::nameOf(*session.plan(), plan::RecordKind::area, 101));
    QCoreApplication::processEvents(); // a layout shows what is added to it when the loop comes round
    CHECK(shownTexts(inspector).contains(QStringLiteral("Not recorded")));
    auto* open = inspector.findChild<QPushButton*>(QStringLiteral("inspectorOpen"));
    QSignalSpy asked(&inspector, &ui::RecordInspector::openRequested);
    open->click();
    CHECK(asked.count() == 1);
    REQUIRE(eventually([&] { return shownTexts(inspector).contains(QStringLiteral("Used in")); }));
    auto* use = inspector.findChild<QPushButton*>(QStringLiteral("inspectorUse_0"));
    REQUIRE(use);
    use->click();
    CHECK(asked.count() == 2);

    session.selection().select(plan::RecordKind::area, {101, 102, 103});
    CHECK(name->text() == QStringLiteral("3 areas"));
}

TEST_CASE("the inspector of a mechanism names those that are most like it, and opens them") {
    TemporaryFolder folder;
    ui::Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    analysis::DuplicationOptions options;
    options.today = ui::today();
    const auto pairs = analysis::findDuplication(*session.plan(), options)->pairs;
    REQUIRE_FALSE(pairs.empty());
    ui::RecordInspector inspector(session);
    inspector.resize(300, 800);
    inspector.show();
    session.selection().select(plan::RecordKind::mechanism, {pairs.front().a});
    REQUIRE(eventually([&] { return shownTexts(inspector).contains(QStringLiteral("Most like it")); }));
    auto* like = inspector.findChild<QPushButton*>(QStringLiteral("inspectorLike_0"));
    REQUIRE(like);
    const auto other = plan::nameOf(*session.plan(), plan::RecordKind::mechanism, pairs.front().b);
    CHECK(like->accessibleName().toStdString() == other);
    QSignalSpy asked(&inspector, &ui::RecordInspector::openRequested);
    like->click();
    REQUIRE(asked.count() == 1);
    CHECK(asked.front().at(1).value<plan::Id>() == pairs.front().b);

    session.selection().select(plan::RecordKind::area, {101});
    REQUIRE(eventually([&] { return shownTexts(inspector).contains(QStringLiteral("Used in")); }));
    CHECK_FALSE(shownTexts(inspector).contains(QStringLiteral("Most like it")));
}

TEST_CASE("names are shown as they are, never as markup") {
    TemporaryFolder folder;
    ui::Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    plan::Changes changes;
    changes.set<&plan::Area::name>(101, plan::Value{std::string("<b>Bold</b>")});
    session.perform(QStringLiteral("Rename"), std::move(changes));
    REQUIRE(settled(session));
    ui::RecordInspector inspector(session);
    session.selection().select(plan::RecordKind::area, {101});
    auto* name = inspector.findChild<QLabel*>(QStringLiteral("inspectorName"));
    CHECK(name->text() == QStringLiteral("<b>Bold</b>"));
    CHECK(name->textFormat() == Qt::PlainText);
}
