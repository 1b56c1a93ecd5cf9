#include "ui/widgets/record_edits.h"

#include "core/analysis/agreement.h"
#include "ui/widgets/record_cell.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

using plan::FieldInfo;
using plan::Id;
using plan::RecordKind;

QString tr(const char* text) {
    return QCoreApplication::translate("RecordEdits", text);
}

QString nameIn(const plan::Plan& plan, RecordKind kind, Id id) {
    return qtext(plan::nameOf(plan, kind, id));
}

/// "Keynsham Area Forum" or "12 mechanisms".
QString whom(const plan::Plan& plan, RecordKind kind, const std::set<Id>& ids) {
    return ids.size() == 1 ? nameIn(plan, kind, *ids.begin()) : countOf(kind, ids.size());
}

std::set<Id> touched(const plan::Changes& changes) {
    std::set<Id> ids;
    for (const auto& change : changes.list()) {
        ids.insert(change.id);
    }
    return ids;
}

/// Why the plan's rules refuse this value; empty if they don't.
QString refusal(const plan::Plan& plan, RecordKind kind, Id id, const FieldInfo& field,
                const plan::Value& value, const plan::Changes& also) {
    plan::Changes one = also;
    one.set(kind, id, field, value);
    const auto wrong = plan::complaints(plan, one);
    return wrong.empty() ? QString() : qtext(wrong.front().message);
}

/// Adds the change of one cell, or the reason against it.
void setCell(RecordEdit& edit, const plan::Plan& plan, RecordKind kind, Id id, const FieldInfo& field,
             const plan::Value& value, const plan::Changes& also = {}) {
    const auto record = plan.record(kind, id);
    if (!record || field.get(record.get()) == value) {
        return;
    }
    const auto why = refusal(plan, kind, id, field, value, also);
    if (why.isEmpty()) {
        edit.changes.set(kind, id, field, value);
    } else {
        edit.refused.push_back(
            {nameIn(plan, kind, id) + QStringLiteral(", ") + headingOf(field), why, 0, nullptr});
    }
}

QString freshName(const plan::Plan& plan, RecordKind kind, const QString& wanted) {
    std::set<QString> taken;
    for (const auto id : plan.ids(kind)) {
        taken.insert(nameIn(plan, kind, id));
    }
    auto name = wanted;
    for (int number = 2; taken.contains(name); ++number) {
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    }
    return name;
}

} // namespace

RecordEdit setField(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids,
                    const FieldInfo& field, const plan::Value& value, const plan::Changes& also) {
    RecordEdit edit;
    for (const auto id : ids) {
        setCell(edit, plan, kind, id, field, value, also);
    }
    holdBackUnready(plan, edit);
    edit.label = tr("Change “%1” of %2").arg(qtext(field.label), whom(plan, kind, touched(edit.changes)));
    if (!edit.changes.empty() && !also.empty()) {
        auto all = also;
        all.append(std::move(edit.changes));
        edit.changes = std::move(all);
    }
    return edit;
}

RecordEdit fillDown(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids,
                    const std::vector<const FieldInfo*>& fields) {
    RecordEdit edit;
    const auto source = ids.empty() ? nullptr : plan.record(kind, ids.front());
    for (std::size_t i = 1; source && i < ids.size(); ++i) {
        for (const auto* field : fields) {
            if (isEditable(*field)) {
                setCell(edit, plan, kind, ids[i], *field, field->get(source.get()));
            }
        }
    }
    holdBackUnready(plan, edit);
    edit.label = fields.size() == 1
                     ? tr("Fill down “%1” in %2")
                           .arg(qtext(fields.front()->label), whom(plan, kind, touched(edit.changes)))
                     : tr("Fill down in %1").arg(whom(plan, kind, touched(edit.changes)));
    return edit;
}

RecordEdit clearFields(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids,
                       const std::vector<const FieldInfo*>& fields) {
    RecordEdit edit;
    for (const auto id : ids) {
        for (const auto* field : fields) {
            if (isEditable(*field)) {
                setCell(edit, plan, kind, id, *field, plan::Value{});
            }
        }
    }
    holdBackUnready(plan, edit);
    edit.label = fields.size() == 1
                     ? tr("Clear “%1” of %2")
                           .arg(qtext(fields.front()->label), whom(plan, kind, touched(edit.changes)))
                     : tr("Clear fields of %1").arg(whom(plan, kind, touched(edit.changes)));
    return edit;
}

