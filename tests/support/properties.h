#pragma once
#include "tests/support/catch.h"

#include <rapidcheck.h>
#include <string>
#include <utility>

namespace wardmote::tests {

/// Checks a property with RapidCheck and reports it as one Catch check.
template<class Property>
void holds(const std::string& what, Property&& property) {
    INFO(what);
    CHECK(rc::check(what, std::forward<Property>(property)));
}

} // namespace wardmote::tests
