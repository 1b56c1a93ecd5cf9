#include "ui/publish/pdf_metadata.h"

#include "ui/publish/markup.h"

#include <qpdf/Buffer.hh>

#include <algorithm>

#include <fmt/format.h>

namespace wardmote::publish {

namespace {

std::string xmp(const report::Document& document) {
    const auto date = document.date.iso() + "T00:00:00Z";
    return fmt::format(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
        "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{0}</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:creator><rdf:Seq><rdf:li>{1}</rdf:li></rdf:Seq></dc:creator>\n"
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{2}</rdf:li></rdf:Alt></dc:description>\n"
        "<dc:language><rdf:Bag><rdf:li>{3}</rdf:li></rdf:Bag></dc:language>\n"
        "<xmp:CreateDate>{4}</xmp:CreateDate><xmp:ModifyDate>{4}</xmp:ModifyDate>"
        "<xmp:CreatorTool>Wardmote</xmp:CreatorTool><pdf:Producer>Wardmote</pdf:Producer>\n"
        "<pdfuaid:part>1</pdfuaid:part>\n"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
        escaped(document.title), escaped(document.organisation), escaped(document.subject),
        escaped(document.language), date);
}

/// In a character map "<0001> <002F> [<0053> <0009> ...]" or "<0008> <0008> <0009>", what stands for a glyph
/// comes last; the numbers of glyphs before it stay as they are.
std::string withSpaces(std::string_view map) {
    constexpr std::string_view tab = "<0009>";
    std::string out;
    while (!map.empty()) {
        const auto end = std::min(map.find('\n'), map.size() - 1);
        std::string line(map.substr(0, end + 1));
        map.remove_prefix(end + 1);
        const auto list = line.find('[');
        auto from = list == std::string::npos ? line.rfind('<') : list;
        if (list == std::string::npos && std::count(line.begin(), line.end(), '<') != 3) {
            from = std::string::npos;
        }
        for (auto at = line.find(tab, std::min(from, line.size())); at != std::string::npos;
             at = line.find(tab, at + 1)) {
            line.replace(at, tab.size(), "<0020>");
        }
        out += line;
    }
    return out;
}

} // namespace

void mendSpaces(QPDF& pdf) {
    for (auto object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode")) {
            continue;
        }
        auto map = object.getKey("/ToUnicode");
        if (map.isStream()) {
            const auto buffer = map.getStreamData();
            map.replaceStreamData(
                withSpaces({reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()}),
                QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        }
    }
}

void describe(QPDF& pdf, const report::Document& document) {
    auto root = pdf.getRoot();
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/Lang", QPDFObjectHandle::newString(document.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmp(document));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);

    const auto date =
        fmt::format("D:{:04}{:02}{:02}000000Z", document.date.year, document.date.month, document.date.day);
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(document.title));
    info.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(document.organisation));
    info.replaceKey("/Subject", QPDFObjectHandle::newUnicodeString(document.subject));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Wardmote"));
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Wardmote"));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID"); // made anew from what the file holds
}

} // namespace wardmote::publish
