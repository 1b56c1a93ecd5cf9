#pragma once
#include "core/report/scope.h"

/// The parts of a cluster's profile. What is not recorded is said so in the parts that a profile always has
/// (people, services); the others are left out.
namespace wardmote::report {

void addProfileFigures(Document& document, const Scope& scope);
void addProfilePeople(Document& document, const Scope& scope);
void addProfilePurpose(Document& document, const Scope& scope); ///< priorities, natural communities
void addProfilePrinciples(Document& document, const Scope& scope);
void addProfileServices(Document& document, const Scope& scope);
void addProfileDuplicates(Document& document, const Scope& scope);
void addProfileCoverage(Document& document, const Scope& scope);
void addProfileFootprints(Document& document, const Scope& scope);
void addProfileAssets(Document& document, const Scope& scope);
void addProfileChecks(Document& document, const Scope& scope);

} // namespace wardmote::report
