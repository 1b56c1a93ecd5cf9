#pragma once
#include "core/plan/date.h"
#include "core/plan/shape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a report says, as a tree of blocks. Nothing here knows a page, a pixel, a colour or a font:
/// ui/publish makes PDF, HTML and ODT of the same tree, and each of them must carry all that is said here.
namespace wardmote::report {

/// A run of text within a paragraph.
struct Span {
    std::string text;
    bool strong = false;
    std::string link; ///< an https:, http: or mailto: address that the text leads to; empty: none
    bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// The text of spans without their emphasis.
std::string plainText(const Spans& spans);

/// Levels 1 to 3 below the title of the document; a level is never skipped (see Document::problems).
struct Heading {
    int level = 1;
    std::string text;
};

struct Paragraph {
    Spans spans;
};

struct List {
    bool numbered = false;
    std::vector<Spans> items;
};

enum class Align : std::uint8_t { left, right }; ///< figures stand right, so that their digits line up

struct Column {
    std::string heading;
    Align align = Align::left;
    double width = 0; ///< share of the table's width relative to other columns; 0: by what is in it
};

struct Row {
    std::vector<std::string> cells; ///< one for each column; of a group, one alone will do
    bool summary = false;           ///< a total or other line that sums up the rows above
    bool group = false; ///< heads the rows below: only its first cell is shown, across the whole table
};

/// Every table has a header row; its first column heads each row unless rowHeaders is off.
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool rowHeaders = true;
    std::string whenEmpty; ///< said in place of a table without rows; required where rows may be missing
};

/// Stacked horizontal bars: one bar for each category, one segment for each series.
struct BarChart {
    struct Category {
        std::string label;
        std::vector<std::optional<double>> values; ///< one for each series; nothing: not recorded
    };
    std::string unit; ///< "hours a year"; said on the axis
    std::vector<std::string> series;
    std::vector<Category> categories;
    bool grouped = false;          ///< segments beside one another in place of end to end
    int decimals = 0;              ///< of values as text
    std::optional<double> longest; ///< length of bar that fills the width; nothing: the longest there is
    std::vector<int> colours; ///< number in the palette, from 1, of each series; empty: by place in the list
};

/// A matrix of counts; nothing where there is no such pair.
struct Matrix {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<double>>> cells; ///< [row][column]
};

/// A map of areas. An area without a boundary but with a point is drawn schematically, and the map says so.
struct Map {
    struct Group {
        std::string name;
        std::optional<int> colour; ///< number in the palette, 1 to 12; nothing: by place in the list
    };
    struct Area {
        std::string name;
        plan::ShapeRef boundary;
        std::optional<plan::Point> point;
        std::optional<std::size_t> group; ///< index into groups; nothing: context, drawn grey
    };
    std::vector<Group> groups;
    std::vector<Area> areas;
    std::vector<std::string> attribution; ///< shown on the map, as the data demands
    std::string others;                   ///< what the areas in no group are, for the legend
};

using Picture = std::variant<BarChart, Matrix, Map>;

/// A picture with what it says in words. The alternative is no caption: it tells a reader who can't see the
/// picture what it shows, and no figure is made without one (a contract).
class Figure {
public:
    Figure(std::string alternative, std::string caption, Picture picture);
    const std::string& alternative() const { return alternative_; }
    const std::string& caption() const { return caption_; }
    const Picture& picture() const { return picture_; }

private:
    std::string alternative_;
    std::string caption_;
    Picture picture_;
};

/// Something set apart: a caution, a limit of the data.
struct Note {
    std::string title; ///< may be empty
    Spans spans;
};

/// One figure of a row of headline figures: "24,310", "residents", "2021 census".
struct KeyFigure {
    std::string value;
    std::string caption;
    std::string remark; ///< may be empty
};
struct KeyFigures {
    std::vector<KeyFigure> figures;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, List, Table, Figure, Note, KeyFigures, PageBreak>;

struct Document {
    std::string title;
    std::string subtitle;
    std::string organisation; ///< who publishes it; author of the file
    std::string language = "en-GB";
    std::string subject;            ///< one sentence for the file's metadata
    std::vector<std::string> lines; ///< below the title: "Prepared 22 November 2026"
    bool contents = true;           ///< lists its headings below the title, if it has several
    /// Handed round at a meeting: on paper it is set closer, on A3, so that it is a few sheets. On the web
    /// and for an editor it is as any other.
    bool compact = false;
    plan::Date date; ///< of the report; the only date in any file written from it
    std::vector<Block> blocks;

    void heading(int level, std::string text);
    void paragraph(std::string text);
    void paragraph(Spans spans);
    void add(Block block);

    /// What is wrong with the tree, in words: no title, a heading level skipped, a row with too many or too
    /// few cells, a chart whose values don't match its series. Empty if all is well.
    std::vector<std::string> problems() const;
};

} // namespace wardmote::report
