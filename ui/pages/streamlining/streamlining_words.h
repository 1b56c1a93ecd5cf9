#pragma once
#include "core/analysis/streamlining/streamlining.h"

#include <QString>

/// The answer in words, for the page and for whoever reads it out.
namespace wardmote::ui {

/// "42 hours", "£120.50", "12 meetings": an objective's figure.
QString objectiveText(analysis::StreamlineBy by, double value);
/// "Proved smallest", or how far above the smallest at most; and whether it was stopped early.
QString proofText(const analysis::Streamlining& answer);
/// The answer in one line: the proof with the figures, or that too little is recorded to say anything.
QString verdictText(const analysis::Streamlining& answer, analysis::StreamlineBy by);
/// Why a mechanism stays; all its cells with `inFull`, else the first.
QString reasonText(const plan::Plan& plan, const analysis::KeptMechanism& kept, bool inFull);
QString runnerUpText(const plan::Plan& plan, const analysis::Streamlining& answer, analysis::StreamlineBy by);
/// Everything that a reader must know beside the lists: set aside, lost, limits; a line each.
QString notesText(const plan::Plan& plan, const analysis::Streamlining& answer);

QString hoursText(const analysis::Hours& hours);
QString poundsText(const analysis::Pounds& pounds);

} // namespace wardmote::ui
