#include "ui/pages/import/check_step.h"

#include "ui/pages/import/import_job.h"
#include "ui/pages/import/proposed_rows_model.h"
#include "ui/pages/import/questions_panel.h"
#include "ui/session/session.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
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

} // namespace

CheckStep::CheckStep(Session& session, ImportJob& job, QWidget* parent)
    : QWidget(parent), session_(session), job_(job) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("What would happen"), TextRole::section));

    auto* filterRow = new QHBoxLayout;
    filters_ = new QButtonGroup(this);
    addFilter(*filterRow, QStringLiteral("import_show_all"), -1);
    addFilter(*filterRow, QStringLiteral("import_show_new"), int(exchange::RowOutcome::added));
    addFilter(*filterRow, QStringLiteral("import_show_updated"), int(exchange::RowOutcome::updated));
    addFilter(*filterRow, QStringLiteral("import_show_unchanged"), int(exchange::RowOutcome::unchanged));
    addFilter(*filterRow, QStringLiteral("import_show_refused"), int(exchange::RowOutcome::refused));
    filterRow->addStretch();
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
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setColumnWidth(ProposedRowsModel::outcomeColumn, 110);
    table_->setColumnWidth(ProposedRowsModel::rowColumn, 50);
    table_->setColumnWidth(ProposedRowsModel::nameColumn, 200);
    table_->setColumnWidth(ProposedRowsModel::changesColumn, 320);
    splitter->addWidget(table_);

    auto* side = new QScrollArea;
    setNames(*side, QStringLiteral("import_questions"), tr("Questions"));
    side->setWidgetResizable(true);
    side->setMinimumWidth(280);
    questions_ = new QuestionsPanel(job_);
    side->setWidget(questions_);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    layout->addWidget(splitter, 1);

    also_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(also_);
    warnings_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(warnings_);

    connect(filters_, &QButtonGroup::idClicked, this, [filter](int id) { filter->setOutcome(id - 1); });
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

void CheckStep::refresh() {
    const auto* proposal = job_.proposal();
    rows_->show(proposal, job_.setup(), session_.plan());
    table_->setColumnHidden(ProposedRowsModel::sheetColumn, job_.setup().sheets.size() < 2);
    questions_->refresh();
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
    std::map<plan::RecordKind, int> made;
    if (proposal) {
        for (const auto& also : proposal->alsoCreated) {
            ++made[also.kind];
        }
    }
    QStringList parts;
    for (const auto& [kind, count] : made) {
        const auto& info = plan::recordInfo(kind);
        const auto& words = count == 1 ? info.singular : info.plural;
        parts << QStringLiteral("%1 %2").arg(count).arg(
            QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
    }
    also_->setText(tr("Also made: %1.").arg(parts.join(QStringLiteral(", "))));
    also_->setVisible(!parts.isEmpty());
    parts.clear();
    if (proposal) {
        for (const auto& warning : proposal->warnings) {
            if (parts.size() < 5) {
                parts << QString::fromStdString(warning.message);
            }
        }
    }
    warnings_->setText(parts.join(u'\n'));
    warnings_->setVisible(!parts.isEmpty());
}

} // namespace wardmote::ui
