#include "ui/publish/compose.h"
#include "ui/publish/figures.h"
#include "ui/publish/typeface.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::publish {

namespace {

class Body {
public:
    Body(Strips& strips, const Frame& frame) : strips_(strips), frame_(frame) {}

    void operator()(const report::Heading& heading) {
        static constexpr std::array tags{"H2", "H3", "H4"};
        static constexpr std::array faces{Face::heading1, Face::heading2, Face::heading3};
        static constexpr std::array spaces{330.0, 260.0, 200.0};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
        const auto first = addText(strips_, QString::fromStdString(heading.text), frame_.width,
                                   {faces[level], frame_.left, frame_.air * spaces[level], headingInk(),
                                    strips_.element(tags[level], 0), true});
        strips_.slabs[first].heading = ++headings_;
    }

    void operator()(const report::Paragraph& paragraph) {
        addText(strips_, paragraph.spans, frame_.width,
                {Face::body, frame_.left, frame_.air * 100, Qt::black, strips_.element("P", 0), false});
    }

    void operator()(const report::List& list) {
        const int element = strips_.element("L", 0);
        strips_.elements[static_cast<std::size_t>(element)].numbered = list.numbered;
        constexpr double indent = 240;
        constexpr std::size_t few = 4; // items that are not torn apart
        int number = 0;
        for (const auto& item : list.items) {
            const int entry = strips_.element("LI", element);
            const int label = strips_.element("Lbl", entry);
            const int content = strips_.element("LBody", entry);
            const auto first = addText(
                strips_, item, frame_.width - indent,
                {Face::body, frame_.left + indent, number == 0 ? 80.0 : 45.0, Qt::black, content,
                 list.items.size() <= few && static_cast<std::size_t>(number) + 1 < list.items.size()});
            ++number;
            auto& items = strips_.slabs[first].items;
            const QString sign =
                list.numbered ? QString::number(number) + QLatin1Char('.') : QString(QChar(0x2022));
            items.insert(items.begin(), Text{{frame_.left + 60, ascentOf(Face::body)},
                                             sign + QLatin1Char(' '),
                                             Face::body,
                                             Qt::black,
                                             label});
        }
    }

    void operator()(const report::Table& table) { composeTable(strips_, table, frame_); }

    void operator()(const report::Figure& figure) {
        const bool captioned = !figure.caption().empty();
        if (captioned) {
            addText(strips_, QString::fromStdString(figure.caption()), frame_.width,
                    {Face::strong, frame_.left, frame_.air * 180, Qt::black, strips_.element("P", 0), true});
        }
        const double most = std::min(frame_.highestFigure * frame_.height(), frame_.height() - 500);
        const auto pieces = inPieces(figure.picture(), frame_.width, most);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const int element = strips_.element("Figure", 0);
            strips_.elements[static_cast<std::size_t>(element)].alternative =
                i == 0 ? QString::fromStdString(figure.alternative())
                       : QCoreApplication::translate("wardmote::publish", "%1, part %2 of %3")
                             .arg(QString::fromStdString(figure.caption()))
                             .arg(i + 1)
                             .arg(pieces.size());
            Slab slab;
            slab.spaceBefore = 80;
            slab.height = std::min(most, figureHeight(*pieces[i], frame_.width, most));
            slab.canGiveUp = std::max(0.0, slab.height - leastFigureHeight(*pieces[i], frame_.width, most));
            slab.items.emplace_back(
                Drawing{QRectF(frame_.left, 0, frame_.width, slab.height), pieces[i], element});
            strips_.slabs.push_back(std::move(slab));
        }
        strips_.slabs.back().height += 60;
    }

    void operator()(const report::Note& note) {
        report::Spans spans;
        if (!note.title.empty()) {
            spans.push_back({note.title + ". ", true, {}});
        }
        spans.insert(spans.end(), note.spans.begin(), note.spans.end());
        constexpr double inset = 160;
        const auto first =
            addText(strips_, spans, frame_.width - 2 * inset,
                    {Face::body, frame_.left + inset, 140, Qt::black, strips_.element("P", 0), false});
        const auto last = strips_.slabs.size() - 1;
        for (auto i = first; i <= last; ++i) {
            pad(strips_.slabs[i], i == first ? 70 : 0, i == last ? 70 : 0);
        }
    }

