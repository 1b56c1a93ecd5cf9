#include "ui/pages/scenarios/scenarios_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/waterfall.h"
#include "ui/pages/scenarios/change_form.h"
#include "ui/widgets/record_field_editor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;
using plan::Id;
using plan::ProposedChange;
using plan::WhatToDo;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    ScenariosPage page{session, prompts};
    QWidget* form = nullptr;

    explicit Fixture(bool withScenario = true) {
        page.setToday({2014, 9, 1});
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        if (withScenario) {
            plan::Scenario scenario;
            scenario.id = 901;
            scenario.name = "Fewer meetings";
            plan::Changes changes;
            changes.insert(scenario);
            session.perform(QStringLiteral("Add"), std::move(changes));
            REQUIRE(tests::settled(session));
        }
        form = page.inspector();
        form->resize(320, 700);
        form->show();
        page.resize(1000, 640);
        page.show();
        page.activated();
        REQUIRE(ready());
    }
    ~Fixture() { delete form; }
    bool ready() {
        return tests::settled(session) && tests::eventually([this] { return page.isReady(); });
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    QTableWidget& list() { return widget<QTableWidget>("scenarioMechanisms"); }
    int rowOf(const QString& name) {
        for (int row = 0; row < list().rowCount(); ++row) {
            if (list().item(row, 0)->text() == name) {
                return row;
            }
        }
        return -1;
    }
    void choose(const QString& name) {
        REQUIRE(rowOf(name) >= 0);
        list().setCurrentCell(rowOf(name), 0);
        list().setFocus();
    }
    const ProposedChange* change(Id mechanism) {
        return changeOf(*session.plan(), page.scenario(), mechanism);
    }
    void press(Qt::Key key) {
        page.activateWindow();
        QTest::keyClick(&list(), key);
        REQUIRE(ready());
    }
    void clickForm(const char* name) {
        auto* button = form->findChild<QPushButton*>(QString::fromLatin1(name));
        REQUIRE(button);
        QTest::mouseClick(button, Qt::LeftButton);
        REQUIRE(ready());
    }
    ChangeForm& changeForm() { return *static_cast<ChangeForm*>(form); }
};

} // namespace

TEST_CASE("A mechanism is marked by a key, by the menu and taken back") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    REQUIRE(fixture.change(609));
    CHECK(fixture.change(609)->action == WhatToDo::end);
    CHECK(fixture.change(609)->name == "End PACT, Radstock");
    CHECK(fixture.list().item(fixture.rowOf(QStringLiteral("PACT, Radstock")), 1)->text() == "End");
    CHECK(fixture.session.undoLabel() == "End PACT, Radstock");

    auto& changedOnly = fixture.widget<QCheckBox>("changedOnly");
    QTest::mouseClick(&changedOnly, Qt::LeftButton, {}, QPoint(8, changedOnly.height() / 2));
    CHECK(changedOnly.isChecked());
    CHECK(fixture.list().isRowHidden(fixture.rowOf(QStringLiteral("PACT, Midsomer Norton"))));
    changedOnly.setChecked(false);
    QTest::keyClicks(&fixture.widget<QLineEdit>("filter"), QStringLiteral("norton"));
    CHECK_FALSE(fixture.list().isRowHidden(fixture.rowOf(QStringLiteral("PACT, Midsomer Norton"))));
    CHECK(fixture.list().isRowHidden(fixture.rowOf(QStringLiteral("PACT, Radstock"))));
    fixture.widget<QLineEdit>("filter").clear();

    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_Delete);
    CHECK_FALSE(fixture.change(609));
    fixture.session.undo();
    REQUIRE(fixture.ready());
    CHECK(fixture.change(609));
}

TEST_CASE("A merge is prefilled and claims nothing until the person records it") {
    Fixture fixture;
    fixture.prompts.choices.push_back(QStringLiteral("Keynsham Area Forum"));
    fixture.choose(QStringLiteral("PACT, Keynsham and Saltford"));
    fixture.press(Qt::Key_M);
    REQUIRE(fixture.change(602));
    CHECK(fixture.change(602)->into.id == 601);
    // The one that takes it up is chosen, with a suggestion in the form.
    const int row = fixture.rowOf(QStringLiteral("Keynsham Area Forum"));
    CHECK(fixture.list().currentRow() == row);
    CHECK(fixture.list().item(row, 4)->text() == "not claimed");
    CHECK_FALSE(fixture.change(601));
    fixture.clickForm("changeRecord");
    REQUIRE(fixture.change(601));
    CHECK(fixture.change(601)->patternAfter.rule == "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU");
    CHECK(fixture.change(601)->attendingAfter.size() == 6);
    CHECK(fixture.list().item(fixture.rowOf(QStringLiteral("Keynsham Area Forum")), 4)->text() !=
          "not claimed");
    CHECK(fixture.page.findChildren<charts::WaterfallView*>().front()->chart().steps.size() >= 3);
}

