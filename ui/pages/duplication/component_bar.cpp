#include "ui/pages/duplication/component_bar.h"

#include "ui/widgets/style.h"

#include <QPainter>

namespace wardmote::ui {

ComponentBar::ComponentBar(const QString& name, QWidget* parent) : QWidget(parent), name_(name) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ComponentBar::setValue(const std::optional<double>& value, const QString& beside) {
    value_ = value;
    beside_ = beside;
    const auto figure = value ? QString::number(*value, 'f', 2) : notRecorded();
    setAccessibleName(tr("%1: %2 %3").arg(name_, figure, beside).trimmed());
    update();
}

QSize ComponentBar::sizeHint() const {
    return {180, fontMetrics().height() + 14};
}

void ComponentBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = themeOf(*this);
    const QRect line(0, 0, width(), fontMetrics().height());
    const auto figure = value_ ? QString::number(*value_, 'f', 2) : notRecorded();
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name_);
    auto bold = font();
    bold.setBold(value_.has_value());
    painter.setFont(bold);
    painter.setPen(value_ ? theme.text : theme.mutedText);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, figure);
    if (!beside_.isEmpty()) {
        painter.setFont(font());
        painter.setPen(theme.mutedText);
        const int right = QFontMetrics(bold).horizontalAdvance(figure) + 8;
        painter.drawText(line.adjusted(0, 0, -right, 0), Qt::AlignRight | Qt::AlignVCenter, beside_);
    }
    const QRectF frame(0.5, line.bottom() + 3.5, width() - 1, 7);
    painter.setPen(value_ ? Qt::NoPen : QPen(theme.controlLine, 1, Qt::DashLine));
    painter.setBrush(value_ ? QBrush(theme.neutralSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, 3, 3);
    if (value_ && *value_ > 0) {
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(QRectF(frame.left(), frame.top(), qMax(4.0, frame.width() * *value_), 7), 3,
                                3);
    }
}

} // namespace wardmote::ui
