#include "ui/publish/text_lines.h"

#include "ui/charts/unbroken.h"
#include "ui/publish/typeface.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace wardmote::publish {

namespace {

/// Spans as one text, with where each begins.
struct Joined {
    QString text;
    std::vector<qsizetype> starts;
};

Joined join(const report::Spans& spans) {
    Joined joined;
    for (const auto& span : spans) {
        joined.starts.push_back(joined.text.size());
        joined.text += charts::unbroken(QString::fromStdString(span.text));
    }
    // Control characters would be drawn as boxes; a line break within text is one to QTextLayout in this
    // form.
    joined.text.replace(QStringLiteral("\r\n"), QStringLiteral(" \n"));
    for (auto& character : joined.text) {
        if (character == QLatin1Char('\n')) {
            character = QChar::LineSeparator;
        } else if (character.category() == QChar::Other_Control) {
            character = QLatin1Char(' ');
        }
    }
    return joined;
}

} // namespace

std::vector<TextLine> breakLines(const report::Spans& spans, Face face, double width) {
    const Joined joined = join(spans);
    QTextLayout layout(joined.text, fontOf(face));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    const auto endOf = [&](std::size_t span) {
        return span + 1 < joined.starts.size() ? joined.starts[span + 1] : joined.text.size();
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].strong) {
            QTextCharFormat format;
            format.setFontWeight(QFont::Bold);
            formats.append(
                {static_cast<int>(joined.starts[i]), static_cast<int>(endOf(i) - joined.starts[i]), format});
        }
    }
    layout.setFormats(formats);

    std::vector<TextLine> lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        TextLine made;
        made.width = line.naturalTextWidth();
        const int begin = line.textStart();
        const int end = begin + line.textLength();
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const int from = std::max(begin, static_cast<int>(joined.starts[i]));
            const int to = std::min(end, static_cast<int>(endOf(i)));
            if (from >= to) {
                continue;
            }
            QString text = joined.text.mid(from, to - from);
            text.remove(QChar::LineSeparator);
            text.remove(charts::wordJoiner);
            const double x = line.cursorToX(from);
            made.runs.push_back({x, line.cursorToX(to) - x, text, spans[i].strong, i});
        }
        lines.push_back(std::move(made));
    }
    layout.endLayout();
    if (lines.empty()) {
        lines.emplace_back();
    }
    return lines;
}

std::vector<TextLine> breakLines(const QString& text, Face face, double width) {
    return breakLines(report::Spans{{text.toStdString(), false, {}}}, face, width);
}

double naturalWidth(const QString& text, Face face) {
    const QFontMetricsF metrics(fontOf(face));
    double widest = 0;
    for (const auto& line : text.split(QLatin1Char('\n'))) {
        widest = std::max(widest, metrics.horizontalAdvance(line));
    }
    return widest;
}

double widestWord(const QString& text, Face face) {
    const QFontMetricsF metrics(fontOf(face));
    double widest = 0;
    for (const auto& line : text.split(QLatin1Char('\n'))) {
        for (const auto& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            widest = std::max(widest, metrics.horizontalAdvance(word));
        }
    }
    return widest;
}

} // namespace wardmote::publish
