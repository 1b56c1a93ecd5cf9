#include "ui/pages/clusters/cluster_tables.h"

#include "core/plan/wording.h"
#include "ui/charts/palette.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/style.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <cmath>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int shareRole = Qt::UserRole + 1; ///< 0..1 of the largest, for the bar behind the number
constexpr int sortRole = Qt::UserRole + 2;

enum ClusterColumn { keyColumn, nameColumn, residentsColumn, deviationColumn, areasColumn, parishedColumn };
enum AreaColumn { areaName, areaResidents, areaCluster, areaAlso, areaKind };

/// Rows as high as the window's other tables have them; and a bar behind a number, as long as its share of
/// the largest: the bar chart that the table is.
class RowPainter : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        auto size = CellDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height(), option.fontMetrics.height() + 9));
        return size;
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto share = index.data(shareRole);
        if (share.isValid()) {
            auto box = option.rect.adjusted(2, 4, -2, -4);
            box.setWidth(static_cast<int>(std::lround(box.width() * share.toDouble())));
            painter->fillRect(box, themeOf(option.palette).accentSoft);
        }
        CellDelegate::paint(painter, option, index);
    }
};

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

QString percent(const std::optional<double>& share) {
    return share ? QStringLiteral("%1%").arg(std::lround(100 * *share)) : QStringLiteral("–");
}

QString deviationText(const std::optional<double>& deviation) {
    if (!deviation) {
        return QStringLiteral("–");
    }
    const auto rounded = std::lround(*deviation);
    const auto* sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
    return QStringLiteral("%1%2%").arg(QString::fromUtf8(sign)).arg(std::abs(rounded));
}

/// "12", "8 + 1" with what others share, "8 in 2 pieces".
QString areasText(const analysis::ClusterMeasures& cluster) {
    auto words = QString::number(cluster.areas.size());
    if (!cluster.shared.empty()) {
        words = ClusterTable::tr("%1 + %2").arg(cluster.areas.size()).arg(cluster.shared.size());
    }
    return cluster.contiguous == false
               ? ClusterTable::tr("%1 in %2 pieces").arg(words).arg(cluster.pieces.size())
               : words;
}

QString keyAt(int row) {
    return row < 9 ? QString::number(row + 1) : row < 35 ? QString(QChar('a' + row - 9)) : QString();
}

std::vector<plan::Id> idsIn(const QMimeData& data) {
    std::vector<plan::Id> ids;
    const auto parts = data.data(QString::fromLatin1(areasMimeType)).split(' ');
    for (const auto& part : parts) {
        if (const auto id = part.toLongLong(); id != 0) {
            ids.push_back(id);
        }
    }
    return ids;
}

void prepare(QTreeWidget& table) {
    table.setRootIsDecorated(false);
    table.setUniformRowHeights(true);
    table.setAllColumnsShowFocus(true);
    table.setItemDelegate(new RowPainter(&table));
    table.header()->setStretchLastSection(false);
    table.header()->setMinimumSectionSize(24);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // names give way, the rest fits
    table.setContextMenuPolicy(Qt::CustomContextMenu);
}

} // namespace

QIcon swatch(int fill, bool none) {
    QPixmap pixmap(44, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QPainterPath box;
    box.addRect(1, 1, 20, 12);
    const auto& inks = charts::inksOf(charts::Medium::light);
    charts::fillPatterned(painter, box, none ? inks.context : charts::categorical(fill),
                          none ? charts::Pattern::sparse : charts::patternOf(fill), 5, inks.text, 0.8);
    return QIcon(pixmap);
}

ClusterTable::ClusterTable(QWidget* parent) : QTreeWidget(parent) {
    prepare(*this);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DropOnly);
    setIconSize({22, 14});
    connect(this, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT menuRequested(viewport()->mapToGlobal(at)); });
}

