#include "core/exchange/reading/xml_stream.h"

#include "core/exchange/reading/sink.h"

#include <charconv>
#include <exception>
#include <expat.h>
#include <memory>
#include <new>
#include <utility>

namespace wardmote::exchange {
namespace {

constexpr int depthLimit = 256;

std::string_view withoutPrefix(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Refused unreadable(const std::string& member, std::string detail) {
    return {"The file is damaged: its part " + member + " cannot be read.",
            "Open it in the program that made it, save it again and try that copy.", std::move(detail)};
}

/// What expat's callbacks reach. They are C, which exceptions must not cross: they wait until the call
/// returns.
struct Parse {
    XmlHandler& handler;
    XML_Parser parser = nullptr;
    int depth = 0;
    std::exception_ptr thrown;

    template<class F>
    void guard(F&& call) {
        if (thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            ::XML_StopParser(parser, XML_FALSE);
        }
    }
};

Parse& parseOf(void* data) {
    return *static_cast<Parse*>(data);
}

void onStart(void* data, const char* name, const char** attributes) {
    auto& parse = parseOf(data);
    parse.guard([&] {
        if (++parse.depth > depthLimit) {
            throw unreadable(name, "elements nest too deep");
        }
        parse.handler.start(withoutPrefix(name), XmlAttributes(attributes));
    });
}

void onEnd(void* data, const char* name) {
    auto& parse = parseOf(data);
    --parse.depth;
    parse.guard([&] { parse.handler.end(withoutPrefix(name)); });
}

void onText(void* data, const char* text, int length) {
    auto& parse = parseOf(data);
    parse.guard([&] { parse.handler.text({text, static_cast<std::size_t>(length)}); });
}

void onDocumentType(void* data, const char* name, const char*, const char*, int) {
    parseOf(data).guard([&] { throw unreadable(name, "a document type is declared"); });
}

} // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (withoutPrefix(*pair) == name) {
            return pair[1];
        }
    }
    return {};
}

std::size_t XmlAttributes::count(std::string_view name, std::size_t otherwise) const {
    const auto text = get(name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return text.empty() || error != std::errc{} || end != text.data() + text.size() ? otherwise : number;
}

void parseXml(const ZipArchive& archive, const std::string& member, XmlHandler& handler) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(::XML_ParserCreate(nullptr),
                                                                         ::XML_ParserFree);
    if (!parser) {
        throw std::bad_alloc();
    }
    Parse parse{handler, parser.get(), 0, nullptr};
    ::XML_SetUserData(parser.get(), &parse);
    ::XML_SetElementHandler(parser.get(), &onStart, &onEnd);
    ::XML_SetCharacterDataHandler(parser.get(), &onText);
    ::XML_SetStartDoctypeDeclHandler(parser.get(), &onDocumentType);
    const auto feed = [&](std::string_view piece, bool last) {
        const auto status =
            ::XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (parse.thrown) {
            std::rethrow_exception(std::exchange(parse.thrown, nullptr));
        }
        if (status == XML_STATUS_ERROR) {
            throw unreadable(member, std::string(::XML_ErrorString(::XML_GetErrorCode(parser.get()))) +
                                         " in line " +
                                         std::to_string(::XML_GetCurrentLineNumber(parser.get())));
        }
    };
    bool enough = false;
    std::uint64_t taken = 0;
    const auto read = archive.read(member, [&](std::string_view piece) {
        feed(piece, false);
        taken += piece.size();
        handler.at(taken);
        enough = handler.enough();
        return !enough;
    });
    if (!read) {
        throw Refused{read.error().message, read.error().remedy, read.error().detail};
    }
    if (!enough) {
        feed({}, true);
    }
}

} // namespace wardmote::exchange
