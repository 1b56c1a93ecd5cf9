#include "ui/widgets/record_form.h"

#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/like_names.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_history.h"
#include "ui/widgets/style.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr int narrowest = 270;

} // namespace

RecordForm::RecordForm(Session& session, plan::RecordKind kind, QWidget* parent)
    : QWidget(parent), session_(session), kind_(kind) {
    setObjectName(qtext(plan::recordInfo(kind).table) + QStringLiteral("Form"));
    build();
    connect(&session, &Session::planChanged, this, &RecordForm::planChanged);
    connect(&session, &Session::writableChanged, this, &RecordForm::showAll);
    setRecord(0);
}

RecordForm::~RecordForm() {
    // A field that loses the focus because it goes must not find half of its form.
    for (auto& [key, row] : rows_) {
        row.editor->disconnect(this);
    }
}

void RecordForm::build() {
    const auto& info = plan::recordInfo(kind_);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* fields = new QWidget;
    fields->setObjectName(QStringLiteral("formFields"));
    fields->setMinimumWidth(narrowest); // else one wide control would make all of it scroll sideways
    auto* all = new QVBoxLayout(fields);
    all->setContentsMargins(12, 12, 12, 12);
    title_ = makeParagraph({}, TextRole::title, fields);
    all->addWidget(title_);

    // Groups in the order of their first field; the fields without one come first.
    std::vector<std::string_view> groups{{}};
    for (const auto* field : shownFields(kind_)) {
        if (std::ranges::find(groups, field->rules.group) == groups.end()) {
            groups.push_back(field->rules.group);
        }
    }
    for (const auto group : groups) {
        auto* form = this->group(*all, qtext(group));
        for (const auto* field : shownFields(kind_)) {
            if (field->rules.group == group) {
                addField(*form, *field);
            }
        }
    }
    all->addWidget(makeLabel(tr("History"), TextRole::section, fields));
    history_ = new RecordHistory(session_, fields);
    all->addWidget(history_);
    all->addStretch(1);
    scroll_->setWidget(fields);

    none_ = makeParagraph(
        tr("Choose one of the %1 in the table to see and fill in everything that is recorded of it.")
            .arg(qtext(info.plural)),
        TextRole::caption, this);
    static_cast<QLabel*>(none_)->setAlignment(Qt::AlignCenter);
    static_cast<QLabel*>(none_)->setMargin(16);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(none_);
    stack_->addWidget(scroll_);
}

QFormLayout* RecordForm::group(QVBoxLayout& all, const QString& heading) {
    if (!heading.isEmpty()) {
        all.addSpacing(10);
        all.addWidget(makeLabel(heading, TextRole::section, scroll_));
    }
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows); // an inspector is narrow
    form->setLabelAlignment(Qt::AlignLeft);
    form->setVerticalSpacing(7);
    all.addLayout(form);
    return form;
}

void RecordForm::addField(QFormLayout& form, const plan::FieldInfo& field) {
    auto* editor = makeFieldEditor(session_, field, EditorPlace::form, this);
    if (!editor) {
        return;
    }
    auto* label = new QLabel(qtext(field.label));
    label->setBuddy(editor->focusTarget());
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(editor);
    if (&field == &plan::recordInfo(kind_).fields.front() && LikeNames::isFor(kind_)) {
        suggestLikeNames(*editor, *column);
    }
    if (!field.rules.help.empty() && field.kind != plan::FieldKind::recurrence) {
        column->addWidget(makeParagraph(qtext(field.rules.help), TextRole::caption, box));
    }
    auto* complaint = makeParagraph({}, TextRole::body, box);
    complaint->setObjectName(qtext(field.key) + QStringLiteral("Complaint"));
    setTextTone(*complaint, Tone::attention);
    complaint->hide();
    column->addWidget(complaint);
    form.addRow(label, box);
    const auto key = std::string(field.key);
    rows_.emplace(key, Row{editor, complaint});
    connect(editor, &FieldEditor::committed, this, [this, key] { commit(rows_.at(key)); });
    connect(editor, &FieldEditor::edited, this, [this, key] { complain(rows_.at(key), {}); });
}

