#pragma once
#include "core/exchange/reading/zip_archive.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wardmote::exchange {

/// Attributes of one element; valid during the call that hands them over.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// By name without prefix ("id" finds r:id); empty if it is not there.
    std::string_view get(std::string_view name) const;
    /// A count; the given one if the attribute is missing or no number.
    std::size_t count(std::string_view name, std::size_t otherwise) const;

private:
    const char** pairs_;
};

/// Is told of the elements of a document as they come. Names have no prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// Asked between pieces: true ends the parse.
    virtual bool enough() const { return false; }
    /// Told of how many bytes were taken so far.
    virtual void at(std::uint64_t) {}
};

/// Parses one member of an archive in pieces, so that memory does not grow with it. Throws Refused if it is
/// no well-formed XML, nests over 256 deep or declares a document type (office files never do).
void parseXml(const ZipArchive& archive, const std::string& member, XmlHandler& handler);

} // namespace wardmote::exchange
