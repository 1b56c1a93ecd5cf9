#include "ui/publish/odt_styles.h"

#include "ui/publish/markup.h"

#include <fmt/format.h>

namespace wardmote::publish {

namespace {

std::string headingStyle(int level, const char* size, const char* above) {
    return fmt::format("<style:style style:name=\"Heading_20_{0}\" style:display-name=\"Heading {0}\" "
                       "style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
                       "style:next-style-name=\"Text_20_body\" style:default-outline-level=\"{0}\">"
                       "<style:paragraph-properties fo:margin-top=\"{2}\" fo:margin-bottom=\"0.2cm\" "
                       "fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"{1}\" "
                       "fo:font-weight=\"bold\" fo:color=\"#0b4552\"/></style:style>",
                       level, size, above);
}

/// A line of the contents: its page number at the right edge, dots before it.
std::string contentsStyle(int level, const char* indent, const char* text) {
    return fmt::format(
        "<style:style style:name=\"Contents_20_{0}\" style:display-name=\"Contents {0}\" "
        "style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties "
        "fo:margin-left=\"{1}\" fo:margin-top=\"{2}\"><style:tab-stops><style:tab-stop "
        "style:position=\"17cm\" style:type=\"right\" style:leader-style=\"dotted\" style:leader-text=\".\"/>"
        "</style:tab-stops></style:paragraph-properties><style:text-properties {3}/></style:style>",
        level, indent, level == 1 ? "0.15cm" : "0cm", text);
}

std::string paragraphStyle(const char* name, const char* parent, const char* paragraph, const char* text) {
    return fmt::format(
        "<style:style style:name=\"{}\" style:family=\"paragraph\" style:parent-style-name=\"{}\">"
        "<style:paragraph-properties {}/><style:text-properties {}/></style:style>",
        name, parent, paragraph, text);
}

} // namespace

std::string odtNamespaces() {
    return "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
           "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
           "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"";
}

std::string odtStyles(const report::Document& document) {
    const auto dash = document.language.find('-');
    const std::string language = document.language.substr(0, dash);
    const std::string country = dash == std::string::npos ? "none" : document.language.substr(dash + 1);
    std::string styles =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles " + odtNamespaces() +
        "><office:font-face-decls><style:font-face style:name=\"Sans\" svg:font-family=\"Arial, "
        "&apos;Liberation Sans&apos;\" style:font-family-generic=\"swiss\"/></office:font-face-decls>"
        "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
        "style:font-name=\"Sans\" fo:font-size=\"12pt\" fo:language=\"" +
        escaped(language) + "\" fo:country=\"" + escaped(country) +
        "\"/></style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>";
    styles += paragraphStyle(
        "Text_20_body", "Standard",
        "fo:margin-bottom=\"0.25cm\" fo:line-height=\"120%\" fo:orphans=\"2\" fo:widows=\"2\"", "");
    styles += paragraphStyle("Title", "Standard", "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.2cm\"",
                             "fo:font-size=\"28pt\" fo:font-weight=\"bold\" fo:color=\"#0b4552\"");
    styles += paragraphStyle("Subtitle", "Standard", "fo:margin-bottom=\"0.3cm\"", "fo:font-size=\"17pt\"");
    styles += headingStyle(1, "19pt", "0.8cm") + headingStyle(2, "15pt", "0.6cm") +
              headingStyle(3, "13pt", "0.5cm");
    styles +=
        paragraphStyle("Caption", "Standard",
                       "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"",
                       "fo:font-weight=\"bold\"");
    styles +=
        paragraphStyle("Contents_20_Heading", "Standard",
                       "fo:margin-top=\"0.8cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"",
                       "fo:font-size=\"19pt\" fo:font-weight=\"bold\" fo:color=\"#0b4552\"");
    styles += contentsStyle(1, "0cm", "fo:font-weight=\"bold\"") + contentsStyle(2, "0.6cm", "");
    styles += paragraphStyle("Table_20_Contents", "Standard", "", "");
    styles += paragraphStyle("Table_20_Right", "Table_20_Contents", "fo:text-align=\"end\"", "");
    styles += paragraphStyle("Table_20_Heading", "Table_20_Contents", "", "fo:font-weight=\"bold\"");
    styles += paragraphStyle("Table_20_Heading_20_Right", "Table_20_Heading", "fo:text-align=\"end\"",
                             "fo:font-weight=\"bold\"");
    styles += paragraphStyle(
        "Note", "Text_20_body",
        "fo:padding=\"0.3cm\" fo:background-color=\"#f1f5f4\" fo:border-left=\"0.1cm solid #0b4552\" "
        "fo:border-top=\"none\" fo:border-right=\"none\" fo:border-bottom=\"none\"",
        "");
    styles += paragraphStyle("Key_20_figure", "Standard", "fo:margin-bottom=\"0.2cm\"", "");
    styles += "<style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties "
              "fo:font-weight=\"bold\"/></style:style>"
              "<style:style style:name=\"Value\" style:family=\"text\"><style:text-properties "
              "fo:font-size=\"18pt\" "
              "fo:font-weight=\"bold\"/></style:style>"
              "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" "
              "text:bullet-char=\"\xE2\x80\xA2\"><style:list-level-properties text:space-before=\"0.2cm\" "
              "text:min-label-width=\"0.6cm\"/></text:list-level-style-bullet></text:list-style>"
              "<text:list-style style:name=\"Numbers\"><text:list-level-style-number text:level=\"1\" "
              "style:num-format=\"1\" style:num-suffix=\".\"><style:list-level-properties "
              "text:space-before=\"0.2cm\" text:min-label-width=\"0.8cm\"/></text:list-level-style-number>"
              "</text:list-style></office:styles>";
    styles +=
        "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties "
        "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\"/><style:footer-style>"
        "<style:header-footer-properties fo:min-height=\"0.8cm\" fo:margin-top=\"0.4cm\"/>"
        "</style:footer-style></style:page-layout></office:automatic-styles>"
        "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">"
        "<style:footer><text:p text:style-name=\"Table_20_Right\">Page <text:page-number "
        "text:select-page=\"current\"/> of <text:page-count/></text:p></style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>";
    return styles;
}

std::string odtMeta(const report::Document& document) {
    const auto date = document.date.iso() + "T00:00:00";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta " + odtNamespaces() +
           "><office:meta><meta:generator>Wardmote</meta:generator><dc:title>" + escaped(document.title) +
           "</dc:title><dc:description>" + escaped(document.subject) +
           "</dc:description><meta:initial-creator>" + escaped(document.organisation) +
           "</meta:initial-creator><dc:creator>" + escaped(document.organisation) +
           "</dc:creator><meta:creation-date>" + date + "</meta:creation-date><dc:date>" + date +
           "</dc:date><dc:language>" + escaped(document.language) +
           "</dc:language></office:meta></office:document-meta>";
}

} // namespace wardmote::publish
