#include "ui/pages/map/map_cluster_list.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

constexpr int idRole = Qt::UserRole;
enum Column { keyColumn, nameColumn, residentsColumn, deviationColumn };

class Rows : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        auto size = CellDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height(), option.fontMetrics.height() + 9));
        return size;
    }
};

QString keyAt(std::size_t row) {
    return row < 9    ? QString::number(row + 1)
           : row < 35 ? QString(QChar('a' + static_cast<char>(row) - 9))
                      : QString();
}

QString residentsText(const analysis::ClusterMeasures& cluster) {
    if (!cluster.residents) {
        return notRecorded();
    }
    const auto number = numberText(*cluster.residents);
    return cluster.areasWithoutResidents.empty() ? number : MapClusterList::tr("%1 or more").arg(number);
}

/// What the row has no room for.
QString tipOf(const analysis::ClusterMeasures& cluster, bool locked) {
    QStringList lines{QString::fromStdString(cluster.name)};
    lines << MapClusterList::tr("%1 areas").arg(cluster.areas.size());
    if (cluster.contiguous) {
        lines << (*cluster.contiguous ? MapClusterList::tr("in one piece")
                                      : MapClusterList::tr("in %1 pieces").arg(cluster.pieces.size()));
    }
    if (cluster.withinBand) {
        lines << (*cluster.withinBand ? MapClusterList::tr("within the target")
                                      : MapClusterList::tr("outside the target"));
    }
    if (cluster.deviationFromMeanPercent) {
        lines << MapClusterList::tr("%1 of the mean").arg(signedPercent(*cluster.deviationFromMeanPercent));
    }
    if (locked) {
        lines << MapClusterList::tr("locked");
    }
    return lines.join(QStringLiteral(", "));
}

} // namespace

QString signedPercent(double percent) {
    const auto rounded = std::lround(percent);
    const auto sign = rounded > 0 ? QStringLiteral("+") : rounded < 0 ? QStringLiteral("−") : QString();
    return QStringLiteral("%1%2%").arg(sign).arg(std::abs(rounded));
}

QIcon fillIcon(const charts::MapFill& fill, charts::Medium medium) {
    QPixmap pixmap(44, 28);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(charts::inksOf(medium).text, 1.6));
    painter.setBrush(charts::pixelBrush(fill, 5, 2));
    painter.drawRect(QRectF(2, 2, 40, 24));
    painter.end();
    pixmap.setDevicePixelRatio(2);
    return QIcon(pixmap);
}

MapClusterList::MapClusterList(QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(4);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setItemDelegate(new Rows(this));
    setIconSize({22, 14});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(18);
    connect(this, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT menuRequested(viewport()->mapToGlobal(at)); });
}

