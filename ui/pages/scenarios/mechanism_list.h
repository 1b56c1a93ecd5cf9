#pragma once
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QWidget>

class QCheckBox;
class QMenu;
class QTableWidget;

namespace wardmote::ui {

class FilterBar;

/// The mechanisms in force with what the scenario does to each. They are marked from the menu, by its key, or
/// by the button above; several at once.
class MechanismList : public QWidget {
    Q_OBJECT
public:
    explicit MechanismList(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer, bool writable);
    std::vector<plan::Id> chosen() const;
    plan::Id current() const; ///< 0: none
    void choose(plan::Id mechanism);

Q_SIGNALS:
    void chosenChanged();
    void markAsked(wardmote::plan::WhatToDo action);
    void decideAsked(wardmote::plan::ReviewStatus status);
    void takeBackAsked();

private:
    void build();
    void addActions(QMenu& menu);
    void fill();
    void applyFilter();

    ScenariosRef answer_;
    FilterBar* bar_ = nullptr;
    QCheckBox* changedOnly_ = nullptr;
    QTableWidget* table_ = nullptr;
    QMenu* menu_ = nullptr;
    bool filling_ = false;
};

} // namespace wardmote::ui
