#pragma once
#include "core/analysis/streamlining/streamlining.h"

#include <QWidget>

class QTableWidget;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

/// Staff hours a year that are kept and that end, by the organisation that bears them: a chart, and the same
/// as a table with every organisation. Hidden where no hours are recorded.
class HoursByOrganisation : public QWidget {
    Q_OBJECT
public:
    explicit HoursByOrganisation(QWidget* parent = nullptr);
    void show(const plan::Plan& plan, const analysis::Streamlining& answer);

Q_SIGNALS:
    void organisationOpened(wardmote::plan::Id organisation);

private:
    struct Bearer {
        plan::Id organisation = 0; ///< 0: not recorded
        QString name;
        std::optional<double> kept;
        std::optional<double> ended;
    };
    void showChart();
    void showTable();

    std::vector<Bearer> bearers_; ///< most hours first
    charts::BarsView* chart_ = nullptr;
    QTableWidget* table_ = nullptr;
};

} // namespace wardmote::ui
