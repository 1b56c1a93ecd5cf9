#pragma once
#include "core/report/blocks.h"

/// Longer texts that people wrote, as blocks of a report.
namespace wardmote::report {

/// The lines of a text that say something, without the space around them.
std::vector<std::string> linesOf(const std::string& text);

/// A paragraph for each line.
void addLines(Document& document, const std::string& text);
/// An item of a list for each line.
std::vector<Spans> itemsOf(const std::string& text);
/// Heading and text; nothing where the text says nothing.
void addWritten(Document& document, int level, std::string heading, const std::string& text);

/// With a full stop, if it has none.
std::string ended(std::string text);

} // namespace wardmote::report
