#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_form.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace wardmote;
using namespace wardmote::ui;
using plan::RecordKind;

namespace {

struct Open {
    tests::TemporaryFolder folder;
    Session session;
    Open() { session.adopt(tests::examplePlanFile(folder / "example.wardmote")); }
};

QLineEdit& nameLine(FieldEditor* editor) {
    REQUIRE(editor);
    auto* line = qobject_cast<QLineEdit*>(editor->focusTarget());
    REQUIRE(line);
    return *line;
}

QStringList suggested(QWidget& widget) {
    QStringList words;
    for (auto* box : widget.findChildren<QWidget*>(QStringLiteral("likeNames"))) {
        for (auto* button : box->findChildren<QPushButton*>()) {
            words << button->accessibleName();
        }
    }
    return words;
}

} // namespace

TEST_CASE("While a name is typed, one that is there already is offered") {
    Open open;
    RecordDialog dialog(open.session, RecordKind::mechanism, {"name", "kind"});
    dialog.show();
    auto& line = nameLine(dialog.editor("name"));
    QTest::keyClicks(&line, QStringLiteral("Chew"));
    CHECK(suggested(dialog).isEmpty()); // like too many
    QTest::keyClicks(&line, QStringLiteral(" Valey Area Group"));
    REQUIRE(suggested(dialog) == QStringList{QStringLiteral("Looks like Chew Valley Area Forum: open it")});
    CHECK(tests::accessibilityProblems(dialog).join(QStringLiteral("; ")).toStdString() == "");
    QSignalSpy shown(&open.session.selection(), &Selection::showRequested);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("likeName0")), Qt::LeftButton);
    REQUIRE(shown.count() == 1);
    CHECK(dialog.result() == QDialog::Rejected);
    CHECK(open.session.plan()->count(RecordKind::mechanism) == 25); // none added
}

TEST_CASE("A record is not like itself, and what the form shows is like nothing") {
    Open open;
    RecordForm form(open.session, RecordKind::organisation);
    form.show();
    form.setRecord(209); // Keynsham Town Council
    CHECK(suggested(form).isEmpty());
    auto& line = nameLine(form.editor("name"));
    line.selectAll();
    QTest::keyClicks(&line, QStringLiteral("Keynsham TC"));
    CHECK(suggested(form).isEmpty());
    line.selectAll();
    QTest::keyClicks(&line, QStringLiteral("Saltford PC"));
    CHECK(suggested(form) == QStringList{QStringLiteral("Looks like Saltford Parish Council: open it")});
}

TEST_CASE("Only kinds that are recorded twice under other names are looked through") {
    Open open;
    RecordForm form(open.session, RecordKind::theme);
    form.setRecord(301);
    CHECK(form.findChildren<QWidget*>(QStringLiteral("likeNames")).isEmpty());
}
