#pragma once
#include "core/analysis/explanation.h"
#include "ui/widgets/theme.h"

#include <QString>

#include <array>

namespace wardmote::ui {

struct ListedPair;

/// "£1,940", "at least £1,940"; "not recorded".
QString inWords(const analysis::Pounds& figure);
/// "61 hours", "at least 61 hours"; "not recorded".
QString inWords(const analysis::Hours& figure);
/// For narrow columns: "£1,940", "61 h +" where it is at least that, a dash where nothing is recorded.
QString inShort(const analysis::Pounds& figure);
QString inShort(const analysis::Hours& figure);
/// A score in hundredths as it is shown everywhere: "0.80". And the same number where only the hundredths
/// have room, 80, so that no two places round one score differently.
QString scoreWords(double score);
double inHundredths(double score);
QString reviewedFinding(const QString& label); ///< "Duplicate (reviewed)"
/// The finding that a person recorded, else what the comparison suggests.
QString findingOf(const plan::Plan& plan, const ListedPair& pair);
Tone toneOf(analysis::PairClass kind);

inline constexpr int componentCount = 4;
/// Place, purpose, audience, attendance.
std::array<std::optional<double>, componentCount> partsOf(const analysis::Components& components);
QString partName(int part);

} // namespace wardmote::ui
