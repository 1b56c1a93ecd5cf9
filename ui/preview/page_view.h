#pragma once
#include "ui/publish/pages.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QThreadPool>

#include <map>
#include <memory>

namespace wardmote::ui {

/// The pages of a report below one another, as they will be printed. Pages are drawn off the UI thread when
/// they come into view. Up, Down, Page Up, Page Down, Home, End; + and - zoom. What it shows is there as
/// words too: the text of the page in view is its accessible description.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr);
    ~PageView() override;

    void setReport(std::shared_ptr<const publish::PagedReport> report); ///< null: empty
    int pageCount() const;
    int currentPage() const; ///< from 0
    void goToPage(int page);
    double zoom() const { return zoom_; }
    void setZoom(double zoom); ///< 1: as wide as on paper; .3 to 3
    void fitWidth();
    bool isDrawn(int page) const; ///< for tests: the page in view has been drawn

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(double zoom);
    void pageDrawn(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QSize pageSize() const; ///< in device-independent pixels
    QRect pageRect(int page) const;
    void layOut();
    void request(int page);
    void drawn(int page, int generation, const QImage& image);
    void noteCurrentPage();

    std::shared_ptr<const publish::PagedReport> report_;
    std::map<int, QImage> images_;
    std::map<int, bool> asked_;
    QThreadPool pool_;
    int generation_ = 0;
    int current_ = -1;
    double zoom_ = 1;
    bool fitted_ = true; ///< follows the width of the window until a person zooms
};

} // namespace wardmote::ui
