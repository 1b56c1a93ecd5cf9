#include "ui/pages/clusters/phase_panel.h"

#include "core/plan/wording.h"
#include "ui/pages/clusters/table_rows.h"
#include "ui/session/arrangement_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QCollator>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace wardmote::ui {
namespace {

enum Column { nameColumn, areasColumn, residentsColumn, statusColumn, columnCount };

/// The figures of the clusters of one phase, as its row says them.
struct PhaseSum {
    QString phase; ///< empty: none
    std::vector<const analysis::ClusterMeasures*> clusters;
    std::size_t areas = 0;
    std::optional<std::int64_t> residents;
    bool atLeast = false;

    void add(const analysis::ClusterMeasures& cluster) {
        clusters.push_back(&cluster);
        areas += cluster.areas.size();
        if (cluster.residents) {
            residents = residents.value_or(0) + *cluster.residents;
        }
        atLeast = atLeast || !cluster.areasWithoutResidents.empty();
    }
};

/// "Phase 2" before "Phase 10"; what is in none comes last.
bool comesBefore(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty()) {
        return !a.isEmpty() && b.isEmpty();
    }
    QCollator collator;
    collator.setNumericMode(true);
    return collator.compare(a, b) < 0;
}

std::vector<PhaseSum> sumsOf(const ClusterFigures& figures) {
    std::vector<PhaseSum> sums;
    for (const auto& cluster : figures.measures.clusters) {
        const auto* record = figures.plan->find<plan::Cluster>(cluster.id);
        const auto phase = record ? QString::fromStdString(record->phase) : QString();
        auto found = std::ranges::find(sums, phase, &PhaseSum::phase);
        if (found == sums.end()) {
            found = sums.insert(sums.end(), {phase, {}, 0, std::nullopt, false});
        }
        found->add(cluster);
    }
    std::ranges::sort(sums, comesBefore, &PhaseSum::phase);
    return sums;
}

QString residentsText(const std::optional<std::int64_t>& residents, bool atLeast) {
    if (!residents) {
        return notRecorded();
    }
    return atLeast ? PhasePanel::tr("at least %1").arg(numberText(*residents)) : numberText(*residents);
}

