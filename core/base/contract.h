#pragma once
#include <functional>
#include <source_location>
#include <string>

namespace wardmote {

using ContractHandler = std::function<void(const std::string& what)>;

/// Replaces what a failed contract does: by default a line on standard error and std::abort().
/// Tests turn it into an exception.
void setContractHandler(ContractHandler handler);

/// States what must be true here unless the code itself is wrong. Never for bad input: that is an Error.
void contract(bool holds, const char* what, std::source_location where = std::source_location::current());

} // namespace wardmote
