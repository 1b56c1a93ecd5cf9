#pragma once
#include "ui/pages/calendar/month_view.h"

#include <QAbstractTableModel>

#include <map>

namespace wardmote::ui {

/// The weeks of a month by the days of a week. Cells beside the month are empty.
class MonthView::Model : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(CalendarAnswerRef answer, const std::vector<std::size_t>& seen, int month);
    std::optional<plan::Date> dayAt(const QModelIndex& index) const;
    QModelIndex indexOf(plan::Date day) const;
    const std::vector<std::size_t>& on(plan::Date day) const;
    const analysis::Occurrence& occurrence(std::size_t place) const {
        return answer_->calendar.occurrences[place];
    }
    const recurrence::BankHoliday* holidayOn(plan::Date day) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString sentence(plan::Date day) const;
    CalendarAnswerRef answer_;
    plan::Date first_{2000, 1, 1};
    int days_ = 31;
    std::map<plan::Date, std::vector<std::size_t>> byDay_;
};

} // namespace wardmote::ui
