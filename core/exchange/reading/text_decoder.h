#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/table.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace wardmote::exchange {

struct FoundEncoding {
    Encoding encoding = Encoding::utf8;
    std::size_t markBytes = 0; ///< length of the byte order mark at the start; 0 if there is none
};

/// Looks at the mark and then at every byte: valid UTF-8 is UTF-8, a zero in every other place UTF-16,
/// anything else Windows-1252, which has a character for almost every byte. A text that is mostly UTF-8 with
/// some broken bytes counts as UTF-8.
FoundEncoding findEncoding(const std::filesystem::path& file);

/// Turns the bytes of a text file into UTF-8, piece by piece; a character may lie across two pieces. Bytes
/// that are no UTF-8 become the Windows-1252 characters they most likely are; lone surrogates U+FFFD; NULs
/// are left out. Both are counted.
class TextDecoder {
public:
    explicit TextDecoder(Encoding encoding) : encoding_(encoding) {}
    void decode(std::string_view piece, std::string& to);
    void finish(std::string& to); ///< what an unfinished last character leaves
    std::size_t broken() const { return broken_; }
    std::size_t zeros() const { return zeros_; }

private:
    void decodeUtf8(std::string& to, bool last);
    void decodeUtf16(std::string& to, bool last);
    void put(char32_t character, std::string& to);

    Encoding encoding_;
    std::string waiting_;
    char16_t highSurrogate_ = 0;
    std::size_t broken_ = 0;
    std::size_t zeros_ = 0;
};

/// Bytes of the valid UTF-8 character at the start of the text: 1 to 4; 0 if there is none; -1 if the text
/// ends within one.
int utf8Length(std::string_view text);

void appendUtf8(char32_t character, std::string& to);

} // namespace wardmote::exchange
