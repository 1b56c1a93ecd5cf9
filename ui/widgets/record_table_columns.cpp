#include "ui/session/preferences.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QWidgetAction>

namespace wardmote::ui {
namespace {

QString keyOf(const RecordColumn& column) {
    return qtext(column.key());
}

} // namespace

void RecordTable::setDefaultColumns(const std::vector<std::string_view>& keys) {
    defaultColumns_.clear();
    for (const auto key : keys) {
        defaultColumns_ << qtext(key);
    }
    const auto kept =
        preferences_ ? preferences_->get(preference::columns.of(preferenceName_)) : QStringList();
    applyColumns(kept.isEmpty() ? defaultColumns_ : kept);
}

void RecordTable::setPreferences(Preferences* preferences, const QString& name) {
    preferences_ = nullptr;
    preferenceName_ = name;
    if (!preferences) {
        return;
    }
    if (const auto kept = preferences->get(preference::columns.of(name)); !kept.isEmpty()) {
        applyColumns(kept);
    }
    view_->horizontalHeader()->restoreState(preferences->get(preference::header.of(name)));
    const auto group = preferences->get(preference::choice.of(name + QStringLiteral("/group")));
    model_->setGroupColumn(group.isEmpty() ? -1 : model_->columnOf(group.toStdString()));
    preferences_ = preferences; // from here on changes are a person's
}

QStringList RecordTable::shownColumns() const {
    QStringList keys;
    const auto* header = view_->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const auto column = header->logicalIndex(place);
        if (!view_->isColumnHidden(column)) {
            keys << keyOf(model_->columns()[static_cast<std::size_t>(column)]);
        }
    }
    return keys;
}

void RecordTable::applyColumns(const QStringList& keys) {
    auto* header = view_->horizontalHeader();
    const QSignalBlocker quiet(header);
    int place = 0;
    for (const auto& key : keys) {
        const auto column = model_->columnOf(key.toStdString());
        if (column >= 0) {
            header->moveSection(header->visualIndex(column), place++);
        }
    }
    for (int column = 0; column < header->count(); ++column) {
        const auto key = keyOf(model_->columns()[static_cast<std::size_t>(column)]);
        view_->setColumnHidden(column, !keys.contains(key) && column != 0);
    }
    fitColumns();
    view_->updateGeometry();
    view_->viewport()->update();
}

void RecordTable::fitColumns() {
    constexpr int widest = 240;
    constexpr int widestName = 300;
    auto* header = view_->horizontalHeader();
    const QSignalBlocker quiet(header); // nobody chose these
    for (int column = 0; column < header->count(); ++column) {
        if (view_->isColumnHidden(column)) {
            continue;
        }
        view_->resizeColumnToContents(column);
        const int wanted = view_->columnWidth(column) + 12;
        view_->setColumnWidth(
            column, column == 0 ? std::clamp(wanted, 180, widestName)
                                : std::clamp(wanted, header->sectionSizeHint(column) + 6,
                                             std::max(widest, header->sectionSizeHint(column) + 6)));
    }
    view_->doItemsLayout();
}

void RecordTable::rememberColumns() {
    if (preferences_) {
        preferences_->set(preference::columns.of(preferenceName_), shownColumns());
        preferences_->set(preference::header.of(preferenceName_), view_->horizontalHeader()->saveState());
        const auto group = model_->groupColumn();
        preferences_->set(preference::choice.of(preferenceName_ + QStringLiteral("/group")),
                          group < 0 ? QString() : keyOf(model_->columns()[static_cast<std::size_t>(group)]));
    }
}

void RecordTable::fillColumnMenu(QMenu& menu) {
    QString group;
    QMenu* under = &menu;
    for (int column = 1; column < model_->columnCount(); ++column) {
        const auto& it = model_->columns()[static_cast<std::size_t>(column)];
        const auto heading = it.field ? qtext(it.field->rules.group) : tr("Worked out");
        if (!heading.isEmpty() && heading != group) {
            group = heading;
            under = menu.addMenu(heading);
        } else if (heading.isEmpty()) {
            under = &menu;
            group.clear();
        }
        auto* show = under->addAction(model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        show->setObjectName(keyOf(it));
        show->setCheckable(true);
        show->setChecked(!view_->isColumnHidden(column));
        connect(show, &QAction::triggered, this, [this, column](bool on) {
            view_->setColumnHidden(column, !on);
            if (on) {
                view_->resizeColumnToContents(column);
                view_->scrollTo(model_->index(std::max(view_->currentIndex().row(), 0), column));
            }
            rememberColumns();
        });
    }
    menu.addSeparator();
    auto* reset = menu.addAction(tr("&Usual columns"));
    connect(reset, &QAction::triggered, this, [this] {
        applyColumns(defaultColumns_);
        rememberColumns();
    });
    auto* groups = menu.addMenu(tr("&Group rows by"));
    const auto choose = [this, groups](const QString& text, int column) {
        auto* action = groups->addAction(text);
        action->setCheckable(true);
        action->setChecked(model_->groupColumn() == column);
        connect(action, &QAction::triggered, this, [this, column] {
            model_->setGroupColumn(column);
            rememberColumns();
        });
    };
    choose(tr("Nothing"), -1);
    for (int column = 1; column < model_->columnCount(); ++column) {
        if (!view_->isColumnHidden(column)) {
            choose(model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), column);
        }
    }
}

void RecordTable::addColumnsButton() {
    auto* button =
        makeIconButton(QStringLiteral("columns"), tr("Columns and groups"), QStringLiteral("columns"), this);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
        fillColumnMenu(*menu);
    });
    bar_->addTool(button);
}

void RecordTable::showColumnMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto column = view_->horizontalHeader()->logicalIndexAt(at);
    if (column > 0) {
        auto* hide = menu->addAction(tr("&Hide this column"));
        connect(hide, &QAction::triggered, this, [this, column] {
            view_->setColumnHidden(column, true);
            rememberColumns();
        });
        menu->addSeparator();
    }
    fillColumnMenu(*menu);
    menu->popup(view_->horizontalHeader()->mapToGlobal(at));
}

} // namespace wardmote::ui
