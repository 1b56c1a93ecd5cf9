#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "ui/widgets/several_choice_dialog.h"

#include <QLabel>
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

TEST_CASE("Several of a list are ticked without leaving its filter") {
    SeveralChoiceDialog dialog(QStringLiteral("Pin mechanisms"), QStringLiteral("These stay."),
                               {QStringLiteral("Bath forum"), QStringLiteral("Chew forum"),
                                QStringLiteral("Health forum, Keynsham")},
                               {0});
    dialog.show();
    dialog.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    auto* filter = dialog.findChild<QLineEdit*>(QStringLiteral("several_choice_filter"));
    auto* options = dialog.findChild<QListWidget*>(QStringLiteral("several_choice_options"));
    auto* count = dialog.findChild<QLabel*>(QStringLiteral("several_choice_count"));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    filter->setFocus();
    CHECK(count->text() == QStringLiteral("1 chosen"));
    QTest::keyClicks(filter, QStringLiteral("health forum"));
    CHECK(count->text() == QStringLiteral("1 chosen, 1 match"));
    QTest::keyClick(filter, Qt::Key_Return); // ticks what was found, and stays
    CHECK(accepted.isEmpty());
    CHECK(filter->text().isEmpty());
    CHECK(dialog.chosen() == std::vector{0, 2});
    CHECK(count->text() == QStringLiteral("2 chosen"));
    QTest::keyClicks(filter, QStringLiteral("chew"));
    QTest::keyClick(filter, Qt::Key_Down);
    CHECK(options->hasFocus());
    CHECK(options->currentRow() == 1);
    QTest::keyClick(options, Qt::Key_Space);
    CHECK(dialog.chosen() == std::vector{0, 1, 2});
    const auto row = options->visualItemRect(options->item(1)).height();
    CHECK(row >= options->fontMetrics().height() + 8); // the frame of the current row stands off its words
    filter->clear();
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return); // nothing typed: done
    CHECK(accepted.size() == 1);
}
