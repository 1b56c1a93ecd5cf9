#pragma once
#include "core/analysis/cost.h"
#include "ui/session/background_task.h"
#include "ui/widgets/record_page.h"

#include <optional>

namespace wardmote::ui {

/// Every mechanism, with its full form, and what all of them cost in a year.
class MechanismsPage : public RecordPage {
    Q_OBJECT
public:
    MechanismsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                   QWidget* parent = nullptr);
    std::vector<HeadlineFigure> headline() const override;
    /// The short form for a new mechanism: what the analyses need most.
    void addMechanism();

protected:
    void planChanged() override;

private:
    BackgroundTask costs_;
    std::optional<analysis::CostTotals> totals_; ///< of those that have not ended; empty until worked out
};

} // namespace wardmote::ui
