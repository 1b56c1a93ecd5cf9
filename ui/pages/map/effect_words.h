#pragma once
#include "core/analysis/move_effect.h"
#include "ui/widgets/theme.h"

#include <QString>

#include <vector>

namespace wardmote::ui {

/// What a move would do, line by line: "Keynsham Area", "28,664 → 24,533", "▼ −24% of mean".
struct EffectLine {
    QString subject;
    QString words;
    QString badge; ///< empty: none
    Tone tone = Tone::neutral;
};

/// "If Saltford moved to Bathavon North".
QString effectTitle(const plan::Plan& plan, const analysis::MoveEffect& effect);

/// Each cluster's residents before and after against the target or the mean; pieces; footprints that would be
/// split, or whole again. In a meeting, `plain`: residents and pieces, without scores.
std::vector<EffectLine> effectLines(const analysis::MoveEffects& effects, const analysis::MoveEffect& effect,
                                    bool plain = false);

/// All of it as a sentence or two, for screen readers.
QString effectInWords(const QString& title, const std::vector<EffectLine>& lines);

} // namespace wardmote::ui
