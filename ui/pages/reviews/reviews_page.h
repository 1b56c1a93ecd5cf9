#pragma once
#include "ui/widgets/record_page.h"

#include <memory>
#include <set>

class QComboBox;

namespace wardmote::ui {

/// What people found and decided about mechanisms that look alike: all, those not yet decided, or decisions
/// that should be looked at again.
class ReviewsPage : public RecordPage {
    Q_OBJECT
public:
    ReviewsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                QWidget* parent = nullptr);
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override; ///< not decided

private:
    void showSome();
    QComboBox* which_ = nullptr;
};

} // namespace wardmote::ui
