#pragma once
#include "ui/pages/map/map_figures.h"

#include <QStringList>
#include <QTime>
#include <QWidget>

#include <functional>

class QLabel;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class Prompts;
class Session;

/// The map for a room: the whole screen, large names, residents and no costs or scores. An area that is
/// carried to another cluster shows everyone what that would do; it is moved when it is let go. What the
/// meeting has reached is kept as a copy of the arrangement named by time and topic. Escape leaves.
class RoomView : public QWidget {
    Q_OBJECT
public:
    RoomView(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    void show(const MapFigures& figures);
    void tell(const QString& refusal); ///< empty: nothing stands in the way
    using QWidget::show;
    /// The time that a checkpoint is named by; the clock's unless a test says otherwise.
    void setClock(std::function<QTime()> clock) { clock_ = std::move(clock); }

Q_SIGNALS:
    void assignRequested(const std::vector<wardmote::plan::Id>& areas, wardmote::plan::Id cluster);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void carrying(const std::vector<plan::Id>& areas, QPoint global);
    void carried(const std::vector<plan::Id>& areas, QPoint global);
    void typed(const QString& key);
    plan::Id clusterAt(QPoint global) const; ///< 0: none
    void showEffect(const std::vector<plan::Id>& areas, plan::Id cluster);
    void checkpointAsked();
    void assign(const std::vector<plan::Id>& areas, plan::Id cluster);
    void expectEdit();
    void followHistory();
    void takeBack();

    Session& session_;
    Prompts& prompts_;
    std::function<QTime()> clock_ = [] { return QTime::currentTime(); };
    MapFigures figures_;
    QStringList made_; ///< labels of the room's own edits that can be taken back, the last one last
    QString taken_;    ///< to be said once the map shows it
    int expected_ = 0; ///< edits of the room that are on their way
    bool takingBack_ = false;
    QLabel* title_ = nullptr;
    QLabel* effect_ = nullptr;
    charts::MapWidget* map_ = nullptr;
};

} // namespace wardmote::ui
