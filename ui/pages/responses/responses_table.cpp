#include "ui/pages/responses/responses_table.h"

#include "ui/pages/responses/response_edits.h"
#include "ui/pages/responses/responses_filter.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_clipboard.h"
#include "ui/widgets/record_delegate.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

using plan::RecordKind;

ResponsesTable::ResponsesTable(Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent), session_(session), prompts_(prompts), model_(new ResponsesModel(this)),
      filter_(new ResponsesFilter(this)), bar_(new FilterBar(tr("responses"), this)),
      answers_(new QComboBox(this)), view_(new QTableView(this)) {
    setObjectName(QStringLiteral("responsesTable"));
    filter_->setSourceModel(model_);
    setNames(*answers_, QStringLiteral("answers"), tr("Which responses are listed"));
    answers_->addItem(tr("All responses"), -1);
    for (std::size_t i = 0; i < analysis::answerCount; ++i) {
        answers_->addItem(qtext(analysis::labelOf(static_cast<analysis::Answer>(i))), static_cast<int>(i));
    }
    bar_->addTool(answers_);
    message_ = makeParagraph({}, TextRole::body, this);
    message_->setObjectName(QStringLiteral("message"));
    setTextTone(*message_, Tone::attention);
    message_->hide();
    makeView();
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar_);
    column->addWidget(message_);
    column->addWidget(view_, 1);
    connect(bar_, &FilterBar::filterChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        showCounts();
    });
    connect(bar_, &FilterBar::showAllRequested, this, &ResponsesTable::showAll);
    connect(bar_, &FilterBar::leftDownwards, this, [this] {
        view_->setFocus();
        if (!view_->currentIndex().isValid() && filter_->rowCount() > 0) {
            view_->setCurrentIndex(filter_->index(0, ResponsesModel::view));
        }
    });
    connect(answers_, &QComboBox::currentIndexChanged, this, [this] {
        const int answer = answers_->currentData().toInt();
        filter_->setAnswer(answer < 0 ? std::nullopt : std::optional(static_cast<analysis::Answer>(answer)));
        showCounts();
    });
    connect(&session, &Session::editFailed, this,
            [this](const QString&, const QString& why) { tell(isVisible() ? why : QString()); });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ResponsesTable::currentChanged);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!selecting_ && view_->hasFocus()) {
            Q_EMIT selectedByPerson();
        }
    });
}

void ResponsesTable::makeView() {
    setNames(*view_, QStringLiteral("responses"), tr("Responses of local councils"));
    view_->setModel(filter_);
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
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    view_->installEventFilter(this);
    view_->setProperty("sorts", true);
    view_->setSortingEnabled(true);
    view_->sortByColumn(ResponsesModel::areas, Qt::AscendingOrder);
    auto* header = view_->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(48);
    const std::pair<int, int> widths[] = {{ResponsesModel::who, 164},    {ResponsesModel::areas, 88},
                                          {ResponsesModel::cluster, 88}, {ResponsesModel::residents, 80},
                                          {ResponsesModel::view, 76},    {ResponsesModel::minute, 66},
                                          {ResponsesModel::date, 122}};
    for (const auto& [column, width] : widths) {
        view_->setColumnWidth(column, width);
    }
    FieldDelegate::Cells cells;
    const auto source = [this](const QModelIndex& at) { return filter_->mapToSource(at); };
    cells.field = [source](const QModelIndex& at) { return ResponsesModel::fieldOf(source(at).column()); };
    cells.value = [this, source](const QModelIndex& at) {
        return model_->valueAt(source(at).row(), source(at).column());
    };
    cells.take = [this, source](const QModelIndex& at, const plan::Value& value, const plan::Changes& also) {
        const auto& answer = model_->answer();
        perform(setResponses(*session_.plan(), answer->all.arrangement, bodiesOf({at.row()}),
                             *ResponsesModel::fieldOf(source(at).column()), value, also, newIds()));
    };
    cells.refuse = [this](const QString& why) { tell(why); };
    view_->setItemDelegate(new FieldDelegate(session_, cells, view_));
    connect(view_, &QTableView::doubleClicked, this, [this](const QModelIndex& at) { openEditor(at, {}); });
}

