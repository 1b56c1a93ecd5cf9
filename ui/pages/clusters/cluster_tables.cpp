#include "ui/pages/clusters/cluster_tables.h"

#include "ui/charts/palette.h"
#include "ui/pages/clusters/table_rows.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <cmath>

namespace wardmote::ui {
namespace {

enum ClusterColumn { keyColumn, nameColumn, residentsColumn, deviationColumn, areasColumn, parishedColumn };

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

/// A sign after the name for what breaks a rule; the tip says what, the Checks page more.
void signOpen(QTreeWidgetItem& item, const std::vector<std::string>& messages) {
    QStringList lines{item.text(nameColumn)};
    for (const auto& message : messages) {
        lines << QStringLiteral("⚠ ") + QString::fromStdString(message);
    }
    item.setData(nameColumn, Qt::AccessibleTextRole,
                 ClusterTable::tr("%1: %2 open on the Checks page").arg(lines.front()).arg(messages.size()));
    item.setText(nameColumn, QStringLiteral("%1 ⚠").arg(lines.front()));
    item.setToolTip(nameColumn, lines.join(u'\n'));
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
    prepareTable(*this);
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
        if (record && record->locked == true) {
            item->setText(nameColumn, tr("%1 (locked)").arg(item->text(nameColumn)));
        }
        item->setToolTip(nameColumn, item->text(nameColumn));
        if (const auto open = figures.open.find(cluster.id); open != figures.open.end()) {
            signOpen(*item, open->second);
        }
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

bool ClusterTable::isKey(const QString& key) const {
    return key == QLatin1String("0") || clusterForKey(key) != 0;
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

} // namespace wardmote::ui
