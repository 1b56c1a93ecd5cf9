#include "ui/pages/checks/checks_page.h"

#include "ui/charts/cluster_map.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/checks/breach_model.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>
#include <map>

namespace wardmote::ui {

using analysis::Severity;
using plan::RecordKind;

void ChecksPage::ask() {
    answerWith([day = today(), known = places_, shared = session().shared()](
                   const plan::PlanRef& plan,
                   const Progress& progress) { return checksAnswerOf(plan, day, known, *shared, progress); },
               [this](ChecksAnswer answer) { present(std::move(answer)); });
}

QString ChecksPage::refusal(const QString& why) const {
    return tr("The plan could not be checked: %1").arg(why);
}

void ChecksPage::present(ChecksAnswer answer) {
    std::string rule;
    std::string subject;
    int place = 0;
    if (const auto rows = chosenRows(); !rows.empty()) {
        rule = model_->at(rows.front()).breach.rule->id;
        subject = analysis::subjectOf(model_->at(rows.front()).breach);
        place = filter_->mapFromSource(model_->index(rows.front(), 0)).row();
    }
    places_ = answer.places;
    answer_ = std::make_shared<const ChecksAnswer>(std::move(answer));
    {
        const QSignalBlocker quiet(table_->selectionModel());
        model_->setAnswer(answer_);
    }
    const auto& plan = *answer_->plan;
    const bool nothing = plan.all<plan::Area>().empty() && plan.all<plan::Mechanism>().empty();
    stack_->setCurrentIndex(nothing ? 1 : 0);
    fillRules();
    showIdle();
    showMap();
    showCounts();
    keepChosen(rule, subject, place);
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
}

/// After an edit the same finding stays chosen if it is still there, else the one in its place.
void ChecksPage::keepChosen(const std::string& rule, const std::string& subject, int place) {
    const QSignalBlocker quiet(table_->selectionModel());
    for (int row = 0; row < filter_->rowCount() && !rule.empty(); ++row) {
        const auto& breach = model_->at(filter_->mapToSource(filter_->index(row, 0)).row()).breach;
        if (breach.rule->id == rule && analysis::subjectOf(breach) == subject) {
            table_->selectRow(row);
            break;
        }
    }
    if (!table_->selectionModel()->hasSelection() && filter_->rowCount() > 0) {
        table_->selectRow(std::min(std::max(place, 0), filter_->rowCount() - 1));
    }
    table_->viewport()->update();
    showChosen();
}

void ChecksPage::showView(View view) {
    shown_ = view;
    const bool accepted = view == View::accepted;
    lists_->setCurrentIndex(view == View::idle ? 1 : 0);
    side_->setVisible(view != View::idle);
    filter_->setAccepted(accepted);
    table_->setColumnHidden(BreachModel::reason, !accepted);
    table_->setColumnHidden(BreachModel::accepted, !accepted);
    accept_->setVisible(!accepted);
    withdraw_->setVisible(accepted);
    showCounts();
    if (view != View::idle && answer_) {
        keepChosen({}, {}, 0);
    }
}

/// Only rules with findings, each with how many.
void ChecksPage::fillRules() {
    const auto kept = rules_->currentData().toString();
    std::map<const analysis::Rule*, int> counts; // rules lie in order of severity
    for (const auto& each : answer_->judged) {
        ++counts[each.breach.rule];
    }
    const QSignalBlocker quiet(rules_);
    rules_->clear();
    rules_->addItem(tr("All rules"), QString());
    for (const auto& [rule, count] : counts) {
        rules_->addItem(tr("%1 (%2)")
                            .arg(qtext(analysis::inPlansWords(rule->title, answer_->plan->settings())))
                            .arg(count),
                        qtext(rule->id));
    }
    rules_->setCurrentIndex(std::max(0, rules_->findData(kept)));
    filter_->setRule(rules_->currentData().toString());
}

void ChecksPage::showCounts() {
    std::size_t open = 0;
    std::size_t accepted = 0;
    for (const auto& each : answer_ ? answer_->judged : std::vector<analysis::JudgedBreach>{}) {
        ++(each.accepted ? accepted : open);
    }
    const auto idle = answer_ ? answer_->idle.size() : 0;
    views_->button(0)->setText(tr("Open %1").arg(open));
    views_->button(1)->setText(tr("Accepted %1").arg(accepted));
    views_->button(2)->setText(tr("No longer needed %1").arg(idle));
    const auto here = shown_ == View::accepted ? accepted : open;
    bar_->setCounts(tr("%1 of %2").arg(filter_->rowCount()).arg(here));
    nothing_->setVisible(answer_ && filter_->rowCount() == 0);
    nothing_->setText(here > 0                   ? tr("None matches the filter.")
                      : shown_ == View::accepted ? tr("Nothing is accepted.")
                      : accepted > 0             ? tr("Nothing is open: all that was found is accepted.")
                                                 : tr("No rule is broken."));
}

void ChecksPage::showMap() {
    const auto& plan = *answer_->plan;
    map_->setSpec(
        charts::clusterMap(plan, answer_->measures, answer_->places.places.geometry,
                           [&plan](const plan::Cluster& cluster) { return fillOf(plan, cluster); }));
}

void ChecksPage::showIdle() {
    idle_->setRowCount(static_cast<int>(answer_->idle.size()));
    int row = 0;
    for (const auto id : answer_->idle) {
        const auto& acceptance = *answer_->plan->find<plan::Acceptance>(id);
        idle_->setItem(row, 0, wordsItem(qtext(acceptance.name)));
        idle_->setItem(row, 1, wordsItem(qtext(acceptance.reason)));
        idle_->setItem(row, 2, wordsItem(acceptedBy(acceptance)));
        ++row;
    }
    const bool any = row > 0 && session().isWritable();
    removeOne_->setEnabled(any);
    removeAll_->setEnabled(any);
    if (row > 0 && !idle_->currentItem()) {
        idle_->selectRow(0);
    }
}

std::vector<int> ChecksPage::chosenRows() const {
    std::vector<int> rows;
    for (const auto& index : table_->selectionModel()->selectedRows()) {
        rows.push_back(filter_->mapToSource(index).row());
    }
    std::ranges::sort(rows);
    return rows;
}

/// Areas named, and those of clusters and footprints where none is.
std::vector<plan::Id> ChecksPage::areasOf(const analysis::Breach& breach) const {
    const auto& plan = *answer_->plan;
    std::vector<plan::Id> areas;
    std::vector<plan::Id> others;
    for (const auto& [kind, id] : breach.records) {
        if (kind == RecordKind::area) {
            areas.push_back(id);
        } else if (const auto* cluster =
                       kind == RecordKind::cluster ? plan.find<plan::Cluster>(id) : nullptr) {
            std::ranges::transform(cluster->areas, std::back_inserter(others),
                                   [](const plan::ClusterArea& held) { return held.area.id; });
        } else if (const auto* mechanism =
                       kind == RecordKind::mechanism ? plan.find<plan::Mechanism>(id) : nullptr) {
            std::ranges::transform(mechanism->areas, std::back_inserter(others),
                                   [](const plan::AreaLink& link) { return link.area.id; });
        }
    }
    const auto& main = breach.records;
    if (!main.empty() && main.front().kind == RecordKind::footprint) {
        if (const auto* footprint = plan.find<plan::Footprint>(main.front().id)) {
            others.clear();
            std::ranges::transform(footprint->areas, std::back_inserter(others),
                                   [](const plan::FootprintArea& held) { return held.area.id; });
        }
    }
    return areas.empty() ? others : areas;
}

void ChecksPage::choose() {
    showChosen();
    const auto rows = chosenRows();
    if (rows.empty() || !isVisible()) { // else nobody chose it: the answer came to a hidden page
        return;
    }
    const auto& records = model_->at(rows.front()).breach.records;
    const bool anyArea = std::ranges::any_of(
        records, [](const analysis::RecordLink& link) { return link.kind == RecordKind::area; });
    if (!records.empty()) {
        const auto kind = anyArea ? RecordKind::area : records.front().kind;
        std::vector<plan::Id> ids;
        for (const auto& link : records) {
            if (link.kind == kind) {
                ids.push_back(link.id);
            }
        }
        session().selection().select(kind, std::move(ids));
    }
}

void ChecksPage::showChosen() {
    showActions();
    records_->clear();
    const auto rows = chosenRows();
    if (rows.empty()) {
        ruleTitle_->setText({});
        ruleExplains_->setText({});
        map_->setSelected({});
        map_->fit();
        return;
    }
    const auto& breach = model_->at(rows.front()).breach;
    const auto& settings = answer_->plan->settings();
    ruleTitle_->setText(model_->titleAt(rows.front()));
    ruleExplains_->setText(qtext(analysis::inPlansWords(breach.rule->explains, settings)));
    for (const auto& [kind, id] : breach.records) {
        auto* item = new QListWidgetItem(tr("%1 (%2)").arg(qtext(plan::nameOf(*answer_->plan, kind, id)),
                                                           qtext(plan::recordInfo(kind).singular)),
                                         records_);
        item->setToolTip(item->text());
        item->setData(Qt::UserRole, int(kind));
        item->setData(Qt::UserRole + 1, QVariant::fromValue<qint64>(id));
    }
    const auto areas = areasOf(breach);
    map_->setSelected({areas.begin(), areas.end()});
    zoomToChosen();
}

void ChecksPage::zoomToChosen() {
    const auto& selected = map_->selected();
    selected.empty() ? map_->fit() : map_->zoomTo({selected.begin(), selected.end()});
}

void ChecksPage::activated() {
    AnalysisPage::activated();
    // An answer that came while the page was hidden was shown on a map without a size.
    QTimer::singleShot(0, this, &ChecksPage::zoomToChosen);
}

std::vector<HeadlineFigure> ChecksPage::headline() const {
    if (!answer_) {
        return {};
    }
    const auto figure = [&](Severity severity, const QString& one, const QString& several) {
        const auto count = answer_->open(severity);
        return HeadlineFigure{numberText(static_cast<qint64>(count)), count == 1 ? one : several};
    };
    return {figure(Severity::problem, tr("problem"), tr("problems")),
            figure(Severity::warning, tr("warning"), tr("warnings")),
            figure(Severity::note, tr("note"), tr("notes"))};
}

int ChecksPage::badge() const {
    return answer_ ? static_cast<int>(answer_->open(Severity::problem) + answer_->open(Severity::warning))
                   : -1;
}

bool ChecksPage::badgeNeedsAttention() const {
    return answer_ && answer_->open(Severity::problem) > 0;
}

} // namespace wardmote::ui
