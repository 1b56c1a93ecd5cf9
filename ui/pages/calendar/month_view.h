#pragma once
#include "ui/pages/calendar/calendar_answer.h"

#include <QTableView>

namespace wardmote::ui {

/// A month as a grid of days, Monday first, each with its meetings. The arrow keys walk over the days, Enter
/// opens one, Page Up and Page Down step by a month. A meeting that is expected is dragged to another day to
/// move its series; what is recorded stays.
class MonthView : public QTableView {
    Q_OBJECT
public:
    explicit MonthView(QWidget* parent = nullptr);

    /// Shows the occurrences at these places that lie in the month.
    void setMonth(CalendarAnswerRef answer, const std::vector<std::size_t>& seen, int month);
    void setDay(plan::Date day); ///< of the month shown
    std::optional<plan::Date> day() const;
    std::optional<plan::Date> dayAt(const QModelIndex& index) const;
    QModelIndex indexOf(plan::Date day) const;
    const std::vector<std::size_t>& occurrencesOn(plan::Date day) const;

Q_SIGNALS:
    void dayChosen();
    void dayOpened();
    void monthStepped(int by);                      ///< Page Up and Page Down: -1, 1
    void occurrenceChosen(int place);               ///< in Calendar::occurrences
    void seriesDropped(int place, const QDate& to); ///< an expected occurrence, another day of the month

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Model;
    class Painter;
    std::optional<std::size_t> occurrenceAt(const QPoint& point) const;
    void fit();

    Model* model_ = nullptr;
    std::optional<std::size_t> dragged_;
    QPoint pressedAt_;
    bool dragging_ = false;
};

} // namespace wardmote::ui
