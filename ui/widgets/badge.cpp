#include "ui/widgets/badge.h"

#include <QPainter>

namespace wardmote::ui {
namespace {

constexpr int sidePadding = 8;
constexpr int linePadding = 2;

} // namespace

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QLabel(text, parent), tone_(tone) {
    setTextFormat(Qt::PlainText);
    setContentsMargins(sidePadding, linePadding, sidePadding, linePadding);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Badge::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBadge(painter, rect(), text(), tone_, themeOf(*this));
}

int paintBadge(QPainter& painter, const QRect& inside, const QString& text, Tone tone, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto wanted = badgeSize(painter.fontMetrics(), text);
    QRect box(inside.topLeft(), QSize(qMin(wanted.width(), inside.width()), wanted.height()));
    box.moveTop(inside.top() + (inside.height() - box.height()) / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setPen(theme.strong(tone));
    const auto words = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width() - 2 * sidePadding);
    painter.drawText(box, Qt::AlignCenter, words);
    painter.restore();
    return box.width();
}

QSize badgeSize(const QFontMetrics& metrics, const QString& text) {
    return {metrics.horizontalAdvance(text) + 2 * sidePadding + 1, metrics.height() + 2 * linePadding};
}

} // namespace wardmote::ui
