#include "tests/support/catch.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace wardmote::ui;

namespace {

/// A window in the program's own look.
struct Window : QWidget {
    Window() {
        applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), lightTheme());
        setLayout(new QVBoxLayout);
        resize(400, 300);
    }
    template<class W>
    W& add(W* widget) {
        layout()->addWidget(widget);
        return *widget;
    }
    void open() {
        show();
        activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(this));
    }
};

/// As it comes from a mouse.
void turnWheel(QWidget& over) {
    const QPointF at = over.rect().center();
    QWheelEvent turn(at, over.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                     false);
    QSpontaneKeyEvent::setSpontaneous(&turn);
    QCoreApplication::instance()->notify(&over, &turn); // sendEvent() would make it the program's own
}

} // namespace

TEST_CASE("Enter presses the button that has the focus") {
    Window window;
    auto& push = window.add(makeButton(QStringLiteral("Do it"), QStringLiteral("doIt")));
    auto& tool = window.add(
        makeIconButton(QStringLiteral("add"), QStringLiteral("Do another"), QStringLiteral("doAnother")));
    window.open();
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(&push), static_cast<QAbstractButton*>(&tool)}) {
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
        CHECK(clicked.size() == 2);
        QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier); // another key, which a page may own
        button->setEnabled(false);
        QTest::keyClick(button, Qt::Key_Return);
        CHECK(clicked.size() == 2);
    }
}

TEST_CASE("The wheel takes the focus from nothing and changes nothing that it passes over") {
    Window window;
    auto& rows = window.add(new QPushButton(QStringLiteral("where the person is")));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* choice = new QComboBox;
    choice->addItems({QStringLiteral("one"), QStringLiteral("two")});
    auto* figure = new QSpinBox;
    auto* words = new QPlainTextEdit;
    for (QWidget* widget : std::initializer_list<QWidget*>{choice, figure, words}) {
        column->addWidget(widget);
    }
    content->setMinimumHeight(2000);
    auto& scroll = window.add(new QScrollArea);
    scroll.setWidgetResizable(true);
    scroll.setWidget(content);
    window.open();
    rows.setFocus();
    for (QWidget* widget : std::initializer_list<QWidget*>{choice, figure}) {
        const int before = scroll.verticalScrollBar()->value();
        turnWheel(*widget);
        CHECK(rows.hasFocus());
        CHECK(scroll.verticalScrollBar()->value() > before); // what they stand in scrolls
    }
    turnWheel(*words->viewport());
    CHECK(rows.hasFocus());
    CHECK(choice->currentIndex() == 0);
    CHECK(figure->value() == 0);
}

TEST_CASE("A list of choices shows every row it has room for, each whole") {
    Window window;
    auto& choice = window.add(new QComboBox);
    const int count = GENERATE(2, 4, 10);
    for (int i = 1; i < count; ++i) {
        choice.addItem(QStringLiteral("Choice %1").arg(i));
    }
    choice.addItem(
        QStringLiteral("A choice with a name that is far longer than the control that shows it is wide"));
    choice.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.setMinimumContentsLength(8);
    choice.setFixedWidth(120);
    window.open();
    const int place = GENERATE(0, 1);
    choice.setCurrentIndex(place);
    choice.setFocus();
    QTest::keyClick(&choice, Qt::Key_Down, Qt::AltModifier);
    auto* view = choice.view();
    REQUIRE(view->isVisible());
    CHECK(view->verticalScrollBar()->maximum() == 0);
    const auto room = view->viewport()->rect();
    for (int row = 0; row < count; ++row) {
        const auto at = view->visualRect(view->model()->index(row, 0));
        CAPTURE(row, at.top(), at.bottom(), room.height());
        CHECK((room.top() <= at.top() && at.bottom() <= room.bottom()));
    }
    CHECK(room.width() >= view->sizeHintForColumn(0));
    choice.hidePopup();
}

TEST_CASE("A closed choice ends in dots where its words do not fit") {
    Window window;
    auto& choice = window.add(new QComboBox);
    const auto shorter = QStringLiteral("Area forums as n");
    choice.addItems({shorter, QStringLiteral("Area forums as now")});
    window.open();
    const auto room = [&choice] {
        QStyleOptionComboBox option;
        option.initFrom(&choice);
        return choice.style()
            ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &choice)
            .width();
    };
    choice.setFixedWidth(200);
    choice.setFixedWidth(200 - room() + choice.fontMetrics().horizontalAdvance(shorter) + 2);
    const auto whole = choice.grab().toImage();
    choice.setCurrentIndex(1);
    CHECK(choice.grab().toImage() != whole); // cut without a sign, both would look the same
}

TEST_CASE("A picture in a chosen row keeps its colours") {
    Window window;
    window.open();
    QPixmap red(16, 16);
    red.fill(QColor(200, 30, 30));
    const QIcon sign(red);
    CHECK(sign.pixmap(16, 16, QIcon::Selected).toImage().pixelColor(8, 8) == QColor(200, 30, 30));
    CHECK(sign.pixmap(16, 16, QIcon::Disabled).toImage().pixelColor(8, 8) != QColor(200, 30, 30));
}

TEST_CASE("What scrolls shows that it has the focus") {
    Window window;
    auto& button = window.add(new QPushButton(QStringLiteral("elsewhere")));
    auto& scroll = window.add(new QScrollArea);
    scroll.setFrameShape(QFrame::NoFrame);
    scroll.setWidget(new QWidget);
    window.open();
    button.setFocus();
    const auto without = scroll.grab().toImage();
    scroll.setFocus();
    const auto with = scroll.grab().toImage();
    CHECK(with != without);
    CHECK(with.pixelColor(1, with.height() / 2) == lightTheme().accent);
}
