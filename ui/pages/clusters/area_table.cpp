#include "core/plan/wording.h"
#include "ui/pages/clusters/cluster_tables.h"
#include "ui/pages/clusters/table_rows.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <map>
#include <set>

namespace wardmote::ui {
namespace {

enum AreaColumn { areaName, areaResidents, areaCluster, areaAlso, areaKind };

/// Sorts numbers as numbers.
class Item : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem& other) const override {
        const int column = treeWidget() ? treeWidget()->sortColumn() : 0;
        const auto a = data(column, sortRole);
        const auto b = other.data(column, sortRole);
        if (a.isValid() || b.isValid()) {
            return a.toDouble() < b.toDouble();
        }
        return QString::localeAwareCompare(text(column), other.text(column)) < 0;
    }
};

} // namespace

AreaTable::AreaTable(QWidget* parent) : QTreeWidget(parent) {
    prepareTable(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setProperty("sorts", true);
    setSortingEnabled(true);
    sortByColumn(areaName, Qt::AscendingOrder);
    setIconSize({22, 14});
    connect(this, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT menuRequested(viewport()->mapToGlobal(at)); });
    connect(this, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (!quiet_) {
            Q_EMIT selectedByPerson();
        }
    });
}

void AreaTable::show(const ClusterFigures& figures, Which which, plan::Id cluster, const QString& filter) {
    quiet_ = true;
    const auto kept = selectedAreas();
    const auto scrolled = verticalScrollBar() ? verticalScrollBar()->value() : 0;
    const int row = indexOfTopLevelItem(currentItem());
    clear();
    const auto& plan = *figures.plan;
    auto word = QString::fromStdString(plan.settings().clusterWord);
    word[0] = word[0].toUpper();
    setHeaderLabels({tr("Area"), tr("Residents"), word, tr("Also in"), tr("Kind")});
    std::map<plan::Id, const plan::Cluster*> mainOf;
    std::map<plan::Id, QIcon> swatches; // one a cluster: thousands of areas share them
    std::map<plan::Id, QStringList> alsoIn;
    std::set<plan::Id> inside;
    std::set<plan::Id> locked;
    for (const auto& each : figures.measures.clusters) {
        const auto* record = plan.find<plan::Cluster>(each.id);
        if (record) {
            swatches[each.id] = swatch(fillOf(plan, *record));
        }
        for (const auto& held : record ? record->areas : std::vector<plan::ClusterArea>{}) {
            if (held.main) {
                mainOf.emplace(held.area.id, record);
                if (held.locked || record->locked == true) {
                    locked.insert(held.area.id);
                }
            } else {
                alsoIn[held.area.id] << QString::fromStdString(record->name);
            }
            if (each.id == cluster) {
                inside.insert(held.area.id);
            }
        }
    }
    const auto lock = icon(QStringLiteral("lock"));
    QList<QTreeWidgetItem*> items;
    for (const auto& area : plan.all<plan::Area>()) {
        const auto main = mainOf.find(area.id);
        const auto name = QString::fromStdString(area.name);
        if ((which == Which::leftOver && main != mainOf.end()) ||
            (which == Which::inCluster && !inside.contains(area.id)) ||
            !name.contains(filter, Qt::CaseInsensitive)) {
            continue;
        }
        auto* item = new Item;
        item->setData(0, idRole, QVariant::fromValue<qlonglong>(area.id));
        item->setText(areaName, name);
        item->setToolTip(areaName, name);
        if (locked.contains(area.id)) {
            item->setIcon(areaName, lock);
            item->setToolTip(areaName, tr("%1: locked in its %2").arg(name, word.toLower()));
            item->setData(areaName, Qt::AccessibleTextRole, tr("%1, locked").arg(name));
        }
        item->setText(areaResidents, area.residents ? numberText(*area.residents) : notRecorded());
        item->setData(areaResidents, sortRole, area.residents.value_or(-1));
        item->setTextAlignment(areaResidents, Qt::AlignRight | Qt::AlignVCenter);
        if (main != mainOf.end()) {
            item->setText(areaCluster, QString::fromStdString(main->second->name));
            item->setToolTip(areaCluster, item->text(areaCluster));
            item->setIcon(areaCluster, swatches[main->second->id]);
        } else {
            item->setText(areaCluster, QStringLiteral("–"));
        }
        item->setText(areaAlso, alsoIn.contains(area.id) ? alsoIn[area.id].join(tr(", ")) : QString());
        item->setText(areaKind,
                      area.kind ? QString::fromStdString(plan::labelOf(*area.kind)) : notRecorded());
        items << item;
    }
    setSortingEnabled(false);
    addTopLevelItems(items);
    setSortingEnabled(true);
    for (const int column : {areaResidents, areaAlso, areaKind}) {
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    for (const int column : {areaName, areaCluster}) {
        header()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    headerItem()->setTextAlignment(areaResidents, Qt::AlignRight | Qt::AlignVCenter);
    setColumnHidden(areaAlso, alsoIn.empty());
    showColumns();
    setSelectedAreas(kept);
    if (verticalScrollBar()) {
        verticalScrollBar()->setValue(scrolled);
    }
    // An area that was put in its place may have left the list: the keyboard goes on with the next.
    if (row >= 0 && topLevelItemCount() > 0 && selectedItems().isEmpty()) {
        auto* next = topLevelItem(qMin(row, topLevelItemCount() - 1));
        selectionModel()->setCurrentIndex(indexFromItem(next), QItemSelectionModel::NoUpdate);
    }
    quiet_ = false;
}

void AreaTable::showColumns() {
    constexpr int wide = 520;
    setColumnHidden(areaKind, viewport()->width() < wide); // names and figures come first
}

void AreaTable::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    showColumns();
}

std::vector<plan::Id> AreaTable::selectedAreas() const {
    std::vector<plan::Id> ids;
    for (const auto* item : selectedItems()) {
        ids.push_back(item->data(0, idRole).toLongLong());
    }
    std::ranges::sort(ids);
    return ids;
}

void AreaTable::setSelectedAreas(const std::vector<plan::Id>& areas) {
    const bool was = quiet_;
    quiet_ = true;
    const std::set<plan::Id> wanted(areas.begin(), areas.end());
    QTreeWidgetItem* first = nullptr;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        auto* item = topLevelItem(row);
        const bool chosen = wanted.contains(item->data(0, idRole).toLongLong());
        if (item->isSelected() != chosen) {
            item->setSelected(chosen);
        }
        first = chosen && !first ? item : first;
    }
    if (first) {
        selectionModel()->setCurrentIndex(indexFromItem(first), QItemSelectionModel::NoUpdate);
        scrollToItem(first);
    }
    quiet_ = was;
}

void AreaTable::chooseCurrent() {
    if (currentItem()) {
        currentItem()->setSelected(true);
    }
}

void AreaTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    const bool menu =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Menu;
    const bool typed = plain && event->text().size() == 1 && isKey_(event->text());
    if (typed && event->isAutoRepeat()) {
        return; // after each move the next area is chosen: a key held down would move them all
    }
    if ((menu || typed) && currentItem() && selectedItems().isEmpty()) {
        currentItem()->setSelected(true); // the row that has the keyboard is what is meant
    }
    if (menu) {
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualItemRect(currentItem()).center()));
    } else if (typed) {
        Q_EMIT keyTyped(event->text());
    } else {
        QTreeWidget::keyPressEvent(event);
    }
}

QStringList AreaTable::mimeTypes() const {
    return {QString::fromLatin1(areasMimeType)};
}

QMimeData* AreaTable::mimeData(const QList<QTreeWidgetItem*>& items) const {
    QByteArray ids;
    for (const auto* item : items) {
        ids += QByteArray::number(item->data(0, idRole).toLongLong()) + ' ';
    }
    auto* made = new QMimeData;
    made->setData(QString::fromLatin1(areasMimeType), ids);
    return made;
}

} // namespace wardmote::ui
