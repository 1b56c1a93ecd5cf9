#pragma once
#include "ui/publish/slabs.h"
#include "ui/publish/text_lines.h"

namespace wardmote::publish {

/// Where text stands on an A4 page, in the report's units, and how closely.
struct Frame {
    double left = 567;
    double top = 780;
    double width = 4819;
    double bottom = 7700;
    double air = 1;              ///< of the space between blocks and around rows
    std::size_t keyFigures = 3;  ///< beside one another
    std::size_t rowsKept = 7;    ///< a table of so few rows is not torn apart
    double highestFigure = 0.93; ///< as a share of the height
    bool beside = false;         ///< a figure and the table that follows it stand beside one another
    double height() const { return bottom - top; }
};

/// A figure (blocks[at]) and the table that follows it, perhaps after a list, side by side as one slab that
/// is never torn apart. Returns the number of blocks set; 0, and nothing changed, where they are not so or
/// would take most of a page.
std::size_t composeBeside(Strips& strips, const report::Document& document, std::size_t at,
                          const Frame& frame);

/// The frame of a report's pages, which it gives their size.
Frame frameOf(PagedReport& report);

/// How the lines of one paragraph are set.
struct Setting {
    Face face = Face::body;
    double left = 0;
    double spaceBefore = 0;
    QColor colour = Qt::black;
    int element = artifact;
    bool keepWithNext = false;
};

/// Puts the lines of a paragraph below what is there, widows and orphans kept together; its links become Link
/// elements. Returns the index of its first slab.
std::size_t addText(Strips& strips, const report::Spans& spans, double width, const Setting& setting);
std::size_t addText(Strips& strips, const QString& text, double width, const Setting& setting);

/// Contents show headings down to this level of the document: so many that they stay on the first page.
int deepestInContents(const report::Document& document);

/// Title, what stands below it and the contents (if there are headings enough to need them).
void composeFront(Strips& strips, const report::Document& document, const Frame& frame);
void composeTable(Strips& strips, const report::Table& table, const Frame& frame);
/// One block that is no heading, below what is there.
void composeBlock(Strips& strips, const report::Block& block, const Frame& frame);
/// Everything after the front. Headings must have been listed (listHeadings).
void composeBody(Strips& strips, const report::Document& document, const Frame& frame);

/// Fills Strips::headings, the title first.
void listHeadings(Strips& strips, const report::Document& document);

/// Colours that print well without colour too.
QColor headingInk();
QColor mutedInk();
QColor ruleInk();
QColor shade();

} // namespace wardmote::publish
