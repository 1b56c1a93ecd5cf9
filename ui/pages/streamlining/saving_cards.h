#pragma once
#include "core/analysis/cost.h"

#include <QWidget>

class QLabel;

namespace wardmote::ui {

/// What would be saved, a card for each line of cost: lines are never added to one another.
class SavingCards : public QWidget {
    Q_OBJECT
public:
    explicit SavingCards(QWidget* parent = nullptr);
    void show(const analysis::CostTotals& saving);

private:
    struct Line {
        QLabel* figure = nullptr;
        QLabel* caption = nullptr;
        QString name;
    };
    Line addCard(const QString& name, int place);
    void fill(const Line& line, const QString& figure, std::size_t unknown, std::size_t of);

    Line spending_;
    Line staffHours_;
    Line unpaidHours_;
    Line rooms_;
};

} // namespace wardmote::ui
