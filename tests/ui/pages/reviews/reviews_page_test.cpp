#include "ui/pages/reviews/reviews_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QTableView>

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

namespace {

/// A review to end a mechanism, with nothing written of screening or consultation.
struct ToEnd {
    tests::TemporaryFolder folder;
    tests::ScriptedPrompts prompts;
    Session session;
    ReviewsPage page{session, prompts};

    ToEnd() {
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        plan::Review review = *session.plan()->find<plan::Review>(801);
        review.decision = plan::WhatToDo::end;
        review.finding = plan::Finding::duplicate;
        review.equalityScreening.clear();
        review.consulted.clear();
        review.consultationOutcome.clear();
        review.status = plan::ReviewStatus::proposed;
        plan::Changes changes;
        changes.update(*session.plan()->find<plan::Review>(801), review);
        session.perform(QStringLiteral("Make"), changes);
        REQUIRE(tests::settled(session));
        page.resize(900, 500);
        page.show();
        REQUIRE(tests::eventually([&] { return model().shownCount() == 1; }));
    }
    RecordTableModel& model() { return page.table().model(); }
    QModelIndex cell(std::string_view key) {
        return model().index(model().rowOf(801), model().columnOf(key));
    }
    const plan::Review& review() {
        REQUIRE(tests::settled(session));
        return *session.plan()->find<plan::Review>(801);
    }
    void write() {
        plan::Changes changes;
        changes.set<&plan::Review::equalityScreening>(801, std::string("On file"));
        changes.set<&plan::Review::consulted>(801, std::string("Both chairs"));
        changes.set<&plan::Review::consultationOutcome>(801, std::string("They agree"));
        session.perform(QStringLiteral("Write"), changes);
        REQUIRE(tests::settled(session));
    }
};

} // namespace

TEST_CASE("A cell can't mark a decision to end agreed before what it needs is written, and leads there") {
    ToEnd fixture;
    for (const auto* status : {"Agreed", "Done"}) {
        CHECK_FALSE(fixture.model().setData(fixture.cell("status"), QString::fromLatin1(status)));
        CHECK(fixture.review().status == plan::ReviewStatus::proposed);
    }
    REQUIRE(tests::eventually([&] { return fixture.prompts.asked.size() == 2; }));
    CHECK(fixture.prompts.asked[0].contains(
        QStringLiteral("write: equality screening, who was consulted, what they said.")));
    CHECK(fixture.prompts.asked[0].contains(QStringLiteral("Before it is agreed")));

    fixture.page.inspector()->show();
    fixture.prompts.confirmations.push_back(true);
    CHECK_FALSE(fixture.model().setData(fixture.cell("status"), QStringLiteral("Agreed")));
    REQUIRE(tests::eventually([&] { return fixture.prompts.asked.size() == 3; }));
    CHECK(fixture.page.form().record() == 801);

    fixture.write();
    CHECK(fixture.model().setData(fixture.cell("status"), QStringLiteral("Agreed")));
    CHECK(fixture.review().status == plan::ReviewStatus::agreed);
}

TEST_CASE("Pasting can't mark a decision to end agreed either") {
    ToEnd fixture;
    fixture.page.table().view().setCurrentIndex(fixture.cell("status"));
    QApplication::clipboard()->setText(QStringLiteral("Agreed"));
    fixture.page.table().paste();
    CHECK(fixture.review().status == plan::ReviewStatus::proposed);
    REQUIRE(fixture.prompts.warned.size() == 1);
    CHECK(fixture.prompts.warned[0].contains(QStringLiteral("equality screening")));
}

TEST_CASE("The form of a review says under the status what is missing") {
    ToEnd fixture;
    auto& form = fixture.page.form();
    form.setRecord(801);
    auto* status = form.editor("status");
    REQUIRE(status);
    status->setValue(plan::Value{std::string("agreed")});
    Q_EMIT status->committed();
    CHECK(fixture.review().status == plan::ReviewStatus::proposed);
    CHECK(form.complaint("status").contains(QStringLiteral("equality screening")));
}

TEST_CASE("What an agreed decision rests on can't be cleared, nor the decision be turned") {
    ToEnd fixture;
    fixture.write();
    CHECK(fixture.model().setData(fixture.cell("status"), QStringLiteral("Agreed")));
    REQUIRE(tests::settled(fixture.session));
    auto& form = fixture.page.form();
    form.setRecord(801);
    form.editor("consulted")->setValue(plan::Value{});
    Q_EMIT form.editor("consulted")->committed();
    CHECK(fixture.review().consulted == "Both chairs");
    CHECK_FALSE(form.complaint("consulted").isEmpty());
}
