#pragma once
#include "core/analysis/local_issues.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QStackedWidget;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

/// Local issues in brief, in ways that a person chooses from: what waits longest, how long answers take by
/// theme and by who took it, each as chart and table, and which mechanisms hear the same issues.
class IssuesSummary : public QWidget {
    Q_OBJECT
public:
    explicit IssuesSummary(QWidget* parent = nullptr);
    void show(const plan::PlanRef& plan, std::shared_ptr<const analysis::LocalIssues> found);
    /// The choice of ways, for the page's own bar.
    QComboBox& ways() { return *ways_; }
    QWidget& lastInTabOrder() { return *lastStop_; }

Q_SIGNALS:
    void issuesOpened(const std::vector<wardmote::plan::Id>& issues, const QString& because);

private:
    struct Times {
        charts::BarsView* chart = nullptr;
        QTableWidget* table = nullptr;
    };
    void addWaiting();
    void addTimes(Times& times, const QString& name, const QString& heading, const QString& chart,
                  const QString& table, bool byTheme);
    void addShared();
    void showWaiting();
    void showTimes(const Times& times, const std::vector<analysis::AnswerTimes>& groups,
                   plan::RecordKind kind);
    void showShared();
    void openGroup(bool byTheme, int row);

    plan::PlanRef plan_;
    std::shared_ptr<const analysis::LocalIssues> found_;
    QComboBox* ways_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QTableWidget* waiting_ = nullptr;
    QTableWidget* shared_ = nullptr;
    QWidget* lastStop_ = nullptr;
    Times byTheme_;
    Times byTaker_;
};

} // namespace wardmote::ui
