#include "ui/publish/paginate.h"

#include "ui/publish/compose.h"
#include "ui/publish/typeface.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace wardmote::publish {

namespace {

constexpr std::size_t mostRows = 2000;
constexpr std::size_t mostLetters = 2000;
constexpr double rounding = 0.5; ///< of sums of heights, in tenths of a point

/// Puts slabs on pages from top to bottom.
class Placer {
public:
    Placer(Strips& strips, PagedReport& report, const Frame& frame)
        : strips_(strips), report_(report), frame_(frame) {}

    void place(const Progress& progress) {
        report_.pages.clear();
        filled_.clear();
        numbers_.clear();
        newPage(0);
        const auto count = strips_.slabs.size();
        for (std::size_t i = 0; i < count && !progress.stopped();) {
            std::size_t end = i + 1;
            while (end < count && strips_.slabs[end - 1].keepWithNext && !strips_.slabs[end].newPage) {
                ++end;
            }
            placeTogether(i, end);
            i = end;
            if (i % 256 < end - i) {
                progress.at(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(count), {});
            }
        }
        filled_.back().to = count;
        filled_.back().bottom = y_;
    }

    /// Takes from the space between blocks what lets the few lines of a page that ends early, since a part or
    /// the report ends there, stand on the page before. True: place anew.
    bool drawIn() {
        constexpr double few = 0.15;  // of a page
        constexpr double most = 0.65; // of the space between blocks
        bool drawn = false;
        for (std::size_t page = 1; page < filled_.size(); ++page) {
            const bool ends = page + 1 == filled_.size() || strips_.slabs[filled_[page].to].newPage;
            const auto& here = filled_[page];
            const auto& before = filled_[page - 1];
            if (!ends || here.bottom - frame_.top > few * frame_.height() ||
                strips_.slabs[here.from].newPage) {
                continue;
            }
            double space = 0;
            for (auto i = before.from + 1; i < here.to; ++i) {
                space += strips_.slabs[i].spaceBefore;
            }
            const double over = before.bottom + strips_.slabs[here.from].spaceBefore +
                                (here.bottom - frame_.top) + 1 - frame_.bottom;
            if (space <= 0 || over > most * space) {
                continue;
            }
            for (auto i = before.from + 1; over > 0 && i < here.to; ++i) {
                strips_.slabs[i].spaceBefore *= 1 - over / space;
            }
            drawn = drawn || over > 0;
        }
        return drawn;
    }

private:
    /// The slabs on a page and how far down they reach.
    struct Filled {
        std::size_t from = 0;
        std::size_t to = 0;
        double bottom = 0;
    };

    double spareOf(std::size_t from, std::size_t to) const {
        double spare = 0;
        for (auto i = from; i < to; ++i) {
            spare += strips_.slabs[i].canGiveUp;
        }
        return spare;
    }

    double heightOf(std::size_t from, std::size_t to, bool atTop) const {
        double sum = 0;
        for (auto i = from; i < to; ++i) {
            const bool first = i == from && atTop;
            sum += strips_.slabs[i].height + (first ? 0 : strips_.slabs[i].spaceBefore);
        }
        return sum;
    }

    /// Draws figures of the group smaller, if that lets it stay on this page.
    void shrinkToFit(std::size_t from, std::size_t to) {
        double over = y_ + heightOf(from, to, y_ <= frame_.top) - frame_.bottom;
        if (over <= 0 || over > spareOf(from, to)) {
            return;
        }
        for (auto i = from; i < to && over > 0; ++i) {
            auto& slab = strips_.slabs[i];
            const double less = std::min(over, slab.canGiveUp);
            over -= less;
            slab.height -= less;
            slab.canGiveUp -= less;
            for (auto& item : slab.items) {
                if (auto* drawing = std::get_if<Drawing>(&item); drawing && less > 0) {
                    drawing->place.setHeight(drawing->place.height() - less);
                }
            }
        }
    }

    void placeTogether(std::size_t from, std::size_t to) {
        if (!strips_.slabs[from].newPage) {
            shrinkToFit(from, to);
        }
        if (strips_.slabs[from].newPage) {
            if (y_ > frame_.top) {
                newPage(from);
            }
        } else if (y_ > frame_.top && y_ + heightOf(from, to, false) > frame_.bottom + rounding &&
                   heightOf(from, to, true) - spareOf(from, to) <= frame_.height()) {
            newPage(from);
            shrinkToFit(from, to);
        }
        for (auto i = from; i < to; ++i) {
            auto& slab = strips_.slabs[i];
            // What is kept together may still be higher than a page.
            if (y_ > frame_.top && y_ + slab.spaceBefore + slab.height > frame_.bottom + rounding) {
                newPage(i);
            }
            if (y_ <= frame_.top && slab.head >= 0) {
                put(strips_.heads[static_cast<std::size_t>(slab.head)]);
            }
            put(slab);
        }
    }

