#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_clipboard.h"
#include "ui/widgets/record_delegate.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace wardmote::ui {

QAction* RecordTable::makeAction(const QString& text, const char* objectName, const QKeySequence& keys,
                                 void (RecordTable::*run)()) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcut(keys);
    // Typing in the filter or in a cell has keys of its own.
    action->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(action);
    connect(action, &QAction::triggered, this, run);
    actions_ << action;
    return action;
}

void RecordTable::makeActions() {
    const auto singular = qtext(plan::recordInfo(model_->kind()).singular);
    auto* addAction = makeAction(tr("&Add %1").arg(singular), "add", {}, &RecordTable::add);
    addAction->setShortcuts({QKeySequence(Qt::Key_Insert), QKeySequence(QStringLiteral("Ctrl+N"))});
    makeAction(tr("D&uplicate"), "duplicate", QKeySequence(QStringLiteral("Ctrl+Shift+D")),
               &RecordTable::duplicate);
    makeAction(tr("De&lete"), "delete", QKeySequence(QKeySequence::Delete), &RecordTable::erase);
    auto* copyAction = new QAction(tr("&Copy"), this);
    copyAction->setObjectName(QStringLiteral("copy"));
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &RecordTable::copy);
    actions_ << copyAction;
    makeAction(tr("&Paste"), "paste", QKeySequence(QKeySequence::Paste), &RecordTable::paste);
    makeAction(tr("&Fill down"), "fillDown", QKeySequence(QStringLiteral("Ctrl+D")), &RecordTable::fillDown);
    makeAction(tr("Clea&r cells"), "clearCells", QKeySequence(Qt::Key_Backspace), &RecordTable::clearCells);
    makeAction(tr("Change this column of all &selected…"), "editColumn",
               QKeySequence(QStringLiteral("Ctrl+E")), &RecordTable::editColumn);
    auto* find = new QAction(tr("Filter"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction->setIcon(icon(QStringLiteral("add")));
    this->addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        bar_->filter().setFocus();
        bar_->filter().selectAll();
    });
}

void RecordTable::add() {
    if (add_) {
        add_();
        return;
    }
    const auto id = session_.newId();
    if (model_->edit(addRecord(model_->plan(), model_->kind(), id))) {
        bar_->filter().clear(); // the new one must be seen
        reveal(id);
    }
}

void RecordTable::duplicate() {
    std::vector<plan::Id> made;
    const auto edit = duplicateRecords(
        model_->plan(), model_->kind(), selectedIds(), [this] { return session_.newId(); }, made);
    if (!made.empty() && model_->edit(edit)) {
        reveal(made.front());
    }
}

void RecordTable::erase() {
    const auto ids = selectedIds();
    if (ids.empty()) {
        return;
    }
    const auto edit = eraseRecords(model_->plan(), model_->kind(), ids);
    const auto follows = consequencesInWords(model_->plan(), edit.changes);
    // One record alone, with nothing that follows, needs no question: Undo brings it back.
    if (ids.size() > 1 || !follows.isEmpty()) {
        const auto what = ids.size() == 1 ? qtext(plan::nameOf(model_->plan(), model_->kind(), ids.front()))
                                          : countOf(model_->kind(), ids.size());
        const auto message =
            QStringLiteral("%1 %2").arg(follows, tr("Undo brings everything back.")).trimmed();
        if (!prompts_.confirm(this, tr("Delete %1?").arg(what), message, tr("Delete"))) {
            return;
        }
    }
    const auto row = model_->rowOf(ids.front());
    model_->edit(edit);
    // The row that takes its place is where the person goes on.
    const auto all = model_->shownIds();
    const auto next = std::ranges::find_if(
        all, [&](plan::Id id) { return model_->rowOf(id) > row && std::ranges::find(ids, id) == ids.end(); });
    if (next != all.end()) {
        goTo(model_->index(model_->rowOf(*next), std::max(view_->currentIndex().column(), 0)));
    }
}

void RecordTable::copy() const {
    const auto block = selectedBlock();
    TextBlock rows;
    for (const auto id : block.ids) {
        std::vector<QString> cells;
        for (const auto column : block.columns) {
            const auto value = model_->valueAt(model_->rowOf(id), column);
            const auto* field = model_->fieldAt(column);
            const auto text = model_->index(model_->rowOf(id), column).data().toString();
            cells.push_back(field               ? copiedText(model_->plan(), *field, value)
                            : isRecorded(value) ? text
                                                : QString());
        }
        rows.push_back(std::move(cells));
    }
    if (!rows.empty()) {
        QApplication::clipboard()->setText(toTabText(rows));
    }
}

