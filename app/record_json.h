#pragma once
#include "app/context.h"

namespace wardmote::app {

/// A record as scripts read it: the id as text, then every field by its key; money in pounds, references as
/// {"id","name"}, lists as arrays of objects, what is not recorded as null. Boundaries are only said to be
/// there.
Json recordJson(const plan::Plan& plan, plan::RecordKind kind, plan::Id id);

} // namespace wardmote::app
