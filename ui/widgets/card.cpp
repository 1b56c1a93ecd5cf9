#include "ui/widgets/card.h"

#include "ui/widgets/style.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
    makeCard(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    title_ = makeParagraph(title, TextRole::section, this); // several stand beside one another, so it wraps
    title_->setVisible(!title.isEmpty());
    column->addWidget(title_);
    content_ = new QVBoxLayout;
    content_->setSpacing(6);
    column->addLayout(content_);
}

void Card::setTitle(const QString& title) {
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
}

void Card::addChart(const QString& title, const QString& objectName, QWidget* chart, QWidget* table) {
    auto* toggle = makeLinkButton(tr("Show as table"), objectName, this);
    toggle->setAccessibleName(tr("Show as table: %1").arg(title));
    toggle->setCheckable(true);
    connect(toggle, &QPushButton::toggled, table, [chart, table, toggle, title](bool asTable) {
        chart->setVisible(!asTable);
        table->setVisible(asTable);
        toggle->setText(asTable ? tr("Show as chart") : tr("Show as table"));
        toggle->setAccessibleName((asTable ? tr("Show as chart: %1") : tr("Show as table: %1")).arg(title));
    });
    content_->addWidget(chart);
    content_->addWidget(table);
    content_->addWidget(toggle, 0, Qt::AlignRight);
    table->hide();
}

} // namespace wardmote::ui
