#include "core/exchange/reading/number_text.h"

#include "core/plan/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace wardmote::exchange {
namespace {

std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

std::string twoDigits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "19:00", with seconds only where there are some.
std::string clockText(std::int64_t seconds) {
    auto text = twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + ":" + twoDigits(seconds % 60);
}

} // namespace

std::string plainNumber(std::string_view stored) {
    const auto number = numberOf(stored);
    if (!number) {
        return std::string(stored);
    }
    constexpr int digits = 15;
    std::array<char, 400> buffer{};
    const auto general = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number,
                                       std::chars_format::general, digits);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(general.ptr - buffer.data()));
    if (text.find('e') == std::string_view::npos || std::abs(*number) >= 1e15 || std::abs(*number) < 1e-12) {
        return std::string(text);
    }
    // Small: shortest digits without an exponent.
    const auto rounded = numberOf(text).value_or(*number);
    const auto fixed =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed);
    return {buffer.data(), fixed.ptr};
}

CellHint hintOfFormat(std::string_view format) {
    bool day = false;
    bool clock = false;
    bool month = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = static_cast<char>(format[i] >= 'A' && format[i] <= 'Z' ? format[i] + 32 : format[i]);
        if (c == '"') {
            i = std::min(format.find('"', i + 1), format.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto close = std::min(format.find(']', i), format.size());
            const auto inside = format.substr(i + 1, close - i - 1);
            clock =
                clock || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            i = close;
        } else if (c == 'g' && format.substr(i).starts_with("General")) {
            return CellHint::number;
        } else if ((c == 'a' || c == 'p') && i + 1 < format.size()) {
            i += format.substr(i).starts_with("AM/PM") || format.substr(i).starts_with("am/pm") ? 4U : 0U;
        } else {
            day = day || c == 'd' || c == 'y';
            clock = clock || c == 'h' || c == 's';
            month = month || c == 'm';
        }
    }
    if (day || (month && !clock)) {
        return clock ? CellHint::dateTime : CellHint::date;
    }
    return clock ? CellHint::time : CellHint::number;
}

CellHint hintOfBuiltInFormat(std::size_t id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
        return CellHint::date;
    }
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
        return CellHint::time;
    }
    return id == 22 ? CellHint::dateTime : CellHint::number;
}

std::optional<std::string> dateOfSerial(std::string_view stored, CellHint hint, bool from1904) {
    const auto serial = numberOf(stored);
    if (!serial || *serial < 0 || *serial >= 2'958'466) {
        return std::nullopt;
    }
    constexpr std::int64_t daySeconds = 86'400;
    const auto seconds = static_cast<std::int64_t>(std::llround(*serial * static_cast<double>(daySeconds)));
    auto days = seconds / daySeconds;
    const auto clock = seconds % daySeconds;
    if (hint == CellHint::time || (days == 0 && !from1904)) {
        // A length of time may pass a day; a time of day with a date under it shows its clock alone.
        return clockText(days > 0 && days < 42 ? seconds : clock);
    }
    // Excel counts a 29 February 1900 that never was.
    days = from1904 ? days + 1462 : days < 60 ? days + 1 : days;
    const int epoch = plan::Date{1899, 12, 30}.daysSinceEpoch();
    const auto date = plan::Date::fromDaysSinceEpoch(epoch + static_cast<int>(days)).iso();
    return hint == CellHint::date ? date : date + " " + clockText(clock);
}

std::optional<std::string> timeOfDuration(std::string_view iso) {
    if (!iso.starts_with("PT")) {
        return std::nullopt;
    }
    iso.remove_prefix(2);
    double seconds = 0;
    while (!iso.empty()) {
        double amount = 0;
        const auto [end, error] = std::from_chars(iso.data(), iso.data() + iso.size(), amount);
        if (error != std::errc{} || end == iso.data() + iso.size() || amount < 0 || amount > 1e6) {
            return std::nullopt;
        }
        seconds += amount * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
        iso.remove_prefix(static_cast<std::size_t>(end - iso.data()) + 1);
    }
    return clockText(std::llround(seconds));
}

std::string dateTimeOfIso(std::string_view iso, CellHint& hint) {
    hint = CellHint::date;
    const auto split = iso.find('T');
    if (split == std::string_view::npos) {
        return std::string(iso);
    }
    const auto date = std::string(iso.substr(0, split));
    auto clock = iso.substr(split + 1).substr(0, 8);
    if (clock.starts_with("00:00:00")) {
        return date;
    }
    hint = CellHint::dateTime;
    if (clock.ends_with(":00") && clock.size() == 8) {
        clock.remove_suffix(3);
    }
    return date + " " + std::string(clock);
}

} // namespace wardmote::exchange
