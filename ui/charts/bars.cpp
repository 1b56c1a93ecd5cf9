#include "ui/charts/bars.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

namespace {

QString words(const std::string& text) {
    return QString::fromStdString(text);
}

struct LegendEntry {
    QString text;
    QPointF swatch; ///< top left, relative to the chart
    std::size_t series = 0;
};

struct Line {
    QPointF baseline; ///< relative to the chart
    QString text;
};

struct Bar {
    double top = 0;
    std::vector<Line> label;
    std::vector<QRectF> segments; ///< one for each series; empty ones are null
    QString values;
    QPointF valuesAt;
};

/// Everything that is drawn, in the painter's units from the chart's top left corner.
struct Arrangement {
    std::vector<LegendEntry> legend;
    std::vector<Bar> bars;
    double axis = 0; ///< x of the bars' left end
    double axisTop = 0;
    double height = 0;
    QString unit;
    QPointF unitAt;
};

std::vector<QString> wrapped(const QString& text, const QFont& font, double width) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    std::vector<QString> lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.push_back(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

QString number(double value, int decimals) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(value, 'f', decimals);
}

double lengthOf(const report::BarChart& chart, const report::BarChart::Category& category) {
    double length = 0;
    for (const auto& value : category.values) {
        const double part = std::max(0.0, value.value_or(0.0));
        length = chart.grouped ? std::max(length, part) : length + part;
    }
    return length;
}

void arrangeLegend(Arrangement& made, const report::BarChart& chart, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    const double em = font.pixelSize();
    double x = 0;
    double y = 0;
    if (chart.series.size() < 2) {
        return;
    }
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const QString name = words(chart.series[i]);
        const double wide = 1.8 * em + metrics.horizontalAdvance(name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 1.5 * em;
        }
        made.legend.push_back({name, {x, y}, i});
        x += wide + 1.4 * em;
    }
    made.axisTop = y + 2.0 * em;
}

Arrangement arrange(const report::BarChart& chart, const Look& look, double width, bool tight) {
    Arrangement made;
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    arrangeLegend(made, chart, look.font, width);

    double labels = 0;
    double values = 0;
    double longest = chart.longest.value_or(0.0);
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        labels = std::max(labels, metrics.horizontalAdvance(words(chart.categories[i].label)));
        values = std::max(values, metrics.horizontalAdvance(valuesInWords(chart, i)));
        longest = std::max(longest, lengthOf(chart, chart.categories[i]));
    }
    const double labelWidth = std::min(labels + 1, width * (tight ? 0.42 : 0.34));
    // Values that would leave no room for the bars go below them.
    const bool valuesBelow = values > width * 0.36;
    made.axis = labelWidth + 0.7 * em;
    const double room = std::max(em, width - made.axis - (valuesBelow ? 0.2 * em : values + 0.9 * em));
    const double perUnit = longest > 0 ? room / longest : 0;

    double y = made.axisTop + 0.3 * em;
    const double thick = (tight ? 1.0 : 1.25) * em;
    const double gap = (tight ? 0.06 : 0.6) * em;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const auto& category = chart.categories[i];
        Bar bar;
        bar.top = y;
        double labelBase = y + metrics.ascent() + (thick - metrics.height()) / 2;
        const auto label = wrapped(words(category.label), look.font, labelWidth);
        for (const auto& line : label) {
            bar.label.push_back({{0, labelBase}, line});
            labelBase += metrics.lineSpacing();
        }
        double x = made.axis;
        double barBottom = y + thick;
        for (std::size_t s = 0; s < category.values.size(); ++s) {
            const double length = std::max(0.0, category.values[s].value_or(0.0)) * perUnit;
            const double top = chart.grouped ? y + static_cast<double>(s) * thick * 0.7 : y;
            const double high = chart.grouped ? thick * 0.7 : thick;
            bar.segments.push_back(length > 0 ? QRectF(x, top, length, high) : QRectF());
            barBottom = std::max(barBottom, top + high);
            if (!chart.grouped) {
                x += length;
            }
        }
        const double end = made.axis + lengthOf(chart, category) * perUnit;
        bar.values = valuesInWords(chart, i);
        if (valuesBelow) {
            bar.valuesAt = {made.axis, barBottom + metrics.ascent() + 0.1 * em};
            barBottom += metrics.height() + 0.1 * em;
        } else {
            bar.valuesAt = {end + 0.5 * em, y + metrics.ascent() + (barBottom - y - metrics.height()) / 2};
        }
        y = std::max(barBottom, y + static_cast<double>(label.size()) * metrics.lineSpacing()) + gap;
        made.bars.push_back(std::move(bar));
    }
    made.unit = words(chart.unit);
    made.unitAt = {made.axis, y + metrics.ascent()};
    made.height = y + (made.unit.isEmpty() ? 0 : metrics.height()) + 0.2 * em;
    return made;
}

