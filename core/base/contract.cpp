#include "core/base/contract.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace wardmote {
namespace {

ContractHandler& installedHandler() {
    static ContractHandler handler = [](const std::string& what) {
        std::fprintf(stderr, "Wardmote stopped because of a fault of its own: %s\n", what.c_str());
        std::abort();
    };
    return handler;
}

} // namespace

void setContractHandler(ContractHandler handler) {
    installedHandler() = std::move(handler);
}

void contract(bool holds, const char* what, std::source_location where) {
    if (holds) {
        return;
    }
    installedHandler()(std::string(what) + " (" + where.file_name() + ":" + std::to_string(where.line()) +
                       ")");
}

} // namespace wardmote
