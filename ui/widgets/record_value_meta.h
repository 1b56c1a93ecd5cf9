#pragma once
#include "core/plan/value.h"

#include <QMetaType>

// So that models and combo boxes can hold a field's content.
Q_DECLARE_METATYPE(wardmote::plan::Value)
