#pragma once
#include "core/plan/date.h"

namespace wardmote::ui {

/// The day that it is on this computer; core is told, it never asks.
plan::Date today();

} // namespace wardmote::ui
