#pragma once
#include "ui/pages/duplication/duplication_answer.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTableWidget;

namespace wardmote::charts {
class NetworkView;
}

namespace wardmote::ui {

/// The pairs shown as a network: mechanisms by their paid hours, lines by score, families by number; and the
/// same as a table.
class PairNetwork : public QWidget {
    Q_OBJECT
public:
    explicit PairNetwork(QWidget* parent = nullptr);
    void setPairs(const DuplicationAnswer& answer, const std::vector<const ListedPair*>& pairs);

Q_SIGNALS:
    void mechanismChosen(wardmote::plan::Id mechanism);
    void mechanismOpened(wardmote::plan::Id mechanism);
    void pairOpened(wardmote::plan::Id a, wardmote::plan::Id b);

private:
    void showTable();
    void showAsTable(bool asTable);

    /// A mechanism of the network, for its table.
    struct Row {
        plan::Id mechanism = 0;
        std::size_t alike = 0;
        double best = 0;
        QString bestWith;
    };
    std::vector<Row> rows_; ///< as the nodes
    std::vector<std::pair<plan::Id, plan::Id>> lines_;
    QScrollArea* scroll_ = nullptr;
    charts::NetworkView* view_ = nullptr;
    QTableWidget* table_ = nullptr;
    QLabel* caption_ = nullptr;
    QPushButton* toggle_ = nullptr;
};

} // namespace wardmote::ui
