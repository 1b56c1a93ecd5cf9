#pragma once
#include "ui/publish/slabs.h"
#include "ui/publish/text_lines.h"

namespace wardmote::publish {

/// Where text stands on an A4 page, in tenths of a point.
struct Frame {
    double left = 567;
    double top = 780;
    double width = 4819;
    double bottom = 7700;
    double height() const { return bottom - top; }
};

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

/// Title, what stands below it and the contents (if there are headings enough to need them).
void composeFront(Strips& strips, const report::Document& document, const Frame& frame);
void composeTable(Strips& strips, const report::Table& table, const Frame& frame);
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
