#pragma once
#include "core/plan/change.h"

#include <span>

namespace wardmote::plan {

/// A theme or audience that a plan starts with, with the words by which lists call it.
struct StarterWord {
    std::string_view name;
    std::string_view words; ///< separated by '|'
    bool everyone = false;
    bool protectedCharacteristic = false;
};

/// About twenty themes of public services, and the communities of domain.md: everyone, the protected
/// characteristics, and those that mechanisms name most.
std::span<const StarterWord> starterThemes();
std::span<const StarterWord> starterAudiences();

Theme themeOf(const StarterWord& word, Id id);
Audience audienceOf(const StarterWord& word, Id id);

/// Both lists as insertions: for a new plan.
Changes starterVocabulary(IdSource& ids);

} // namespace wardmote::plan
