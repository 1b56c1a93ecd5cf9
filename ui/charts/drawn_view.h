#pragma once
#include "ui/charts/bars.h"

#include <QWidget>

namespace wardmote::charts {

/// How a widget draws: by its palette, in its font.
Look lookOf(const QWidget& widget);

/// A chart on the screen that is as high as what it draws needs at the width it gets, in the font it has.
class DrawnView : public QWidget {
    Q_OBJECT
public:
    explicit DrawnView(int usualWidth, QWidget* parent);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    virtual double neededHeight(double width) const = 0;
    void changeEvent(QEvent* event) override;

private:
    int usualWidth_;
};

} // namespace wardmote::charts