void ClusterTable::show(const ClusterFigures& figures) {
    const auto kept = currentCluster();
    const bool wasLeftOver = isAtLeftOver();
    const QSignalBlocker blocker(this);
    clear();
    const auto& measures = figures.measures;
    const auto& settings = figures.plan->settings();
    const bool target = measures.target && measures.target->residents;
    auto word = QString::fromStdString(settings.clusterWord);
    word[0] = word[0].toUpper();
    setHeaderLabels(
        {{}, word, tr("Residents"), target ? tr("Of target") : tr("Of mean"), tr("Areas"), tr("Parished")});
    double most = 1;
    for (const auto& cluster : measures.clusters) {
        most = std::max(most, static_cast<double>(cluster.residents.value_or(0)));
    }
    int row = 0;
    for (const auto& cluster : measures.clusters) {
        auto* item = new QTreeWidgetItem(this);
        const auto* record = figures.plan->find<plan::Cluster>(cluster.id);
        item->setData(0, idRole, QVariant::fromValue<qlonglong>(cluster.id));
        item->setText(keyColumn, keyAt(row++));
        item->setText(nameColumn, QString::fromStdString(cluster.name));
        if (record) {
            item->setIcon(nameColumn, swatch(fillOf(*figures.plan, *record)));
        }
        item->setToolTip(nameColumn, item->text(nameColumn));
        item->setText(areasColumn, areasText(cluster));
        item->setToolTip(areasColumn, cluster.contiguous == true    ? tr("In one piece")
                                      : cluster.contiguous == false ? item->text(areasColumn)
                                                                    : tr("Boundaries are not recorded"));
        auto residents = cluster.residents ? numberText(*cluster.residents) : notRecorded();
        if (cluster.residents && !cluster.areasWithoutResidents.empty()) {
            residents = tr("%1 or more").arg(residents);
            item->setToolTip(
                residentsColumn,
                tr("Residents of %1 areas are not recorded.").arg(cluster.areasWithoutResidents.size()));
        }
        item->setText(residentsColumn, residents);
        item->setData(residentsColumn, shareRole, static_cast<double>(cluster.residents.value_or(0)) / most);
        item->setText(deviationColumn,
                      deviationText(target ? cluster.deviationPercent : cluster.deviationFromMeanPercent));
        if (item->toolTip(residentsColumn).isEmpty()) {
            item->setToolTip(residentsColumn,
                             target ? tr("%1 of the plan's target").arg(item->text(deviationColumn))
                                    : tr("%1 of the mean").arg(item->text(deviationColumn)));
        }
        item->setToolTip(deviationColumn,
                         cluster.withinBand == false ? tr("Outside the plan's target") : QString());
        item->setText(parishedColumn, percent(cluster.parishedShareOfResidents));
        item->setToolTip(
            parishedColumn,
            tr("Residents: %1 parished, %2 unparished. Areas: %3 parished, %4 unparished.")
                .arg(percent(cluster.parishedShareOfResidents), percent(cluster.unparishedShareOfResidents))
                .arg(cluster.parishedAreas)
                .arg(cluster.unparishedAreas));
        for (const int column : {residentsColumn, deviationColumn, areasColumn, parishedColumn}) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    const auto left = measures.unassigned.size() + measures.withoutMain.size();
    auto* leftOver = new QTreeWidgetItem(this);
    leftOver->setData(0, idRole, QVariant::fromValue<qlonglong>(0));
    leftOver->setText(keyColumn, QStringLiteral("0"));
    leftOver->setText(nameColumn, tr("In no %1").arg(QString::fromStdString(settings.clusterWord)));
    leftOver->setIcon(nameColumn, swatch(0, true));
    leftOver->setText(areasColumn, QString::number(left));
    leftOver->setText(residentsColumn, measures.unassignedResidents
                                           ? numberText(*measures.unassignedResidents)
                                           : notRecorded());
    leftOver->setTextAlignment(areasColumn, Qt::AlignRight | Qt::AlignVCenter);
    leftOver->setTextAlignment(residentsColumn, Qt::AlignRight | Qt::AlignVCenter);
    auto italic = font();
    italic.setItalic(true);
    leftOver->setFont(nameColumn, italic);

    for (int column = 0; column < columnCount(); ++column) {
        header()->setSectionResizeMode(column, column == nameColumn ? QHeaderView::Stretch
                                                                    : QHeaderView::ResizeToContents);
        if (column > nameColumn) {
            headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    headerItem()->setToolTip(keyColumn, tr("Key that moves the chosen areas there"));
    if (wasLeftOver) {
        setCurrentItem(leftOver);
    } else {
        setCurrentCluster(kept);
    }
}

void ClusterTable::resizeEvent(QResizeEvent* event) {
    constexpr int wide = 470;
    QTreeWidget::resizeEvent(event);
    setColumnHidden(deviationColumn,
                    viewport()->width() < wide); // names come first; its figure is in the tip
}

int ClusterTable::wholeHeight() const {
    return header()->sizeHint().height() + topLevelItemCount() * sizeHintForRow(0) + 2 * frameWidth() + 2;
}

plan::Id ClusterTable::currentCluster() const {
    const auto* item = currentItem();
    return item ? item->data(0, idRole).toLongLong() : 0;
}

bool ClusterTable::isAtLeftOver() const {
    return currentItem() && currentCluster() == 0;
}

void ClusterTable::setCurrentCluster(plan::Id cluster) {
    for (int row = 0; cluster != 0 && row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->data(0, idRole).toLongLong() == cluster) {
            setCurrentItem(topLevelItem(row));
        }
    }
}

plan::Id ClusterTable::clusterForKey(const QString& key) const {
    for (int row = 0; row + 1 < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->text(keyColumn) == key.toLower()) {
            return topLevelItem(row)->data(0, idRole).toLongLong();
        }
    }
    return 0;
}

void ClusterTable::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(QString::fromLatin1(areasMimeType))) {
        event->acceptProposedAction();
    }
}

