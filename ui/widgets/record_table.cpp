#include "ui/widgets/record_table.h"

#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_delegate.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <unordered_set>

namespace wardmote::ui {
namespace {

/// More selected records than this are not worth drawing one by one when the selection is shared.
constexpr std::size_t mostShared = 5000;
/// So many rows say how wide a column is to be.
constexpr int rowsMeasured = 60;

} // namespace

RecordTable::RecordTable(Session& session, Prompts& prompts, plan::RecordKind kind, QWidget* parent)
    : QWidget(parent), session_(session), prompts_(prompts),
      model_(new RecordTableModel(session, kind, this)),
      bar_(new FilterBar(qtext(plan::recordInfo(kind).plural), this)), view_(new QTableView(this)) {
    const auto plural = qtext(plan::recordInfo(kind).plural);
    setObjectName(qtext(plan::recordInfo(kind).table) + QStringLiteral("Table"));
    message_ = makeParagraph({}, TextRole::body, this);
    message_->setObjectName(QStringLiteral("message"));
    setTextTone(*message_, Tone::attention);
    message_->hide();
    empty_ = new EmptyState(QStringLiteral("add"), tr("No %1 yet").arg(plural),
                            tr("Add them one by one, or import a list."), this);

    setNames(*view_, QStringLiteral("records"), capitalised(plural));
    view_->setModel(model_);
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 13);
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setTextElideMode(Qt::ElideRight);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers); // openEditor() decides
    view_->setTabKeyNavigation(false);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->installEventFilter(this);
    auto* header = view_->horizontalHeader();
    header->setResizeContentsPrecision(rowsMeasured);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultSectionSize(140);
    header->setMinimumSectionSize(48);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->setProperty("sorts", true);
    view_->setSortingEnabled(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    view_->setColumnWidth(0, 260);

    FieldDelegate::Cells cells;
    cells.field = [this](const QModelIndex& at) { return model_->fieldAt(at.column()); };
    cells.value = [this](const QModelIndex& at) { return model_->valueAt(at.row(), at.column()); };
    cells.take = [this](const QModelIndex& at, const plan::Value& value, const plan::Changes& also) {
        if (const auto* field = model_->fieldAt(at.column())) {
            tell({});
            model_->edit(
                setField(model_->plan(), model_->kind(), {model_->idAt(at.row())}, *field, value, also));
        }
    };
    cells.refuse = [this](const QString& why) { tell(why); };
    cells.isHeading = [this](int row) { return model_->isHeading(row); };
    cells.isChosen = [this](int row) {
        return session_.selection().contains(model_->kind(), model_->idAt(row));
    };
    view_->setItemDelegate(new FieldDelegate(session, cells, view_));

    auto* table = new QWidget(this);
    auto* column = new QVBoxLayout(table);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar_);
    column->addWidget(message_);
    column->addWidget(view_, 1);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(table);
    stack_->addWidget(empty_);

    connect(bar_, &FilterBar::filterChanged, model_, &RecordTableModel::setFilter);
    connect(bar_, &FilterBar::showAllRequested, this, &RecordTable::showAll);
    connect(bar_, &FilterBar::leftDownwards, this, [this] {
        view_->setFocus();
        if (!view_->currentIndex().isValid() && model_->rowCount() > 0) {
            goTo(model_->index(model_->isHeading(0) ? 1 : 0, 0));
        }
    });
    connect(model_, &RecordTableModel::refused, this, &RecordTable::tell);
    // Queued: a cell's editor must have gone before a question stands over it.
    connect(model_, &RecordTableModel::fillInFirst, this, &RecordTable::offerToFillIn, Qt::QueuedConnection);
    connect(model_, &RecordTableModel::countsChanged, this, &RecordTable::showCounts);
    connect(model_, &RecordTableModel::rowsChanged, this, [this] {
        showSpans();
        takeSharedSelection();
        if (awaited_ != 0) {
            reveal(awaited_);
        }
    });
    connect(&session, &Session::editFailed, this,
            [this](const QString&, const QString& why) { tell(isVisible() ? why : QString()); });
    connect(view_, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        if (!model_->isHeading(at.row())) {
            openEditor(at, {});
        }
    });
    connect(view_, &QWidget::customContextMenuRequested, this, &RecordTable::showMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &RecordTable::showColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, &RecordTable::rememberColumns);
    connect(header, &QHeaderView::sectionResized, this, &RecordTable::rememberColumns);
    connect(&session, &Session::writableChanged, this, &RecordTable::showCounts);
    connect(&session, &Session::planChanged, this, [this](const plan::ChangeSummary& summary) {
        const bool chosen =
            preferences_ && !preferences_->get(preference::header.of(preferenceName_)).isEmpty();
        if (summary.everything && !chosen) {
            fitColumns();
        }
    });
    connectSelection();
    makeActions();
    addColumnsButton();
    showCounts();
}

