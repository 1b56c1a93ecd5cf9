#pragma once
#include "ui/publish/pages.h"

namespace wardmote::publish {

/// A piece of a line that is drawn in one go.
struct Run {
    double x = 0; ///< from the line's left end
    double width = 0;
    QString text;
    bool strong = false;
    std::size_t span = 0; ///< which of the paragraph's spans it belongs to
};
struct TextLine {
    std::vector<Run> runs;
    double width = 0; ///< without the space at its end
};

/// Breaks spans into lines of at most this width; a word that is wider is broken where it must be. At least
/// one line. Line breaks in the text are kept.
std::vector<TextLine> breakLines(const report::Spans& spans, Face face, double width);
std::vector<TextLine> breakLines(const QString& text, Face face, double width);

/// Width of the widest line (line breaks kept) and of the widest word.
double naturalWidth(const QString& text, Face face);
double widestWord(const QString& text, Face face);

} // namespace wardmote::publish