TEST_CASE("Ending is agreed only when screening and consultation are written") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    fixture.clickForm("changeAgree");
    auto* complaint = fixture.form->findChild<QLabel*>(QStringLiteral("changeComplaint"));
    CHECK(complaint->isVisible());
    CHECK(complaint->text().contains(QStringLiteral("equality screening")));
    CHECK(fixture.change(609)->status != plan::ReviewStatus::agreed);
    fixture.widget<QComboBox>("scenarioStatus").setCurrentIndex(2);
    Q_EMIT fixture.widget<QComboBox>("scenarioStatus").activated(2);
    REQUIRE(fixture.prompts.informed.size() == 1);
    CHECK(fixture.widget<QComboBox>("scenarioStatus").currentIndex() == 0);

    for (const auto* key : {"equality_screening", "consulted", "consultation_outcome"}) {
        fixture.changeForm().editor(key)->setValue(plan::Value{std::string("Written")});
    }
    fixture.clickForm("changeAgree");
    CHECK(fixture.change(609)->status == plan::ReviewStatus::agreed);
    CHECK(fixture.change(609)->decidedOn == plan::Date{2014, 9, 1});
    CHECK(fixture.widget<QTableWidget>("scenarioAchieved").rowCount() == 1);
    Q_EMIT fixture.widget<QComboBox>("scenarioStatus").activated(2);
    REQUIRE(fixture.ready());
    CHECK(fixture.session.plan()->find<plan::Scenario>(901)->status == plan::ScenarioStatus::agreed);
}

TEST_CASE("Scenarios are added, copied, renamed and deleted, each as one edit") {
    Fixture fixture(false);
    CHECK(fixture.widget<QPushButton>("scenarioFirst").isVisible());
    fixture.prompts.texts.push_back(QStringLiteral("Option A"));
    QTest::mouseClick(&fixture.widget<QPushButton>("scenarioFirst"), Qt::LeftButton);
    REQUIRE(fixture.ready());
    const auto first = fixture.page.scenario();
    REQUIRE(first != 0);
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    const auto trigger = [&](const char* name) {
        fixture.widget<QPushButton>("scenarioMenu")
            .menu()
            ->findChild<QAction*>(QString::fromLatin1(name))
            ->trigger();
        REQUIRE(fixture.ready());
    };
    fixture.prompts.texts.push_back(QStringLiteral("Option B"));
    trigger("scenarioCopy");
    CHECK(fixture.page.scenario() != first);
    CHECK(fixture.change(609));
    CHECK(fixture.widget<QTableWidget>("scenarioComparison").columnCount() == 4);
    fixture.prompts.texts.push_back(QStringLiteral("Option C"));
    trigger("scenarioRename");
    CHECK(fixture.session.plan()->find<plan::Scenario>(fixture.page.scenario())->name == "Option C");
    fixture.prompts.confirmations.push_back(true);
    trigger("scenarioDelete");
    CHECK(fixture.page.scenario() == first);
    CHECK(fixture.session.plan()->count(plan::RecordKind::proposedChange) == 1);
}

TEST_CASE("Agreed reviews become changes once") {
    Fixture fixture;
    plan::Review review;
    review.id = 899;
    review.name = "Radstock";
    review.mechanisms = {{{608}}, {{609}}};
    review.decision = WhatToDo::mergeInto;
    review.mergeInto = {608};
    review.status = plan::ReviewStatus::agreed;
    review.equalityScreening = "Screened";
    plan::Changes changes;
    changes.insert(review);
    fixture.session.perform(QStringLiteral("Review"), std::move(changes));
    REQUIRE(fixture.ready());
    auto& button = fixture.widget<QPushButton>("scenarioFromReviews");
    QTest::mouseClick(&button, Qt::LeftButton);
    REQUIRE(fixture.ready());
    REQUIRE(fixture.change(609));
    CHECK(fixture.change(609)->into.id == 608);
    CHECK(fixture.change(609)->equalityScreening == "Screened");
    const auto count = fixture.session.plan()->count(plan::RecordKind::proposedChange);
    QTest::mouseClick(&button, Qt::LeftButton);
    REQUIRE(fixture.ready());
    CHECK(fixture.session.plan()->count(plan::RecordKind::proposedChange) == count);
    CHECK(fixture.prompts.informed.size() == 1);
}

