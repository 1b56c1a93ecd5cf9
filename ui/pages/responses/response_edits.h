#pragma once
#include "core/analysis/local_responses.h"
#include "ui/widgets/record_edits.h"

#include <span>

/// Edits of responses as their table asks for them. A body that has no record yet gets one on the way, if
/// anything is recorded in it.
namespace wardmote::ui {

/// One value in a field of the responses of some bodies.
RecordEdit setResponses(const plan::Plan& plan, plan::Id arrangement,
                        std::span<const analysis::AskedBody> bodies, const plan::FieldInfo& field,
                        const plan::Value& value, const plan::Changes& also, const NewId& newId);

/// A block of text over bodies x fields, from the top left; one cell fills all of it. Rows beyond the last
/// body are refused: who is asked is not made by pasting.
RecordEdit pasteResponses(const plan::Plan& plan, plan::Id arrangement,
                          std::span<const analysis::AskedBody> bodies,
                          const std::vector<const plan::FieldInfo*>& fields,
                          const std::vector<std::vector<QString>>& block, const NewId& newId);

/// Each field's content of the first body's response goes to the others'.
RecordEdit fillResponsesDown(const plan::Plan& plan, plan::Id arrangement,
                             std::span<const analysis::AskedBody> bodies,
                             const std::vector<const plan::FieldInfo*>& fields, const NewId& newId);

/// Another body's response, none yet, for an area (0: none in particular).
RecordEdit addResponse(plan::Id arrangement, plan::Id area, plan::Id id, const QString& who);

/// Responses that name no arrangement are of this one.
RecordEdit giveArrangement(const plan::Plan& plan, plan::Id arrangement, const std::vector<plan::Id>& ids);

} // namespace wardmote::ui
