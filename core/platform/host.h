#pragma once
#include <cstdint>
#include <string>

namespace wardmote::platform {

/// The name by which people know this machine; never empty.
std::string machineName();

/// Tells machines of the same name apart as well as the system allows; never empty.
std::string machineKey();

/// The account that runs the program ("ann"); "someone" where the system does not say.
std::string accountName();

/// Names this process for as long as anybody may ask: a number alone is used again by later processes and
/// after a restart, so when it began, and since which start of the machine, are part of it.
std::string processKey();

enum class ProcessState : std::uint8_t { running, gone, unknown };

/// What became of the process that called itself `process` on machine `machine` (its machineKey()). Of other
/// machines nothing can be known.
ProcessState stateOf(const std::string& machine, const std::string& process);

} // namespace wardmote::platform
