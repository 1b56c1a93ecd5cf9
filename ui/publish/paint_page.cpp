#include "ui/publish/paint_page.h"

#include "ui/publish/figures.h"
#include "ui/publish/typeface.h"

#include <QPainter>

namespace wardmote::publish {

namespace {

int elementOf(const Item& item) {
    if (const auto* text = std::get_if<Text>(&item)) {
        return text->element;
    }
    if (const auto* drawing = std::get_if<Drawing>(&item)) {
        return drawing->element;
    }
    return artifact;
}

struct Brush {
    QPainter& painter;

    void operator()(const Fill& fill) const { painter.fillRect(fill.place, fill.colour); }
    void operator()(const Stroke& stroke) const {
        painter.setPen(QPen(stroke.colour, stroke.width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(stroke.line);
    }
    void operator()(const Text& text) const {
        if (!text.text.isEmpty()) {
            painter.setFont(fontOf(text.face));
            painter.setPen(text.colour);
            painter.drawText(text.baseline, text.text);
        }
    }
    void operator()(const Drawing& drawing) const { paintFigure(painter, drawing.place, *drawing.picture); }
};

} // namespace

void paintPage(QPainter& painter, const PagedReport& report, std::size_t page,
               const std::function<void(int element)>& enter) {
    int current = artifact;
    for (const auto& item : report.pages[page].items) {
        const int element = elementOf(item);
        if (element != current && enter) {
            enter(element);
        }
        current = element;
        std::visit(Brush{painter}, item);
    }
    if (current != artifact && enter) {
        enter(artifact);
    }
}

} // namespace wardmote::publish
