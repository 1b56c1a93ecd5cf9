#include "ui/pages/streamlining/saving_cards.h"

#include "ui/pages/streamlining/streamlining_words.h"
#include "ui/widgets/style.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

namespace wardmote::ui {

SavingCards::SavingCards(QWidget* parent) : QWidget(parent) {
    auto* row = new QGridLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    spending_ = addCard(tr("spending avoided a year"), 0);
    staffHours_ = addCard(tr("staff hours released a year"), 1);
    unpaidHours_ = addCard(tr("unpaid hours released a year"), 2);
    rooms_ = addCard(tr("value of rooms used free"), 3);
}

SavingCards::Line SavingCards::addCard(const QString& name, int place) {
    auto* card = new QFrame(this);
    makeCard(*card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(10, 8, 10, 8);
    Line line{makeLabel({}, TextRole::section, card), makeParagraph({}, TextRole::caption, card), name};
    line.figure->setWordWrap(true);
    column->addWidget(line.figure);
    column->addWidget(line.caption);
    column->addStretch(1);
    auto* row = static_cast<QGridLayout*>(layout());
    row->addWidget(card, 0, place);
    row->setColumnStretch(place, 1);
    return line;
}

void SavingCards::fill(const Line& line, const QString& figure, std::size_t unknown, std::size_t of) {
    line.figure->setText(of == 0 ? tr("nothing ends") : figure);
    line.caption->setText(unknown > 0 && unknown < of
                              ? tr("%1; not recorded of %2 of %3").arg(line.name).arg(unknown).arg(of)
                              : line.name);
}

void SavingCards::show(const analysis::CostTotals& saving) {
    fill(spending_, poundsText(saving.spending), saving.spendingUnknown, saving.mechanisms);
    fill(staffHours_, hoursText(saving.staffHours), saving.staffHoursUnknown, saving.mechanisms);
    fill(unpaidHours_, hoursText(saving.unpaidHours), saving.unpaidHoursUnknown, saving.mechanisms);
    fill(rooms_, poundsText(saving.roomValue), saving.roomValueUnknown, saving.mechanisms);
}

} // namespace wardmote::ui