void RecordForm::suggestLikeNames(FieldEditor& name, QVBoxLayout& below) {
    if (auto* line = qobject_cast<QLineEdit*>(name.focusTarget())) {
        likeNames_ = new LikeNames(session_, kind_, *line, below.parentWidget());
        below.addWidget(likeNames_);
        connect(likeNames_, &LikeNames::openRequested, this, [this](plan::Id id) {
            session_.selection().requestShow(kind_, {id}, tr("A name that looks like it"));
        });
    }
}

void RecordForm::setRecord(plan::Id id) {
    if (id_ != 0 && id != id_) {
        // What is typed and not yet left belongs to the record that was shown.
        for (auto& [key, row] : rows_) {
            if (row.editor->isModified()) {
                commit(row);
            }
        }
    }
    id_ = session_.plan()->contains(kind_, id) ? id : 0;
    if (likeNames_) {
        likeNames_->setOwn(id_);
    }
    stack_->setCurrentIndex(id_ == 0 ? 0 : 1);
    showAll();
    history_->setRecord(kind_, id_);
}

FieldEditor* RecordForm::editor(std::string_view key) const {
    const auto at = rows_.find(key);
    return at == rows_.end() ? nullptr : at->second.editor;
}

QString RecordForm::complaint(std::string_view key) const {
    const auto at = rows_.find(key);
    return at == rows_.end() ? QString() : at->second.complaint->accessibleName();
}

void RecordForm::focusField(std::string_view key) {
    if (auto* at = editor(key)) {
        scroll_->ensureWidgetVisible(at);
        at->focusTarget()->setFocus(Qt::OtherFocusReason);
    }
}

void RecordForm::showField(Row& row) {
    const auto record = session_.plan()->record(kind_, id_);
    row.editor->setValue(record ? row.editor->field().get(record.get()) : plan::Value{});
    row.editor->setReadOnly(!session_.isWritable());
    complain(row, {});
}

void RecordForm::showAll() {
    title_->setText(id_ == 0 ? QString() : qtext(plan::nameOf(*session_.plan(), kind_, id_)));
    for (auto& [key, row] : rows_) {
        showField(row);
    }
}

void RecordForm::planChanged(const plan::ChangeSummary& summary) {
    if (id_ == 0) {
        return;
    }
    if (!session_.plan()->contains(kind_, id_)) {
        setRecord(0);
        Q_EMIT recordGone();
        return;
    }
    title_->setText(qtext(plan::nameOf(*session_.plan(), kind_, id_)));
    for (auto& [key, row] : rows_) {
        if (!row.editor->isModified()) {
            showField(row);
        }
    }
    const bool mine = summary.everything || std::ranges::any_of(summary.records, [this](const auto& touched) {
                          return touched.kind == kind_ && touched.id == id_;
                      });
    if (mine) {
        history_->setRecord(kind_, id_);
    }
}

void RecordForm::commit(Row& row) {
    const auto& field = row.editor->field();
    const auto value = row.editor->value();
    if (!value) {
        complain(row, qtext(value.error().text()));
        return;
    }
    const auto edit = setField(*session_.plan(), kind_, {id_}, field, *value, row.editor->alsoNeeded());
    if (!edit.refused.empty()) {
        complain(row, edit.refused.front().why);
        return;
    }
    complain(row, {});
    // From now on the field shows what the plan holds.
    row.editor->setValue(*value);
    if (!edit.changes.empty()) {
        const auto whole = wholeEdit_ ? wholeEdit_(*session_.plan(), id_, field, *value) : std::nullopt;
        const auto& made = whole ? *whole : edit;
        session_.perform(made.label, made.changes);
    }
}

void RecordForm::complain(Row& row, const QString& message) {
    row.complaint->setText(message.isEmpty() ? QString() : QStringLiteral("⚠ ") + message);
    row.complaint->setAccessibleName(message);
    row.complaint->setVisible(!message.isEmpty());
    row.editor->focusTarget()->setAccessibleDescription(
        message.isEmpty() ? qtext(row.editor->field().rules.help) : message);
}

} // namespace wardmote::ui