TEST_CASE("A change is rejected, proposed again, agreed and done by keys, and each can be undone") {
    Fixture fixture;
    const auto name = QStringLiteral("PACT, Radstock");
    const auto text = [&](int column) { return fixture.list().item(fixture.rowOf(name), column)->text(); };
    fixture.choose(name);
    fixture.press(Qt::Key_J); // nothing is said of it yet
    REQUIRE(fixture.prompts.informed.size() == 1);
    fixture.press(Qt::Key_E);
    CHECK(text(2) == "Proposed");
    fixture.press(Qt::Key_J);
    CHECK(fixture.change(609)->status == plan::ReviewStatus::rejected);
    CHECK(fixture.change(609)->decidedOn == plan::Date{2014, 9, 1});
    CHECK(text(1) == "End");
    CHECK(text(2) == "Rejected");
    CHECK(text(4) == "as now");
    CHECK(fixture.session.undoLabel() == "Mark as rejected: End PACT, Radstock");
    fixture.session.undo();
    REQUIRE(fixture.ready());
    CHECK(text(2) == "Proposed");
    fixture.press(Qt::Key_J);
    fixture.press(Qt::Key_E); // marked anew
    CHECK(text(2) == "Proposed");

    fixture.press(Qt::Key_D); // not agreed
    CHECK(fixture.change(609)->status == plan::ReviewStatus::proposed);
    fixture.prompts.confirmations.push_back(true); // go to what is missing
    fixture.press(Qt::Key_A);
    REQUIRE_FALSE(fixture.prompts.asked.isEmpty());
    CHECK(fixture.prompts.asked.last().contains(QStringLiteral("equality screening")));
    CHECK(fixture.change(609)->status == plan::ReviewStatus::proposed);
    for (const auto* key : {"equality_screening", "consulted", "consultation_outcome"}) {
        fixture.changeForm().editor(key)->setValue(plan::Value{std::string("Written")});
    }
    fixture.clickForm("changeRecord");
    fixture.press(Qt::Key_A);
    CHECK(text(2) == "Agreed");
    CHECK(fixture.change(609)->hoursExpected.has_value() ==
          fixture.change(609)->hoursWhenDecided.has_value());

    fixture.prompts.texts.push_back(QStringLiteral("1 January 2030"));
    fixture.press(Qt::Key_D); // a day to come
    CHECK(fixture.change(609)->status == plan::ReviewStatus::agreed);
    fixture.prompts.texts.push_back(QStringLiteral("30 August 2014"));
    fixture.press(Qt::Key_D);
    CHECK(fixture.change(609)->status == plan::ReviewStatus::done);
    const auto& pact = *fixture.session.plan()->find<plan::Mechanism>(609);
    CHECK(pact.status == plan::MechanismStatus::ended);
    CHECK(pact.ended == plan::Date{2014, 8, 30});
    CHECK(text(3) == "over");
    auto& achieved = fixture.widget<QTableWidget>("scenarioAchieved");
    REQUIRE(achieved.rowCount() == 1);
    CHECK(achieved.item(0, 1)->text() == "yes, 30 August 2014");
    fixture.session.undo();
    REQUIRE(fixture.ready());
    CHECK(fixture.change(609)->status == plan::ReviewStatus::agreed);
    CHECK(fixture.session.plan()->find<plan::Mechanism>(609)->status == plan::MechanismStatus::active);
}

TEST_CASE("The form's buttons reject, propose again and mark done by mouse") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    auto* reject = fixture.form->findChild<QPushButton*>(QStringLiteral("changeReject"));
    auto* done = fixture.form->findChild<QPushButton*>(QStringLiteral("changeDone"));
    REQUIRE(reject);
    REQUIRE(done);
    CHECK_FALSE(done->isEnabled());
    fixture.clickForm("changeReject");
    CHECK(fixture.change(609)->status == plan::ReviewStatus::rejected);
    CHECK(reject->text() == "Propose again");
    fixture.clickForm("changeReject");
    CHECK(fixture.change(609)->status == plan::ReviewStatus::proposed);
    for (const auto* key : {"equality_screening", "consulted", "consultation_outcome"}) {
        fixture.changeForm().editor(key)->setValue(plan::Value{std::string("Written")});
    }
    fixture.clickForm("changeAgree");
    CHECK(done->isEnabled());
    fixture.prompts.texts.push_back(QStringLiteral("30 August 2014"));
    fixture.clickForm("changeDone");
    CHECK(fixture.change(609)->status == plan::ReviewStatus::done);
}

