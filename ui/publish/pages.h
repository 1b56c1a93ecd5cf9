#pragma once
#include "core/report/blocks.h"
#include "ui/publish/picture.h"

#include <QColor>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// A report set on pages: plain data that is painted to the screen, to pictures and to PDF alike.
/// Lengths are tenths of a point, y downwards from the page's top.
namespace wardmote::publish {

inline constexpr double perPoint = 10;

enum class Face { body, strong, title, subtitle, heading1, heading2, heading3, figureValue };

/// A node of the document's logical structure, as PDF names them ("H2", "TD").
struct Element {
    QByteArray tag;
    int parent = -1;       ///< index of the element it stands in; -1: the root
    QString alternative;   ///< of a Figure
    QByteArray scope;      ///< of a TH: "Column" or "Row"
    bool numbered = false; ///< of an L
    int span = 1;          ///< columns that a TH reaches across
};

/// The element of what is on the page but no part of what the report says: page numbers, rules, repeated
/// heads.
inline constexpr int artifact = -1;

struct Text {
    QPointF baseline;
    QString text;
    Face face = Face::body;
    QColor colour = Qt::black;
    int element = artifact;
};
struct Fill {
    QRectF place;
    QColor colour;
};
struct Stroke {
    QLineF line;
    double width = 5;
    QColor colour;
};
struct Drawing {
    QRectF place;
    PictureRef picture;
    int element = artifact;
};
using Item = std::variant<Fill, Stroke, Text, Drawing>;

/// A place that leads elsewhere: to a heading of the report, or to an address.
struct LinkArea {
    QRectF place;
    int element = artifact; ///< the Link
    int target = -1;        ///< index into PagedReport::headings
    QString address;        ///< where target is -1
    QString says;           ///< in words, for assistive technology
};

struct Page {
    std::vector<Item> items; ///< in reading order
    std::vector<LinkArea> links;
};

struct PlacedHeading {
    QString text;
    int level = 1; ///< 1: the title
    std::size_t page = 0;
    double top = 0;
};

struct PagedReport {
    std::shared_ptr<const report::Document> document;
    std::vector<Page> pages;
    std::vector<Element> elements;       ///< parents before children; [0] is the Document
    std::vector<PlacedHeading> headings; ///< in reading order
    double width = 5953;                 ///< A4
    double height = 8419;
};

} // namespace wardmote::publish
