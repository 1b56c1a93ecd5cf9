#include "ui/widgets/chart_card.h"

#include "ui/widgets/style.h"

#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {

Card* makeChartCard(const QString& title, const QString& name, QWidget* chart, QTableWidget* table,
                    QWidget* parent) {
    auto* card = new Card(title, parent);
    auto* toggle = makeLinkButton(Card::tr("Show as table"), name, card);
    toggle->setAccessibleName(Card::tr("Show as table: %1").arg(title));
    toggle->setCheckable(true);
    QObject::connect(toggle, &QPushButton::toggled, table, [chart, table, toggle, title](bool asTable) {
        chart->setVisible(!asTable);
        table->setVisible(asTable);
        toggle->setText(asTable ? Card::tr("Show as chart") : Card::tr("Show as table"));
        toggle->setAccessibleName(
            (asTable ? Card::tr("Show as chart: %1") : Card::tr("Show as table: %1")).arg(title));
    });
    card->content().addWidget(chart);
    card->content().addWidget(table);
    card->content().addWidget(toggle, 0, Qt::AlignRight);
    table->hide();
    return card;
}

} // namespace wardmote::ui
