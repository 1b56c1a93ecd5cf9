#pragma once
#include "core/analysis/attendance_record.h"
#include "ui/widgets/analysis_page.h"

#include <memory>

class QLabel;
class QStackedLayout;
class QTableView;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

class Card;
class EmptyState;
class FilterBar;
class LinesModel;

/// Who comes: public, members and officers, by mechanism and by meeting, and what a visit costs.
class AttendancePage : public AnalysisPage {
    Q_OBJECT
public:
    explicit AttendancePage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("attendance"); }
    QString title() const override { return tr("Attendance"); }
    std::vector<HeadlineFigure> headline() const override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;

private:
    struct Answer {
        plan::PlanRef plan;
        analysis::AttendanceAnswer attendance;
    };
    void makeEmptyState();
    void connectAll();
    void present(Answer answer);
    void showAttendance();
    void showChart();
    void showMeetings();
    void choose(int row);
    QString nameOf(const analysis::AttendanceRecord& record) const;
    QString cell(const analysis::AttendanceRecord& record, int column) const;
    const analysis::AttendanceRecord* chosen() const;

    std::shared_ptr<const Answer> answer_;
    std::vector<const analysis::AttendanceRecord*> shown_; ///< that the filter lets through
    plan::Id chosen_ = 0;

    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    FilterBar* bar_ = nullptr;
    Card* chartCard_ = nullptr;
    charts::BarsView* chart_ = nullptr;
    LinesModel* lines_ = nullptr;
    QTableView* table_ = nullptr;
    Card* meetingsCard_ = nullptr;
    charts::BarsView* meetings_ = nullptr;
    QTableWidget* meetingsTable_ = nullptr;
    QLabel* words_ = nullptr;
    QLabel* notes_ = nullptr;
};

} // namespace wardmote::ui
