#include "ui/pages/scenarios/mechanism_list.h"

#include "core/text/words.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using analysis::WeighedLine;
using plan::Id;
using plan::WhatToDo;

constexpr int idRole = Qt::UserRole;

} // namespace

MechanismList::MechanismList(QWidget* parent) : QWidget(parent) {
    build();
    connect(bar_, &FilterBar::filterChanged, this, &MechanismList::applyFilter);
    connect(bar_, &FilterBar::leftDownwards, table_, qOverload<>(&QWidget::setFocus));
    connect(changedOnly_, &QCheckBox::toggled, this, &MechanismList::applyFilter);
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
        if (!filling_) {
            Q_EMIT chosenChanged();
        }
    });
    connect(table_, &QTableWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { menu_->popup(table_->viewport()->mapToGlobal(at)); });
}

void MechanismList::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    bar_ = new FilterBar(tr("mechanisms"), this);
    changedOnly_ = new QCheckBox(tr("&Only those that change"));
    setNames(*changedOnly_, QStringLiteral("changedOnly"), tr("Only those that change"));
    bar_->addTool(changedOnly_);
    auto* mark = makeButton(tr("&Mark as"), QStringLiteral("markMechanism"));
    menu_ = giveMenu(*mark);
    bar_->addTool(mark);
    column->addWidget(bar_);
    table_ = makePlainTable(
        {tr("Mechanism"), tr("In this scenario"), tr("Decision"), tr("Staff time now"), tr("Afterwards")},
        QStringLiteral("scenarioMechanisms"), tr("Mechanisms in force and what the scenario does to each"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table_->setAccessibleDescription(
        tr("The menu key, or the letters that the menu names, mark what is chosen."));
    column->addWidget(table_, 1);
    addActions(*menu_);
}

void MechanismList::addActions(QMenu& menu) {
    const auto add = [&](const QString& text, Qt::Key key, auto act) {
        auto* action = menu.addAction(text);
        action->setShortcut(QKeySequence(key));
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        table_->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    const auto mark = [this](WhatToDo action) { return [this, action] { Q_EMIT markAsked(action); }; };
    add(tr("&Keep"), Qt::Key_K, mark(WhatToDo::keep));
    add(tr("&Merge into…"), Qt::Key_M, mark(WhatToDo::mergeInto));
    add(tr("&Share a meeting with…"), Qt::Key_S, mark(WhatToDo::shareAMeeting));
    add(tr("Meet &less often"), Qt::Key_L, mark(WhatToDo::meetLessOften));
    add(tr("&Re-scope"), Qt::Key_R, mark(WhatToDo::reScope));
    add(tr("&End"), Qt::Key_E, mark(WhatToDo::end));
    menu.addSeparator();
    const auto decide = [this](plan::ReviewStatus status) {
        return [this, status] { Q_EMIT decideAsked(status); };
    };
    add(tr("&Proposed"), Qt::Key_P, decide(plan::ReviewStatus::proposed));
    add(tr("&Agreed"), Qt::Key_A, decide(plan::ReviewStatus::agreed));
    add(tr("Re&jected"), Qt::Key_J, decide(plan::ReviewStatus::rejected));
    add(tr("&Done…"), Qt::Key_D, decide(plan::ReviewStatus::done));
    menu.addSeparator();
    add(tr("&Take back"), Qt::Key_Delete, [this] { Q_EMIT takeBackAsked(); });
}

void MechanismList::show(const ScenariosRef& answer, bool writable) {
    answer_ = answer;
    for (auto* action : menu_->actions()) {
        action->setEnabled(writable);
    }
    fill();
    applyFilter();
}

void MechanismList::fill() {
    const auto kept = current();
    filling_ = true;
    table_->setRowCount(static_cast<int>(answer_->mechanisms.size()));
    const QuietFill quiet(*table_);
    int row = 0;
    for (const auto& each : answer_->mechanisms) {
        auto* name = wordsItem(each.name);
        name->setData(idRole, QVariant::fromValue<qlonglong>(each.mechanism));
        auto* said = wordsItem(each.note.isEmpty() ? each.said : tr("%1 (not counted yet)").arg(each.said));
        said->setToolTip(each.note.isEmpty() ? each.said : each.said + QStringLiteral("\n") + each.note);
        said->setData(Qt::AccessibleTextRole, said->toolTip());
        table_->setItem(row, 0, name);
        table_->setItem(row, 1, said);
        table_->setItem(row, 2, wordsItem(each.decision));
        table_->setItem(
            row, 3,
            figureItem(each.over ? tr("over") : amountText(WeighedLine::staffHours, each.hoursBefore)));
        table_->setItem(row, 4,
                        figureItem(each.over              ? tr("over")
                                   : !each.note.isEmpty() ? tr("not claimed")
                                   : each.changed ? amountText(WeighedLine::staffHours, each.hoursAfter)
                                                  : tr("as now")));
        ++row;
    }
    choose(kept);
    filling_ = false;
}

void MechanismList::applyFilter() {
    if (!answer_) {
        return;
    }
    const auto words =
        QString::fromStdString(text::folded(bar_->filter().text().trimmed().toStdString())).split(u' ');
    int shown = 0;
    int changed = 0;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto& each = answer_->mechanisms[static_cast<std::size_t>(row)];
        bool matches = each.changed || each.marked || !changedOnly_->isChecked();
        for (const auto& word : words) {
            matches = matches && each.filterText.contains(word);
        }
        table_->setRowHidden(row, !matches);
        shown += matches ? 1 : 0;
        changed += each.changed ? 1 : 0;
    }
    bar_->setCounts(tr("%1 of %2; %3 change").arg(shown).arg(table_->rowCount()).arg(changed));
}

std::vector<Id> MechanismList::chosen() const {
    std::vector<Id> ids;
    for (const auto& index : table_->selectionModel()->selectedRows()) {
        if (!table_->isRowHidden(index.row())) {
            ids.push_back(table_->item(index.row(), 0)->data(idRole).toLongLong());
        }
    }
    return ids;
}

Id MechanismList::current() const {
    const auto* item = table_->currentRow() < 0 ? nullptr : table_->item(table_->currentRow(), 0);
    return item ? item->data(idRole).toLongLong() : 0;
}

void MechanismList::choose(Id mechanism) {
    for (int row = 0; row < table_->rowCount(); ++row) {
        if (table_->item(row, 0)->data(idRole).toLongLong() == mechanism) {
            table_->setCurrentCell(row, 0);
            return;
        }
    }
}

} // namespace wardmote::ui
