#pragma once
#include "core/exchange/matching/import_setup.h"

namespace wardmote::exchange {

/// A sheet's matching as the JSON that an ImportMatching record keeps.
std::string toJson(const SheetSetup& sheet);

/// Puts a remembered matching over the one found: form, kind, uses by heading, constants, source, dates. A
/// record that can't be read, or names fields that are gone, leaves what was found.
void applyRemembered(const plan::ImportMatching& record, SheetSetup& sheet);

/// What identifies files of this shape: the headings, normalised, in order. Empty without headings.
std::string shapeOf(const SheetSetup& sheet);

/// The record of that shape; null if there is none.
const plan::ImportMatching* findRemembered(const plan::Plan& plan, const std::string& shape);

} // namespace wardmote::exchange
