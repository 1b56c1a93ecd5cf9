#include "ui/charts/network_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace wardmote::charts {
NetworkView::NetworkView(QWidget* parent) : DrawnView(520, parent) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NetworkView::setNetwork(Network network) {
    // The same thing stays chosen as long as it is there.
    const auto name = chosen_ >= 0 ? network_.nodes[static_cast<std::size_t>(chosen_)].name : QString();
    network_ = std::move(network);
    sceneSize_ = {};
    int kept = -1;
    for (std::size_t node = 0; node < network_.nodes.size() && !name.isEmpty(); ++node) {
        kept = network_.nodes[node].name == name ? static_cast<int>(node) : kept;
    }
    choose(kept);
    updateGeometry();
    update();
}

void NetworkView::choose(int node) {
    chosen_ = node;
    setAccessibleDescription(node < 0 ? tr("%1 nodes, %2 lines. Arrow keys go from one to the next.")
                                            .arg(network_.nodes.size())
                                            .arg(network_.lines.size())
                                      : network_.nodes[static_cast<std::size_t>(node)].sentence);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void NetworkView::chooseAsPerson(int node) {
    if (node != chosen_) {
        choose(node);
        if (node >= 0) {
            Q_EMIT nodeChosen(node);
        }
    }
}

const NetworkScene& NetworkView::scene() const {
    if (sceneSize_ != size()) {
        scene_ = sceneOf(network_, lookOf(*this), QRectF(rect()));
        sceneSize_ = size();
    }
    return scene_;
}

double NetworkView::neededHeight(double width) const {
    return usualNetworkHeight(network_.nodes.size(), lookOf(*this), width);
}

void NetworkView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), inksOf(mediumOf(palette())).surface);
    paintNetwork(painter, network_, scene(), lookOf(*this), chosen_);
    if (hasFocus()) {
        painter.setPen(QPen(inksOf(mediumOf(palette())).accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const int node = nodeAt(scene(), event->position());
    chooseAsPerson(node);
    if (node < 0) {
        if (const int line = lineAt(network_, scene(), event->position()); line >= 0) {
            Q_EMIT lineOpened(line);
        }
    }
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int node = nodeAt(scene(), event->position()); node >= 0) {
        Q_EMIT nodeOpened(node);
    }
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    if (network_.nodes.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return go({-1, 0});
    case Qt::Key_Right:
        return go({1, 0});
    case Qt::Key_Up:
        return go({0, -1});
    case Qt::Key_Down:
        return go({0, 1});
    case Qt::Key_Home:
        return chooseAsPerson(0);
    case Qt::Key_End:
        return chooseAsPerson(static_cast<int>(network_.nodes.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (chosen_ >= 0) {
            Q_EMIT nodeOpened(chosen_);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

/// To the nearest node that lies rather this way than another; where none does, to the next or previous one
/// in order, so that every node can be reached.
void NetworkView::go(const QPointF& way) {
    const auto& places = scene().places;
    if (chosen_ < 0) {
        return chooseAsPerson(0);
    }
    const auto& from = places[static_cast<std::size_t>(chosen_)];
    int best = -1;
    double nearest = 0;
    for (std::size_t node = 0; node < places.size(); ++node) {
        const auto away = places[node] - from;
        const double along = QPointF::dotProduct(away, way);
        const double across = std::abs(away.x() * way.y() - away.y() * way.x());
        if (static_cast<int>(node) == chosen_ || along <= 0 || across > along) {
            continue;
        }
        const double distance = along + across;
        if (best < 0 || distance < nearest) {
            best = static_cast<int>(node);
            nearest = distance;
        }
    }
    if (best < 0) {
        const int all = static_cast<int>(places.size());
        best = (chosen_ + (way.x() + way.y() > 0 ? 1 : all - 1)) % all;
    }
    chooseAsPerson(best);
}

void NetworkView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (chosen_ < 0 && !network_.nodes.empty() && event->reason() != Qt::MouseFocusReason) {
        choose(0);
    }
}

bool NetworkView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(scene(), help->pos());
        const int line = node < 0 ? lineAt(network_, scene(), help->pos()) : -1;
        const auto words = node >= 0   ? network_.nodes[static_cast<std::size_t>(node)].sentence
                           : line >= 0 ? network_.lines[static_cast<std::size_t>(line)].sentence
                                       : QString();
        QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        sceneSize_ = {};
    }
    return DrawnView::event(event);
}

} // namespace wardmote::charts
