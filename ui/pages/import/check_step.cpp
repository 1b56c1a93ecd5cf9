#include "ui/pages/import/check_step.h"

#include "ui/pages/import/import_job.h"
#include "ui/pages/import/proposed_rows_model.h"
#include "ui/pages/import/questions_panel.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <map>

namespace wardmote::ui {
namespace {

constexpr int mostNames = 4; ///< of records made beside the rows

/// Shows rows of one outcome, or all.
class OutcomeFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOutcome(int outcome) {
        outcome_ = outcome;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return outcome_ < 0 || sourceModel()->index(row, 0, parent).data(Qt::UserRole).toInt() == outcome_;
    }

private:
    int outcome_ = -1;
};

/// What is made beside the rows, by kind.
std::map<plan::RecordKind, QStringList> namesMade(const exchange::ImportProposal& proposal) {
    std::map<plan::RecordKind, QStringList> made;
    for (const auto& also : proposal.alsoCreated) {
        made[also.kind] << QString::fromStdString(also.name);
    }
    return made;
}

} // namespace

CheckStep::CheckStep(ImportJob& job, Prompts& prompts, QWidget* parent) : QWidget(parent), job_(job) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("What would happen"), TextRole::section));

    auto* filterRow = new QHBoxLayout;
    filters_ = new QButtonGroup(this);
    addFilter(*filterRow, QStringLiteral("import_show_all"), -1);
    addFilter(*filterRow, QStringLiteral("import_show_new"), int(exchange::RowOutcome::added));
    addFilter(*filterRow, QStringLiteral("import_show_updated"), int(exchange::RowOutcome::updated));
    addFilter(*filterRow, QStringLiteral("import_show_unchanged"), int(exchange::RowOutcome::unchanged));
    addFilter(*filterRow, QStringLiteral("import_show_refused"), int(exchange::RowOutcome::refused));
    filterRow->addStretch();
    organisations_ = new QCheckBox(tr("Add &organisations that are not there yet"));
    organisations_->setObjectName(QStringLiteral("import_new_organisations"));
    organisations_->setToolTip(tr("Otherwise names that no organisation has are left out, and said."));
    filterRow->addWidget(organisations_);
    layout->addLayout(filterRow);

    auto* splitter = new QSplitter(Qt::Horizontal);
    rows_ = new ProposedRowsModel(this);
    auto* filter = new OutcomeFilter(this);
    shown_ = filter;
    shown_->setSourceModel(rows_);
    table_ = new QTableView;
    setNames(*table_, QStringLiteral("import_rows"), tr("Rows of the file and what happens to each"));
    table_->setModel(shown_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    for (const auto column : {ProposedRowsModel::remarksColumn, ProposedRowsModel::changesColumn}) {
        table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    table_->setColumnWidth(ProposedRowsModel::outcomeColumn, 100);
    table_->setColumnWidth(ProposedRowsModel::sheetColumn, 100);
    table_->setColumnWidth(ProposedRowsModel::rowColumn, 56);
    table_->setColumnWidth(ProposedRowsModel::nameColumn, 170);
    auto* left = new QSplitter(Qt::Vertical);
    left->setChildrenCollapsible(false);
    left->addWidget(table_);
    auto* detailArea = new QScrollArea;
    setNames(*detailArea, QStringLiteral("import_row_details"), tr("All that is imported of the row"));
    detailArea->setWidgetResizable(true);
    details_ = makeParagraph(QString());
    details_->setAlignment(Qt::AlignTop);
    details_->setMargin(6);
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detailArea->setWidget(details_);
    left->addWidget(detailArea);
    left->setStretchFactor(0, 2);
    left->setStretchFactor(1, 1);
    left->setSizes({260, 130});
    splitter->addWidget(left);

    side_ = new QScrollArea;
    setNames(*side_, QStringLiteral("import_questions"), tr("Questions"));
    side_->setWidgetResizable(true);
    side_->setMinimumWidth(300);
    side_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    questions_ = new QuestionsPanel(job_, prompts);
    side_->setWidget(questions_);
    splitter->addWidget(side_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    layout->addWidget(splitter, 1);

    also_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(also_);
    warnings_ = makeParagraph(QString());
    layout->addWidget(warnings_);

    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckStep::showDetails);
    connect(filters_, &QButtonGroup::idClicked, this, [filter](int id) { filter->setOutcome(id - 1); });
    connect(organisations_, &QCheckBox::clicked, &job_, &ImportJob::setCreatesOrganisations);
    connect(&job_, &ImportJob::proposalChanged, this, &CheckStep::refresh);
    refresh();
}

void CheckStep::addFilter(QHBoxLayout& row, const QString& objectName, int outcome) {
    auto* button = new QPushButton;
    button->setCheckable(true);
    button->setChecked(outcome < 0);
    setNames(*button, objectName, tr("Show these rows"));
    filters_->addButton(button, outcome + 1); // ids are not negative
    row.addWidget(button);
}

void CheckStep::showDetails() {
    const auto at = shown_->mapToSource(table_->currentIndex());
    details_->setText(at.isValid() ? rows_->detailsOf(at.row())
                                   : tr("Choose a row to see all that is imported of it."));
}

void CheckStep::refresh() {
    // While the next proposal is made the last one stays in sight.
    const auto proposed = job_.lastProposed();
    if (!job_.proposal() && job_.isWorking()) {
        return;
    }
    const auto* proposal = proposed ? &proposed->proposal : nullptr;
    rows_->show(proposed, job_.setup());
    if (shown_->rowCount() > 0) {
        table_->setCurrentIndex(shown_->index(0, 0));
    }
    showDetails();
    table_->setColumnHidden(ProposedRowsModel::sheetColumn, job_.setup().sheets.size() < 2);
    questions_->refresh();
    side_->setVisible(proposal && !proposal->questions.empty());
    const auto counts = proposal ? proposal->counts : exchange::ImportCounts{};
    const std::size_t all = counts.added + counts.updated + counts.unchanged + counts.refused;
    const std::pair<QString, std::size_t> texts[] = {{tr("All"), all},
                                                     {tr("New"), counts.added},
                                                     {tr("Updated"), counts.updated},
                                                     {tr("Unchanged"), counts.unchanged},
                                                     {tr("Refused"), counts.refused}};
    for (int i = 0; i < 5; ++i) {
        auto* button = filters_->button(i);
        button->setText(QStringLiteral("%1 %2").arg(texts[i].first).arg(texts[i].second));
        button->setAccessibleName(tr("Show rows: %1, %2").arg(texts[i].first).arg(texts[i].second));
    }
    organisations_->setChecked(job_.createsOrganisations());
    QStringList parts;
    if (proposal) {
        for (const auto& [kind, names] : namesMade(*proposal)) {
            const auto some = names.mid(0, mostNames).join(QStringLiteral(", "));
            parts << tr("%1 (%2)").arg(countOf(kind, static_cast<std::size_t>(names.size())),
                                       names.size() > mostNames ? tr("%1…").arg(some) : some);
        }
    }
    also_->setText(tr("Also made: %1.").arg(parts.join(QStringLiteral("; "))));
    also_->setVisible(!parts.isEmpty());
    parts.clear();
    if (proposal) {
        for (const auto& warning : proposal->warnings) {
            if (parts.size() < 5) {
                const auto message = QString::fromStdString(warning.message);
                const bool several = job_.setup().sheets.size() > 1 && !warning.sheet.empty();
                parts << (several ? tr("%1: %2").arg(QString::fromStdString(warning.sheet), message)
                                  : message);
            }
        }
    }
    warnings_->setText(parts.join(u'\n'));
    warnings_->setVisible(!parts.isEmpty());
}

} // namespace wardmote::ui