    void put(const Slab& slab) {
        if (y_ > frame_.top) {
            y_ += slab.spaceBefore;
        }
        auto& page = report_.pages.back();
        for (const auto& [item, heading] : slab.pageNumbers) {
            numbers_.push_back({report_.pages.size() - 1, page.items.size() + item, heading});
        }
        for (Item item : slab.items) {
            moveDown(item, y_);
            page.items.push_back(std::move(item));
        }
        for (LinkArea link : slab.links) {
            link.place.translate(0, y_);
            page.links.push_back(std::move(link));
        }
        if (slab.heading >= 0) {
            auto& heading = strips_.headings[static_cast<std::size_t>(slab.heading)];
            heading.page = report_.pages.size() - 1;
            heading.top = y_;
        }
        y_ += slab.height;
    }

    void newPage(std::size_t from) {
        if (!filled_.empty()) {
            filled_.back().to = from;
            filled_.back().bottom = y_;
        }
        filled_.push_back({from, from, frame_.top});
        report_.pages.emplace_back();
        y_ = frame_.top;
    }

public:
    /// Writes the page numbers that the contents left open, now that they are known.
    void fillPageNumbers() {
        const QFontMetricsF metrics(fontOf(Face::body));
        for (const auto& number : numbers_) {
            auto& text = std::get<Text>(report_.pages[number.page].items[number.item]);
            text.text = QString::number(strips_.headings[static_cast<std::size_t>(number.heading)].page + 1);
            text.baseline.rx() -= metrics.horizontalAdvance(text.text);
        }
    }

private:
    struct OpenNumber {
        std::size_t page;
        std::size_t item;
        int heading;
    };
    Strips& strips_;
    PagedReport& report_;
    const Frame& frame_;
    double y_ = 0;
    std::vector<OpenNumber> numbers_;
    std::vector<Filled> filled_; ///< of each page
};

/// Running title (from the second page) and page number: no part of what the report says.
void addMargins(PagedReport& report, const Frame& frame) {
    const QFontMetricsF metrics(fontOf(Face::body));
    const QString title =
        metrics.elidedText(QString::fromStdString(report.document->title), Qt::ElideRight, frame.width);
    for (std::size_t i = 0; i < report.pages.size(); ++i) {
        auto& items = report.pages[i].items;
        const QString number = QCoreApplication::translate("wardmote::publish", "Page %1 of %2")
                                   .arg(i + 1)
                                   .arg(report.pages.size());
        if (i > 0) {
            items.emplace_back(Text{{frame.left, frame.top - 300}, title, Face::body, mutedInk(), artifact});
            items.emplace_back(
                Stroke{QLineF(frame.left, frame.top - 220, frame.left + frame.width, frame.top - 220), 4,
                       ruleInk()});
        }
        const double right = frame.left + frame.width - metrics.horizontalAdvance(number);
        items.emplace_back(Text{{right, report.height - 359}, number, Face::body, mutedInk(), artifact});
    }
}

} // namespace

Frame frameOf(PagedReport& report) {
    Frame frame;
    if (!report.document->compact) {
        return frame;
    }
    // A3 holds twice as much in letters of twelve points, and an A4 printer still prints it legibly.
    report.width = 8419;
    report.height = 11906;
    frame.left = 520;
    frame.top = 640;
    frame.width = report.width - 2 * frame.left;
    frame.bottom = report.height - 560;
    frame.air = 0.4;
    frame.keyFigures = 5;
    frame.rowsKept = 3;
    frame.highestFigure = 0.32;
    frame.beside = true;
    return frame;
}

report::Document bounded(report::Document document) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        auto* table = std::get_if<report::Table>(&document.blocks[i]);
        if (!table) {
            continue;
        }
        for (auto& row : table->rows) {
            for (auto& cell : row.cells) {
                if (cell.size() > mostLetters) {
                    auto cut = mostLetters;
                    while (cut > 0 && (static_cast<unsigned char>(cell[cut]) & 0xC0) == 0x80) {
                        --cut; // not within a letter
                    }
                    cell.resize(cut);
                    cell += " [cut here]";
                }
            }
        }
        if (table->rows.size() > mostRows) {
            const auto left = table->rows.size() - mostRows;
            table->rows.resize(mostRows);
            report::Note note{
                "Shortened",
                {{"The table above shows its first 2,000 rows; " + std::to_string(left) +
                      " more are left out. Export the records as a spreadsheet to have them all.",
                  false,
                  {}}}};
            document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                   std::move(note));
        }
    }
    return document;
}

Result<PagedReport> paginate(std::shared_ptr<const report::Document> document, const Progress& progress) {
    PagedReport report;
    report.document = std::make_shared<const report::Document>(bounded(*document));
    const auto frame = frameOf(report);
    Strips strips;
    strips.element("Document", artifact);
    listHeadings(strips, *report.document);
    composeFront(strips, *report.document, frame);
    composeBody(strips, *report.document, frame);
    progress.at(0.5, {});
    Placer placer(strips, report, frame);
    placer.place(progress);
    constexpr int mostTries = 3; // what is drawn in on one page may move a later one
    for (int tries = 0; tries < mostTries && !progress.stopped() && placer.drawIn(); ++tries) {
        placer.place(progress);
    }
    if (progress.stopped()) {
        return failure("Stopped.");
    }
    placer.fillPageNumbers();
    addMargins(report, frame);
    report.elements = std::move(strips.elements);
    report.headings = std::move(strips.headings);
    return report;
}

} // namespace wardmote::publish
