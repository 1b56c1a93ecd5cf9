#pragma once
#include "ui/charts/drawn_view.h"
#include "ui/charts/network_painter.h"

namespace wardmote::charts {

/// A network on the screen. The arrow keys go from node to node, Home to the first; Enter or a double click
/// opens one, a click chooses it, a click on a line opens that. What is chosen is the accessible description;
/// screen readers have the table beside it too, which the page gives.
class NetworkView : public DrawnView {
    Q_OBJECT
public:
    explicit NetworkView(QWidget* parent = nullptr);

    void setNetwork(Network network);
    const Network& network() const { return network_; }
    int chosen() const { return chosen_; }
    void choose(int node);             ///< -1: none
    const NetworkScene& scene() const; ///< as it is drawn now

Q_SIGNALS:
    void nodeChosen(int node);
    void nodeOpened(int node);
    void lineOpened(int line);

protected:
    double neededHeight(double width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void go(const QPointF& way);
    void chooseAsPerson(int node);

    Network network_;
    mutable NetworkScene scene_;
    mutable QSize sceneSize_; ///< that scene_ is made for; empty: to be made
    int chosen_ = -1;
};

} // namespace wardmote::charts
