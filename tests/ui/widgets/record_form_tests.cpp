#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/widgets/chooser_edit.h"
#include "ui/widgets/chooser_list.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_form.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QWheelEvent>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

struct Form {
    TemporaryFolder folder;
    ui::Session session;
    ui::RecordForm form;

    Form()
        : form((session.adopt(examplePlanFile(folder / "plan.wardmote")), session), RecordKind::mechanism) {
        form.resize(420, 900);
        form.setRecord(601);
        form.show();
        form.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&form));
    }
    template<class Control>
    Control* control(std::string_view key) {
        return qobject_cast<Control*>(form.editor(key)->focusTarget());
    }
    /// As a person would: into the field, all of it replaced, out by Tab.
    void fill(std::string_view key, const QString& text) {
        form.focusField(key);
        auto* target = form.editor(key)->focusTarget();
        QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(target, text);
        QTest::keyClick(target, Qt::Key_Tab);
        settled(session);
    }
    const plan::Mechanism& mechanism(plan::Id id = 601) { return *session.plan()->find<plan::Mechanism>(id); }
};

} // namespace

TEST_CASE("a form shows every field of a record and makes an edit of each that is left") {
    Form shown;
    for (const auto& field : plan::recordInfo(RecordKind::mechanism).fields) {
        CAPTURE(std::string(field.key));
        CHECK(shown.form.editor(field.key) != nullptr);
    }
    CHECK(shown.control<QLineEdit>("venue")->text() == QStringLiteral("Keynsham Community Space"));
    shown.fill("venue", QStringLiteral("Fry Club"));
    CHECK(shown.mechanism().venue == "Fry Club");
    shown.fill("length_hours", QStringLiteral("1.5"));
    CHECK(shown.mechanism().lengthHours == 1.5);
    shown.session.undo();
    REQUIRE(settled(shown.session));
    CHECK(shown.mechanism().lengthHours == 2.0);
    CHECK(shown.mechanism().venue == "Fry Club");
    CHECK(shown.control<QLineEdit>("length_hours")->text() == QStringLiteral("2"));
}

TEST_CASE("a wheel that passes over a form changes nothing in it") {
    Form shown;
    auto* kind = shown.control<QComboBox>("kind");
    REQUIRE(kind);
    const auto before = kind->currentIndex();
    for (const int turn : {-120, 120}) {
        QWheelEvent wheel({5, 5}, kind->mapToGlobal(QPointF(5, 5)), {}, {0, turn}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(kind, &wheel);
        CHECK(kind->currentIndex() == before);
    }
    CHECK_FALSE(shown.session.isSaving());
}

TEST_CASE("what is wrong with a field stands below it and is not recorded") {
    Form shown;
    shown.fill("length_hours", QStringLiteral("99"));
    CHECK(shown.mechanism().lengthHours == 2.0);
    CHECK_FALSE(shown.form.complaint("length_hours").isEmpty());
    shown.fill("name", QString());
    QTest::keyClick(shown.form.editor("name")->focusTarget(), Qt::Key_Delete);
    shown.form.focusField("venue");
    CHECK(shown.mechanism().name == "Keynsham Area Forum");
    shown.fill("length_hours", QStringLiteral("3"));
    CHECK(shown.form.complaint("length_hours").isEmpty());
    CHECK(shown.mechanism().lengthHours == 3.0);
}

TEST_CASE("a meeting pattern is typed in words and said back with its meetings a year") {
    Form shown;
    shown.fill("pattern", QStringLiteral("2nd Tuesday of the month"));
    CHECK(shown.mechanism().pattern.rule == "FREQ=MONTHLY;BYDAY=2TU");
    auto* understood = shown.form.findChild<QLabel*>(QStringLiteral("understood"));
    REQUIRE(understood);
    CHECK(understood->text().contains(QStringLiteral("12 meetings a year")));
    shown.fill("pattern", QStringLiteral("now and then"));
    CHECK(shown.mechanism().pattern.rule == "FREQ=MONTHLY;BYDAY=2TU");
    CHECK_FALSE(shown.form.complaint("pattern").isEmpty());
}

TEST_CASE("a reference is found by a few letters, and a new record is made with it in one edit") {
    Form shown;
    shown.form.focusField("lead_organisation");
    auto* line = shown.control<ui::ChooserEdit>("lead_organisation");
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, QStringLiteral("fire"));
    auto* offers = QApplication::activePopupWidget();
    REQUIRE(offers);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    REQUIRE(settled(shown.session));
    CHECK(shown.mechanism().leadOrganisation.id == 206);

    shown.form.focusField("lead_organisation");
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, QStringLiteral("Chamber of Trade"));
    offers = QApplication::activePopupWidget();
    REQUIRE(offers);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    REQUIRE(settled(shown.session));
    const auto* made = shown.session.plan()->find(shown.mechanism().leadOrganisation);
    REQUIRE(made);
    CHECK(made->name == "Chamber of Trade");
    shown.session.undo();
    REQUIRE(settled(shown.session));
    CHECK(shown.mechanism().leadOrganisation.id == 206);
    CHECK(shown.session.plan()->all<plan::Organisation>().size() == 15);
}

TEST_CASE("a form leaves alone the field that a person is in") {
    Form shown;
    shown.form.focusField("venue");
    QTest::keyClicks(shown.control<QLineEdit>("venue"), QStringLiteral("Half typed "));
    plan::Changes other;
    other.set<&plan::Mechanism::law>(601, plan::Value{std::string("An Act")});
    shown.session.perform(QStringLiteral("Law"), other);
    REQUIRE(settled(shown.session));
    CHECK(shown.control<QLineEdit>("venue")->text().contains(QStringLiteral("Half typed")));
    CHECK(shown.control<QLineEdit>("law")->text() == QStringLiteral("An Act"));
}

TEST_CASE("every control of a form can be named and reached") {
    Form shown;
    CHECK(accessibilityProblems(shown.form).join(u'\n').toStdString() == "");
}

TEST_CASE("the list chooser ticks what a few letters find") {
    Form shown;
    ui::ChooserList list(shown.session, RecordKind::area);
    list.setChosen({101});
    list.show();
    QTest::keyClicks(&list.filter(), QStringLiteral("saltf"));
    QTest::keyClick(&list.filter(), Qt::Key_Return);
    CHECK(list.chosen() == std::vector<plan::Id>{101, 102});
    QTest::keyClicks(&list.filter(), QStringLiteral("Nowhere Parva"));
    QTest::keyClick(&list.filter(), Qt::Key_Return);
    CHECK(list.chosen().size() == 3);
    CHECK(list.alsoNeeded().size() == 1);
}

TEST_CASE("the short form adds one record, once its name is there") {
    Form shown;
    ui::RecordDialog dialog(shown.session, RecordKind::mechanism, {"name", "kind", "pattern"});
    dialog.show();
    auto* add = dialog.findChild<QPushButton*>(QStringLiteral("accept"));
    add->click();
    CHECK(dialog.isVisible());
    QTest::keyClicks(dialog.editor("name")->focusTarget(), QStringLiteral("Canal forum"));
    QTest::keyClicks(dialog.editor("pattern")->focusTarget(), QStringLiteral("quarterly"));
    add->click();
    CHECK_FALSE(dialog.isVisible());
    REQUIRE(settled(shown.session));
    CHECK(shown.mechanism(dialog.record()).name == "Canal forum");
    CHECK(shown.mechanism(dialog.record()).pattern.rule == "FREQ=MONTHLY;INTERVAL=3");
    CHECK(shown.session.undoLabel() == QStringLiteral("Add Canal forum"));
}
