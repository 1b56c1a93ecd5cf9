#include "ui/session/session.h"
#include "ui/widgets/chooser_edit.h"
#include "ui/widgets/chooser_list.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_editors.h"
#include "ui/widgets/record_edits.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {

ReferenceEditor::ReferenceEditor(Session& session, const plan::FieldInfo& field, QWidget* parent)
    : FieldEditor(session, field, parent), chooser_(new ChooserEdit(session, field.target, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(chooser_);
    setNames(*chooser_, qtext(field.key), headingOf(field));
    chooser_->setToolTip(qtext(field.rules.help));
    setFocusProxy(chooser_);
    connect(chooser_, &QLineEdit::textEdited, this, &ReferenceEditor::markModified);
    connect(chooser_, &ChooserEdit::picked, this, [this] {
        if (chooser_->wantsNew() && newId_ == 0) {
            newId_ = this->session().newId();
        }
        markModified();
        commit();
    });
    connect(chooser_, &QLineEdit::editingFinished, this, &ReferenceEditor::commit);
}

void ReferenceEditor::setValue(const plan::Value& value) {
    const auto* id = std::get_if<std::int64_t>(&value);
    chooser_->setChosen(id ? *id : 0);
    newId_ = 0;
    clearModified();
}

Result<plan::Value> ReferenceEditor::value() const {
    if (chooser_->wantsNew()) {
        return plan::Value{newId_};
    }
    if (chooser_->chosen() != 0) {
        return plan::Value{chooser_->chosen()};
    }
    const auto name = chooser_->unknownName();
    if (name.isEmpty()) {
        return plan::Value{};
    }
    const auto& info = plan::recordInfo(field().target);
    return failure(
        tr("No %1 is called “%2”.").arg(qtext(info.singular), name).toStdString(),
        tr("Choose one from the list, or “New %1” at its end.").arg(qtext(info.singular)).toStdString());
}

plan::Changes ReferenceEditor::alsoNeeded() const {
    if (!chooser_->wantsNew()) {
        return {};
    }
    return addRecord(plan(), field().target, newId_, chooser_->unknownName()).changes;
}

QWidget* ReferenceEditor::focusTarget() {
    return chooser_;
}

void ReferenceEditor::setReadOnly(bool readOnly) {
    setReadOnlyNow(*chooser_, readOnly);
}

void ReferenceEditor::startWith(const QString& typed) {
    chooser_->clear();
    chooser_->insert(typed);
    Q_EMIT chooser_->textEdited(typed);
}

ListEditor::ListEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent)
    : FieldEditor(session, field, parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto target = field.linkFields.front().target;
    if (place == EditorPlace::dialog) {
        list_ = new ChooserList(session, target, this);
        row->addWidget(list_);
        setFocusProxy(list_);
        connect(list_, &ChooserList::changed, this, [this] {
            ids_ = list_->chosen();
            made_ = list_->alsoNeeded();
            markModified();
        });
        return;
    }
    names_ = makeParagraph({}, TextRole::body, this);
    choose_ = makeButton(tr("Choose…"), qtext(field.key), this);
    choose_->setToolTip(qtext(field.rules.help));
    row->addWidget(names_, 1);
    row->addWidget(choose_, 0, Qt::AlignTop);
    setFocusProxy(choose_);
    connect(choose_, &QPushButton::clicked, this, &ListEditor::choose);
}

void ListEditor::setValue(const plan::Value& value) {
    ids_.clear();
    made_ = {};
    if (const auto* links = std::get_if<plan::Links>(&value)) {
        for (const auto& link : *links) {
            ids_.push_back(std::get<std::int64_t>(link.cells.front()));
        }
    }
    clearModified();
    if (list_) {
        list_->setChosen(ids_);
    } else {
        showNames();
    }
}

void ListEditor::showNames() {
    QStringList names;
    for (const auto id : ids_) {
        names << qtext(plan::nameOf(plan(), field().linkFields.front().target, id));
    }
    names.sort(Qt::CaseInsensitive);
    const auto text = names.isEmpty() ? notRecorded() : names.join(QStringLiteral(", "));
    names_->setText(text);
    choose_->setAccessibleName(tr("%1: %2. Choose").arg(headingOf(field()), text));
}

void ListEditor::choose() {
    auto* dialog = new FieldDialog(session(), field(), headingOf(field()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setValue(*value());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto chosen = dialog->value(); chosen && *chosen != *value()) {
            const auto made = dialog->alsoNeeded();
            setValue(*chosen);
            made_ = made;
            markModified();
            commit();
        }
    });
    dialog->open();
}

Result<plan::Value> ListEditor::value() const {
    plan::Links links;
    for (const auto id : ids_) {
        links.push_back({{plan::Value{id}}});
    }
    plan::detail::sortByKey(links);
    return links.empty() ? plan::Value{} : plan::Value{std::move(links)};
}

plan::Changes ListEditor::alsoNeeded() const {
    return made_;
}

QWidget* ListEditor::focusTarget() {
    return list_ ? static_cast<QWidget*>(&list_->filter()) : choose_;
}

void ListEditor::setReadOnly(bool readOnly) {
    (list_ ? static_cast<QWidget*>(list_) : choose_)->setEnabled(!readOnly);
}

void ListEditor::startWith(const QString& typed) {
    if (list_) {
        list_->filter().setText(typed);
    }
}

} // namespace wardmote::ui
