#include "ui/widgets/record_delegate.h"

#include "ui/session/session.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace wardmote::ui {
namespace {

FieldEditor* editorAround(QObject* control) {
    for (auto* object = control; object != nullptr; object = object->parent()) {
        if (auto* editor = qobject_cast<FieldEditor*>(object)) {
            return editor;
        }
    }
    return nullptr;
}

} // namespace

FieldDelegate::FieldDelegate(Session& session, Cells cells, QObject* parent)
    : QStyledItemDelegate(parent), session_(session), cells_(std::move(cells)) {}

void FieldDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto& theme = themeOf(option->palette);
    if (cells_.isHeading && cells_.isHeading(index.row())) {
        option->font.setBold(true);
        option->backgroundBrush = theme.neutralSoft;
        return;
    }
    if (option->text == notRecordedDash()) {
        option->palette.setColor(QPalette::Text, theme.mutedText);
        option->palette.setColor(QPalette::HighlightedText, theme.mutedText);
    }
    if (index.column() == 0) {
        option->font.setWeight(QFont::DemiBold);
    }
    const bool chosen = cells_.isChosen && cells_.isChosen(index.row());
    if (chosen || (option->state & QStyle::State_Selected)) {
        option->backgroundBrush = theme.accentSoft;
        option->palette.setColor(QPalette::Highlight, theme.accentSoft);
        if (option->text != notRecordedDash()) {
            option->palette.setColor(QPalette::HighlightedText, theme.text);
        }
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    option->font.setFeature("tnum", 1); // digits of one width, so that figures line up
#endif
}

void FieldDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    auto shown = option;
    const bool current = shown.state & QStyle::State_HasFocus;
    const bool selected = shown.state & QStyle::State_Selected;
    shown.state &= ~QStyle::State_HasFocus;
    // Words stand where the headings above them do.
    auto styled = shown;
    initStyleOption(&styled, index);
    painter->fillRect(option.rect, styled.backgroundBrush);
    shown.rect.adjust(CellDelegate::padding, 0, -CellDelegate::padding, 0);
    QStyledItemDelegate::paint(painter, shown, index);
    // The cells of the selection by a line below, the current one by a frame: not by colour alone. Away from
    // the table, where keys no longer act on cells, the row alone is shown.
    const auto& theme = themeOf(option.palette);
    if (current) {
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    } else if (selected && option.widget && option.widget->hasFocus()) {
        painter->setPen(theme.accent);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}

QWidget* FieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                     const QModelIndex& index) const {
    const auto* field = cells_.field(index);
    if (!field || field->kind == plan::FieldKind::links) {
        return nullptr; // lists open in a dialog of their own
    }
    auto* editor = makeFieldEditor(session_, *field, EditorPlace::cell, parent);
    if (!editor) {
        return nullptr;
    }
    editor->setAutoFillBackground(true);
    auto* self = const_cast<FieldDelegate*>(this);
    editor->focusTarget()->installEventFilter(self);
    if (auto* choices = qobject_cast<QComboBox*>(editor->focusTarget())) {
        connect(choices, &QComboBox::activated, self, [self, editor] {
            Q_EMIT self->commitData(editor);
            Q_EMIT self->closeEditor(editor);
        });
    }
    return editor;
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* of = static_cast<FieldEditor*>(editor);
    if (of->isModified()) {
        return; // the plan changed while the person types: what is typed stays
    }
    of->setValue(cells_.value(index));
    if (!typed_.isEmpty()) {
        of->startWith(typed_);
        typed_.clear();
    }
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const {
    const auto* of = static_cast<FieldEditor*>(editor);
    if (!of->isModified()) {
        return;
    }
    if (const auto value = of->value()) {
        cells_.take(index, *value, of->alsoNeeded());
    } else {
        cells_.refuse(headingOf(of->field()) + QStringLiteral(": ") + qtext(value.error().text()));
    }
}

void FieldDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const {
    auto place = option.rect;
    const auto* of = static_cast<FieldEditor*>(editor);
    if (of->field().kind == plan::FieldKind::longText) {
        place.setSize(place.size().expandedTo({320, 110}));
    } else {
        place.setWidth(std::max(place.width(), std::min(editor->sizeHint().width(), 260)));
    }
    const auto* around = editor->parentWidget();
    if (place.right() > around->width()) {
        place.moveRight(std::max(around->width() - 1, place.width() - 1));
    }
    if (place.bottom() > around->height()) {
        place.moveBottom(around->height() - 1);
    }
    editor->setGeometry(place);
}

bool FieldDelegate::key(QWidget* editor, int key, Qt::KeyboardModifiers modifiers) {
    const bool box = qobject_cast<QPlainTextEdit*>(static_cast<FieldEditor*>(editor)->focusTarget());
    auto hint = NoHint;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (box && !(modifiers & Qt::ControlModifier)) {
            return false; // a new line
        }
        break;
    case Qt::Key_Tab:
        hint = EditNextItem;
        break;
    case Qt::Key_Backtab:
        hint = EditPreviousItem;
        break;
    case Qt::Key_Escape:
        Q_EMIT closeEditor(editor, RevertModelCache);
        return true;
    default:
        return false;
    }
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, hint);
    return true;
}

bool FieldDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* editor = editorAround(watched);
    if (!editor) {
        return QStyledItemDelegate::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        auto* press = static_cast<QKeyEvent*>(event);
        return key(editor, press->key(), press->modifiers());
    }
    if (event->type() == QEvent::FocusOut && watched != editor) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason &&
            !QApplication::activePopupWidget()) {
            Q_EMIT commitData(editor);
            Q_EMIT closeEditor(editor, NoHint);
        }
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return false;
}

} // namespace wardmote::ui
