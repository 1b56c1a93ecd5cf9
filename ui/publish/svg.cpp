#include "ui/publish/svg.h"

#include "ui/publish/figures.h"
#include "ui/publish/markup.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace wardmote::publish {

std::string svgOf(const Picture& picture, const std::string& title, const std::string& alternative,
                  const std::string& id) {
    constexpr double width = svgWidth;
    const double height = figureHeight(picture, width, 9000);
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setViewBox(QRectF(0, 0, width, height));
        generator.setSize(QSize(static_cast<int>(width / 10), static_cast<int>(height / 10)));
        generator.setResolution(720);
        QPainter painter(&generator);
        paintFigure(painter, QRectF(0, 0, width, height), picture);
    }
    auto text = bytes.toStdString();
    // Only what is drawn is kept; the element around it is ours, sized by the page, named and described.
    const auto open = text.find("<svg");
    const auto begin = open == std::string::npos ? 0 : text.find('>', open) + 1;
    const auto end = text.rfind("</svg>");
    auto drawn = text.substr(begin, end == std::string::npos ? std::string::npos : end - begin);
    for (const auto* tag : {"title", "desc"}) { // Qt's own, which say nothing
        const auto from = drawn.find(std::string("<") + tag);
        const auto to = drawn.find(std::string("</") + tag + ">");
        if (from != std::string::npos && to != std::string::npos) {
            drawn.erase(from, to + std::string(tag).size() + 3 - from);
        }
    }
    const std::string qtFont = "font-family=\"Liberation Sans\"";
    const std::string anyFont = "font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\"";
    for (auto at = drawn.find(qtFont); at != std::string::npos;
         at = drawn.find(qtFont, at + anyFont.size())) {
        drawn.replace(at, qtFont.size(), anyFont);
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
           std::to_string(static_cast<int>(width)) + " " + std::to_string(static_cast<int>(height)) +
           "\" aria-labelledby=\"" + id + "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">" +
           escaped(title.empty() ? "Figure" : title) + "</title>\n<desc id=\"" + id + "-desc\">" +
           escaped(alternative) + "</desc>\n" + drawn + "</svg>\n";
}

} // namespace wardmote::publish
