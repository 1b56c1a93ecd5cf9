#pragma once
#include "core/report/blocks.h"

#include <qpdf/QPDF.hh>

namespace wardmote::publish {

/// Title, language, author, date of the report (no other date) and the claim to follow PDF/UA-1, in the
/// file's catalogue, information and XMP.
void describe(QPDF& pdf, const report::Document& document);

} // namespace wardmote::publish
