#include "ui/widgets/wheel.h"

#include <QEvent>
#include <QWidget>

namespace wardmote::ui {
namespace {

class WheelPasser : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel) {
            return false;
        }
        event->ignore(); // so it goes to the parent
        return true;
    }
};

} // namespace

void letWheelPass(QWidget& control) {
    control.installEventFilter(new WheelPasser(&control));
}

} // namespace wardmote::ui
