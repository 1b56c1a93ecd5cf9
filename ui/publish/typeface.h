#pragma once
#include "ui/publish/pages.h"

#include <QFont>

namespace wardmote::publish {

/// The font of a face at the size it is printed in, in tenths of a point. Sans-serif, 12 pt or more. The
/// first of the usual faces that the machine has; no metrics are rounded to pixels.
QFont fontOf(Face face);

/// Distance from baseline to baseline.
double lineHeight(Face face);
/// From the top of a line to its baseline.
double ascentOf(Face face);

} // namespace wardmote::publish
