#pragma once
#include "core/analysis/sharing_kernel.h"

namespace wardmote::analysis {

/// Null where this build or this machine has no AVX-512.
SharingKernel sharingWithAvx512();

} // namespace wardmote::analysis
