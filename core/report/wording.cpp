#include "core/report/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace wardmote::report {

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(std::abs(number));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return number < 0 ? "\xE2\x88\x92" + digits : digits;
}

std::string decimal(double number, int most) {
    std::string text = fmt::format("{:.{}f}", number, most);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::string money(plan::Money amount) {
    const auto pounds = grouped(std::abs(amount.pence) / 100);
    const auto pence = std::abs(amount.pence) % 100;
    return (amount.pence < 0 ? "\xE2\x88\x92\xC2\xA3" : "\xC2\xA3") + pounds +
           (pence != 0 ? fmt::format(".{:02}", pence) : "");
}

std::string percent(double share) {
    return decimal(share * 100, 0) + "%";
}

std::string hours(double value) {
    const auto whole = std::llround(value);
    if (whole == 0 && value > 0) {
        return "under an hour";
    }
    return grouped(whole) + (whole == 1 ? " hour" : " hours");
}

std::string counted(std::size_t count, const std::string& one, const std::string& several) {
    return grouped(static_cast<std::int64_t>(count)) + " " + (count == 1 ? one : several);
}

std::string figure(const analysis::Hours& value) {
    if (!value.value) {
        return notRecorded;
    }
    return (value.atLeast ? "at least " : "") + hours(*value.value);
}

std::string figure(const analysis::Pounds& value) {
    if (!value.value) {
        return notRecorded;
    }
    return (value.atLeast ? "at least " : "") + money(*value.value);
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) {
            text += i + 1 == items.size() ? " and " : ", ";
        }
        text += items[i];
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

bool isAddress(const std::string& text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\r\n<>\"") == std::string::npos && text.size() < 500;
}

} // namespace wardmote::report
