#pragma once
#include <QComboBox>

namespace wardmote::ui {

/// A combo box whose choice takes effect at once and may take something from another: keys open the list and
/// choose in it, and a wheel that only passes over it changes nothing.
class DeliberateChoice : public QComboBox {
    Q_OBJECT
public:
    explicit DeliberateChoice(QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace wardmote::ui
