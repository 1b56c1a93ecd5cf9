#pragma once
#include "ui/pages/compare/comparison_answer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class Session;

/// What moves between two of the arrangements compared: a sentence, the map, and the list with reasons. A row
/// or an area chosen here is chosen everywhere.
class DifferencePanel : public QWidget {
    Q_OBJECT
public:
    explicit DifferencePanel(Session& session, QWidget* parent = nullptr);
    void show(const ComparisonRef& answer);
    /// The difference on screen; null if there is none.
    const analysis::ArrangementDifference* difference() const;

private:
    void build();
    QWidget* buildList();
    QWidget* buildMap();
    void fillChoosers();
    void showDifference();
    void showMap();
    void showRows();
    void takeSelection();
    void rowChosen();

    Session& session_;
    ComparisonRef answer_;
    QComboBox* from_ = nullptr;
    QComboBox* to_ = nullptr;
    QLabel* sentence_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QTableWidget* moves_ = nullptr;
    QComboBox* view_ = nullptr;
    charts::MapWidget* map_ = nullptr;
    bool quiet_ = false;
};

} // namespace wardmote::ui
