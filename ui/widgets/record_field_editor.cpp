#include "ui/widgets/record_field_editor.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_editors.h"

namespace wardmote::ui {

FieldEditor::FieldEditor(Session& session, const plan::FieldInfo& field, QWidget* parent)
    : QWidget(parent), session_(session), field_(field) {
    setObjectName(qtext(field.key) + QStringLiteral("Editor"));
}

const plan::Plan& FieldEditor::plan() const {
    return *session_.plan();
}

void FieldEditor::markModified() {
    modified_ = true;
    Q_EMIT edited();
}

void FieldEditor::commit() {
    if (modified_) {
        Q_EMIT committed();
    }
}

FieldEditor* makeFieldEditor(Session& session, const plan::FieldInfo& field, EditorPlace place,
                             QWidget* parent) {
    using plan::FieldKind;
    switch (field.kind) {
    case FieldKind::choice:
    case FieldKind::flag:
        return new ChoiceEditor(session, field, parent);
    case FieldKind::reference:
        return new ReferenceEditor(session, field, parent);
    case FieldKind::longText:
        return new BoxEditor(session, field, place, parent);
    case FieldKind::recurrence:
        return new RecurrenceEditor(session, field, place, parent);
    case FieldKind::links:
        if (isTableList(field)) {
            return new LinksEditor(session, field, place, parent);
        }
        if (field.linkFields.front().kind == FieldKind::reference) {
            return new ListEditor(session, field, place, parent);
        }
        return new BoxEditor(session, field, place, parent);
    case FieldKind::shape:
        return nullptr;
    default:
        return new LineEditor(session, field, place, parent);
    }
}

} // namespace wardmote::ui
