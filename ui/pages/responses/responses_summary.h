#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/pages/responses/responses_model.h"

#include <QWidget>

#include <optional>
#include <set>

class QComboBox;
class QStackedWidget;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
class MapWidget;
} // namespace wardmote::charts

namespace wardmote::ui {

/// Responses in brief, in four ways that a person chooses from: totals, a chart by cluster, its table; and
/// beside it the map.
class ResponsesSummary : public QWidget {
    Q_OBJECT
public:
    explicit ResponsesSummary(QWidget* parent = nullptr);

    void show(const ResponsesAnswerRef& answer);
    /// The choice of ways, for the page's own bar.
    QComboBox& ways() { return *ways_; }
    void setGeometryOfAreas(charts::MapGeometryRef geometry);
    void setSelectedAreas(const std::vector<plan::Id>& areas);

Q_SIGNALS:
    void answerOpened(wardmote::analysis::Answer answer);
    void clusterOpened(wardmote::plan::Id cluster);
    void areasSelected(const std::vector<wardmote::plan::Id>& areas);

private:
    void showTotals();
    void showClusters();
    void showMap();

    ResponsesAnswerRef answer_;
    charts::MapGeometryRef geometry_;
    QComboBox* ways_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QTableWidget* totals_ = nullptr;
    QTableWidget* clusters_ = nullptr;
    charts::BarsView* chart_ = nullptr;
    charts::MapWidget* map_ = nullptr;
    std::vector<analysis::Answer> totalRows_;
};

} // namespace wardmote::ui
