#pragma once
#include "core/report/blocks.h"

#include <qpdf/QPDF.hh>

namespace wardmote::publish {

/// Title, language, author, date of the report (no other date) and the claim to follow PDF/UA-1, in the
/// file's catalogue, information and XMP.
void describe(QPDF& pdf, const report::Document& document);

/// Qt says of the glyph that a space shares with a tab that it means a tab: readers and searches want the
/// space.
void mendSpaces(QPDF& pdf);

} // namespace wardmote::publish