RecordTable::~RecordTable() = default;

void RecordTable::addTool(QWidget* tool) {
    bar_->addTool(tool);
}

void RecordTable::putInTabOrderAfter(QWidget& before) {
    setTabOrder(&bar_->putInTabOrderAfter(before), view_);
}

void RecordTable::tell(const QString& message) {
    message_->setText(message.isEmpty() ? QString() : QStringLiteral("⚠ ") + message);
    message_->setAccessibleName(message);
    message_->setVisible(!message.isEmpty());
}

void RecordTable::showCounts() {
    const auto all = static_cast<std::size_t>(model_->totalCount());
    const auto shown = static_cast<std::size_t>(model_->shownCount());
    bar_->setCounts(model_->isArranging() ? tr("Arranging %1…").arg(countOf(model_->kind(), all))
                    : shown == all        ? countOf(model_->kind(), all)
                                          : tr("%1 of %2")
                                         .arg(QLocale().toString(static_cast<qulonglong>(shown)),
                                              countOf(model_->kind(), all)));
    const bool none = model_->plan().count(model_->kind()) == 0;
    stack_->setCurrentIndex(none ? 1 : 0);
    for (auto* action : actions_) {
        action->setEnabled(session_.isWritable() || action->objectName() == QStringLiteral("copy"));
    }
}

void RecordTable::showSpans() {
    view_->clearSpans();
    if (model_->groupColumn() < 0) {
        return;
    }
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->isHeading(row)) {
            view_->setSpan(row, 0, 1, model_->columnCount());
        }
    }
}

void RecordTable::showOnly(const std::vector<plan::Id>& ids, const QString& because) {
    onlyThese_ = [these = std::unordered_set<plan::Id>(ids.begin(), ids.end())](
                     const plan::Plan&, plan::Id id) { return these.contains(id); };
    bar_->filter().clear();
    bar_->setOnly(because.isEmpty() ? tr("Showing %1").arg(countOf(model_->kind(), ids.size())) : because);
    applyRestriction();
}

void RecordTable::showAll() {
    onlyThese_ = {};
    bar_->setOnly({});
    applyRestriction();
}

void RecordTable::setPageRestriction(std::function<bool(const plan::Plan&, plan::Id)> restriction) {
    pageRestriction_ = std::move(restriction);
    applyRestriction();
}

void RecordTable::applyRestriction() {
    if (!pageRestriction_ || !onlyThese_) {
        model_->setRestriction(pageRestriction_ ? pageRestriction_ : onlyThese_);
        return;
    }
    model_->setRestriction(
        [page = pageRestriction_, these = onlyThese_](const plan::Plan& plan, plan::Id id) {
            return page(plan, id) && these(plan, id);
        });
}

void RecordTable::connectSelection() {
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecordTable::shareSelection);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentRecordChanged(currentId()); });
    connect(&session_.selection(), &Selection::changed, this, [this] {
        takeSharedSelection();
        view_->viewport()->update();
    });
}

void RecordTable::shareSelection() {
    const auto ids = selectedIds();
    if (sharing_ || (ids.empty() && !view_->hasFocus())) {
        return; // rows that came and went with a filter unselect nothing
    }
    sharing_ = true;
    session_.selection().select(model_->kind(), ids);
    sharing_ = false;
}

