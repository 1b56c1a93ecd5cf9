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
    CHECK(fixture.list().item(row, 3)->text() == "not claimed");
    CHECK_FALSE(fixture.change(601));
    fixture.clickForm("changeRecord");
    REQUIRE(fixture.change(601));
    CHECK(fixture.change(601)->patternAfter.rule == "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU");
    CHECK(fixture.change(601)->attendingAfter.size() == 6);
    CHECK(fixture.list().item(fixture.rowOf(QStringLiteral("Keynsham Area Forum")), 3)->text() !=
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
