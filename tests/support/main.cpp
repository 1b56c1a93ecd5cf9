#define CATCH_CONFIG_RUNNER
#include "core/base/contract.h"
#include "tests/support/catch.h"

#include <stdexcept>

int main(int argc, char** argv) {
    // A failed contract is a bug: here it fails the test that met it.
    wardmote::setContractHandler(
        [](const std::string& what) { throw std::logic_error("contract: " + what); });
    return Catch::Session().run(argc, argv);
}
