#pragma once
#include "ui/widgets/record_page.h"

namespace wardmote::ui {

/// The parishes and wards of the plan.
class AreasPage : public RecordPage {
    Q_OBJECT
public:
    AreasPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
              QWidget* parent = nullptr);
    QString title() const override;
    std::vector<HeadlineFigure> headline() const override;
};

} // namespace wardmote::ui
