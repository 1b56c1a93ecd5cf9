#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/publish/pages.h"

#include <functional>
#include <string>

class QPainter;

namespace wardmote::publish {

/// A tagged PDF of the pages: structure, language, alternatives, links and bookmarks as PDF/UA-1 asks for,
/// fonts embedded, pictures as vectors. The same report gives the same bytes. Any thread.
Result<std::string> pdfOf(const PagedReport& report, const Progress& progress = {});

/// A part of a single sheet: what it is ("H1", "P", "Figure") and how it is drawn, in tenths of a point.
struct SheetPart {
    QByteArray tag;
    QString alternative; ///< of a Figure
    QRectF place;        ///< of a Figure
    std::function<void(QPainter&)> paint;
};

/// A tagged PDF of one sheet of any size, in tenths of a point: its parts in reading order. Any thread.
Result<std::string> pdfOfSheet(QSizeF size, const report::Document& document,
                               const std::vector<SheetPart>& parts);

} // namespace wardmote::publish