void ClusterTable::dragMoveEvent(QDragMoveEvent* event) {
    auto* item = itemAt(event->position().toPoint());
    if (item) {
        const QSignalBlocker blocker(this); // shows where it would fall, chooses nothing
        setCurrentItem(item);
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void ClusterTable::dropEvent(QDropEvent* event) {
    const auto* item = itemAt(event->position().toPoint());
    const auto areas = idsIn(*event->mimeData());
    if (item && !areas.empty()) {
        event->acceptProposedAction();
        Q_EMIT areasDropped(areas, item->data(0, idRole).toLongLong());
    }
}

void ClusterTable::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_F2:
        Q_EMIT renameRequested();
        return;
    case Qt::Key_Delete:
        Q_EMIT eraseRequested();
        return;
    case Qt::Key_Menu:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualItemRect(currentItem()).center()));
        return;
    default:
        QTreeWidget::keyPressEvent(event);
    }
}

AreaTable::AreaTable(QWidget* parent) : QTreeWidget(parent) {
    prepare(*this);
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
    clear();
    const auto& plan = *figures.plan;
    auto word = QString::fromStdString(plan.settings().clusterWord);
    word[0] = word[0].toUpper();
    setHeaderLabels({tr("Area"), tr("Residents"), word, tr("Also in"), tr("Kind")});
    std::map<plan::Id, const plan::Cluster*> mainOf;
    std::map<plan::Id, QIcon> swatches; // one a cluster: thousands of areas share them
    std::map<plan::Id, QStringList> alsoIn;
    std::set<plan::Id> inside;
    for (const auto& each : figures.measures.clusters) {
        const auto* record = plan.find<plan::Cluster>(each.id);
        if (record) {
            swatches[each.id] = swatch(fillOf(plan, *record));
        }
        for (const auto& held : record ? record->areas : std::vector<plan::ClusterArea>{}) {
            if (held.main) {
                mainOf.emplace(held.area.id, record);
            } else {
                alsoIn[held.area.id] << QString::fromStdString(record->name);
            }
            if (each.id == cluster) {
                inside.insert(held.area.id);
            }
        }
    }
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

void AreaTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Menu) {
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualItemRect(currentItem()).center()));
    } else if (plain && event->text().size() == 1 && event->text().front().isLetterOrNumber()) {
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
