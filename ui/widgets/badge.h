#pragma once
#include "ui/widgets/theme.h"

#include <QLabel>

namespace wardmote::ui {

/// A word on a soft ground: "possible duplicate", "nested", "12". The word carries the meaning, the tone
/// only repeats it.
class Badge : public QLabel {
    Q_OBJECT
public:
    explicit Badge(const QString& text = {}, Tone tone = Tone::neutral, QWidget* parent = nullptr);
    void setTone(Tone tone);
    Tone tone() const { return tone_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_ = Tone::neutral;
};

/// The same for item delegates. Returns the width used.
int paintBadge(QPainter& painter, const QRect& inside, const QString& text, Tone tone, const Theme& theme);
QSize badgeSize(const QFontMetrics& metrics, const QString& text);

} // namespace wardmote::ui
