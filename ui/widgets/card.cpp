#include "ui/widgets/card.h"

#include "ui/widgets/style.h"

#include <QVBoxLayout>

namespace wardmote::ui {

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
    makeCard(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    title_ = makeLabel(title, TextRole::section, this);
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

} // namespace wardmote::ui
