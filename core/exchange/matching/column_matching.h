#pragma once
#include "core/exchange/matching/import_setup.h"

#include <span>

namespace wardmote::exchange {

/// What one heading may mean for a form and kind of record, and how surely.
struct HeadingMatch {
    ColumnUse use;
    MatchedBy by = MatchedBy::nothing;
    double weight = 0; ///< how much it speaks for this kind of record; 0: nothing matched
};

/// Key of the field, label, known other headings, ONS patterns, then likeness (0.88 and more).
HeadingMatch matchHeading(std::string_view heading, ImportForm form, plan::RecordKind kind);

/// The uses of all headings: each use once (the surest match, then the first column), uses that several
/// columns may have (notes) as often as they come. Adds warnings about vintages.
std::vector<ColumnMatching> matchColumns(std::span<const std::string> headings, ImportForm form,
                                         plan::RecordKind kind, std::vector<Warning>& warnings);

/// True for a heading that some kind of record knows: tells header rows from title rows.
bool isKnownHeading(std::string_view heading);

/// Headings as they are compared: folded, '_' as a space.
std::string normalisedHeading(std::string_view heading);

/// True where several columns may have the same use.
bool mayRepeat(std::string_view use);

} // namespace wardmote::exchange
