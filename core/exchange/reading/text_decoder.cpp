#include "core/exchange/reading/text_decoder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace wardmote::exchange {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F (Unicode's own table, CP1252.TXT); the five bytes it leaves out
/// stand for the control characters of the same number.
constexpr std::array<char16_t, 32> upperControls{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char32_t fromWindows1252(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? upperControls[byte - 0x80U] : byte;
}

/// How many bytes at the start are ASCII, eight at a time: most files are nothing else.
std::size_t plainBytes(std::string_view text) {
    std::size_t count = 0;
    std::uint64_t eight = 0;
    while (count + sizeof eight <= text.size()) {
        std::memcpy(&eight, text.data() + count, sizeof eight);
        if ((eight & 0x8080808080808080ULL) != 0) {
            break;
        }
        count += sizeof eight;
    }
    while (count < text.size() && static_cast<unsigned char>(text[count]) < 0x80) {
        ++count;
    }
    return count;
}

unsigned byteAt(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

} // namespace

int utf8Length(std::string_view text) {
    if (text.empty()) {
        return -1;
    }
    const unsigned first = byteAt(text, 0);
    if (first < 0x80) {
        return 1;
    }
    const int length = first >= 0xC2 && first <= 0xDF   ? 2
                       : (first & 0xF0U) == 0xE0        ? 3
                       : first >= 0xF0 && first <= 0xF4 ? 4
                                                        : 0;
    for (std::size_t i = 1; i < static_cast<std::size_t>(length); ++i) {
        if (i >= text.size()) {
            return -1;
        }
        const unsigned byte = byteAt(text, i);
        // The second byte has narrower bounds: no overlong forms, no surrogates, nothing over U+10FFFF.
        const unsigned low = i > 1 ? 0x80U : first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
        const unsigned high = i > 1 ? 0xBFU : first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
        if (byte < low || byte > high) {
            return 0;
        }
    }
    return length;
}

void appendUtf8(char32_t character, std::string& to) {
    const auto add = [&](char32_t byte) {
        to.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0U | character >> 6U);
        add(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        add(0xE0U | character >> 12U);
        add(0x80U | (character >> 6U & 0x3FU));
        add(0x80U | (character & 0x3FU));
    } else {
        add(0xF0U | character >> 18U);
        add(0x80U | (character >> 12U & 0x3FU));
        add(0x80U | (character >> 6U & 0x3FU));
        add(0x80U | (character & 0x3FU));
    }
}

FoundEncoding findEncoding(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string buffer(1 << 18, '\0');
    std::string rest;
    std::size_t valid = 0;
    std::size_t invalid = 0;
    bool first = true;
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        rest.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (first) {
            first = false;
            if (rest.starts_with("\xEF\xBB\xBF")) {
                return {Encoding::utf8, 3};
            }
            if (rest.starts_with("\xFF\xFE")) {
                return {Encoding::utf16LittleEndian, 2};
            }
            if (rest.starts_with("\xFE\xFF")) {
                return {Encoding::utf16BigEndian, 2};
            }
            std::array<std::size_t, 2> zeros{};
            for (std::size_t i = 0; i < rest.size(); ++i) {
                zeros[i % 2] += rest[i] == '\0' ? 1U : 0U;
            }
            if (std::max(zeros[0], zeros[1]) > rest.size() / 4) {
                return {zeros[1] > zeros[0] ? Encoding::utf16LittleEndian : Encoding::utf16BigEndian, 0};
            }
        }
        std::string_view text = rest;
        while (!text.empty()) {
            text.remove_prefix(plainBytes(text));
            if (text.empty()) {
                break;
            }
            const int length = utf8Length(text);
            if (length < 0 && stream) {
                break;
            }
            ++(length > 0 ? valid : invalid);
            text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
        }
        rest.erase(0, rest.size() - text.size());
    }
    return {invalid == 0 || valid > invalid ? Encoding::utf8 : Encoding::windows1252, 0};
}

void TextDecoder::put(char32_t character, std::string& to) {
    if (character == 0) {
        ++zeros_;
        return;
    }
    appendUtf8(character, to);
}

void TextDecoder::decodeUtf8(std::string& to, bool last) {
    std::string_view text = waiting_;
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && byteAt(text, plain) < 0x80 && text[plain] != '\0') {
            ++plain;
        }
        to.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const int length = utf8Length(text);
        if (length < 0 && !last) {
            break;
        }
        if (length > 1) {
            to.append(text.substr(0, static_cast<std::size_t>(length)));
            text.remove_prefix(static_cast<std::size_t>(length));
        } else {
            broken_ += text.front() == '\0' ? 0U : 1U;
            put(fromWindows1252(static_cast<unsigned char>(text.front())), to);
            text.remove_prefix(1);
        }
    }
    waiting_.erase(0, waiting_.size() - text.size());
}

void TextDecoder::decodeUtf16(std::string& to, bool last) {
    constexpr char32_t replacement = 0xFFFD;
    const bool little = encoding_ == Encoding::utf16LittleEndian;
    std::size_t at = 0;
    for (; at + 1 < waiting_.size(); at += 2) {
        const auto unit =
            static_cast<char16_t>(little ? byteAt(waiting_, at) | byteAt(waiting_, at + 1) << 8U
                                         : byteAt(waiting_, at) << 8U | byteAt(waiting_, at + 1));
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        if (highSurrogate_ != 0 && low) {
            put(0x10000U + ((highSurrogate_ - 0xD800U) << 10U) + (unit - 0xDC00U), to);
            highSurrogate_ = 0;
            continue;
        }
        if (highSurrogate_ != 0 || low) {
            ++broken_;
            put(replacement, to);
        }
        highSurrogate_ = high ? unit : char16_t{0};
        if (!high && !low) {
            put(unit, to);
        }
    }
    waiting_.erase(0, at);
    if (last && (!waiting_.empty() || highSurrogate_ != 0)) {
        ++broken_;
        put(replacement, to);
        waiting_.clear();
    }
}

void TextDecoder::decode(std::string_view piece, std::string& to) {
    if (encoding_ == Encoding::windows1252) {
        for (const char c : piece) {
            put(fromWindows1252(static_cast<unsigned char>(c)), to);
        }
        return;
    }
    waiting_.append(piece);
    if (encoding_ == Encoding::utf8) {
        decodeUtf8(to, false);
    } else {
        decodeUtf16(to, false);
    }
}

void TextDecoder::finish(std::string& to) {
    if (encoding_ == Encoding::utf8) {
        decodeUtf8(to, true);
    } else if (encoding_ != Encoding::windows1252) {
        decodeUtf16(to, true);
    }
}

} // namespace wardmote::exchange
