#pragma once
#include "core/analysis/cost.h"
#include "core/plan/plan.h"

#include <optional>
#include <string>
#include <vector>

/// Figures and lists as words of a report. What is not recorded is said so, never shown as zero.
namespace wardmote::report {

inline constexpr const char* notRecorded = "not recorded";

std::string grouped(std::int64_t number);     ///< "24,310"
std::string decimal(double number, int most); ///< "0.86", "12", with no more decimals than needed
std::string money(plan::Money amount);        ///< "£1,940", "£12.50"
std::string percent(double share);            ///< of 0..1: "49%"
std::string hours(double hours);              ///< "61 hours", "1 hour"
std::string counted(std::size_t count, const std::string& one,
                    const std::string& several); ///< "1 pair", "3 pairs"

/// With "at least" where a part is not recorded, "not recorded" where nothing is.
std::string figure(const analysis::Hours& hours);
std::string figure(const analysis::Pounds& pounds);
/// "24,310" or "not recorded".
template<class T>
std::string number(const std::optional<T>& value) {
    return value ? grouped(static_cast<std::int64_t>(*value)) : std::string(notRecorded);
}

std::string joined(const std::vector<std::string>& items); ///< "a, b and c"
std::string capitalised(std::string text);
/// Label of a choice, or "not recorded".
template<class E>
std::string label(const std::optional<E>& value) {
    return value ? std::string(plan::choicesOf<E>[static_cast<std::size_t>(*value)].label)
                 : std::string(notRecorded);
}

/// Whether a text is an address that a report may lead to.
bool isAddress(const std::string& text);

} // namespace wardmote::report
