#include "ui/publish/odt.h"

#include "ui/publish/compose.h"
#include "ui/publish/figures.h"
#include "ui/publish/markup.h"
#include "ui/publish/odt_styles.h"
#include "ui/publish/table_widths.h"
#include "ui/publish/zip_bytes.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <fmt/format.h>

#include <algorithm>

namespace wardmote::publish {

namespace {

constexpr double pictureWidth = 4819;  // tenths of a point: as wide as the text
constexpr double mostHeight = 5900;    // so that a page holds its heading and caption too
constexpr double pixelsPerUnit = 0.42; // about 300 to the inch
constexpr double centimetresPerUnit = 2.54 / 720;

std::string paragraph(const std::string& style, const std::string& content) {
    return "<text:p text:style-name=\"" + style + "\">" + content + "</text:p>\n";
}

std::string text(const report::Spans& spans) {
    std::string out;
    for (const auto& span : spans) {
        std::string piece = escaped(span.text);
        if (span.strong) {
            piece = "<text:span text:style-name=\"Strong\">" + piece + "</text:span>";
        }
        if (!span.link.empty()) {
            piece = "<text:a xlink:type=\"simple\" xlink:href=\"" + escaped(span.link) + "\">" + piece +
                    "</text:a>";
        }
        out += piece;
    }
    return out;
}

std::string pngOf(const Picture& picture, double height) {
    QImage image(static_cast<int>(pictureWidth * pixelsPerUnit),
                 std::max(1, static_cast<int>(height * pixelsPerUnit)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixelsPerUnit, pixelsPerUnit);
    paintFigure(painter, QRectF(0, 0, pictureWidth, height), picture);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

class Odt {
public:
    void operator()(const report::Heading& heading) {
        const auto level = std::to_string(std::clamp(heading.level, 1, 3));
        body += "<text:h text:style-name=\"Heading_20_" + level + "\" text:outline-level=\"" + level + "\">" +
                fmt::format("<text:bookmark text:name=\"section-{}\"/>", ++headings_) +
                escaped(heading.text) + "</text:h>\n";
    }
    void operator()(const report::Paragraph& block) { body += paragraph("Text_20_body", text(block.spans)); }
    void operator()(const report::List& list) {
        body +=
            std::string("<text:list text:style-name=\"") + (list.numbered ? "Numbers" : "Bullets") + "\">\n";
        for (const auto& item : list.items) {
            body += "<text:list-item>" + paragraph("Text_20_body", text(item)) + "</text:list-item>\n";
        }
        body += "</text:list>\n";
    }
    void operator()(const report::Table& table) {
        if (table.rows.empty()) {
            body += paragraph("Text_20_body",
                              escaped(table.caption + (table.caption.empty() ? "" : ": ") +
                                      (table.whenEmpty.empty() ? "none recorded." : table.whenEmpty)));
            return;
        }
        if (!table.caption.empty()) {
            body += paragraph("Caption", escaped(table.caption));
        }
        ++tables_;
        body += fmt::format("<table:table table:name=\"Table{0}\" table:style-name=\"Table\">", tables_);
        const auto widths = columnWidths(table, pictureWidth);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto style = fmt::format("Table{}.{}", tables_, i + 1);
            body += fmt::format("<table:table-column table:style-name=\"{}\"/>", style);
            columnStyles +=
                fmt::format("<style:style style:name=\"{}\" style:family=\"table-column\">"
                            "<style:table-column-properties style:column-width=\"{:.3f}cm\"/></style:style>",
                            style, widths[i] * centimetresPerUnit);
        }
        body += "<table:table-header-rows><table:table-row>";
        for (const auto& column : table.columns) {
            body +=
                cell("HeadCell",
                     column.align == report::Align::right ? "Table_20_Heading_20_Right" : "Table_20_Heading",
                     column.heading);
        }
        body += "</table:table-row></table:table-header-rows>\n";
        for (const auto& row : table.rows) {
            body += "<table:table-row table:style-name=\"Row\">";
            if (row.group) {
                body += fmt::format("<table:table-cell table:style-name=\"HeadCell\" "
                                    "table:number-columns-spanned=\"{}\" office:value-type=\"string\">",
                                    table.columns.size()) +
                        paragraph("Table_20_Heading", escaped(row.cells.empty() ? "" : row.cells.front())) +
                        "</table:table-cell>";
                for (std::size_t i = 1; i < table.columns.size(); ++i) {
                    body += "<table:covered-table-cell/>";
                }
                body += "</table:table-row>\n";
                continue;
            }
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
                const bool strong = (i == 0 && table.rowHeaders) || row.summary;
                const bool right = table.columns[i].align == report::Align::right;
                body += cell("Cell",
                             strong ? (right ? "Table_20_Heading_20_Right" : "Table_20_Heading")
                                    : (right ? "Table_20_Right" : "Table_20_Contents"),
                             row.cells[i]);
            }
            body += "</table:table-row>\n";
        }
        body += "</table:table>\n" + paragraph("Text_20_body", "");
    }
    void operator()(const report::Figure& figure) {
        if (!figure.caption().empty()) {
            body += paragraph("Caption", escaped(figure.caption()));
        }
        const auto pieces = inPieces(figure.picture(), pictureWidth, mostHeight);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const auto& piece = pieces[i];
            const double height = figureHeight(*piece, pictureWidth, mostHeight);
            const std::string name = fmt::format("Pictures/figure{}.png", pictures.size() + 1);
            const std::string alternative =
                i == 0 ? figure.alternative()
                       : fmt::format("{}, part {} of {}", figure.caption(), i + 1, pieces.size());
            pictures.push_back({name, pngOf(*piece, height), false});
            body += paragraph(
                "Text_20_body",
                fmt::format(
                    "<draw:frame draw:name=\"Figure{}\" text:anchor-type=\"as-char\" svg:width=\"{:.3f}cm\" "
                    "svg:height=\"{:.3f}cm\"><draw:image xlink:href=\"{}\" xlink:type=\"simple\" "
                    "xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:title>{}</svg:title><svg:desc>{}"
                    "</svg:desc></draw:frame>",
                    pictures.size(), pictureWidth * centimetresPerUnit, height * centimetresPerUnit, name,
                    escaped(figure.caption()), escaped(alternative)));
        }
    }
    void operator()(const report::Note& note) {
        report::Spans spans;
        if (!note.title.empty()) {
            spans.push_back({note.title + ". ", true, {}});
        }
        spans.insert(spans.end(), note.spans.begin(), note.spans.end());
        body += paragraph("Note", text(spans));
    }
    void operator()(const report::KeyFigures& figures) {
        body += "<text:list text:style-name=\"Bullets\">\n";
        for (const auto& figure : figures.figures) {
            body += "<text:list-item>" +
                    paragraph("Key_20_figure",
                              "<text:span text:style-name=\"Value\">" + escaped(figure.value) +
                                  "</text:span> " + escaped(figure.caption) +
                                  (figure.remark.empty() ? "" : " (" + escaped(figure.remark) + ")")) +
                    "</text:list-item>\n";
        }
        body += "</text:list>\n";
    }
    void operator()(const report::PageBreak&) { body += paragraph("PageBreak", ""); }

