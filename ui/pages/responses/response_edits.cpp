#include "ui/pages/responses/response_edits.h"

#include "ui/widgets/record_cell.h"

#include <QCoreApplication>

#include <set>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::RecordKind;

QString tr(const char* text) {
    return QCoreApplication::translate("ResponseEdits", text);
}

/// The plan with a record for every body, so that what edits records can be asked as usual.
struct Completed {
    plan::Plan plan;
    std::vector<Id> ids; ///< as the bodies
    std::vector<plan::LocalResponse> made;
};

Completed completed(const plan::Plan& plan, Id arrangement, std::span<const analysis::AskedBody> bodies,
                    const NewId& newId) {
    Completed all{plan, {}, {}};
    for (const auto& body : bodies) {
        if (body.response != 0) {
            all.ids.push_back(body.response);
            continue;
        }
        plan::LocalResponse response;
        response.id = newId();
        response.name = body.name;
        response.arrangement = {arrangement};
        if (!body.areas.empty()) {
            response.area = {body.areas.front()};
        }
        all.ids.push_back(response.id);
        all.plan.put(response);
        all.made.push_back(std::move(response));
    }
    return all;
}

/// The edit with the records that it needs put before it, and a label that says whose responses they are.
RecordEdit withNeeded(RecordEdit edit, const Completed& all) {
    std::set<Id> touched;
    for (const auto& change : edit.changes.list()) {
        if (change.kind == RecordKind::localResponse) {
            touched.insert(change.id);
        }
    }
    plan::Changes changes;
    for (const auto& response : all.made) {
        if (touched.contains(response.id)) {
            changes.insert(response);
        }
    }
    changes.append(std::move(edit.changes));
    edit.changes = std::move(changes);
    edit.label = touched.size() == 1
                     ? tr("Record the response of %1")
                           .arg(qtext(plan::nameOf(all.plan, RecordKind::localResponse, *touched.begin())))
                     : tr("Record %1").arg(countOf(RecordKind::localResponse, touched.size()));
    return edit;
}

} // namespace

RecordEdit setResponses(const plan::Plan& plan, Id arrangement, std::span<const analysis::AskedBody> bodies,
                        const plan::FieldInfo& field, const plan::Value& value, const plan::Changes& also,
                        const NewId& newId) {
    const auto all = completed(plan, arrangement, bodies, newId);
    return withNeeded(setField(all.plan, RecordKind::localResponse, all.ids, field, value, also), all);
}

RecordEdit pasteResponses(const plan::Plan& plan, Id arrangement, std::span<const analysis::AskedBody> bodies,
                          const std::vector<const plan::FieldInfo*>& fields,
                          const std::vector<std::vector<QString>>& block, const NewId& newId) {
    const auto all = completed(plan, arrangement, bodies, newId);
    std::vector<Id> none;
    return withNeeded(pasteBlock(all.plan, RecordKind::localResponse, all.ids, fields, block, {}, none), all);
}

RecordEdit fillResponsesDown(const plan::Plan& plan, Id arrangement,
                             std::span<const analysis::AskedBody> bodies,
                             const std::vector<const plan::FieldInfo*>& fields, const NewId& newId) {
    const auto all = completed(plan, arrangement, bodies, newId);
    return withNeeded(fillDown(all.plan, RecordKind::localResponse, all.ids, fields), all);
}

RecordEdit addResponse(Id arrangement, Id area, Id id, const QString& who) {
    plan::LocalResponse response;
    response.id = id;
    response.name = who.toStdString();
    response.arrangement = {arrangement};
    response.area = {area};
    RecordEdit edit;
    edit.changes.insert(response);
    edit.label = tr("Add %1 to those who are asked").arg(who);
    return edit;
}

RecordEdit giveArrangement(const plan::Plan& plan, Id arrangement, const std::vector<Id>& ids) {
    auto edit = setField(plan, RecordKind::localResponse, ids,
                         plan::fieldFor<&plan::LocalResponse::arrangement>(), plan::Value{arrangement});
    edit.label = tr("Count %1 for %2")
                     .arg(countOf(RecordKind::localResponse, ids.size()),
                          qtext(plan::nameOf(plan, RecordKind::arrangement, arrangement)));
    return edit;
}

} // namespace wardmote::ui
