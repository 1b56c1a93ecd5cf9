#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void readyIcons() {
    Q_INIT_RESOURCE(window);
}

namespace wardmote::ui {
namespace {

/// Draws a one-colour SVG in the palette's text colour of the moment, so that a change of theme needs no new
/// icons.
class PaletteIconEngine : public QIconEngine {
public:
    PaletteIconEngine(QString name, QByteArray svg) : name_(std::move(name)), svg_(std::move(svg)) {}

    QIconEngine* clone() const override { return new PaletteIconEngine(name_, svg_); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal scale = painter->device()->devicePixelRatioF();
        auto drawn = pixmap(rect.size() * scale, mode, state);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto colour = QApplication::palette().color(group, QPalette::WindowText);
        const auto key = QStringLiteral("wardmote:%1:%2:%3x%4")
                             .arg(name_, colour.name())
                             .arg(size.width())
                             .arg(size.height());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn)) {
            return drawn;
        }
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        auto coloured = svg_;
        coloured.replace("#000000", colour.name().toLatin1());
        QSvgRenderer renderer(coloured);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        auto drawn = pixmap(size, mode, state);
        drawn.setDevicePixelRatio(scale);
        return drawn;
    }

private:
    QString name_;
    QByteArray svg_;
};

} // namespace

QIcon icon(const QString& name) {
    readyIcons();
    QFile file(QStringLiteral(":/wardmote/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new PaletteIconEngine(name, file.readAll()));
}

} // namespace wardmote::ui