    std::string body;
    std::string columnStyles;
    std::vector<ZipEntry> pictures;

private:
    static std::string cell(const char* style, const char* face, const std::string& words) {
        return std::string("<table:table-cell table:style-name=\"") + style +
               "\" office:value-type=\"string\">" + paragraph(face, escaped(words)) + "</table:table-cell>";
    }
    int tables_ = 0;
    int headings_ = 0;
};

/// A real index, which the program that opens the file can make anew. Until then each line leads to its
/// heading and refers to the page that this stands on.
std::string contents(const report::Document& document) {
    const int deepest = deepestInContents(document);
    std::string out = fmt::format(
        "<text:table-of-content text:name=\"Contents\"><text:table-of-content-source "
        "text:outline-level=\"{}\"><text:index-title-template text:style-name=\"Contents_20_Heading\">"
        "Contents</text:index-title-template>",
        deepest);
    for (int level = 1; level <= deepest; ++level) {
        out +=
            fmt::format("<text:table-of-content-entry-template text:outline-level=\"{0}\" "
                        "text:style-name=\"Contents_20_{0}\"><text:index-entry-link-start/>"
                        "<text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" "
                        "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
                        "</text:table-of-content-entry-template>",
                        level);
    }
    out += "</text:table-of-content-source><text:index-body><text:index-title text:name=\"ContentsTitle\">" +
           paragraph("Contents_20_Heading", "Contents") + "</text:index-title>\n";
    int number = 0;
    for (const auto& block : document.blocks) {
        const auto* heading = std::get_if<report::Heading>(&block);
        if (!heading || (++number, heading->level > deepest)) {
            continue;
        }
        out +=
            paragraph(fmt::format("Contents_20_{}", std::max(1, heading->level)),
                      fmt::format("<text:a xlink:type=\"simple\" xlink:href=\"#section-{0}\">{1}<text:tab/>"
                                  "<text:bookmark-ref text:reference-format=\"page\" "
                                  "text:ref-name=\"section-{0}\"/></text:a>",
                                  number, escaped(heading->text)));
    }
    return out + "</text:index-body></text:table-of-content>\n";
}

std::string front(const report::Document& document) {
    std::string out;
    if (!document.organisation.empty()) {
        out += paragraph("Caption", escaped(document.organisation));
    }
    out += paragraph("Title", escaped(document.title));
    if (!document.subtitle.empty()) {
        out += paragraph("Subtitle", escaped(document.subtitle));
    }
    for (const auto& line : document.lines) {
        out += paragraph("Text_20_body", escaped(line));
    }
    return document.contents ? out + contents(document) + paragraph("PageBreak", "") : out;
}

std::string automaticStyles(const std::string& columns) {
    return "<office:automatic-styles>" + columns +
           "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties "
           "style:width=\"17cm\" "
           "table:align=\"margins\"/></style:style>"
           "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
           "fo:keep-together=\"always\"/></style:style>"
           "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
           "fo:padding=\"0.12cm\" fo:border-bottom=\"0.02cm solid #9aa2a4\"/></style:style>"
           "<style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties "
           "fo:padding=\"0.12cm\" fo:background-color=\"#e9efee\" fo:border-bottom=\"0.05cm solid #0b4552\"/>"
           "</style:style>"
           "<style:style style:name=\"PageBreak\" style:family=\"paragraph\" "
           "style:parent-style-name=\"Standard\"><style:paragraph-properties "
           "fo:break-before=\"page\"/></style:style>"
           "</office:automatic-styles>";
}

std::string manifestOf(const std::vector<ZipEntry>& pictures) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
                      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                      "manifest:version=\"1.2\">";
    const auto entry = [&out](const std::string& path, const char* type) {
        out +=
            "<manifest:file-entry manifest:full-path=\"" + path + "\" manifest:media-type=\"" + type + "\"/>";
    };
    entry("/", "application/vnd.oasis.opendocument.text");
    entry("content.xml", "text/xml");
    entry("styles.xml", "text/xml");
    entry("meta.xml", "text/xml");
    for (const auto& picture : pictures) {
        entry(picture.name, "image/png");
    }
    return out + "</manifest:manifest>";
}

} // namespace

Result<std::string> odtOf(const report::Document& document) {
    Odt odt;
    for (const auto& block : document.blocks) {
        std::visit(odt, block);
    }
    std::vector<ZipEntry> entries;
    entries.push_back({"mimetype", "application/vnd.oasis.opendocument.text", true});
    entries.push_back({"content.xml",
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " +
                           odtNamespaces() + ">" + automaticStyles(odt.columnStyles) +
                           "<office:body><office:text>\n" + front(document) + odt.body +
                           "</office:text></office:body></office:document-content>",
                       false});
    entries.push_back({"styles.xml", odtStyles(document), false});
    entries.push_back({"meta.xml", odtMeta(document), false});
    entries.push_back({"META-INF/manifest.xml", manifestOf(odt.pictures), false});
    for (auto& picture : odt.pictures) {
        entries.push_back(std::move(picture));
    }
    return zipOf(entries, document.date);
}

} // namespace wardmote::publish
