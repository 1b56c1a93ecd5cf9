#include "ui/publish/compose.h"
#include "ui/publish/typeface.h"

#include <map>

namespace wardmote::publish {

void moveDown(Item& item, double by) {
    if (auto* fill = std::get_if<Fill>(&item)) {
        fill->place.translate(0, by);
    } else if (auto* stroke = std::get_if<Stroke>(&item)) {
        stroke->line.translate(0, by);
    } else if (auto* text = std::get_if<Text>(&item)) {
        text->baseline.ry() += by;
    } else if (auto* drawing = std::get_if<Drawing>(&item)) {
        drawing->place.translate(0, by);
    }
}

QColor headingInk() {
    return {0x0b, 0x45, 0x52};
}
QColor mutedInk() {
    return {0x45, 0x4c, 0x4e};
}
QColor ruleInk() {
    return {0x9a, 0xa2, 0xa4};
}
QColor shade() {
    return {0xe9, 0xef, 0xee};
}

std::size_t addText(Strips& strips, const report::Spans& spans, double width, const Setting& setting) {
    const auto lines = breakLines(spans, setting.face, width);
    const auto first = strips.slabs.size();
    const double high = lineHeight(setting.face);
    const double ascent = ascentOf(setting.face);
    std::map<std::size_t, int> links; // of spans that lead somewhere
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Slab slab;
        slab.height = high;
        slab.spaceBefore = i == 0 ? setting.spaceBefore : 0;
        const bool last = i + 1 == lines.size();
        // The first two and the last two lines of a paragraph stay together.
        slab.keepWithNext = last ? setting.keepWithNext : i == 0 || i + 2 == lines.size();
        if (setting.keepWithNext && lines.size() < 12) {
            slab.keepWithNext = true;
        }
        if (lines[i].runs.empty()) {
            slab.items.emplace_back(
                Text{{setting.left, ascent}, {}, setting.face, setting.colour, setting.element});
        }
        for (const auto& run : lines[i].runs) {
            int element = setting.element;
            QColor colour = setting.colour;
            const auto& address = spans[run.span].link;
            if (!address.empty()) {
                auto [at, isNew] = links.try_emplace(run.span, artifact);
                if (isNew) {
                    at->second = strips.element("Link", setting.element);
                }
                element = at->second;
                colour = QColor(0x0b, 0x3d, 0x91);
                slab.items.emplace_back(Stroke{
                    QLineF(setting.left + run.x, ascent + 15, setting.left + run.x + run.width, ascent + 15),
                    6, colour});
                slab.links.push_back({QRectF(setting.left + run.x, 0, run.width, high), element, -1,
                                      QString::fromStdString(address),
                                      QString::fromStdString(spans[run.span].text)});
            }
            const Face face = run.strong && setting.face == Face::body ? Face::strong : setting.face;
            slab.items.emplace_back(Text{{setting.left + run.x, ascent}, run.text, face, colour, element});
        }
        strips.slabs.push_back(std::move(slab));
    }
    return first;
}

std::size_t addText(Strips& strips, const QString& text, double width, const Setting& setting) {
    return addText(strips, report::Spans{{text.toStdString(), false, {}}}, width, setting);
}

} // namespace wardmote::publish
