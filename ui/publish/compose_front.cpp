#include "ui/publish/compose.h"
#include "ui/publish/typeface.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::publish {

namespace {

constexpr std::size_t headingsThatNeedContents = 4;
constexpr std::ptrdiff_t linesOnFirstPage = 17;

void rule(Strips& strips, const Frame& frame, double spaceBefore) {
    Slab slab;
    slab.spaceBefore = spaceBefore;
    slab.height = 12;
    slab.keepWithNext = true;
    slab.items.emplace_back(Stroke{QLineF(frame.left, 6, frame.left + frame.width, 6), 12, headingInk()});
    strips.slabs.push_back(std::move(slab));
}

void composeContents(Strips& strips, int deepest, const Frame& frame) {
    const int heading = strips.element("H2", 0);
    addText(strips, QCoreApplication::translate("wardmote::publish", "Contents"), frame.width,
            {Face::heading1, frame.left, 300, headingInk(), heading, true});
    const int contents = strips.element("TOC", 0);
    constexpr double numberWidth = 420;
    const double ascent = ascentOf(Face::body);
    for (std::size_t i = 1; i < strips.headings.size(); ++i) {
        const auto& entry = strips.headings[i];
        if (entry.level > deepest + 1) { // the title's is the first here
            continue;
        }
        const int item = strips.element("TOCI", contents);
        const int link = strips.element("Link", item);
        const double indent = entry.level == 2 ? 0 : 240;
        const auto face = entry.level == 2 ? Face::strong : Face::body;
        const auto first =
            addText(strips, entry.text + QLatin1Char(' '), frame.width - numberWidth - indent,
                    {face, frame.left + indent, entry.level == 2 ? 90.0 : 25.0, Qt::black, link, false});
        auto& last = strips.slabs.back();
        const double end = frame.left + indent + naturalWidth(entry.text, face) + 60;
        const double right = frame.left + frame.width;
        // The leader first, so that text and number are one piece of the structure.
        if (strips.slabs.size() == first + 1 && end < right - numberWidth) {
            last.items.insert(
                last.items.begin(),
                Stroke{QLineF(end, ascent, right - numberWidth + 150, ascent), 4, QColor(0xc4, 0xca, 0xcb)});
        }
        last.pageNumbers.emplace_back(last.items.size(), static_cast<int>(i));
        last.items.emplace_back(Text{{right, ascent}, {}, Face::body, Qt::black, link});
        for (auto slab = first; slab < strips.slabs.size(); ++slab) {
            strips.slabs[slab].links.push_back({QRectF(frame.left, 0, frame.width, strips.slabs[slab].height),
                                                link,
                                                static_cast<int>(i),
                                                {},
                                                entry.text});
        }
    }
}

} // namespace

void listHeadings(Strips& strips, const report::Document& document) {
    strips.headings.push_back({QString::fromStdString(document.title), 1, 0, 0});
    for (const auto& block : document.blocks) {
        if (const auto* heading = std::get_if<report::Heading>(&block)) {
            strips.headings.push_back(
                {QString::fromStdString(heading->text), std::clamp(heading->level, 1, 3) + 1, 0, 0});
        }
    }
}

int deepestInContents(const report::Document& document) {
    const auto lines = std::ranges::count_if(document.blocks, [](const report::Block& block) {
        const auto* heading = std::get_if<report::Heading>(&block);
        return heading && heading->level <= 2;
    });
    return lines >= linesOnFirstPage ? 1 : 2;
}

void composeFront(Strips& strips, const report::Document& document, const Frame& frame) {
    if (!document.organisation.empty()) {
        addText(strips, QString::fromStdString(document.organisation), frame.width,
                {Face::strong, frame.left, 0, mutedInk(), strips.element("P", 0), true});
    }
    const auto title = addText(strips, QString::fromStdString(document.title), frame.width,
                               {Face::title, frame.left, 160, headingInk(), strips.element("H1", 0), true});
    strips.slabs[title].heading = 0;
    if (!document.subtitle.empty()) {
        addText(strips, QString::fromStdString(document.subtitle), frame.width,
                {Face::subtitle, frame.left, 40, Qt::black, strips.element("P", 0), true});
    }
    rule(strips, frame, 150);
    double space = 130;
    for (const auto& line : document.lines) {
        addText(strips, QString::fromStdString(line), frame.width,
                {Face::body, frame.left, space, Qt::black, strips.element("P", 0), false});
        space = 15;
    }
    if (document.contents && strips.headings.size() > headingsThatNeedContents) {
        composeContents(strips, deepestInContents(document), frame);
        Slab gap;
        gap.newPage = true;
        strips.slabs.push_back(std::move(gap));
    }
}

} // namespace wardmote::publish
