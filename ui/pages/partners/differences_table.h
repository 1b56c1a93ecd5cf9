#pragma once
#include "core/exchange/partners/partner_return.h"

#include <QTableWidget>

namespace wardmote::ui {

/// What a partner's list says against the plan, a field a row; a tick takes hers. New mechanisms are a row
/// each. Space ticks and unticks.
class DifferencesTable : public QTableWidget {
    Q_OBJECT
public:
    enum Column {
        takeColumn,
        mechanismColumn,
        fieldColumn,
        oursColumn,
        theirsColumn,
        lastColumn,
        changedByColumn,
        columnsInAll
    };
    explicit DifferencesTable(QWidget* parent = nullptr);

    /// Ticked to begin with: what exchange::takeHers() takes.
    void setReturn(const exchange::PartnerReturn& back);
    exchange::ReturnChoice choice() const;
    void takeAll(bool theirs);

Q_SIGNALS:
    void choiceChanged();

private:
    struct Line {
        plan::Id mechanism = 0;
        std::string key; ///< empty: a new mechanism
        bool canBeTaken = true;
    };
    void add(const Line& line, const QStringList& words, bool ticked);
    std::vector<Line> lines_;
};

} // namespace wardmote::ui