QPainterPath rectangle(const QRectF& rect) {
    QPainterPath path;
    path.addRect(rect);
    return path;
}

} // namespace

QString valuesInWords(const report::BarChart& chart, std::size_t category) {
    const auto& values = chart.categories[category].values;
    QStringList parts;
    double sum = 0;
    bool complete = true;
    for (const auto& value : values) {
        parts << (value ? number(*value, chart.decimals)
                        : QCoreApplication::translate("wardmote::charts", "not recorded"));
        sum += value.value_or(0.0);
        complete = complete && value.has_value();
    }
    if (chart.grouped) {
        return parts.join(QStringLiteral("; "));
    }
    QString text = parts.join(QStringLiteral(" + "));
    if (values.size() > 1 && complete) {
        text += QStringLiteral(" = ") + number(sum, chart.decimals);
    }
    return text;
}

int barAt(const report::BarChart& chart, const Look& look, double width, double y) {
    const auto made = arrange(chart, look, width, false);
    for (std::size_t i = made.bars.size(); i-- > 0;) {
        if (y >= made.bars[i].top) {
            return y < made.unitAt.y() ? static_cast<int>(i) : -1;
        }
    }
    return -1;
}

double barsHeight(const report::BarChart& chart, const Look& look, double width) {
    return arrange(chart, look, width, false).height;
}

double leastBarsHeight(const report::BarChart& chart, const Look& look, double width) {
    return std::min(arrange(chart, look, width, true).height, barsHeight(chart, look, width));
}

void paintBars(QPainter& painter, const QRectF& place, const report::BarChart& chart, const Look& look) {
    Arrangement made = arrange(chart, look, place.width(), false);
    if (made.height > place.height() + 0.1 * look.font.pixelSize()) {
        made = arrange(chart, look, place.width(), true);
    }
    const Inks& inks = inksOf(look.medium);
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    const auto chosen = [&chart](std::size_t series) { return series < chart.colours.size(); };
    const auto fill = [&](std::size_t series) {
        return categorical(chosen(series) ? chart.colours[series] - 1
                                          : static_cast<int>(series) + look.firstColour);
    };
    const auto pattern = [&](std::size_t series) {
        return patternOf(chosen(series) ? chart.colours[series] - 1 : static_cast<int>(series));
    };
    painter.save();
    painter.translate(place.topLeft());
    painter.setFont(look.font);
    for (const auto& entry : made.legend) {
        const QRectF swatch(entry.swatch, QSizeF(1.3 * em, 1.1 * em));
        fillPatterned(painter, rectangle(swatch), fill(entry.series), pattern(entry.series), em * 0.45,
                      inks.text, em * 0.06);
        painter.setPen(inks.text);
        painter.drawText(QPointF(swatch.right() + 0.5 * em,
                                 swatch.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                         entry.text);
    }
    for (const auto& bar : made.bars) {
        painter.setPen(inks.text);
        for (const auto& line : bar.label) {
            painter.drawText(line.baseline, line.text);
        }
        for (std::size_t s = 0; s < bar.segments.size(); ++s) {
            if (!bar.segments[s].isNull()) {
                fillPatterned(painter, rectangle(bar.segments[s]), fill(s), pattern(s), em * 0.45, inks.text,
                              em * 0.06);
            }
        }
        painter.setPen(inks.text);
        painter.drawText(bar.valuesAt, bar.values);
    }
    painter.setPen(QPen(inks.muted, em * 0.08));
    painter.drawLine(QPointF(made.axis, made.axisTop),
                     QPointF(made.axis, made.unitAt.y() - metrics.ascent()));
    if (!made.unit.isEmpty()) {
        painter.setPen(inks.muted);
        painter.drawText(made.unitAt, made.unit);
    }
    painter.restore();
}

} // namespace wardmote::charts
