#include "ui/pages/history/history_page.h"

#include "core/text/words.h"
#include "ui/pages/history/history_model.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_history.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

/// Keeps the rows in which every word is found somewhere, accents and case folded.
class WordsFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& words) {
        words_.clear();
        for (const auto& word : words.split(u' ', Qt::SkipEmptyParts)) {
            words_.push_back(text::folded(word.toStdString()));
        }
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        QString all;
        for (int column = 0; !words_.empty() && column < sourceModel()->columnCount(); ++column) {
            all += sourceModel()->index(row, column, parent).data().toString() + u'\n';
        }
        const auto folded = text::folded(all.toStdString());
        return std::ranges::all_of(
            words_, [&](const std::string& word) { return folded.find(word) != std::string::npos; });
    }

private:
    std::vector<std::string> words_;
};

} // namespace

HistoryPage::HistoryPage(Session& session, Prompts& prompts, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), model_(new HistoryModel(this)),
      details_(new HistoryDetailModel(this)) {
    build();
    connect(&session, &Session::planChanged, this, [this] {
        if (isVisible()) {
            load();
        }
    });
    connect(&session, &Session::historyChanged, this, &HistoryPage::showButtons);
    connect(&session, &Session::writableChanged, this, &HistoryPage::showButtons);
    connect(&session, &Session::savingChanged, this, &HistoryPage::showButtons);
    connect(undo_, &QPushButton::clicked, &session, &Session::undo);
    connect(redo_, &QPushButton::clicked, &session, &Session::redo);
    connect(back_, &QPushButton::clicked, this, &HistoryPage::goBack);
    connect(rows_, &QTableView::activated, this, [this] {
        if (back_->isEnabled()) {
            goBack();
        }
    });
    connect(rows_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        loadDetails();
        showButtons();
    });
    showButtons();
}

void HistoryPage::build() {
    setObjectName(QStringLiteral("historyPage"));
    auto* filter = new WordsFilter(this);
    filter->setSourceModel(model_);
    shown_ = filter;
    bar_ = new FilterBar(tr("history"), this);
    undo_ = makeButton(tr("Undo"), QStringLiteral("undo"), this);
    redo_ = makeButton(tr("Redo"), QStringLiteral("redo"), this);
    back_ = makeButton(tr("Go back to here…"), QStringLiteral("goBack"), this);
    for (auto* button : {undo_, redo_, back_}) {
        bar_->addTool(button);
    }
    rows_ = new QTableView(this);
    dressTable(*rows_, QStringLiteral("historyRows"), tr("Edits, newest first"));
    rows_->setModel(shown_);
    rows_->setColumnWidth(HistoryModel::when, 150);
    rows_->setColumnWidth(HistoryModel::who, 120);
    rows_->setColumnWidth(HistoryModel::records, 80);
    rows_->setColumnWidth(HistoryModel::state, 160);
    rows_->horizontalHeader()->setSectionResizeMode(HistoryModel::what, QHeaderView::Stretch);
    fields_ = new QTableView(this);
    dressTable(*fields_, QStringLiteral("historyDetails"), tr("What the edit changed"));
    fields_->setModel(details_);
    fields_->setColumnWidth(HistoryDetailModel::record, 240);
    fields_->setColumnWidth(HistoryDetailModel::field, 160);
    fields_->setColumnWidth(HistoryDetailModel::before, 220);
    fields_->horizontalHeader()->setStretchLastSection(true);
    message_ = makeLabel(tr("What it changed"), TextRole::section, this);
    auto* below = new QWidget(this);
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 6, 0, 0);
    belowColumn->addWidget(message_);
    belowColumn->addWidget(fields_, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(rows_);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    column->addWidget(bar_);
    column->addWidget(split, 1);
    connect(bar_, &FilterBar::filterChanged, this, [this, filter](const QString& words) {
        filter->setWords(words);
        showButtons();
    });
    connect(bar_, &FilterBar::leftDownwards, rows_, qOverload<>(&QWidget::setFocus));
}

void HistoryPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    load();
}

void HistoryPage::load() {
    session_.withFile([self = QPointer(this)](store::PlanFile& file) {
        auto rows = file.history();
        return std::function<void()>([self, rows = std::move(rows)]() mutable {
            if (!self) {
                return;
            }
            if (!rows) {
                self->message_->setText(qtext(rows.error().text()));
                return;
            }
            self->model_->setRows(std::move(*rows));
            if (!self->rows_->currentIndex().isValid() && self->shown_->rowCount() > 0) {
                self->rows_->selectRow(0);
            }
            self->showButtons();
            Q_EMIT self->headlineChanged();
        });
    });
}

plan::Id HistoryPage::currentRow() const {
    const auto index = shown_->mapToSource(rows_->currentIndex());
    return index.isValid() ? model_->at(index.row()).id : 0;
}

void HistoryPage::loadDetails() {
    const auto row = currentRow();
    const auto asked = ++asked_;
    if (row == 0) {
        details_->setDetails({});
        return;
    }
    session_.withFile([self = QPointer(this), row, asked](store::PlanFile& file) {
        auto details = file.detailsOf(row);
        return std::function<void()>([self, asked, details = std::move(details)]() mutable {
            if (!self || self->asked_ != asked) {
                return;
            }
            self->message_->setText(details ? tr("What it changed") : qtext(details.error().text()));
            self->details_->setDetails(details ? std::move(*details) : std::vector<store::HistoryDetail>{});
        });
    });
}

void HistoryPage::showButtons() {
    const bool writable = session_.isWritable() && !session_.isSaving();
    const auto undoing = session_.undoLabel();
    const auto redoing = session_.redoLabel();
    undo_->setEnabled(writable && !undoing.isEmpty());
    undo_->setToolTip(undoing.isEmpty() ? QString() : tr("Undo “%1”").arg(undoing));
    redo_->setEnabled(writable && !redoing.isEmpty());
    redo_->setToolTip(redoing.isEmpty() ? QString() : tr("Redo “%1”").arg(redoing));
    const auto index = shown_->mapToSource(rows_->currentIndex());
    back_->setEnabled(writable && index.isValid() && model_->at(index.row()).reachable && index.row() > 0);
    bar_->setCounts(shown_->rowCount() == model_->rowCount()
                        ? tr("%1 edits").arg(model_->rowCount())
                        : tr("%1 of %2 edits").arg(shown_->rowCount()).arg(model_->rowCount()));
}

void HistoryPage::goBack() {
    const auto row = currentRow();
    const auto at = model_->rowOf(row);
    if (at < 0) {
        return;
    }
    const auto& to = model_->at(at);
    if (prompts_.confirm(
            this, tr("Go back to here?"),
            tr("The plan becomes as it was just after “%1” on %2. Nothing is lost: what was done "
               "since stays in the history, and you can go forward to it again.")
                .arg(qtext(to.label), localTime(to.at)),
            tr("Go back"))) {
        session_.goTo(row);
    }
}

std::vector<HeadlineFigure> HistoryPage::headline() const {
    return {{numberText(model_->rowCount()), tr("edits")}};
}

} // namespace wardmote::ui
