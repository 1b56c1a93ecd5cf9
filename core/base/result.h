#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace wardmote {

/// What went wrong for reasons outside the code, in words a person can act on.
struct Error {
    std::string message; ///< what happened and where, one or two sentences
    std::string remedy;  ///< what to do about it; may be empty
    std::string detail;  ///< what the system said, for a support call; may be empty

    /// Message and remedy as one text for a dialog or the standard error stream.
    std::string text() const { return remedy.empty() ? message : message + " " + remedy; }
};

/// A value, or the Error that kept it from being made. (tl::expected until std::expected can be used.)
template<class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure failure(std::string message, std::string remedy = {}, std::string detail = {}) {
    return Failure(Error{std::move(message), std::move(remedy), std::move(detail)});
}

} // namespace wardmote
