#pragma once
#include "ui/pages/duplication/duplication_answer.h"

#include <QWidget>

class QLabel;

namespace wardmote::charts {
class MatrixView;
}

namespace wardmote::ui {

/// The pairs shown as a matrix of mechanisms, in an order that puts those alike beside one another, so that
/// families show as blocks. A cell holds the score in hundredths and opens its pair.
class PairMatrix : public QWidget {
    Q_OBJECT
public:
    explicit PairMatrix(QWidget* parent = nullptr);
    void setPairs(const DuplicationAnswer& answer, const std::vector<const ListedPair*>& pairs);

Q_SIGNALS:
    void pairOpened(wardmote::plan::Id a, wardmote::plan::Id b);

private:
    std::vector<plan::Id> order_; ///< rows and columns
    QLabel* caption_ = nullptr;
    charts::MatrixView* view_ = nullptr;
};

} // namespace wardmote::ui
