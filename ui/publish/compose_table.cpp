#include "ui/publish/compose.h"
#include "ui/publish/table_widths.h"
#include "ui/publish/typeface.h"

#include <algorithm>

namespace wardmote::publish {

namespace {

class TableStrips {
public:
    TableStrips(Strips& strips, const report::Table& table, const Frame& frame)
        : strips_(strips), table_(table), frame_(frame), widths_(columnWidths(table, frame.width)),
          padY_(38 * frame.air) {}

    void compose() {
        table_element_ = strips_.element("Table", 0);
        if (!table_.caption.empty()) {
            addText(strips_, QString::fromStdString(table_.caption), frame_.width,
                    {Face::strong, frame_.left, frame_.air * 180, Qt::black,
                     strips_.element("Caption", table_element_), true});
        }
        addHead();
        const int body = strips_.element("TBody", table_element_);
        std::vector<std::size_t> starts;
        for (const auto& row : table_.rows) {
            starts.push_back(strips_.slabs.size());
            addRow(row, body);
        }
        keepTogether(starts);
        if (!strips_.slabs.empty()) {
            strips_.slabs.back().height += 40;
        }
    }

private:
    /// No page begins or ends with a single row: the first two rows stay with the head and the last two with
    /// one another; a table of a few rows stays whole.
    void keepTogether(const std::vector<std::size_t>& starts) {
        const auto few = frame_.rowsKept;
        const auto count = starts.size();
        for (std::size_t row = 0; row + 1 < count; ++row) {
            if (count <= few || row == 0 || row + 2 == count) {
                for (auto slab = starts[row]; slab < starts[row + 1]; ++slab) {
                    // Rows that are cut between lines are too high to be kept with others.
                    strips_.slabs[slab].keepWithNext =
                        strips_.slabs[slab].keepWithNext || starts[row + 1] - starts[row] == 1;
                }
            }
        }
    }

    struct Cell {
        std::vector<TextLine> lines;
        double left = 0;
        double width = 0;
        int element = artifact;
        bool right = false;
        Face face = Face::body;
    };

    std::vector<Cell> cells(const std::vector<std::string>& texts) const {
        std::vector<Cell> made;
        double x = frame_.left;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            Cell cell;
            cell.left = x + cellPadding;
            cell.width = widths_[i] - 2 * cellPadding;
            cell.right = table_.columns[i].align == report::Align::right;
            cell.lines = {};
            made.push_back(std::move(cell));
            x += widths_[i];
        }
        for (std::size_t i = 0; i < made.size() && i < texts.size(); ++i) {
            made[i].lines = breakLines(QString::fromStdString(texts[i]), Face::body, made[i].width);
        }
        return made;
    }

    static void setFace(Cell& cell, Face face, const std::string& text) {
        cell.face = face;
        cell.lines = breakLines(QString::fromStdString(text), face, cell.width);
    }

    static void put(Slab& slab, const Cell& cell, std::size_t line, double y, int element) {
        const double baseline = y + ascentOf(cell.face);
        if (line >= cell.lines.size() || cell.lines[line].runs.empty()) {
            if (line == 0) { // an empty cell is a cell all the same
                slab.items.emplace_back(Text{{cell.left, baseline}, {}, cell.face, Qt::black, element});
            }
            return;
        }
        for (const auto& run : cell.lines[line].runs) {
            const double shift = cell.right ? cell.width - cell.lines[line].width : 0;
            slab.items.emplace_back(
                Text{{cell.left + shift + run.x, baseline}, run.text, cell.face, Qt::black, element});
        }
    }

    static std::size_t lineCount(const std::vector<Cell>& cells) {
        std::size_t most = 1;
        for (const auto& cell : cells) {
            most = std::max(most, cell.lines.size());
        }
        return most;
    }

    Slab strip(const std::vector<Cell>& cells, std::size_t from, std::size_t to, double above,
               double below) const {
        Slab slab;
        const double step = lineHeight(Face::body);
        slab.height = above + static_cast<double>(to - from) * step + below;
        for (const auto& cell : cells) {
            for (std::size_t line = from; line < to; ++line) {
                put(slab, cell, line, above + static_cast<double>(line - from) * step, cell.element);
            }
        }
        return slab;
    }

    Stroke ruleAt(double y, double width) const {
        return {QLineF(frame_.left, y, frame_.left + frame_.width, y), width, ruleInk()};
    }

