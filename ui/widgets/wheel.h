#pragma once

class QWidget;

namespace wardmote::ui {

/// A wheel that only passes over the control changes nothing: it scrolls what the control stands in.
void letWheelPass(QWidget& control);

} // namespace wardmote::ui
