#pragma once
#include "ui/pages/calendar/calendar_answer.h"
#include "ui/widgets/analysis_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QStackedWidget;
class QTableView;
class QTableWidget;
class QTabWidget;

namespace wardmote::analysis {
struct SeriesMove;
}
namespace wardmote::charts {
class MatrixView;
}

namespace wardmote::ui {

class EmptyState;
class FilterBar;
class LinesModel;
class MonthView;
class MovePanel;
class Prompts;

/// The year's meetings, recorded and expected: as a strip of months by cluster, as a month of days, as a
/// list, with what clashes. Series are moved here, by a drag or by words, and meetings written as iCalendar.
class CalendarPage : public AnalysisPage {
    Q_OBJECT
public:
    CalendarPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("calendar"); }
    QString title() const override { return tr("Calendar"); }
    std::vector<HeadlineFigure> headline() const override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    QWidget* makeTop();
    QWidget* makeFilters();
    QWidget* makeYear();
    QWidget* makeMonth();
    QWidget* makeSide();
    QWidget* makeList();
    QWidget* makeFindings();
    void makeEmptyState();
    void connectAll();

    void present(CalendarAnswer answer);
    void fillFilters();
    void showSeen(); ///< everything that follows the filters
    void showYear();
    void showMonth();
    void showDay();
    void showNotes();
    void setYear(int year);
    void setMonth(int month);
    void goToDay(plan::Date day);
    void choose(std::size_t place); ///< an occurrence: the selection follows
    void openCell(int row, int month);

    std::optional<std::size_t> chosenOfDay() const;
    void beginMove(std::size_t place, std::optional<plan::Date> to);
    void endMove();
    void perform(const analysis::SeriesMove& move);
    void writeCalendarFile();

    Prompts& prompts_;
    BackgroundTask exports_; ///< a file on its way
    int year_ = 0;
    int month_ = 1;
    std::optional<plan::Date> wanted_; ///< a day of another year, to be shown when that year is there
    bool settling_ = false;            ///< choosing on the page's own behalf
    CalendarAnswerRef answer_;
    CalendarFilter filter_;
    std::vector<std::size_t> seen_;
    std::vector<CalendarFinding> findings_;
    std::vector<plan::Id> stripRows_; ///< clusters by row; 0: none of one cluster's own

    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* yearLabel_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* clusters_ = nullptr;
    QComboBox* services_ = nullptr;
    QComboBox* organisations_ = nullptr;
    QComboBox* themes_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    charts::MatrixView* strip_ = nullptr;
    QTableWidget* stripTable_ = nullptr;
    QLabel* notes_ = nullptr;
    QComboBox* months_ = nullptr;
    MonthView* grid_ = nullptr;
    QStackedWidget* side_ = nullptr;
    QLabel* dayLabel_ = nullptr;
    QTableWidget* dayTable_ = nullptr;
    QPushButton* move_ = nullptr;
    MovePanel* movePanel_ = nullptr;
    LinesModel* list_ = nullptr;
    QTableView* listView_ = nullptr;
    LinesModel* findingLines_ = nullptr;
    QTableView* findingView_ = nullptr;
    QPushButton* export_ = nullptr;
};

} // namespace wardmote::ui