void RecordTable::paste() {
    const auto block = fromTabText(QApplication::clipboard()->text());
    const auto current = view_->currentIndex();
    if (block.empty() || (!current.isValid() && model_->rowCount() > 0)) {
        return;
    }
    auto target = selectedBlock();
    const bool single = block.size() == 1 && block.front().size() == 1;
    if (!single) {
        // From the top left cell of the selection, over as much as the block needs.
        std::size_t width = 0;
        for (const auto& row : block) {
            width = std::max(width, row.size());
        }
        const auto* header = view_->horizontalHeader();
        const int left = target.columns.empty() ? 0 : header->visualIndex(target.columns.front());
        target.columns.clear();
        for (int place = left; place < header->count() && target.columns.size() < width; ++place) {
            const auto column = header->logicalIndex(place);
            if (!view_->isColumnHidden(column)) {
                target.columns.push_back(column);
            }
        }
        if (target.ids.size() != block.size()) { // else the rows that are selected, wherever they stand
            const auto all = model_->shownIds();
            const auto first = target.ids.empty() ? all.end() : std::ranges::find(all, target.ids.front());
            const auto room = static_cast<std::size_t>(all.end() - first);
            target.ids.assign(first, first + static_cast<std::ptrdiff_t>(std::min(room, block.size())));
        }
    }
    const auto beyond = block.size() - std::min(block.size(), target.ids.size());
    NewId newId;
    if (!single && beyond > 0) {
        const auto what = countOf(model_->kind(), beyond);
        if (prompts_.confirm(
                this, tr("Add %1?").arg(what),
                tr("What you paste has more rows than there are below the current one. The rest can "
                   "become %1.")
                    .arg(what),
                tr("Add"))) {
            newId = [this] { return session_.newId(); };
        }
    }
    std::vector<plan::Id> made;
    const auto edit =
        pasteBlock(model_->plan(), model_->kind(), target.ids, fieldsOf(target.columns), block, newId, made);
    tell({});
    if (!edit.changes.empty()) {
        session_.perform(edit.label, edit.changes);
        if (!made.empty()) {
            reveal(made.front());
        }
    }
    if (!edit.refused.empty()) {
        tell(tr("Not everything was taken."));
        prompts_.warn(this, tr("Not everything was taken"), refusalsInWords(edit.refused));
    }
}

void RecordTable::offerToFillIn(plan::Id record, const QString& key, const QString& why) {
    const auto* field = plan::findField(plan::recordInfo(model_->kind()), key.toStdString());
    if (field && session_.plan()->record(model_->kind(), record) &&
        prompts_.confirm(this, tr("Not yet"), why, tr("Go to “%1”").arg(headingOf(*field)))) {
        Q_EMIT fieldWanted(record, key);
    }
}

void RecordTable::fillDown() {
    const auto block = selectedBlock();
    if (block.ids.size() < 2) {
        tell(tr("Select the cell to copy and the cells below it, then fill down."));
        return;
    }
    tell({});
    model_->edit(ui::fillDown(model_->plan(), model_->kind(), block.ids, fieldsOf(block.columns)));
}

void RecordTable::clearCells() {
    const auto block = selectedBlock();
    tell({});
    model_->edit(clearFields(model_->plan(), model_->kind(), block.ids, fieldsOf(block.columns)));
}

void RecordTable::editColumn() {
    const auto current = view_->currentIndex();
    const auto* field = current.isValid() ? model_->fieldAt(current.column()) : nullptr;
    const auto ids = selectedIds();
    if (!field || !isEditable(*field) || ids.empty() || !session_.isWritable()) {
        return;
    }
    auto* dialog =
        new FieldDialog(session_, *field,
                        tr("“%1” of %2").arg(qtext(field->label), countOf(model_->kind(), ids.size())), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setValue(model_->valueAt(current.row(), current.column()));
    connect(dialog, &QDialog::accepted, this, [this, dialog, field, ids] {
        tell({});
        model_->edit(
            setField(model_->plan(), model_->kind(), ids, *field, *dialog->value(), dialog->alsoNeeded()));
    });
    dialog->open();
}

void RecordTable::openEditor(const QModelIndex& index, const QString& typed) {
    const auto* field = model_->fieldAt(index.column());
    if (!field || !isEditable(*field)) {
        if (typed.isEmpty()) {
            Q_EMIT openRequested(model_->idAt(index.row()));
        } else { // what is typed must not land in another field
            const auto heading =
                model_->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
            tell(field ? tr("“%1” can’t be typed in the table.").arg(heading)
                       : tr("“%1” is worked out from what is recorded: there is nothing to type here.")
                             .arg(heading));
        }
        return;
    }
    if (!session_.isWritable()) {
        tell(tr("This plan is open for reading only."));
        return;
    }
    tell({});
    if (field->kind == plan::FieldKind::links) {
        openLinks(index);
        return;
    }
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

void RecordTable::openLinks(const QModelIndex& index) {
    const auto* field = model_->fieldAt(index.column());
    const auto id = model_->idAt(index.row());
    const auto name = qtext(plan::nameOf(model_->plan(), model_->kind(), id));
    auto* dialog = new FieldDialog(session_, *field, tr("%1: %2").arg(name, qtext(field->label)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setValue(model_->valueAt(index.row(), index.column()));
    connect(dialog, &QDialog::accepted, this, [this, dialog, field, id] {
        model_->edit(
            setField(model_->plan(), model_->kind(), {id}, *field, *dialog->value(), dialog->alsoNeeded()));
    });
    dialog->open();
}

void RecordTable::showMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto id = currentId(); id != 0) {
        auto* open = menu->addAction(tr("&Open"));
        open->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
        connect(open, &QAction::triggered, this, [this, id] { Q_EMIT openRequested(id); });
        menu->addSeparator();
    }
    menu->addActions(actions_);
    menu->addSeparator();
    auto* group = menu->addAction(tr("&Group by this column"));
    const auto column = view_->currentIndex().isValid() ? view_->currentIndex().column() : 0;
    group->setCheckable(true);
    group->setChecked(model_->groupColumn() == column);
    connect(group, &QAction::triggered, this, [this, column](bool on) {
        model_->setGroupColumn(on ? column : -1);
        rememberColumns();
    });
    menu->popup(view_->viewport()->mapToGlobal(at));
}

} // namespace wardmote::ui
