#pragma once
#include "ui/widgets/card.h"

class QTableWidget;

namespace wardmote::ui {

/// A card with a chart and, behind a switch, the table that says every figure of it. `name` makes the object
/// name of the switch: "overlapShowHours".
Card* makeChartCard(const QString& title, const QString& name, QWidget* chart, QTableWidget* table,
                    QWidget* parent);

} // namespace wardmote::ui
