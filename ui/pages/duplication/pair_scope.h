#pragma once
#include "ui/pages/duplication/duplication_answer.h"

#include <QWidget>

class QComboBox;

namespace wardmote::ui {

/// What of a plan is looked at: all, or one cluster, service or theme.
struct PairScope {
    plan::Id cluster = 0; ///< both of a pair operate in it
    plan::Id service = 0; ///< it runs one of a pair, or leads it
    plan::Id theme = 0;   ///< both of a pair have it
    bool accepts(const DuplicationAnswer& answer, const std::vector<plan::Id>& mechanisms) const;
    bool operator==(const PairScope&) const = default;
};

/// Three choices: cluster, service, theme; each lists only what some pair belongs to.
class PairScopeBar : public QWidget {
    Q_OBJECT
public:
    explicit PairScopeBar(QWidget* parent = nullptr);
    void setAnswer(const DuplicationAnswer& answer);
    PairScope scope() const;

Q_SIGNALS:
    void scopeChanged();

private:
    QComboBox* clusters_ = nullptr;
    QComboBox* services_ = nullptr;
    QComboBox* themes_ = nullptr;
};

} // namespace wardmote::ui
