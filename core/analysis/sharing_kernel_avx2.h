#pragma once
#include "core/analysis/sharing_kernel.h"

namespace wardmote::analysis {

/// Null where this build or this machine has no AVX2.
SharingKernel sharingWithAvx2();

} // namespace wardmote::analysis
