#include "ui/preview/page_view.h"

#include "ui/publish/paint_page.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {

namespace {

constexpr int gap = 16;
constexpr double pixelsPerPoint = 96.0 / 72.0;
constexpr std::size_t imagesKept = 12;

QImage drawPage(const publish::PagedReport& report, int page, QSize size, qreal ratio) {
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(size.width() / report.width, size.height() / report.height);
    publish::paintPage(painter, report, static_cast<std::size_t>(page));
    return image;
}

QString textOf(const publish::Page& page) {
    QStringList words;
    for (const auto& item : page.items) {
        if (const auto* text = std::get_if<publish::Text>(&item)) {
            words << text->text;
        }
    }
    return words.join(QLatin1Char(' ')).simplified();
}

} // namespace

PageView::PageView(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("reportPages"));
    setAccessibleName(tr("Preview of the report's pages"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
    pool_.setMaxThreadCount(1);
}

PageView::~PageView() {
    pool_.clear();
    pool_.waitForDone();
}

void PageView::setReport(std::shared_ptr<const publish::PagedReport> report) {
    const int page = std::max(0, current_);
    report_ = std::move(report);
    current_ = -1;
    layOut();
    // An edit elsewhere makes the report anew: stay where the person was reading.
    goToPage(std::min(page, std::max(0, pageCount() - 1)));
    noteCurrentPage();
}

int PageView::pageCount() const {
    return report_ ? static_cast<int>(report_->pages.size()) : 0;
}

int PageView::currentPage() const {
    return std::max(0, current_);
}

void PageView::goToPage(int page) {
    if (page >= 0 && page < pageCount()) {
        verticalScrollBar()->setValue(page * (pageSize().height() + gap));
    }
}

void PageView::setZoom(double zoom) {
    fitted_ = false;
    const int page = currentPage();
    zoom_ = std::clamp(zoom, 0.3, 3.0);
    layOut();
    goToPage(page);
    Q_EMIT zoomChanged(zoom_);
}

void PageView::fitWidth() {
    fitted_ = true;
    layOut();
}

bool PageView::isDrawn(int page) const {
    return images_.contains(page);
}

QSize PageView::pageSize() const {
    const double scale = zoom_ * pixelsPerPoint / publish::perPoint;
    const double width = report_ ? report_->width : 5953;
    const double height = report_ ? report_->height : 8419;
    return {static_cast<int>(std::lround(width * scale)), static_cast<int>(std::lround(height * scale))};
}

QRect PageView::pageRect(int page) const {
    const QSize size = pageSize();
    const int left = std::max(gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    return {QPoint(left, gap + page * (size.height() + gap) - verticalScrollBar()->value()), size};
}

void PageView::layOut() {
    if (fitted_) {
        const double width = std::max(200, viewport()->width() - 2 * gap);
        const double paper = (report_ ? report_->width : publish::PagedReport().width) / publish::perPoint;
        const double fitted = std::clamp(width / (paper * pixelsPerPoint), 0.3, 1.4);
        if (std::abs(fitted - zoom_) > 0.001) {
            zoom_ = fitted;
            Q_EMIT zoomChanged(zoom_);
        }
    }
    ++generation_;
    pool_.clear();
    images_.clear();
    asked_.clear();
    const QSize size = pageSize();
    const int high = pageCount() * (size.height() + gap) + gap;
    verticalScrollBar()->setRange(0, std::max(0, high - viewport()->height()));
    verticalScrollBar()->setPageStep(size.height() + gap);
    verticalScrollBar()->setSingleStep(60);
    horizontalScrollBar()->setRange(0, std::max(0, size.width() + 2 * gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

void PageView::request(int page) {
    if (asked_[page]) {
        return;
    }
    asked_[page] = true;
    const auto report = report_;
    const auto size = pageSize();
    const auto ratio = devicePixelRatioF();
    const auto generation = generation_;
    // The destructor waits for the pool, so the view is there as long as this runs.
    pool_.start([this, report, page, size, ratio, generation] {
        const QImage image = drawPage(*report, page, size, ratio);
        QMetaObject::invokeMethod(
            this, [this, page, generation, image] { drawn(page, generation, image); }, Qt::QueuedConnection);
    });
}

void PageView::drawn(int page, int generation, const QImage& image) {
    if (generation != generation_) {
        return;
    }
    images_[page] = image;
    while (images_.size() > imagesKept) {
        const auto far =
            std::abs(images_.begin()->first - current_) > std::abs(images_.rbegin()->first - current_)
                ? images_.begin()->first
                : images_.rbegin()->first;
        images_.erase(far);
        asked_.erase(far);
    }
    viewport()->update();
    Q_EMIT pageDrawn(page);
}

void PageView::noteCurrentPage() {
    const int step = pageSize().height() + gap;
    const int page = pageCount() == 0
                         ? -1
                         : std::clamp((verticalScrollBar()->value() + step / 3) / step, 0, pageCount() - 1);
    if (page != current_) {
        current_ = page;
        setAccessibleDescription(page < 0 ? QString()
                                          : textOf(report_->pages[static_cast<std::size_t>(page)]));
        Q_EMIT currentPageChanged(page);
    }
}

void PageView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    for (int page = 0; page < pageCount(); ++page) {
        const QRect place = pageRect(page);
        if (place.bottom() < 0 || place.top() > viewport()->height()) {
            continue;
        }
        const auto image = images_.find(page);
        if (image != images_.end()) {
            painter.drawImage(place.topLeft(), image->second);
        } else {
            painter.fillRect(place, Qt::white);
            painter.setPen(QColor(0x45, 0x4c, 0x4e));
            painter.drawText(place, Qt::AlignCenter, tr("Page %1").arg(page + 1));
            request(page);
        }
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    const int page = currentPage();
    layOut();
    goToPage(page);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageDown:
        goToPage(std::min(currentPage() + 1, pageCount() - 1));
        return;
    case Qt::Key_PageUp:
        goToPage(std::max(currentPage() - 1, 0));
        return;
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        goToPage(pageCount() - 1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(zoom_ * 1.2);
        return;
    case Qt::Key_Minus:
        setZoom(zoom_ / 1.2);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(event->angleDelta().y() > 0 ? zoom_ * 1.1 : zoom_ / 1.1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::scrollContentsBy(int, int) {
    noteCurrentPage();
    viewport()->update();
}

} // namespace wardmote::ui