TEST_CASE(
    "What was agreed does not hold for something else, and an agreed scenario takes in nothing unready") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_K);
    fixture.press(Qt::Key_A); // keeping needs no screening
    CHECK(fixture.change(609)->status == plan::ReviewStatus::agreed);
    fixture.press(Qt::Key_E);
    CHECK(fixture.change(609)->action == WhatToDo::end);
    CHECK(fixture.change(609)->status == plan::ReviewStatus::proposed);
    CHECK_FALSE(fixture.change(609)->decidedOn);

    fixture.press(Qt::Key_K);
    Q_EMIT fixture.widget<QComboBox>("scenarioStatus").activated(2);
    REQUIRE(fixture.ready());
    REQUIRE(fixture.session.plan()->find<plan::Scenario>(901)->status == plan::ScenarioStatus::agreed);
    fixture.press(Qt::Key_E);
    CHECK(fixture.change(609)->action == WhatToDo::keep);
    CHECK(fixture.prompts.informed.last().contains(QStringLiteral("is agreed")));

    // Nor by way of a change that was rejected while the scenario was an option.
    Q_EMIT fixture.widget<QComboBox>("scenarioStatus").activated(1);
    REQUIRE(fixture.ready());
    fixture.press(Qt::Key_E);
    fixture.press(Qt::Key_J);
    Q_EMIT fixture.widget<QComboBox>("scenarioStatus").activated(2);
    REQUIRE(fixture.ready());
    REQUIRE(fixture.session.plan()->find<plan::Scenario>(901)->status == plan::ScenarioStatus::agreed);
    for (const auto key : {Qt::Key_P, Qt::Key_E}) {
        fixture.press(key);
        CHECK(fixture.change(609)->status == plan::ReviewStatus::rejected);
    }
}

TEST_CASE("A change that a check names is shown with its mechanism chosen") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    fixture.choose(QStringLiteral("Keynsham Area Forum"));
    fixture.widget<QTabWidget>("scenarioTabs").setCurrentIndex(2);
    CHECK(fixture.page.showRecords(plan::RecordKind::proposedChange, {fixture.change(609)->id}, {}));
    REQUIRE(fixture.ready());
    CHECK(fixture.widget<QTabWidget>("scenarioTabs").currentIndex() == 0);
    CHECK(fixture.list().currentRow() == fixture.rowOf(QStringLiteral("PACT, Radstock")));
    CHECK_FALSE(fixture.page.showRecords(plan::RecordKind::proposedChange, {1234567}, {}));
}

TEST_CASE("Who is asked to meetings before and after is ranked by change") {
    Fixture fixture;
    auto& table = fixture.widget<QTableWidget>("scenarioLoad");
    REQUIRE(table.rowCount() > 0);
    CHECK_FALSE(table.item(0, 1)->text().contains(QStringLiteral("→")));
    fixture.choose(QStringLiteral("PACT, Keynsham and Saltford"));
    fixture.press(Qt::Key_E);
    CHECK(table.item(0, 1)->text().contains(QStringLiteral("→")));
    CHECK(table.item(0, 2)->text().endsWith(QStringLiteral(" fewer")));
    CHECK(table.item(0, 1)->data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("now ")));
    CHECK(table.isColumnHidden(6)); // the plan has no limit
    CHECK_FALSE(table.item(table.rowCount() - 1, 2)->text().contains(QStringLiteral("fewer")));
}

TEST_CASE("The scenarios page can be used by everyone, on every tab") {
    Fixture fixture;
    fixture.choose(QStringLiteral("PACT, Radstock"));
    fixture.press(Qt::Key_E);
    auto& tabs = fixture.widget<QTabWidget>("scenarioTabs");
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        INFO(tab);
        CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
    }
    CHECK(tests::accessibilityProblems(*fixture.form).join(QStringLiteral("; ")).toStdString() == "");
    CHECK(tests::menuProblems(*fixture.widget<QPushButton>("markMechanism").menu()).isEmpty());
}
