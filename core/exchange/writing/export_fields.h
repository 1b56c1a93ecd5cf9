#pragma once
#include "core/exchange/writing/export_records.h"

#include <vector>

namespace wardmote::exchange {

/// The fields and records that an export has, by its options.
std::vector<const plan::FieldInfo*> exportedFields(plan::RecordKind kind, const ExportOptions& options);
std::vector<plan::Id> exportedIds(const plan::Plan& plan, plan::RecordKind kind,
                                  const ExportOptions& options);

} // namespace wardmote::exchange
