#include "ui/publish/markup.h"

namespace wardmote::publish {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default: {
            const auto code = static_cast<unsigned char>(character);
            const bool allowed = code >= 0x20 || code == '\n' || code == '\t';
            out += allowed ? character : ' ';
        }
        }
    }
    return out;
}

} // namespace wardmote::publish