void MapClusterList::show(const MapFigures& figures) {
    const auto kept = chosen();
    const QSignalBlocker blocker(this);
    clear();
    marked_ = nullptr;
    const auto medium = charts::mediumOf(palette());
    const auto& measures = *figures.measures;
    const bool target = measures.target && measures.target->residents;
    auto word = QString::fromStdString(figures.plan->settings().clusterWord);
    if (!word.isEmpty()) {
        word[0] = word[0].toUpper();
    }
    setHeaderLabels({{}, word, tr("Residents"), target ? tr("Of target") : tr("Of mean")});
    headerItem()->setToolTip(keyColumn, tr("Key that moves the chosen areas there"));
    for (std::size_t i = 0; i < measures.clusters.size(); ++i) {
        const auto& cluster = measures.clusters[i];
        const bool locked = figures.spec.clusters[i].locked;
        auto* item = new QTreeWidgetItem(this);
        item->setData(0, idRole, QVariant::fromValue<qlonglong>(cluster.id));
        item->setText(keyColumn, keyAt(i));
        const auto name = QString::fromStdString(cluster.name);
        item->setText(nameColumn, locked ? tr("%1 (locked)").arg(name) : name);
        item->setIcon(nameColumn, fillIcon(fillOfCluster(figures.spec, static_cast<int>(i), medium), medium));
        item->setText(residentsColumn, residentsText(cluster));
        const auto deviation = target ? cluster.deviationPercent : cluster.deviationFromMeanPercent;
        const auto* sign = cluster.withinBand == false ? "⚠ " : "";
        item->setText(deviationColumn,
                      deviation ? QString::fromUtf8(sign) + signedPercent(*deviation) : QStringLiteral("–"));
        for (const int column : {nameColumn, residentsColumn, deviationColumn}) {
            item->setToolTip(column, tipOf(cluster, locked));
        }
    }
    auto* none = new QTreeWidgetItem(this);
    none->setData(0, idRole, QVariant::fromValue<qlonglong>(0));
    none->setText(keyColumn, QStringLiteral("0"));
    none->setText(nameColumn, figures.spec.noCluster);
    none->setIcon(nameColumn, fillIcon(charts::fillOfCluster(figures.spec, -1, medium), medium));
    const auto left = measures.unassigned.size() + measures.withoutMain.size();
    none->setText(residentsColumn,
                  measures.unassignedResidents ? numberText(*measures.unassignedResidents) : notRecorded());
    none->setToolTip(nameColumn, tr("%1 areas").arg(left));
    for (int row = 0; row < topLevelItemCount(); ++row) {
        for (const int column : {residentsColumn, deviationColumn}) {
            topLevelItem(row)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    for (const int column : {keyColumn, residentsColumn, deviationColumn}) {
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    if (kept) {
        setChosen(*kept);
    }
}

QTreeWidgetItem* MapClusterList::row(plan::Id cluster) const {
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->data(0, idRole).toLongLong() == cluster) {
            return topLevelItem(row);
        }
    }
    return nullptr;
}

std::optional<plan::Id> MapClusterList::chosen() const {
    const auto* item = currentItem();
    return item ? std::optional<plan::Id>(item->data(0, idRole).toLongLong()) : std::nullopt;
}

void MapClusterList::setChosen(plan::Id cluster) {
    if (auto* item = row(cluster)) {
        setCurrentItem(item);
    }
}

std::optional<plan::Id> MapClusterList::clusterForKey(const QString& key) const {
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const auto* item = topLevelItem(row);
        if (!item->text(keyColumn).isEmpty() && item->text(keyColumn) == key.toLower()) {
            return item->data(0, idRole).toLongLong();
        }
    }
    return std::nullopt;
}

std::optional<plan::Id> MapClusterList::clusterAt(QPoint global) const {
    const auto at = viewport()->mapFromGlobal(global);
    const auto* item = viewport()->rect().contains(at) ? itemAt(at) : nullptr;
    return item ? std::optional<plan::Id>(item->data(0, idRole).toLongLong()) : std::nullopt;
}

void MapClusterList::mark(std::optional<plan::Id> cluster) {
    auto* item = cluster ? row(*cluster) : nullptr;
    if (item == marked_) {
        return;
    }
    const auto dress = [this](QTreeWidgetItem* each, bool held) {
        auto bold = font();
        bold.setBold(held);
        for (int column = 0; each && column < columnCount(); ++column) {
            each->setFont(column, bold);
            each->setBackground(column, held ? QBrush(themeOf(*this).accentSoft) : QBrush());
        }
    };
    dress(marked_, false);
    dress(item, true);
    marked_ = item;
}

int MapClusterList::wholeHeight() const {
    return header()->sizeHint().height() + topLevelItemCount() * sizeHintForRow(0) + 2 * frameWidth() + 2;
}

/// Names come first; the figure left out is in the tip and in what a move would do.
void MapClusterList::resizeEvent(QResizeEvent* event) {
    constexpr int wide = 330;
    QTreeWidget::resizeEvent(event);
    setColumnHidden(deviationColumn, viewport()->width() < wide);
}

void MapClusterList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activatedByKey();
        return;
    case Qt::Key_Menu:
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualItemRect(currentItem()).center()));
        return;
    default:
        QTreeWidget::keyPressEvent(event);
    }
}

} // namespace wardmote::ui