void RecordTable::takeSharedSelection() {
    const auto& shared = session_.selection();
    if (sharing_ || shared.kind() != model_->kind()) {
        return;
    }
    const auto mine = selectedIds();
    auto theirs = shared.ids();
    std::erase_if(theirs, [this](plan::Id id) { return model_->rowOf(id) < 0; });
    if (theirs.size() > mostShared ||
        std::set<plan::Id>(mine.begin(), mine.end()) == std::set<plan::Id>(theirs.begin(), theirs.end())) {
        return;
    }
    sharing_ = true;
    select(theirs);
    sharing_ = false;
}

std::vector<plan::Id> RecordTable::selectedIds() const {
    return selectedBlock().ids;
}

plan::Id RecordTable::currentId() const {
    return view_->currentIndex().isValid() ? model_->idAt(view_->currentIndex().row()) : 0;
}

void RecordTable::select(const std::vector<plan::Id>& ids) {
    const int column = std::max(view_->currentIndex().column(), 0);
    QItemSelection rows;
    QModelIndex first;
    for (const auto id : ids) {
        if (const auto row = model_->rowOf(id); row >= 0) {
            const auto at = model_->index(row, column);
            rows.select(at, at);
            first = first.isValid() && first.row() < row ? first : at;
        }
    }
    const bool elsewhere = std::ranges::find(ids, currentId()) == ids.end();
    if (first.isValid() && elsewhere) {
        view_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        view_->scrollTo(first);
    }
    view_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void RecordTable::reveal(plan::Id id) {
    const auto row = model_->rowOf(id);
    awaited_ = row < 0 ? id : 0;
    if (row >= 0) {
        goTo(model_->index(row, 0));
        view_->setFocus();
    }
}

void RecordTable::goTo(const QModelIndex& index) {
    // Not by the view's own function: that looks at what keys are held at the moment, and edits answer late.
    view_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    view_->scrollTo(index);
}

RecordTable::Block RecordTable::selectedBlock() const {
    std::set<int> rows;
    std::set<int> places; // as shown: columns can be moved and hidden
    const auto* header = view_->horizontalHeader();
    for (const auto& range : view_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(row);
        }
        for (int column = range.left(); column <= range.right(); ++column) {
            if (!view_->isColumnHidden(column)) {
                places.insert(header->visualIndex(column));
            }
        }
    }
    Block block;
    for (const auto row : rows) {
        if (const auto id = model_->idAt(row); id != 0) {
            block.ids.push_back(id);
        }
    }
    for (const auto place : places) {
        block.columns.push_back(header->logicalIndex(place));
    }
    return block;
}

std::vector<const plan::FieldInfo*> RecordTable::fieldsOf(const std::vector<int>& columns) const {
    std::vector<const plan::FieldInfo*> fields;
    for (const auto column : columns) {
        if (const auto* field = model_->fieldAt(column)) {
            fields.push_back(field);
        }
    }
    return fields;
}

bool RecordTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched != view_ || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const auto current = view_->currentIndex();
    if (!current.isValid() || model_->isHeading(current.row())) {
        return false;
    }
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (key->modifiers() & Qt::ControlModifier) {
            Q_EMIT openRequested(currentId());
        } else {
            openEditor(current, {});
        }
        return true;
    }
    if (key->key() == Qt::Key_Space && (key->modifiers() & Qt::ShiftModifier)) {
        view_->selectRow(current.row());
        return true;
    }
    if (plain && !key->text().isEmpty() && key->text().front().isPrint()) {
        openEditor(current, key->text());
        return true;
    }
    return false;
}

void RecordTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->prepareFilter();
}

void RecordTable::hideEvent(QHideEvent* event) {
    if (!event->spontaneous()) {
        tell({}); // it was about what was just tried here
    }
    QWidget::hideEvent(event);
}

void RecordTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && view_) {
        view_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 13);
    }
}

} // namespace wardmote::ui
