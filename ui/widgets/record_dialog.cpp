#include "ui/widgets/record_dialog.h"

#include "core/base/contract.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/like_names.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/style.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

QLabel* makeComplaint(QDialog* dialog) {
    auto* label = makeParagraph({}, TextRole::body, dialog);
    label->setObjectName(QStringLiteral("complaint"));
    setTextTone(*label, Tone::attention);
    label->hide();
    return label;
}

void say(QLabel& label, const QString& message) {
    label.setText(QStringLiteral("⚠ ") + message);
    label.setAccessibleName(message);
    label.setVisible(!message.isEmpty());
}

QDialogButtonBox* makeButtons(QDialog* dialog, const QString& verb) {
    auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    auto* accept = box->addButton(verb, QDialogButtonBox::AcceptRole);
    makePrimary(*accept);
    setNames(*accept, QStringLiteral("accept"), QString(verb).remove(u'&'));
    auto* cancel = box->button(QDialogButtonBox::Cancel);
    setNames(*cancel, QStringLiteral("cancel"), QString(cancel->text()).remove(u'&'));
    QObject::connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

} // namespace

FieldDialog::FieldDialog(Session& session, const plan::FieldInfo& field, const QString& title,
                         QWidget* parent)
    : QDialog(parent), editor_(makeFieldEditor(session, field, EditorPlace::dialog, this)),
      complaint_(makeComplaint(this)) {
    setObjectName(QStringLiteral("fieldDialog"));
    setWindowTitle(title);
    auto* column = new QVBoxLayout(this);
    if (!field.rules.help.empty()) {
        column->addWidget(makeParagraph(qtext(field.rules.help), TextRole::caption, this));
    }
    column->addWidget(editor_, 1);
    column->addWidget(complaint_);
    column->addWidget(makeButtons(this, tr("&Done")));
    if (field.kind == plan::FieldKind::links) {
        resize(isTableList(field) ? 720 : 420, 460);
    } else {
        resize(420, 0);
    }
    editor_->focusTarget()->setFocus();
}

void FieldDialog::setValue(const plan::Value& value) {
    editor_->setValue(value);
}

Result<plan::Value> FieldDialog::value() const {
    return editor_->value();
}

plan::Changes FieldDialog::alsoNeeded() const {
    return editor_->alsoNeeded();
}

void FieldDialog::accept() {
    if (const auto read = value(); !read) {
        say(*complaint_, qtext(read.error().text()));
        return;
    }
    QDialog::accept();
}

RecordDialog::RecordDialog(Session& session, plan::RecordKind kind, const std::vector<std::string_view>& keys,
                           QWidget* parent)
    : QDialog(parent), session_(session), kind_(kind), id_(session.newId()), complaint_(makeComplaint(this)) {
    const auto singular = qtext(plan::recordInfo(kind).singular);
    setObjectName(QStringLiteral("recordDialog"));
    setWindowTitle(tr("New %1").arg(singular));
    auto* column = new QVBoxLayout(this);
    auto* fields = new QWidget;
    auto* form = new QFormLayout(fields);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const auto key : keys) {
        const auto& field = plan::fieldOf(kind, key);
        auto* editor = makeFieldEditor(session, field, EditorPlace::form, fields);
        if (!editor) {
            continue;
        }
        auto* label = new QLabel(headingOf(field) + (field.rules.required ? tr(" (needed)") : QString()));
        label->setBuddy(editor->focusTarget());
        label->setToolTip(qtext(field.rules.help));
        editor->setValue({});
        form->addRow(label, editor);
        editors_.push_back(editor);
        if (&field == &plan::recordInfo(kind).fields.front() && LikeNames::isFor(kind)) {
            form->addRow(QString(), makeLikeNames(*editor));
        }
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(fields);
    column->addWidget(makeParagraph(
        tr("What the analyses need most. Everything else can be filled in later; leave blank what is not "
           "known."),
        TextRole::caption, this));
    column->addWidget(scroll, 1);
    column->addWidget(complaint_);
    column->addWidget(makeButtons(this, tr("&Add %1").arg(singular)));
    resize(640, 640);
    if (!editors_.empty()) {
        editors_.front()->focusTarget()->setFocus();
    }
}

/// One that is there already is opened in place of adding it again.
QWidget* RecordDialog::makeLikeNames(FieldEditor& name) {
    auto* line = qobject_cast<QLineEdit*>(name.focusTarget());
    contract(line, "a name is typed in a line");
    auto* like = new LikeNames(session_, kind_, *line, name.parentWidget());
    connect(like, &LikeNames::openRequested, this, [this](plan::Id id) {
        reject();
        session_.selection().requestShow(kind_, {id}, tr("A name that looks like it"));
    });
    return like;
}

FieldEditor* RecordDialog::editor(std::string_view key) const {
    for (auto* editor : editors_) {
        if (editor->field().key == key) {
            return editor;
        }
    }
    return nullptr;
}

void RecordDialog::complain(const QString& message, FieldEditor* at) {
    say(*complaint_, message);
    if (at) {
        at->focusTarget()->setFocus();
    }
}

void RecordDialog::accept() {
    const auto& info = plan::recordInfo(kind_);
    const auto record = info.make();
    info.setId(record.get(), id_);
    plan::Changes changes;
    for (auto* editor : editors_) {
        const auto value = editor->value();
        if (!value) {
            complain(headingOf(editor->field()) + QStringLiteral(": ") + qtext(value.error().text()), editor);
            return;
        }
        changes.append(editor->alsoNeeded());
        editor->field().set(record.get(), *value);
    }
    changes.insert(kind_, id_, record.get());
    if (const auto wrong = plan::complaints(*session_.plan(), changes); !wrong.empty()) {
        complain(qtext(wrong.front().message),
                 wrong.front().field ? editor(wrong.front().field->key) : nullptr);
        return;
    }
    const auto name = info.fields.front().get(record.get());
    const auto* words = std::get_if<std::string>(&name);
    session_.perform(tr("Add %1").arg(words ? qtext(*words) : qtext(info.singular)), changes);
    QDialog::accept();
}

} // namespace wardmote::ui
