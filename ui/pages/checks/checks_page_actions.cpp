#include "ui/charts/map_widget.h"
#include "ui/pages/checks/breach_model.h"
#include "ui/pages/checks/checks_edits.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QTableWidget>

namespace wardmote::ui {

using plan::RecordKind;

void ChecksPage::connectAll() {
    connect(views_, &QButtonGroup::idClicked, this, [this](int id) { showView(static_cast<View>(id)); });
    connect(bar_, &FilterBar::filterChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        showCounts();
    });
    connect(bar_, &FilterBar::leftDownwards, this, [this] {
        table_->setFocus();
        if (filter_->rowCount() > 0 && !table_->selectionModel()->hasSelection()) {
            table_->selectRow(0);
        }
    });
    connect(severities_, &QComboBox::currentIndexChanged, this, [this] {
        const int severity = severities_->currentData().toInt();
        filter_->setSeverity(severity < 0 ? std::nullopt
                                          : std::optional(static_cast<analysis::Severity>(severity)));
        showCounts();
    });
    connect(rules_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->setRule(rules_->currentData().toString());
        showCounts();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChecksPage::choose);
    // A click on what is chosen already, by the page itself, is a choice too.
    connect(table_, &QTableView::clicked, this, &ChecksPage::choose);
    connect(table_, &QTableView::activated, this, &ChecksPage::openRecord);
    connect(accept_, &QPushButton::clicked, this, &ChecksPage::acceptAsked);
    connect(withdraw_, &QPushButton::clicked, this, &ChecksPage::withdrawAsked);
    connect(link_, &QPushButton::clicked, this, &ChecksPage::linkAsked);
    connect(toMap_, &QPushButton::clicked, this, &ChecksPage::goToMap);
    connect(open_, &QPushButton::clicked, this, &ChecksPage::openRecord);
    connect(records_, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        session().selection().requestShow(static_cast<RecordKind>(item->data(Qt::UserRole).toInt()),
                                          {item->data(Qt::UserRole + 1).toLongLong()}, ruleTitle_->text());
    });
    connect(map_, &charts::MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session().selection().select(RecordKind::area, areas);
    });
    connect(removeOne_, &QPushButton::clicked, this, [this] { removeIdle(false); });
    connect(removeAll_, &QPushButton::clicked, this, [this] { removeIdle(true); });
    connect(&session(), &Session::writableChanged, this, &ChecksPage::showActions);
}

void ChecksPage::showActions() {
    const bool any = answer_ && !chosenRows().empty();
    const bool writable = session().isWritable();
    accept_->setEnabled(any && writable);
    withdraw_->setEnabled(any && writable);
    link_->setVisible(any && shown_ == View::open && chosenArea() != 0);
    link_->setEnabled(writable);
    open_->setEnabled(any && !model_->at(chosenRows().front()).breach.records.empty());
    toMap_->setEnabled(any && !areasOf(model_->at(chosenRows().front()).breach).empty());
}

/// What a link by hand could mend: an island, a cluster in pieces by it, or an area cut off.
plan::Id ChecksPage::chosenArea() const {
    const auto rows = chosenRows();
    if (rows.size() != 1) {
        return 0;
    }
    const auto& breach = model_->at(rows.front()).breach;
    const auto& id = breach.rule->id;
    if (id != "area-next-to-nothing" && id != "area-cut-off" && id != "cluster-in-pieces") {
        return 0;
    }
    for (const auto& link : breach.records) {
        if (link.kind == RecordKind::area) {
            return link.id;
        }
    }
    return 0;
}

/// The edit goes to the file; the page shows it when the plan has changed.
void ChecksPage::perform(CheckEdit edit) {
    if (!edit.changes.empty() && session().isWritable()) {
        session().perform(edit.label, std::move(edit.changes));
    }
}

