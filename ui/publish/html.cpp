#include "ui/publish/html.h"

#include "ui/publish/figures.h"
#include "ui/publish/markup.h"
#include "ui/publish/svg.h"

#include <algorithm>

namespace wardmote::publish {

namespace {

constexpr const char* style = R"(
:root { color-scheme: light dark; --ink: #1b2426; --soft: #4a5456; --paper: #fff; --shade: #e9efee; --rule: #9aa2a4; --head: #0b4552; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f0; --soft: #b3bcbd; --paper: #1b2022; --shade: #2a3234; --rule: #6d777a; --head: #8fd3de; --link: #9cc4ff; } }
html { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 100%; line-height: 1.5; color: var(--ink); background: var(--paper); }
body { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--link); }
a:focus { outline: 3px solid #f6d55f; outline-offset: 2px; background: #f6d55f; color: #000; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 0.5rem; }
h1, h2, h3, h4 { color: var(--head); line-height: 1.25; margin: 2em 0 0.5em; }
h1 { font-size: 2.2rem; margin-top: 0.3em; }
header { border-bottom: 3px solid var(--head); padding-bottom: 1rem; }
header p { margin: 0.2em 0; }
.organisation { font-weight: bold; color: var(--soft); }
.subtitle { font-size: 1.3rem; }
nav ul { list-style: none; padding: 0; } nav ul ul { padding-left: 1.5rem; } nav > ul > li { margin-top: 0.5em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1.5em 0; }
caption { text-align: left; font-weight: bold; padding: 0.3em 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4em 0.6em; border-bottom: 1px solid var(--rule); }
thead th { background: var(--shade); border-bottom: 2px solid var(--head); }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.group th { background: var(--shade); padding-top: 0.8em; }
.summary th, .summary td { border-top: 2px solid var(--ink); font-weight: bold; }
figure { margin: 1.5em 0; } figcaption { font-weight: bold; padding: 0.3em 0; }
figure svg { width: 100%; height: auto; background: #fff; }
@media (max-width: 40rem) { table, figure svg { min-width: 34rem; } }
.note { border-left: 5px solid var(--head); background: var(--shade); padding: 0.7em 1em; margin: 1.5em 0; }
.figures { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1.2rem; }
.figures li { border-top: 3px solid var(--head); padding-top: 0.4rem; } .figures strong { display: block; font-size: 1.6rem; line-height: 1.3; } .figures span { display: block; } .figures .remark { color: var(--soft); }
@media print { html { background: #fff; color: #000; } body { max-width: none; padding: 0; } .skip { display: none; } thead { display: table-header-group; } tr, figure, .note { break-inside: avoid; } h2, h3, h4, caption, figcaption, .group { break-after: avoid; } .break { break-before: page; } }
)";

std::string text(const report::Spans& spans) {
    std::string out;
    for (const auto& span : spans) {
        std::string piece = escaped(span.text);
        if (span.strong) {
            piece = "<strong>" + piece + "</strong>";
        }
        if (!span.link.empty()) {
            piece = "<a href=\"" + escaped(span.link) + "\">" + piece + "</a>";
        }
        out += piece;
    }
    return out;
}

/// A cell's words, with places to break in those that no column is wide enough for. Others are never cut.
std::string cellText(std::string_view words) {
    constexpr std::size_t longest = 30;
    std::string out;
    std::size_t run = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto byte = static_cast<unsigned char>(words[i]);
        run = byte == ' ' || byte == '-' || byte == '\n' ? 0 : run + 1;
        if (run > longest && (byte & 0xC0U) != 0x80U) { // not within a letter
            out += escaped(words.substr(from, i - from)) + "<wbr>";
            from = i;
            run = 1;
        }
    }
    return out + escaped(words.substr(from));
}

class Html {
public:
    void operator()(const report::Heading& heading) {
        const auto level = std::to_string(std::clamp(heading.level, 1, 3) + 1);
        out += "<h" + level + " id=\"section-" + std::to_string(++headings_) + "\">" + escaped(heading.text) +
               "</h" + level + ">\n";
    }
    void operator()(const report::Paragraph& paragraph) { out += "<p>" + text(paragraph.spans) + "</p>\n"; }
    void operator()(const report::List& list) {
        const std::string tag = list.numbered ? "ol" : "ul";
        out += "<" + tag + ">\n";
        for (const auto& item : list.items) {
            out += "<li>" + text(item) + "</li>\n";
        }
        out += "</" + tag + ">\n";
    }
    void operator()(const report::Table& table) {
        if (table.rows.empty()) {
            out += "<p><strong>" + escaped(table.caption) + (table.caption.empty() ? "" : ": ") +
                   "</strong>" + escaped(table.whenEmpty.empty() ? "none recorded." : table.whenEmpty) +
                   "</p>\n";
            return;
        }
        out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
               escaped(table.caption.empty() ? "Table" : table.caption) + "\"><table>\n";
        if (!table.caption.empty()) {
            out += "<caption>" + escaped(table.caption) + "</caption>\n";
        }
        out += "<thead><tr>";
        for (const auto& column : table.columns) {
            out += "<th scope=\"col\"" + side(column) + ">" + escaped(column.heading) + "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            if (row.group) {
                out += "<tr class=\"group\"><th scope=\"colgroup\" colspan=\"" +
                       std::to_string(table.columns.size()) + "\">" +
                       escaped(row.cells.empty() ? "" : row.cells.front()) + "</th></tr>\n";
                continue;
            }
            out += row.summary ? "<tr class=\"summary\">" : "<tr>";
            for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
                const bool head = i == 0 && table.rowHeaders;
                out += (head ? "<th scope=\"row\"" : "<td") + side(table.columns[i]) + ">" +
                       cellText(row.cells[i]) + (head ? "</th>" : "</td>");
            }
            out += "</tr>\n";
        }
        out += "</tbody></table></div>\n";
    }
    void operator()(const report::Figure& figure) {
        out += "<figure>\n";
        if (!figure.caption().empty()) {
            out += "<figcaption>" + escaped(figure.caption()) + "</figcaption>\n";
        }
        // A page has no end: the picture is one piece, however high.
        constexpr double anyHeight = 1e7;
        for (const auto& piece : inPieces(figure.picture(), svgWidth, anyHeight)) {
            out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                   escaped(figure.caption().empty() ? "Figure" : figure.caption()) + "\">\n" +
                   svgOf(*piece, figure.caption(), figure.alternative(),
                         "figure-" + std::to_string(++figures_)) +
                   "</div>\n";
        }
        out += "</figure>\n";
    }
    void operator()(const report::Note& note) {
        out += "<div class=\"note\"><p>";
        if (!note.title.empty()) {
            out += "<strong>" + escaped(note.title) + ".</strong> ";
        }
        out += text(note.spans) + "</p></div>\n";
    }
    void operator()(const report::KeyFigures& figures) {
        out += "<ul class=\"figures\">\n";
        for (const auto& figure : figures.figures) {
            out += "<li><strong>" + escaped(figure.value) + "</strong> <span>" + escaped(figure.caption) +
                   "</span>";
            if (!figure.remark.empty()) {
                out += " <span class=\"remark\">" + escaped(figure.remark) + "</span>";
            }
            out += "</li>\n";
        }
        out += "</ul>\n";
    }
    void operator()(const report::PageBreak&) { out += "<div class=\"break\"></div>\n"; }

    std::string out;

private:
    static std::string side(const report::Column& column) {
        return column.align == report::Align::right ? " class=\"right\"" : "";
    }
    int headings_ = 0;
    int figures_ = 0;
};

std::string contents(const report::Document& document) {
    std::string out;
    int number = 0;
    bool nested = false;
    int listed = 0;
    for (const auto& block : document.blocks) {
        const auto* heading = std::get_if<report::Heading>(&block);
        if (!heading) {
            continue;
        }
        ++number;
        if (heading->level > 2) {
            continue;
        }
        const std::string link =
            "<a href=\"#section-" + std::to_string(number) + "\">" + escaped(heading->text) + "</a>";
        if (heading->level == 2 && listed > 0) {
            out += nested ? "</li>\n" : "\n<ul>\n";
            nested = true;
        } else {
            out += nested ? "</li>\n</ul></li>\n" : (listed > 0 ? "</li>\n" : "");
            nested = false;
        }
        out += "<li>" + link;
        ++listed;
    }
    if (listed < 4) {
        return {};
    }
    out += nested ? "</li>\n</ul></li>\n" : "</li>\n";
    return "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Contents</h2>\n<ul>\n" + out +
           "</ul></nav>\n";
}

} // namespace

std::string htmlOf(const report::Document& document) {
    Html body;
    for (const auto& block : document.blocks) {
        std::visit(body, block);
    }
    std::string page =
        "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language) +
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        escaped(document.title) +
        (document.organisation.empty() ? "" : " - " + escaped(document.organisation)) +
        "</title>\n<meta name=\"author\" content=\"" + escaped(document.organisation) +
        "\">\n<meta name=\"description\" content=\"" + escaped(document.subject) +
        "\">\n<meta name=\"date\" content=\"" + document.date.iso() + "\">\n<style>" + style +
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n";
    if (!document.organisation.empty()) {
        page += "<p class=\"organisation\">" + escaped(document.organisation) + "</p>\n";
    }
    page += "<h1>" + escaped(document.title) + "</h1>\n";
    if (!document.subtitle.empty()) {
        page += "<p class=\"subtitle\">" + escaped(document.subtitle) + "</p>\n";
    }
    for (const auto& line : document.lines) {
        page += "<p>" + escaped(line) + "</p>\n";
    }
    page += "</header>\n" + (document.contents ? contents(document) : std::string{}) +
            "<main id=\"main\" tabindex=\"-1\">\n" + body.out + "</main>\n</body>\n</html>\n";
    return page;
}

} // namespace wardmote::publish
