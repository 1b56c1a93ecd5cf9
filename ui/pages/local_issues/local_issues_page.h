#pragma once
#include "core/analysis/local_issues.h"
#include "ui/widgets/record_page.h"

#include <memory>
#include <optional>

namespace wardmote::ui {

class IssuesSummary;

/// What people raised, where and at which mechanisms, and what came of it: what waits for an answer, how long
/// answers take, and which mechanisms hear the same.
class LocalIssuesPage : public RecordPage {
    Q_OBJECT
public:
    LocalIssuesPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                    QWidget* parent = nullptr);

    QString title() const override { return tr("Local issues"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    void activated() override; ///< it may be another day
    /// The day up to which issues wait; today unless a test says otherwise.
    void setToday(plan::Date today);
    const analysis::LocalIssues& found() const { return *found_; }

protected:
    void planChanged() override { sumUp(); }

private:
    void sumUp();
    plan::Date day() const;
    std::optional<plan::Date> today_;
    std::shared_ptr<const analysis::LocalIssues> found_;
    IssuesSummary* summary_ = nullptr;
};

} // namespace wardmote::ui
