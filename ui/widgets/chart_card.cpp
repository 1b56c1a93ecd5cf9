#include "ui/widgets/chart_card.h"

#include <QTableWidget>

namespace wardmote::ui {

Card* makeChartCard(const QString& title, const QString& name, QWidget* chart, QTableWidget* table,
                    QWidget* parent) {
    auto* card = new Card(title, parent);
    card->addChart(title, name, chart, table);
    return card;
}

} // namespace wardmote::ui
