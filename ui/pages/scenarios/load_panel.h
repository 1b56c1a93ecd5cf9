#pragma once
#include "ui/pages/scenarios/scenarios_answer.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

class Card;

/// Who would be asked to how many meetings, now and afterwards: a chart of those for whom it changes most,
/// and a table of everybody, the largest change first.
class LoadPanel : public QWidget {
    Q_OBJECT
public:
    explicit LoadPanel(QWidget* parent = nullptr);
    void show(const ScenariosRef& answer);

Q_SIGNALS:
    void recordsAsked(wardmote::plan::RecordKind kind, const std::vector<wardmote::plan::Id>& ids,
                      const QString& because);

private:
    void showSummary();
    void showChart();
    void showTable();
    QString nameOf(const analysis::LoadChange& change) const;

    ScenariosRef answer_;
    QLabel* summary_ = nullptr;
    Card* chartCard_ = nullptr;
    charts::BarsView* chart_ = nullptr;
    QTableWidget* table_ = nullptr;
    QLabel* notes_ = nullptr;
};

} // namespace wardmote::ui