void setFigures(QTreeWidgetItem& item, std::size_t areas, const QString& residents) {
    item.setText(areasColumn, numberText(static_cast<qint64>(areas)));
    item.setText(residentsColumn, residents);
    item.setTextAlignment(areasColumn, Qt::AlignRight | Qt::AlignVCenter);
    item.setTextAlignment(residentsColumn, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

PhasePanel::PhasePanel(Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent), session_(session), prompts_(prompts) {
    setObjectName(QStringLiteral("phasePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(
        makeParagraph(tr("Choose one or several rows, then the phase that they belong to. A phase's "
                         "row stands for all that is in it."),
                      TextRole::caption),
        1);
    change_ = makePrimaryButton(tr("Put in phase…"), QStringLiteral("changePhase"));
    auto* menu = giveMenu(*change_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
    bar->addWidget(change_);
    column->addLayout(bar);
    table_ = new QTreeWidget;
    prepareTable(*table_);
    setNames(*table_, QStringLiteral("phaseTable"), tr("By phase"));
    table_->setRootIsDecorated(true);
    table_->setColumnCount(columnCount);
    table_->setIconSize({22, 14});
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(table_, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { popup(table_->viewport()->mapToGlobal(at)); });
    connect(table_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        popup(table_->viewport()->mapToGlobal(table_->visualItemRect(item).center()));
    });
    connect(table_, &QTreeWidget::itemSelectionChanged, this, &PhasePanel::chosen);
    column->addWidget(table_, 1);
}

void PhasePanel::show(const ClusterFigures& figures) {
    const auto kept = chosenClusters();
    quiet_ = true;
    table_->clear();
    const auto& plan = *figures.plan;
    const auto words = QString::fromStdString(plan.settings().clusterWordPlural);
    table_->setHeaderLabels({tr("Phase"), tr("Areas"), tr("Residents"), tr("Status")});
    for (const auto& sum : sumsOf(figures)) {
        auto* heading = new QTreeWidgetItem(table_);
        const auto count = sum.clusters.size() == 1
                               ? tr("1 %1").arg(QString::fromStdString(plan.settings().clusterWord))
                               : tr("%1 %2").arg(sum.clusters.size()).arg(words);
        heading->setText(nameColumn,
                         tr("%1: %2").arg(sum.phase.isEmpty() ? tr("In no phase yet") : sum.phase, count));
        setFigures(*heading, sum.areas, residentsText(sum.residents, sum.atLeast));
        auto strong = table_->font();
        strong.setBold(true);
        for (int column = 0; column < columnCount; ++column) {
            heading->setFont(column, strong);
        }
        for (const auto* cluster : sum.clusters) {
            const auto* record = plan.find<plan::Cluster>(cluster->id);
            auto* item = new QTreeWidgetItem(heading);
            item->setData(nameColumn, idRole, QVariant::fromValue<qlonglong>(cluster->id));
            item->setText(nameColumn, QString::fromStdString(cluster->name));
            item->setIcon(nameColumn, swatch(record ? fillOf(plan, *record) : 0));
            setFigures(*item, cluster->areas.size(),
                       residentsText(cluster->residents, !cluster->areasWithoutResidents.empty()));
            item->setText(statusColumn, record && record->status
                                            ? QString::fromStdString(plan::labelOf(*record->status))
                                            : notRecorded());
            item->setSelected(std::ranges::find(kept, cluster->id) != kept.end());
        }
    }
    table_->expandAll();
    for (const int column : {areasColumn, residentsColumn}) {
        table_->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < columnCount; ++column) {
        table_->header()->setSectionResizeMode(column, column == nameColumn ? QHeaderView::Stretch
                                                                            : QHeaderView::ResizeToContents);
    }
    quiet_ = false;
    change_->setEnabled(!chosenClusters().empty() && session_.isWritable());
}

std::vector<plan::Id> PhasePanel::chosenClusters() const {
    std::set<plan::Id> ids;
    for (const auto* item : table_->selectedItems()) {
        if (item->parent()) {
            ids.insert(item->data(nameColumn, idRole).toLongLong());
            continue;
        }
        for (int child = 0; child < item->childCount(); ++child) {
            ids.insert(item->child(child)->data(nameColumn, idRole).toLongLong());
        }
    }
    return {ids.begin(), ids.end()};
}

QStringList PhasePanel::phases() const {
    QStringList all;
    for (const auto& cluster : session_.plan()->all<plan::Cluster>()) {
        const auto phase = QString::fromStdString(cluster.phase);
        if (!phase.isEmpty() && !all.contains(phase)) {
            all << phase;
        }
    }
    std::ranges::sort(all, comesBefore);
    return all;
}

void PhasePanel::fillMenu(QMenu& menu) {
    for (const auto& phase : phases()) {
        connect(menu.addAction(QString(phase).replace(QLatin1Char('&'), QStringLiteral("&&"))),
                &QAction::triggered, this, [this, phase] { put(phase); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&New phase…")), &QAction::triggered, this, [this] {
        const auto preset = tr("Phase %1").arg(phases().size() + 1);
        const auto name = prompts_.text(this, tr("New phase"), tr("Name"), preset);
        if (name && !name->trimmed().isEmpty()) {
            put(name->trimmed());
        }
    });
    connect(menu.addAction(tr("In n&o phase")), &QAction::triggered, this, [this] { put({}); });
    for (auto* action : menu.actions()) {
        action->setEnabled(!chosenClusters().empty() && session_.isWritable());
    }
}

void PhasePanel::put(const QString& phase) {
    const auto clusters = chosenClusters();
    const auto edit = setPhase(*session_.plan(), clusters, phase);
    if (!edit.changes.empty()) {
        session_.perform(edit.label, [clusters, phase](const plan::Plan& plan) {
            return setPhase(plan, clusters, phase).changes;
        });
    }
}

void PhasePanel::popup(QPoint global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(global);
}

void PhasePanel::chosen() {
    if (quiet_) {
        return;
    }
    const auto clusters = chosenClusters();
    change_->setEnabled(!clusters.empty() && session_.isWritable());
    if (!clusters.empty()) {
        session_.selection().select(plan::RecordKind::cluster, clusters);
    }
}

} // namespace wardmote::ui
