#pragma once
#include "ui/charts/map_painter.h"

#include <QPixmap>
#include <QPoint>
#include <QWidget>

#include <optional>

class QRubberBand;

namespace wardmote::charts {

/// A map that answers to mouse and keyboard. It shows what it is given and says what the person did; it
/// changes nothing but its own view.
///
/// Mouse: click chooses, Ctrl+click adds, Shift+drag chooses those in a box, drag moves the map, the wheel
/// zooms. Keyboard: arrows go from area to area (Ctrl+arrows move the map), Enter or Space chooses the area
/// that has the keyboard, with Ctrl adds it, + and - zoom, Home shows everything, Escape lets go. Once an
/// arrow was pressed, Tab and Shift+Tab go through the areas by name; before that and after Escape they leave
/// the map.
class MapWidget : public QWidget {
    Q_OBJECT
public:
    explicit MapWidget(QWidget* parent = nullptr);
    ~MapWidget() override;

    void setSpec(MapSpec spec); ///< the view stays unless the geometry is another
    const MapSpec& spec() const { return spec_; }
    void setSelected(std::set<plan::Id> areas);
    const std::set<plan::Id>& selected() const { return selected_; }
    plan::Id currentArea() const { return current_; }
    void setCurrentArea(plan::Id area);
    void setAreaLabels(bool shown);

    const MapView& view() const { return view_; }
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomTo(const std::vector<plan::Id>& areas);
    /// The area at a point of the widget, 0 if there is none, and where an area is drawn.
    plan::Id areaAt(QPoint position) const;
    QRect rectOf(plan::Id area) const;

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {220, 180}; }

Q_SIGNALS:
    void
    selectionChanged(const std::vector<wardmote::plan::Id>& areas); ///< by the person, not by setSelected
    void areaActivated(wardmote::plan::Id area);                    ///< double-clicked, or Enter
    void currentChanged(wardmote::plan::Id area);
    /// A menu was asked for; the selection is what it is about.
    void menuRequested(QPoint global);
    /// A letter or digit key that the map has no use for.
    void keyTyped(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    void redraw(); ///< throws the kept picture away
    void zoomAt(QPointF position, double factor);
    void moveBy(QPointF units);
    void step(QPointF direction);
    bool stepByName(int by);
    void choose(plan::Id area, bool add);
    void bringIntoSight(plan::Id area);
    const MapArea* areaOf(plan::Id id) const;

    MapSpec spec_;
    MapView view_;
    bool fitted_ = true; ///< follows the size until the person moves the map
    std::set<plan::Id> selected_;
    plan::Id current_ = 0;
    bool entered_ = false; ///< Tab goes through areas
    bool areaLabels_ = true;
    QPixmap picture_;
    std::optional<QPoint> pressed_;
    QPoint last_;
    bool dragging_ = false;
    QRubberBand* band_ = nullptr;
};

} // namespace wardmote::charts
