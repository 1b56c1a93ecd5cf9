#include "ui/pages/calendar/month_model.h"

#include "ui/widgets/record_cell.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace wardmote::ui {

void MonthView::Model::set(CalendarAnswerRef answer, const std::vector<std::size_t>& seen, int month) {
    beginResetModel();
    answer_ = std::move(answer);
    first_ = {answer_->calendar.year, month, 1};
    days_ = QDate(first_.year, month, 1).daysInMonth();
    byDay_.clear();
    for (const auto place : seen) {
        const auto date = answer_->calendar.occurrences[place].date;
        if (date.month == month) {
            byDay_[date].push_back(place);
        }
    }
    endResetModel();
}

std::optional<plan::Date> MonthView::Model::dayAt(const QModelIndex& index) const {
    const int day = index.row() * 7 + index.column() - first_.weekday() + 2;
    return index.isValid() && day >= 1 && day <= days_
               ? std::optional(plan::Date{first_.year, first_.month, day})
               : std::nullopt;
}

QModelIndex MonthView::Model::indexOf(plan::Date day) const {
    if (day.year != first_.year || day.month != first_.month) {
        return {};
    }
    const int cell = day.day + first_.weekday() - 2;
    return index(cell / 7, cell % 7);
}

const std::vector<std::size_t>& MonthView::Model::on(plan::Date day) const {
    static const std::vector<std::size_t> none;
    const auto at = byDay_.find(day);
    return at == byDay_.end() ? none : at->second;
}

const recurrence::BankHoliday* MonthView::Model::holidayOn(plan::Date day) const {
    const auto& all = answer_->calendar.bankHolidays;
    const auto at = std::ranges::find(all, day, &recurrence::BankHoliday::date);
    return at == all.end() ? nullptr : &*at;
}

int MonthView::Model::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !answer_ ? 0 : (days_ + first_.weekday() - 2) / 7 + 1;
}

int MonthView::Model::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 7;
}

QString MonthView::Model::sentence(plan::Date day) const {
    QStringList words{dayText(day)};
    if (const auto* holiday = holidayOn(day)) {
        words << qtext(holiday->name);
    }
    const auto& places = on(day);
    words << (places.empty() ? tr("no meetings") : tr("%n meetings", nullptr, int(places.size())));
    for (const auto place : places) {
        const auto& one = occurrence(place);
        words << tr("%1 (%2)").arg(qtext(one.name), sourceText(one).toLower());
    }
    return words.join(QStringLiteral("; "));
}

QVariant MonthView::Model::data(const QModelIndex& index, int role) const {
    const auto day = dayAt(index);
    if (!day) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(day->day);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(*day);
    default:
        return {};
    }
}

QVariant MonthView::Model::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        return QLocale(QLocale::English, QLocale::UnitedKingdom)
            .standaloneDayName(section + 1, QLocale::ShortFormat);
    }
    return {};
}

Qt::ItemFlags MonthView::Model::flags(const QModelIndex& index) const {
    return dayAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace wardmote::ui