void ResponsesTable::makeActions() {
    const auto add = [this](const QString& text, const char* name, const QKeySequence& keys,
                            void (ResponsesTable::*run)()) {
        auto* action = new QAction(text, view_);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        view_->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    auto* copying = new QAction(tr("&Copy"), view_);
    copying->setObjectName(QStringLiteral("copy"));
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(copying);
    connect(copying, &QAction::triggered, this, &ResponsesTable::copy);
    add(tr("&Paste"), "paste", QKeySequence(QKeySequence::Paste), &ResponsesTable::paste);
    add(tr("&Fill down"), "fillDown", QKeySequence(QStringLiteral("Ctrl+D")), &ResponsesTable::fillDown);
    add(tr("De&lete response"), "delete", QKeySequence(QKeySequence::Delete), &ResponsesTable::erase);
    auto* find = new QAction(tr("Filter"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        bar_->filter().setFocus();
        bar_->filter().selectAll();
    });
}

void ResponsesTable::show(ResponsesAnswerRef answer) {
    const auto body = currentBody() ? std::optional(*currentBody()) : std::nullopt;
    const int column = std::max(0, view_->currentIndex().column());
    model_->show(std::move(answer));
    if (awaited_ != 0) {
        revealResponse(awaited_);
    } else if (body && !view_->currentIndex().isValid()) {
        for (int row = 0; row < filter_->rowCount(); ++row) {
            const auto& each = bodyAt(row);
            if (each.areas == body->areas && each.name == body->name) {
                view_->setCurrentIndex(filter_->index(row, column));
                break;
            }
        }
    }
    showCounts();
    Q_EMIT currentChanged();
}

void ResponsesTable::addTool(QWidget* tool) {
    bar_->addTool(tool);
}

void ResponsesTable::setAnswer(std::optional<analysis::Answer> answer) {
    answers_->setCurrentIndex(answer ? static_cast<int>(*answer) + 1 : 0);
}

void ResponsesTable::showOnly(std::set<int> rows, const QString& because) {
    bar_->filter().clear();
    setAnswer(std::nullopt);
    bar_->setOnly(because);
    filter_->setOnly(std::move(rows));
    showCounts();
}

void ResponsesTable::showAll() {
    bar_->setOnly({});
    filter_->setOnly(std::nullopt);
    showCounts();
}

int ResponsesTable::shownCount() const {
    return filter_->rowCount();
}

void ResponsesTable::showCounts() {
    const int all = model_->rowCount();
    const int shown = filter_->rowCount();
    bar_->setCounts(shown == all ? tr("%1 asked").arg(all) : tr("%1 of %2").arg(shown).arg(all));
}

const analysis::AskedBody& ResponsesTable::bodyAt(int viewRow) const {
    return model_->bodyAt(filter_->mapToSource(filter_->index(viewRow, 0)).row());
}

const analysis::AskedBody* ResponsesTable::currentBody() const {
    const auto current = view_->currentIndex();
    return current.isValid() ? &bodyAt(current.row()) : nullptr;
}

ResponsesTable::Block ResponsesTable::selectedBlock() const {
    std::set<int> rows;
    std::set<int> columns;
    for (const auto& range : view_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(row);
        }
        for (int column = range.left(); column <= range.right(); ++column) {
            columns.insert(column);
        }
    }
    return {{rows.begin(), rows.end()}, {columns.begin(), columns.end()}};
}

std::vector<analysis::AskedBody> ResponsesTable::bodiesOf(const std::vector<int>& rows) const {
    std::vector<analysis::AskedBody> bodies;
    for (const auto row : rows) {
        bodies.push_back(bodyAt(row));
    }
    return bodies;
}

std::vector<const plan::FieldInfo*> ResponsesTable::fieldsOf(const std::vector<int>& columns) const {
    std::vector<const plan::FieldInfo*> fields;
    for (const auto column : columns) {
        if (const auto* field = ResponsesModel::fieldOf(column)) {
            fields.push_back(field);
        }
    }
    return fields;
}

std::vector<analysis::AskedBody> ResponsesTable::selectedBodies() const {
    return bodiesOf(selectedBlock().rows);
}

void ResponsesTable::selectWhere(const std::function<bool(const analysis::AskedBody&)>& wanted) {
    QItemSelection rows;
    QModelIndex first;
    for (int row = 0; row < filter_->rowCount(); ++row) {
        if (wanted(bodyAt(row))) {
            const auto at = filter_->index(row, ResponsesModel::view);
            rows.select(at, at);
            first = first.isValid() ? first : at;
        }
    }
    selecting_ = true;
    if (first.isValid()) {
        view_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        view_->scrollTo(first);
    }
    view_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    selecting_ = false;
}

void ResponsesTable::revealResponse(plan::Id response) {
    const int row = model_->rowOfResponse(response);
    awaited_ = row < 0 ? response : 0;
    if (row < 0) {
        return;
    }
    if (!filter_->mapFromSource(model_->index(row, 0)).isValid()) {
        bar_->filter().clear();
        setAnswer(std::nullopt);
        showAll();
    }
    view_->setCurrentIndex(filter_->mapFromSource(model_->index(row, ResponsesModel::view)));
    view_->setFocus();
}

void ResponsesTable::tell(const QString& message) {
    message_->setText(message.isEmpty() ? QString() : QStringLiteral("⚠ ") + message);
    message_->setAccessibleName(message);
    message_->setVisible(!message.isEmpty());
}

