#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace wardmote::ui {
namespace {

using plan::FieldInfo;
using plan::Id;
using plan::RecordKind;

QString tr(const char* text) {
    return QCoreApplication::translate("RecordEdits", text);
}

/// Pasting in progress: what each cell needs.
struct Paste {
    const plan::Plan& plan;
    RecordKind kind;
    RecordEdit edit;
    std::set<Id> changed;

    void refuse(const QString& where, const FieldInfo& field, const QString& why) {
        edit.refused.push_back({where + QStringLiteral(", ") + headingOf(field), why, 0, nullptr});
    }

    std::optional<plan::Value> read(const QString& where, const FieldInfo& field, const QString& text) {
        if (!isEditable(field)) {
            refuse(where, field, tr("A boundary can't be pasted; import it from a file."));
            return {};
        }
        auto value = readTyped(plan, field, text);
        if (!value) {
            refuse(where, field, qtext(value.error().text()));
            return {};
        }
        return *std::move(value);
    }

    void over(Id id, const FieldInfo& field, const QString& text) {
        const auto record = plan.record(kind, id);
        if (!record || text == copiedText(plan, field, field.get(record.get()))) {
            return; // what was copied here: also for what can't be read back
        }
        const auto where = qtext(plan::nameOf(plan, kind, id));
        const auto value = read(where, field, text);
        if (!value || field.get(record.get()) == *value) {
            return;
        }
        plan::Changes one;
        one.set(kind, id, field, *value);
        if (const auto wrong = plan::complaints(plan, one); !wrong.empty()) {
            refuse(where, field, qtext(wrong.front().message));
            return;
        }
        edit.changes.append(std::move(one));
        changed.insert(id);
    }

    /// A new record of one row of text; nothing if the row is blank or the record can't be made.
    bool append(Id id, const std::vector<const FieldInfo*>& fields, const std::vector<QString>& cells,
                std::size_t line) {
        if (std::ranges::all_of(cells, [](const QString& cell) { return cell.trimmed().isEmpty(); })) {
            return false;
        }
        const auto& info = plan::recordInfo(kind);
        const auto where = tr("Line %1 of what is pasted").arg(line + 1);
        const auto record = info.make();
        info.setId(record.get(), id);
        for (std::size_t c = 0; c < cells.size() && c < fields.size(); ++c) {
            if (const auto value = read(where, *fields[c], cells[c])) {
                fields[c]->set(record.get(), *value);
            }
        }
        plan::Changes one;
        one.insert(kind, id, record.get());
        for (const auto& wrong : plan::complaints(plan, one)) {
            if (!wrong.field || wrong.field->rules.required) {
                refuse(where, wrong.field ? *wrong.field : info.fields.front(), qtext(wrong.message));
                return false;
            }
            refuse(where, *wrong.field, qtext(wrong.message));
            wrong.field->set(record.get(), plan::Value{});
        }
        edit.changes.insert(kind, id, record.get());
        return true;
    }
};

} // namespace

RecordEdit pasteBlock(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids,
                      const std::vector<const FieldInfo*>& fields,
                      const std::vector<std::vector<QString>>& block, const NewId& newId,
                      std::vector<Id>& made) {
    Paste paste{plan, kind, {}, {}};
    const bool single = block.size() == 1 && block.front().size() == 1;
    if (single) {
        for (const auto id : ids) {
            for (const auto* field : fields) {
                paste.over(id, *field, block.front().front());
            }
        }
    }
    for (std::size_t r = 0; !single && r < block.size(); ++r) {
        if (r < ids.size()) {
            for (std::size_t c = 0; c < block[r].size() && c < fields.size(); ++c) {
                paste.over(ids[r], *fields[c], block[r][c]);
            }
        } else if (newId) {
            const auto id = newId();
            if (paste.append(id, fields, block[r], r)) {
                made.push_back(id);
            }
        } else {
            paste.edit.refused.push_back({tr("Line %1 of what is pasted").arg(r + 1),
                                          tr("There is no row left to take it."), 0, nullptr});
        }
    }
    auto edit = std::move(paste.edit);
    holdBackUnready(plan, edit);
    const auto changed = paste.changed.size() == 1 ? qtext(plan::nameOf(plan, kind, *paste.changed.begin()))
                                                   : countOf(kind, paste.changed.size());
    if (made.empty()) {
        edit.label = tr("Paste into %1").arg(changed);
    } else if (paste.changed.empty()) {
        edit.label = tr("Paste %1").arg(countOf(kind, made.size()));
    } else {
        edit.label = tr("Paste into %1 and add %2").arg(changed, countOf(kind, made.size()));
    }
    return edit;
}

} // namespace wardmote::ui