void ChecksPage::acceptAsked() {
    std::vector<analysis::JudgedBreach> chosen;
    for (const auto row : chosenRows()) {
        chosen.push_back(model_->at(row));
    }
    if (chosen.empty()) {
        return;
    }
    const auto what =
        chosen.size() == 1 ? qtext(chosen.front().breach.message) : tr("%1 findings").arg(chosen.size());
    const auto reason =
        prompts_.text(this, tr("Accept with a reason"), tr("%1\nWhy is it accepted?").arg(what), QString());
    if (!reason) {
        return;
    }
    if (reason->trimmed().isEmpty()) {
        prompts_.inform(this, tr("Accept with a reason"),
                        tr("Nothing was accepted: those who read the plan later need to know why."));
        return;
    }
    const analysis::AcceptanceReason why{reason->trimmed().toStdString(), author_.toStdString(), today()};
    perform(acceptBreaches(chosen, answer_->measures.arrangement, why, [this] { return session().newId(); }));
}

void ChecksPage::withdrawAsked() {
    std::vector<plan::Id> acceptances;
    for (const auto row : chosenRows()) {
        if (const auto* accepted = model_->at(row).accepted) {
            acceptances.push_back(accepted->id);
        }
    }
    perform(withdrawAcceptances(*answer_->plan, acceptances));
}

void ChecksPage::removeIdle(bool all) {
    std::vector<plan::Id> ids;
    if (all) {
        ids = answer_->idle;
    } else if (const int row = idle_->currentRow(); row >= 0) {
        ids = {answer_->idle[static_cast<std::size_t>(row)]};
    }
    perform(withdrawAcceptances(*answer_->plan, ids));
}

void ChecksPage::linkAsked() {
    const auto area = chosenArea();
    if (area == 0) {
        return;
    }
    const auto& plan = *answer_->plan;
    const auto name = qtext(plan::nameOf(plan, RecordKind::area, area));
    const auto others = nearestAreas(plan, area);
    QStringList names;
    QSet<QString> seen;
    for (const auto id : others) {
        const auto& other = *plan.find<plan::Area>(id);
        const auto text = qtext(other.name);
        names << (seen.contains(text) ? tr("%1 (%2)").arg(text, qtext(other.code)) : text);
        seen.insert(text);
    }
    const auto title = tr("Counts as next to");
    const auto chosen =
        prompts_.choose(this, title, tr("%1 counts as next to (the nearest first):").arg(name), names);
    const auto at = chosen ? names.indexOf(*chosen) : -1;
    if (at < 0) {
        return;
    }
    const auto reason =
        prompts_.text(this, title, tr("Why does %1 count as next to %2?").arg(name, names[at]), QString());
    if (!reason) {
        return;
    }
    if (reason->trimmed().isEmpty()) {
        prompts_.inform(this, title,
                        tr("Nothing was recorded: those who read the plan later need to know why."));
        return;
    }
    perform(linkAreas(plan, area, others[static_cast<std::size_t>(at)], reason->trimmed()));
}

void ChecksPage::goToMap() {
    const auto rows = chosenRows();
    if (!rows.empty()) {
        session().selection().select(RecordKind::area, areasOf(model_->at(rows.front()).breach));
        Q_EMIT pageRequested(QStringLiteral("map"));
        if (isVisible()) { // a window without that page
            Q_EMIT pageRequested(QStringLiteral("clusters"));
        }
    }
}

void ChecksPage::openRecord() {
    const auto rows = chosenRows();
    if (rows.empty() || model_->at(rows.front()).breach.records.empty()) {
        return;
    }
    openRecords(model_->at(rows.front()).breach);
}

/// Those of the main one's kind, on the page of that kind.
void ChecksPage::openRecords(const analysis::Breach& breach) {
    std::vector<plan::Id> ids;
    for (const auto& link : breach.records) {
        if (link.kind == breach.records.front().kind) {
            ids.push_back(link.id);
        }
    }
    session().selection().requestShow(breach.records.front().kind, ids, qtext(breach.message));
}

} // namespace wardmote::ui
