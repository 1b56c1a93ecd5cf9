#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/session/background_task.h"
#include "ui/widgets/record_page.h"

class QPushButton;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

/// Community buildings, halls, libraries and green spaces: what they are, whose, where, and which mechanisms
/// meet there. A map below the table shows the areas that they stand in.
class AssetsPage : public RecordPage {
    Q_OBJECT
public:
    AssetsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
               QWidget* parent = nullptr);
    std::vector<HeadlineFigure> headline() const override;
    void activated() override;

protected:
    void planChanged() override;

private:
    void buildMap();
    void findPlaces();
    void showMap();
    void showCurrent(plan::Id asset);
    void selectIn(const std::vector<plan::Id>& areas);
    std::vector<plan::Id> meetingAt(plan::Id asset) const;

    BackgroundTask places_;
    std::uint64_t placesKey_ = 0;
    bool havePlaces_ = false;
    charts::MapGeometryRef geometry_;
    charts::MapWidget* map_ = nullptr;
    QPushButton* meetings_ = nullptr;
};

} // namespace wardmote::ui
