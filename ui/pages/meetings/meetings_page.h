#pragma once
#include "ui/widgets/record_page.h"

namespace wardmote::ui {

/// The dated meetings that are on record.
class MeetingsPage : public RecordPage {
    Q_OBJECT
public:
    MeetingsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                 QWidget* parent = nullptr);
    std::vector<HeadlineFigure> headline() const override;
};

} // namespace wardmote::ui
