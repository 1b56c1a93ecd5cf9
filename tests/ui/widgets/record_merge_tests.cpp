#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_merge_dialog.h"
#include "ui/widgets/record_table.h"

#include <QPushButton>
#include <QRadioButton>

using namespace wardmote;
using namespace wardmote::ui;
using plan::RecordKind;

namespace {

struct Open {
    tests::TemporaryFolder folder;
    Session session;
    Open() { session.adopt(tests::examplePlanFile(folder / "example.wardmote")); }
};

template<class W>
W& in(QWidget& widget, const char* name) {
    auto* found = widget.findChild<W*>(QString::fromLatin1(name));
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("Two records are made one, as chosen, as one edit that can be undone") {
    Open open;
    RecordMergeDialog dialog(open.session, RecordKind::mechanism, 602, 603);
    dialog.show();
    CHECK(dialog.stays() == 602);
    CHECK(tests::accessibilityProblems(dialog).join(QStringLiteral("; ")).toStdString() == "");
    auto& second = in<QRadioButton>(dialog, "nameSecond");
    CHECK_FALSE(second.isChecked());
    second.setFocus();
    QTest::keyClick(&second, Qt::Key_Space);
    CHECK(second.isChecked());
    CHECK(in<QRadioButton>(dialog, "themesBoth").isChecked());
    CHECK_FALSE(dialog.findChild<QRadioButton*>(QStringLiteral("areasFirst"))); // the same in both
    QTest::mouseClick(&in<QPushButton>(dialog, "mergeAccept"), Qt::LeftButton);
    REQUIRE(tests::settled(open.session));
    const auto plan = open.session.plan();
    CHECK_FALSE(plan->find<plan::Mechanism>(603));
    CHECK(plan->find<plan::Mechanism>(602)->name == "Keynsham community safety panel");
    CHECK(plan->find<plan::Meeting>(703)->mechanisms.size() == 1);
    CHECK(open.session.undoLabel().contains(QStringLiteral("Merge")));
    open.session.undo();
    REQUIRE(tests::settled(open.session));
    CHECK(open.session.plan()->find<plan::Mechanism>(603));
    CHECK(open.session.plan()->find<plan::Meeting>(703)->mechanisms.size() == 2);
}

TEST_CASE("A table offers to merge just two rows") {
    Open open;
    tests::ScriptedPrompts prompts;
    RecordTable table(open.session, prompts, RecordKind::organisation);
    auto* button = makeMergeButton(open.session, table, RecordKind::organisation, &table);
    table.show();
    REQUIRE(tests::eventually([&] { return table.model().rowOf(205) >= 0; }));
    CHECK_FALSE(button->isEnabled());
    table.select({205, 206});
    CHECK(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto* dialog = table.findChild<RecordMergeDialog*>();
    REQUIRE(dialog);
    dialog->accept();
    REQUIRE(tests::settled(open.session));
    CHECK(open.session.plan()->count(RecordKind::organisation) == 14);
    table.select({202, 203, 204});
    CHECK_FALSE(button->isEnabled());
}

TEST_CASE("What has gone in the meantime is not merged") {
    Open open;
    RecordMergeDialog dialog(open.session, RecordKind::mechanism, 602, 603);
    plan::Changes changes;
    changes.erase<plan::Mechanism>(603);
    open.session.perform(QStringLiteral("Delete"), changes);
    REQUIRE(tests::settled(open.session));
    dialog.accept();
    REQUIRE(tests::settled(open.session));
    CHECK(open.session.plan()->find<plan::Mechanism>(602)->name == "PACT, Keynsham and Saltford");
}