    void operator()(const report::KeyFigures& figures) {
        const auto across = frame_.keyFigures;
        constexpr double gap = 140;
        const double width =
            (frame_.width - gap * static_cast<double>(across - 1)) / static_cast<double>(across);
        const int list = strips_.element("L", 0);
        // Where one has no room at full size, all are set smaller: size would seem to say which matters.
        const bool tight = std::ranges::any_of(figures.figures, [&](const report::KeyFigure& figure) {
            return naturalWidth(QString::fromStdString(figure.value), Face::figureValue) > width;
        });
        const auto face = tight ? Face::heading2 : Face::figureValue;
        for (std::size_t i = 0; i < figures.figures.size(); i += across) {
            Slab slab;
            slab.spaceBefore = 130;
            const auto end = std::min(i + across, figures.figures.size());
            for (auto j = i; j < end; ++j) {
                const double left = frame_.left + static_cast<double>(j - i) * (width + gap);
                const int body = strips_.element("LBody", strips_.element("LI", list));
                slab.height =
                    std::max(slab.height, keyFigure(slab, figures.figures[j], left, width, face, body));
                slab.items.emplace_back(Stroke{QLineF(left, 0, left + width, 0), 16, headingInk()});
            }
            strips_.slabs.push_back(std::move(slab));
        }
    }

    void operator()(const report::PageBreak&) {
        Slab gap;
        gap.newPage = true;
        strips_.slabs.push_back(std::move(gap));
    }

private:
    /// Gives a line of a note its shade and bar.
    void pad(Slab& slab, double above, double below) const {
        for (auto& item : slab.items) {
            if (auto* text = std::get_if<Text>(&item)) {
                text->baseline.ry() += above;
            } else if (auto* stroke = std::get_if<Stroke>(&item)) {
                stroke->line.translate(0, above);
            }
        }
        for (auto& link : slab.links) {
            link.place.translate(0, above);
        }
        slab.height += above + below;
        // A hair higher than the slab, so that no white line shows between two.
        slab.items.insert(slab.items.begin(),
                          Fill{QRectF(frame_.left, 0, 40, slab.height + 2), headingInk()});
        slab.items.insert(slab.items.begin(), Fill{QRectF(frame_.left, 0, frame_.width, slab.height + 2),
                                                   QColor(0xf1, 0xf5, 0xf4)});
    }

    static double keyFigure(Slab& slab, const report::KeyFigure& figure, double left, double width,
                            Face valueFace, int element) {
        double y = 60;
        const auto put = [&](const std::string& words, Face face, const QColor& colour) {
            for (const auto& line : breakLines(QString::fromStdString(words), face, width)) {
                for (const auto& run : line.runs) {
                    // The space keeps a reader from running the lines together.
                    slab.items.emplace_back(Text{{left + run.x, y + ascentOf(face)},
                                                 run.text.trimmed() + QLatin1Char(' '),
                                                 face,
                                                 colour,
                                                 element});
                }
                y += lineHeight(face);
            }
        };
        put(figure.value, valueFace, Qt::black);
        put(figure.caption, Face::body, Qt::black);
        if (!figure.remark.empty()) {
            put(figure.remark, Face::body, mutedInk());
        }
        return y + 40;
    }

    Strips& strips_;
    const Frame& frame_;
    int headings_ = 0;
};

/// A closing word of one or two lines ("Decision: none recorded yet.") that says nothing alone at the top of
/// a page, since a heading follows it: it stays with the last line before it.
bool closesSection(const report::Document& document, std::size_t block, std::size_t lines) {
    const auto& blocks = document.blocks;
    const bool last =
        block + 1 == blocks.size() || std::holds_alternative<report::Heading>(blocks[block + 1]);
    return last && lines <= 2 && block > 0 && std::holds_alternative<report::Paragraph>(blocks[block]) &&
           std::holds_alternative<report::Paragraph>(blocks[block - 1]);
}

/// The few lines between a heading and the table, figure or list that they are about: with nothing below
/// them on a page they say nothing.
bool introduces(const report::Document& document, std::size_t block, std::size_t lines) {
    const auto& blocks = document.blocks;
    constexpr std::size_t few = 4;
    if (lines > few || block == 0 || block + 1 >= blocks.size() ||
        !std::holds_alternative<report::Paragraph>(blocks[block]) ||
        !std::holds_alternative<report::Heading>(blocks[block - 1])) {
        return false;
    }
    const auto& next = blocks[block + 1];
    return std::holds_alternative<report::Table>(next) || std::holds_alternative<report::Figure>(next) ||
           std::holds_alternative<report::List>(next);
}

} // namespace

void composeBlock(Strips& strips, const report::Block& block, const Frame& frame) {
    Body body(strips, frame);
    std::visit(body, block);
}

void composeBody(Strips& strips, const report::Document& document, const Frame& frame) {
    Body body(strips, frame);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (const auto set = composeBeside(strips, document, i, frame); set > 0) {
            i += set - 1;
            continue;
        }
        const auto before = strips.slabs.size();
        std::visit(body, document.blocks[i]);
        if (before > 0 && closesSection(document, i, strips.slabs.size() - before)) {
            strips.slabs[before - 1].keepWithNext = true;
        }
        if (introduces(document, i, strips.slabs.size() - before)) {
            strips.slabs.back().keepWithNext = true;
        }
    }
}

} // namespace wardmote::publish