NewId ResponsesTable::newIds() {
    return [this] { return session_.newId(); };
}

void ResponsesTable::perform(const RecordEdit& edit) {
    tell(edit.refused.empty() ? QString() : refusalsInWords(edit.refused));
    if (!edit.changes.empty()) {
        session_.perform(edit.label, edit.changes);
    }
}

void ResponsesTable::openEditor(const QModelIndex& index, const QString& typed) {
    const auto* field = ResponsesModel::fieldOf(filter_->mapToSource(index).column());
    if (!field) {
        tell(tr("This column follows from the areas and can't be changed here."));
        return;
    }
    if (!session_.isWritable()) {
        tell(tr("This plan is open for reading only."));
        return;
    }
    tell({});
    static_cast<FieldDelegate*>(view_->itemDelegate())->startWith(typed);
    view_->edit(index);
    if (typed.isEmpty()) {
        return;
    }
    // The view selects what a line holds when it opens; what was typed must not be typed over.
    for (auto* editor : view_->viewport()->findChildren<FieldEditor*>()) {
        if (auto* line = qobject_cast<QLineEdit*>(editor->focusTarget())) {
            line->end(false);
        }
    }
}

bool ResponsesTable::eventFilter(QObject* watched, QEvent* event) {
    const auto current = view_ ? view_->currentIndex() : QModelIndex();
    if (watched != view_ || event->type() != QEvent::KeyPress || !current.isValid()) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        openEditor(current, {});
        return true;
    }
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !key->text().isEmpty() && key->text().front().isPrint()) {
        openEditor(current, key->text());
        return true;
    }
    return false;
}

void ResponsesTable::copy() const {
    const auto block = selectedBlock();
    TextBlock rows;
    for (const auto row : block.rows) {
        std::vector<QString> cells;
        for (const auto column : block.columns) {
            const auto source = filter_->mapToSource(filter_->index(row, column));
            const auto* field = ResponsesModel::fieldOf(source.column());
            cells.push_back(field ? copiedText(*model_->answer()->plan, *field,
                                               model_->valueAt(source.row(), source.column()))
                                  : source.data(Qt::ToolTipRole).toString());
        }
        rows.push_back(std::move(cells));
    }
    if (!rows.empty()) {
        QApplication::clipboard()->setText(toTabText(rows));
    }
}

void ResponsesTable::paste() {
    const auto block = fromTabText(QApplication::clipboard()->text());
    auto target = selectedBlock();
    if (block.empty() || target.rows.empty() || !session_.isWritable()) {
        return;
    }
    std::size_t width = 0;
    for (const auto& row : block) {
        width = std::max(width, row.size());
    }
    if (block.size() > 1 || width > 1) {
        // From the top left cell of the selection, over as much as the block needs.
        const int left = target.columns.front();
        target.columns.clear();
        for (int column = left; column < filter_->columnCount() && target.columns.size() < width; ++column) {
            target.columns.push_back(column);
        }
        const int top = target.rows.front();
        target.rows.clear();
        for (int row = top; row < filter_->rowCount() && target.rows.size() < block.size(); ++row) {
            target.rows.push_back(row);
        }
    }
    const auto fields = fieldsOf(target.columns);
    if (fields.size() != target.columns.size()) {
        tell(tr("Areas, residents and the like can't be pasted over: begin at a column of the response."));
        return;
    }
    const auto edit = pasteResponses(*session_.plan(), model_->answer()->all.arrangement,
                                     bodiesOf(target.rows), fields, block, newIds());
    perform(edit);
    if (!edit.refused.empty()) {
        tell(tr("Not everything was taken."));
        prompts_.warn(this, tr("Not everything was taken"), refusalsInWords(edit.refused));
    }
}

void ResponsesTable::fillDown() {
    const auto block = selectedBlock();
    if (block.rows.size() < 2) {
        tell(tr("Select the cell to copy and the cells below it, then fill down."));
        return;
    }
    perform(fillResponsesDown(*session_.plan(), model_->answer()->all.arrangement, bodiesOf(block.rows),
                              fieldsOf(block.columns), newIds()));
}

void ResponsesTable::erase() {
    std::vector<plan::Id> ids;
    for (const auto& body : selectedBodies()) {
        if (body.response != 0) {
            ids.push_back(body.response);
        }
    }
    if (ids.empty() || !session_.isWritable()) {
        return;
    }
    if (ids.size() > 1 &&
        !prompts_.confirm(this, tr("Delete %1?").arg(countOf(RecordKind::localResponse, ids.size())),
                          tr("Who is asked stays in the list. Undo brings the responses back."),
                          tr("Delete"))) {
        return;
    }
    perform(eraseRecords(*session_.plan(), RecordKind::localResponse, ids));
}

} // namespace wardmote::ui