    void addHead() {
        const int row = strips_.element("TR", strips_.element("THead", table_element_));
        std::vector<std::string> texts;
        for (const auto& column : table_.columns) {
            texts.push_back(column.heading);
        }
        auto head = cells(texts);
        for (std::size_t i = 0; i < head.size(); ++i) {
            setFace(head[i], Face::strong, texts[i]);
            head[i].element = strips_.element("TH", row);
            strips_.elements.back().scope = "Column";
        }
        const auto lines = lineCount(head);
        Slab slab = strip(head, 0, lines, padY_ + 10, padY_ + 10);
        slab.spaceBefore = 60;
        slab.keepWithNext = true;
        const QRectF all(frame_.left, 0, frame_.width, slab.height);
        slab.items.insert(slab.items.begin(), Fill{all, shade()});
        slab.items.emplace_back(
            Stroke{QLineF(all.left(), slab.height, all.right(), slab.height), 12, headingInk()});
        if (slab.height < frame_.height() / 3) {
            Slab repeated = slab;
            for (auto& item : repeated.items) {
                if (auto* text = std::get_if<Text>(&item)) {
                    text->element = artifact;
                }
            }
            head_ = static_cast<int>(strips_.heads.size());
            strips_.heads.push_back(std::move(repeated));
        }
        strips_.slabs.push_back(std::move(slab));
    }

    /// A line across the table that heads the rows below; kept with the first of them.
    void addGroup(const report::Row& row, int body) {
        const int element = strips_.element("TR", body);
        Cell cell;
        cell.left = frame_.left + cellPadding;
        cell.width = frame_.width - 2 * cellPadding;
        cell.element = strips_.element("TH", element);
        strips_.elements.back().scope = "Row";
        strips_.elements.back().span = static_cast<int>(table_.columns.size());
        setFace(cell, Face::strong, row.cells.empty() ? std::string{} : row.cells.front());
        const auto lines = cell.lines.size();
        Slab slab = strip({std::move(cell)}, 0, lines, padY_ + 25, padY_);
        slab.items.insert(slab.items.begin(),
                          Fill{QRectF(frame_.left, 0, frame_.width, slab.height), QColor(0xf3, 0xf6, 0xf6)});
        slab.keepWithNext = true;
        finish(std::move(slab), false, true);
    }

    void addRow(const report::Row& row, int body) {
        if (row.group) {
            addGroup(row, body);
            return;
        }
        const int element = strips_.element("TR", body);
        auto made = cells(row.cells);
        for (std::size_t i = 0; i < made.size(); ++i) {
            const bool head = i == 0 && table_.rowHeaders;
            made[i].element = strips_.element(head ? "TH" : "TD", element);
            if (head) {
                strips_.elements.back().scope = "Row";
            }
            if ((head || row.summary) && i < row.cells.size()) {
                setFace(made[i], Face::strong, row.cells[i]);
            }
        }
        const auto lines = lineCount(made);
        const double whole = static_cast<double>(lines) * lineHeight(Face::body) + 2 * padY_;
        if (whole < frame_.height() * 0.35) {
            Slab slab = strip(made, 0, lines, padY_, padY_);
            finish(std::move(slab), row.summary, true);
            return;
        }
        // A row too high to be kept whole is cut between lines.
        for (std::size_t line = 0; line < lines; ++line) {
            const bool last = line + 1 == lines;
            Slab slab = strip(made, line, line + 1, line == 0 ? padY_ : 0, last ? padY_ : 0);
            slab.keepWithNext = line == 0 || line + 2 == lines;
            finish(std::move(slab), row.summary && line == 0, last);
        }
    }

    void finish(Slab slab, bool summary, bool last) {
        slab.head = head_;
        if (last) {
            slab.items.emplace_back(ruleAt(slab.height, 5));
        }
        if (summary) {
            slab.items.emplace_back(ruleAt(0, 14));
        }
        strips_.slabs.push_back(std::move(slab));
    }

    Strips& strips_;
    const report::Table& table_;
    const Frame& frame_;
    std::vector<double> widths_;
    double padY_; ///< above and below the words of a row
    int table_element_ = artifact;
    int head_ = -1;
};

} // namespace

void composeTable(Strips& strips, const report::Table& table, const Frame& frame) {
    if (table.columns.empty()) {
        return;
    }
    if (table.rows.empty()) {
        // No table at all is easier to hear than a head over nothing.
        report::Spans spans;
        if (!table.caption.empty()) {
            spans.push_back({table.caption + ": ", true, {}});
        }
        spans.push_back({table.whenEmpty.empty() ? "none recorded." : table.whenEmpty, false, {}});
        addText(strips, spans, frame.width,
                {Face::body, frame.left, 100, Qt::black, strips.element("P", 0), false});
        return;
    }
    TableStrips(strips, table, frame).compose();
}

} // namespace wardmote::publish
