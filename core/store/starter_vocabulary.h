#pragma once
#include "core/plan/change.h"

namespace wardmote::store {

/// The themes and audiences that every new plan begins with, each with words by which lists call it. All can
/// be changed and deleted like any other.
plan::Changes starterVocabulary(plan::IdSource& ids);

} // namespace wardmote::store
