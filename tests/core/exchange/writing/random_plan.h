#pragma once
#include "core/plan/plan.h"

#include <random>

namespace wardmote::tests {

/// A plan with records of every kind, each field recorded or not by chance, with names that repeat and texts
/// full of what formats trip over. The same seed gives the same plan. Texts are as they survive every
/// format: no carriage returns, no control characters.
plan::Plan randomPlan(unsigned seed, int recordsOfAKind);

} // namespace wardmote::tests
