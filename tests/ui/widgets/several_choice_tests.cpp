#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "ui/widgets/several_choice_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace wardmote;
using ui::SeveralChoiceDialog;

TEST_CASE("Several of a list are ticked by keys, also when it is filtered") {
    SeveralChoiceDialog dialog(
        QStringLiteral("Choose areas"), QStringLiteral("What does Chew Valley mean?"),
        {QStringLiteral("Chew Magna"), QStringLiteral("Keynsham"), QStringLiteral("Chew Stoke")}, {1});
    dialog.show();
    CHECK(tests::accessibilityProblems(dialog).isEmpty());
    auto* filter = dialog.findChild<QLineEdit*>(QStringLiteral("several_choice_filter"));
    auto* options = dialog.findChild<QListWidget*>(QStringLiteral("several_choice_options"));
    QTest::keyClicks(filter, QStringLiteral("chew"));
    CHECK(options->item(1)->isHidden());
    options->setFocus();
    for (const int row : {0, 2}) {
        CHECK_FALSE(options->item(row)->isHidden());
        options->setCurrentRow(row);
        QTest::keyClick(options, Qt::Key_Space);
    }
    CHECK(dialog.chosen() == std::vector{0, 1, 2}); // what is hidden stays chosen
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("several_choice_ok")), Qt::LeftButton);
    CHECK(accepted.size() == 1);
}