RecordEdit duplicateRecords(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids,
                            const NewId& newId, std::vector<Id>& made) {
    RecordEdit edit;
    const auto& info = plan::recordInfo(kind);
    for (const auto id : ids) {
        const auto record = plan.record(kind, id);
        if (!record) {
            continue;
        }
        const auto copy = info.copy(record.get());
        made.push_back(newId());
        info.setId(copy.get(), made.back());
        const auto name = freshName(plan, kind, tr("%1 (copy)").arg(nameIn(plan, kind, id)));
        info.fields.front().set(copy.get(), name.toStdString());
        if (const auto* key = plan::findField(info, "source_key")) {
            key->set(copy.get(), plan::Value{});
        }
        edit.changes.insert(kind, made.back(), copy.get());
    }
    holdBackUnready(plan, edit);
    edit.label = tr("Duplicate %1").arg(whom(plan, kind, {ids.begin(), ids.end()}));
    return edit;
}

RecordEdit eraseRecords(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids) {
    RecordEdit edit;
    for (const auto id : ids) {
        edit.changes.erase(kind, id);
    }
    edit.label = tr("Delete %1").arg(whom(plan, kind, {ids.begin(), ids.end()}));
    return edit;
}

QString consequencesInWords(const plan::Plan& plan, const plan::Changes& changes) {
    std::set<std::pair<RecordKind, Id>> asked;
    for (const auto& change : changes.list()) {
        asked.insert({change.kind, change.id});
    }
    std::map<RecordKind, std::set<Id>> left;
    std::map<RecordKind, std::set<Id>> gone;
    const auto all = plan::withConsequences(plan, changes);
    for (const auto& change : all.list()) {
        if (!asked.contains({change.kind, change.id})) {
            (change.action == plan::Change::Action::erase ? gone : left)[change.kind].insert(change.id);
        }
    }
    const auto list = [](const std::map<RecordKind, std::set<Id>>& counts) {
        QStringList words;
        for (const auto& [kind, ids] : counts) {
            words << countOf(kind, ids.size());
        }
        const auto last = words.size() > 1 ? tr(" and ") + words.takeLast() : QString();
        return words.join(QStringLiteral(", ")) + last;
    };
    QStringList sentences;
    if (!gone.empty()) {
        sentences << tr("This also deletes %1.").arg(list(gone));
    }
    if (!left.empty()) {
        sentences << tr("It is taken out of %1.").arg(list(left));
    }
    return sentences.join(u' ');
}

RecordEdit addRecord(const plan::Plan& plan, RecordKind kind, Id id, const QString& name) {
    RecordEdit edit;
    const auto& info = plan::recordInfo(kind);
    const auto record = info.make();
    info.setId(record.get(), id);
    const auto called = name.isEmpty() ? freshName(plan, kind, tr("New %1").arg(qtext(info.singular))) : name;
    info.fields.front().set(record.get(), called.toStdString());
    edit.changes.insert(kind, id, record.get());
    edit.label = tr("Add %1").arg(called);
    return edit;
}

void holdBackUnready(const plan::Plan& plan, RecordEdit& edit) {
    const auto unready = analysis::unreadyDecisions(plan, edit.changes);
    if (unready.empty()) {
        return;
    }
    plan::Changes rest;
    for (auto change : edit.changes.list()) {
        const auto at = std::ranges::find_if(unready, [&](const auto& decision) {
            return decision.kind == change.kind && decision.id == change.id;
        });
        if (at != unready.end()) {
            std::erase_if(change.fields, [&](const plan::FieldValue& content) {
                return std::ranges::find(at->because, content.field) != at->because.end();
            });
        }
        if (!change.fields.empty() || change.action != plan::Change::Action::update) {
            rest.add(std::move(change));
        }
    }
    for (const auto& decision : unready) {
        const auto& first = *decision.missing.front();
        const auto name = plan.record(decision.kind, decision.id)
                              ? nameIn(plan, decision.kind, decision.id)
                              : tr("The new %1").arg(qtext(plan::recordInfo(decision.kind).singular));
        edit.refused.push_back(
            {QStringLiteral("%1, %2").arg(name, headingOf(*decision.because.front())),
             tr("%1 These stand in its form, under “%2”.")
                 .arg(qtext(analysis::missingInWords(decision.missing)), qtext(first.rules.group)),
             decision.id, &first});
    }
    edit.changes = std::move(rest);
}

QString refusalsInWords(const std::vector<Refusal>& refused, std::size_t most) {
    QStringList lines;
    for (std::size_t i = 0; i < refused.size() && i < most; ++i) {
        lines << QStringLiteral("%1: %2").arg(refused[i].where, refused[i].why);
    }
    if (refused.size() > most) {
        lines << tr("... and %1 more").arg(refused.size() - most);
    }
    return lines.join(u'\n');
}

} // namespace wardmote::ui
