#pragma once
#include "ui/charts/map_picture.h"

#include <QPoint>
#include <QWidget>

#include <optional>

namespace wardmote::charts {

/// What a press and a drag on the map do. In each of them the middle button, and a drag from empty ground,
/// move the map.
enum class MapTool {
    select, ///< a click chooses, a drag moves the map
    brush,  ///< areas that the mouse passes are painted
    lasso,  ///< areas whose middle lies in the loop are chosen
    carry   ///< an area, or all that are chosen, are carried to where they are let go
};

/// A map that answers to mouse and keyboard. It shows what it is given and says what the person did; it
/// changes nothing but its own view. It is painted off the screen's thread: until a sharp picture is there
/// the last one is shown, moved and scaled.
///
/// Mouse: click chooses, Ctrl+click adds, Shift+drag chooses those in a box, drag does what the tool says,
/// the wheel zooms. Keyboard: arrows go from area to area (Ctrl+arrows move the map), Enter or Space chooses
/// the area that has the keyboard, with Ctrl adds it, + and - zoom, Home shows everything, Escape lets go, of
/// what is being painted or carried too. Once an arrow was pressed, Tab and Shift+Tab go through the areas by
/// name; before that and after Escape they leave the map.
class MapWidget : public QWidget {
    Q_OBJECT
public:
    explicit MapWidget(QWidget* parent = nullptr);
    ~MapWidget() override;

    void setSpec(MapSpec spec); ///< the view stays unless the geometry is another
    const MapSpec& spec() const { return *spec_; }
    /// The outline goes where other areas were chosen elsewhere than on the map.
    void setSelected(std::set<plan::Id> areas);
    const std::set<plan::Id>& selected() const { return selected_; }
    plan::Id currentArea() const { return current_; }
    /// What a key on the map is about: all that is chosen where the outlined area is among it, or where none
    /// is outlined; else the outlined area alone.
    std::vector<plan::Id> meantByKey() const;
    void setCurrentArea(plan::Id area);
    void setAreaLabels(bool shown);
    void setTool(MapTool tool);
    MapTool tool() const { return tool_; }
    /// Areas drawn as if they were in a cluster (its position in the spec; -1: in none). Empty: none are.
    void setPreview(std::vector<plan::Id> areas, int cluster);
    void setOverview(bool shown);      ///< the whole map in a corner while a part is looked at
    void setNameFactor(double factor); ///< of the size of all names
    void setClusterFigures(bool shown);

    const MapView& view() const { return view_; }
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomTo(const std::vector<plan::Id>& areas);
    /// The area at a point of the widget, 0 if there is none, and where an area is drawn.
    plan::Id areaAt(QPoint position) const;
    QRect rectOf(plan::Id area) const;
    bool isHandling() const; ///< areas are being painted or carried
    bool isSharp() const;    ///< what is shown was painted for this view

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
    void hovered(wardmote::plan::Id area); ///< the mouse came over another area; 0: over none
    void painting(const std::vector<wardmote::plan::Id>& areas); ///< those that the brush has passed so far
    void painted(const std::vector<wardmote::plan::Id>& areas);  ///< it was lifted
    void carrying(const std::vector<wardmote::plan::Id>& areas, QPoint global); ///< on the way
    void carried(const std::vector<wardmote::plan::Id>& areas, QPoint global);  ///< let go there
    void gestureEnded(); ///< painting or carrying is over, whether something came of it or not
    void sharpened();

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
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    enum class Gesture { none, pressed, moving, boxing, looping, brushing, carrying };

    void redraw(); ///< asks for another picture
    MapLook look() const;
    MapWish wish() const;
    void paintPreview(QPainter& painter);
    void paintPreviewNames(QPainter& painter, const std::vector<QRectF>& taken);
    std::vector<QRectF> paintCoveredNames(QPainter& painter, const QPainterPath& covered,
                                          std::shared_ptr<const MapGeometry::Level> level);
    void paintGesture(QPainter& painter);
    void paintOverview(QPainter& painter);
    bool showsOverview() const;
    QRectF overviewPlace() const;
    void lookThere(QPointF position); ///< on the overview

    void zoomAt(QPointF position, double factor);
    void moveBy(QPointF units);
    void step(QPointF direction);
    bool stepByName(int by);
    void choose(plan::Id area, bool add);
    void takeChosen(const std::set<plan::Id>& areas, plan::Id at);
    void chooseWithin(const QPolygonF& loop, bool add);
    void bringIntoSight(plan::Id area);
    const MapArea* areaOf(plan::Id id) const;
    void begin(QMouseEvent* event);
    void brushAlong(QPoint from, QPoint to);
    void endGesture();
    bool letGo();
    bool pressedKey(QKeyEvent* event);

    std::shared_ptr<const MapSpec> spec_;
    MapView view_;
    bool fitted_ = true; ///< follows the size until the person moves the map
    std::set<plan::Id> selected_;
    plan::Id current_ = 0;
    plan::Id hovered_ = 0;
    bool entered_ = false; ///< Tab goes through areas
    bool areaLabels_ = true;
    bool overview_ = false;
    bool clusterFigures_ = false;
    double nameFactor_ = 1;
    MapPicture picture_;
    MapPicture overviewPicture_;
    bool stale_ = true;
    MapTool tool_ = MapTool::select;
    std::vector<plan::Id> preview_;
    int previewCluster_ = -1;

    Gesture gesture_ = Gesture::none;
    QPoint pressedAt_;
    QPoint last_;
    bool adds_ = false; ///< to what is chosen
    bool onOverview_ = false;
    QPolygonF loop_;
    std::vector<plan::Id> touched_; ///< by the brush, or carried
};

} // namespace wardmote::charts
