#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_editors.h"
#include "ui/widgets/record_value_meta.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QAction>
#include <QCalendarWidget>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QWidgetAction>

namespace wardmote::ui {
namespace {

using plan::FieldKind;

QHBoxLayout* bareRow(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

void nameFor(QWidget& control, const plan::FieldInfo& field) {
    setNames(control, qtext(field.key), headingOf(field));
    control.setToolTip(qtext(field.rules.help));
}

} // namespace

LineEditor::LineEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent)
    : FieldEditor(session, field, parent), line_(new QLineEdit(this)) {
    auto* row = bareRow(this);
    row->addWidget(line_);
    nameFor(*line_, field);
    if (isNumeric(field)) {
        line_->setAlignment(Qt::AlignRight);
    }
    if (place != EditorPlace::cell) {
        if (isNumeric(field) || field.kind == FieldKind::date || field.kind == FieldKind::time) {
            line_->setMaximumWidth(line_->fontMetrics().averageCharWidth() * 24);
            if (!field.rules.unit.empty()) {
                row->addWidget(makeLabel(qtext(field.rules.unit), TextRole::caption, this));
            }
            row->addStretch();
        }
        line_->setPlaceholderText(notRecorded());
    }
    if (field.kind == FieldKind::date) {
        addCalendar();
    }
    setFocusProxy(line_);
    connect(line_, &QLineEdit::textEdited, this, &LineEditor::markModified);
    connect(line_, &QLineEdit::editingFinished, this, &LineEditor::commit);
}

void LineEditor::addCalendar() {
    auto* show = line_->addAction(icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    show->setText(tr("Choose from a calendar"));
    show->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    show->setShortcut(QKeySequence(QStringLiteral("Alt+Down")));
    show->setShortcutContext(Qt::WidgetShortcut);
    connect(show, &QAction::triggered, this, [this] {
        auto* menu = new QMenu(line_);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        auto* calendar = new QCalendarWidget(menu);
        setNames(*calendar, QStringLiteral("calendar"), tr("Calendar"));
        calendar->setFirstDayOfWeek(Qt::Monday);
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        if (const auto read = value(); read && isRecorded(*read)) {
            calendar->setSelectedDate(QDate::fromString(qtext(std::get<std::string>(*read)), Qt::ISODate));
        }
        auto* action = new QWidgetAction(menu);
        action->setDefaultWidget(calendar);
        menu->addAction(action);
        connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate day) {
            setValue(plan::Value{day.toString(Qt::ISODate).toStdString()});
            menu->close();
            markModified();
            commit();
        });
        menu->popup(line_->mapToGlobal(QPoint(0, line_->height())));
        calendar->setFocus();
    });
}

void LineEditor::setValue(const plan::Value& value) {
    line_->setText(typedText(plan(), field(), value));
    line_->setCursorPosition(0);
    clearModified();
}

Result<plan::Value> LineEditor::value() const {
    return readTyped(plan(), field(), line_->text());
}

QWidget* LineEditor::focusTarget() {
    return line_;
}

void LineEditor::setReadOnly(bool readOnly) {
    setReadOnlyNow(*line_, readOnly);
    for (auto* action : line_->actions()) {
        action->setEnabled(!readOnly);
    }
}

void LineEditor::startWith(const QString& typed) {
    line_->setText(typed);
    markModified();
}

BoxEditor::BoxEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent)
    : FieldEditor(session, field, parent), box_(new QPlainTextEdit(this)) {
    bareRow(this)->addWidget(box_);
    nameFor(*box_, field);
    box_->setTabChangesFocus(true);
    box_->installEventFilter(this);
    const bool list = field.kind == FieldKind::links;
    const int lines = list ? 2 : 3;
    box_->setPlaceholderText(list && place != EditorPlace::cell ? tr("one a line") : notRecorded());
    if (place == EditorPlace::form) {
        box_->setFixedHeight(box_->fontMetrics().lineSpacing() * lines + 18);
    }
    setFocusProxy(box_);
    connect(box_, &QPlainTextEdit::textChanged, this, &BoxEditor::markModified);
}

void BoxEditor::setValue(const plan::Value& value) {
    const QSignalBlocker quiet(box_);
    QStringList lines;
    if (const auto* links = std::get_if<plan::Links>(&value)) {
        for (const auto& link : *links) {
            const auto* words = std::get_if<std::string>(&link.cells.front());
            lines << (words ? qtext(*words) : QString());
        }
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        lines << qtext(*words);
    }
    box_->setPlainText(lines.join(u'\n'));
    clearModified();
}

Result<plan::Value> BoxEditor::value() const {
    if (field().kind != FieldKind::links) {
        return readTyped(plan(), field(), box_->toPlainText());
    }
    plan::Links links;
    for (const auto& line : box_->toPlainText().split(u'\n')) {
        if (const auto words = line.trimmed(); !words.isEmpty()) {
            links.push_back({{plan::Value{words.toStdString()}}});
        }
    }
    return links.empty() ? plan::Value{} : plan::Value{std::move(links)};
}

bool BoxEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == box_ && event->type() == QEvent::FocusOut) {
        commit();
    }
    return FieldEditor::eventFilter(watched, event);
}

QWidget* BoxEditor::focusTarget() {
    return box_;
}

void BoxEditor::setReadOnly(bool readOnly) {
    setReadOnlyNow(*box_, readOnly);
}

void BoxEditor::startWith(const QString& typed) {
    box_->setPlainText(typed);
    box_->moveCursor(QTextCursor::End);
}

ChoiceEditor::ChoiceEditor(Session& session, const plan::FieldInfo& field, QWidget* parent)
    : FieldEditor(session, field, parent), box_(new QComboBox(this)) {
    bareRow(this)->addWidget(box_);
    nameFor(*box_, field);
    if (!field.rules.required) {
        box_->addItem(notRecorded(), QVariant::fromValue(plan::Value{}));
    }
    if (field.kind == FieldKind::flag) {
        box_->addItem(tr("Yes"), QVariant::fromValue(plan::Value{true}));
        box_->addItem(tr("No"), QVariant::fromValue(plan::Value{false}));
    }
    for (const auto& choice : field.choices) {
        box_->addItem(qtext(choice.label), QVariant::fromValue(plan::Value{std::string(choice.key)}));
    }
    box_->setMaxVisibleItems(14);
    // Long answers must not make a narrow form wider than its place.
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(12);
    box_->setFocusPolicy(Qt::StrongFocus);
    letWheelPass(*box_);
    setFocusProxy(box_);
    connect(box_, &QComboBox::activated, this, [this] {
        markModified();
        commit();
    });
}

void ChoiceEditor::setValue(const plan::Value& value) {
    int at = field().rules.required ? -1 : 0;
    for (int i = 0; i < box_->count(); ++i) {
        if (box_->itemData(i).value<plan::Value>() == value) {
            at = i;
        }
    }
    box_->setCurrentIndex(at);
    clearModified();
}

Result<plan::Value> ChoiceEditor::value() const {
    return box_->currentIndex() < 0 ? plan::Value{} : box_->currentData().value<plan::Value>();
}

QWidget* ChoiceEditor::focusTarget() {
    return box_;
}

void ChoiceEditor::setReadOnly(bool readOnly) {
    box_->setEnabled(!readOnly);
}

void ChoiceEditor::startWith(const QString& typed) {
    const auto at = box_->findText(typed, Qt::MatchStartsWith);
    if (at >= 0) {
        box_->setCurrentIndex(at);
        markModified();
    }
}

} // namespace wardmote::ui
