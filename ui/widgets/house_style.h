#pragma once
#include <QProxyStyle>

namespace wardmote::ui {

/// Qt's Fusion with the manners that every control of the program has, so that no page has to see to them:
/// Enter presses the button that has the focus; the wheel gives the focus to nothing and changes no choice,
/// figure or slider that it only passes over; a list of choices is as wide as its longest entry; a closed
/// choice whose words do not fit ends in dots and says them in its tip; a picture in a chosen row keeps its
/// colours, which stand for something.
class HouseStyle : public QProxyStyle {
    Q_OBJECT
public:
    HouseStyle();
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap& pixmap,
                                const QStyleOption* option) const override;
    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace wardmote::ui
