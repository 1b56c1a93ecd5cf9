#pragma once
#include "ui/charts/bars.h"
#include "ui/publish/picture.h"

#include <vector>

namespace wardmote::publish {

/// How figures look in every file: on paper, in the report's own type.
charts::Look printedLook();

/// Height that a picture needs at this width, in tenths of a point; a map takes the shape of what it shows,
/// within `most`.
double figureHeight(const Picture& picture, double width, double most);

/// Height that it can do with where little is left of a page; at most figureHeight().
double leastFigureHeight(const Picture& picture, double width, double most);

/// One picture, or, of a bar chart that is higher than `most`, several of one scale that follow one another.
std::vector<PictureRef> inPieces(const report::Picture& picture, double width, double most);

void paintFigure(QPainter& painter, const QRectF& place, const Picture& picture);

} // namespace wardmote::publish
