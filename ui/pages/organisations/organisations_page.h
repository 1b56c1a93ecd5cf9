#pragma once
#include "ui/widgets/record_page.h"

class QComboBox;

namespace wardmote::ui {

/// The bodies that run and attend mechanisms, by kind.
class OrganisationsPage : public RecordPage {
    Q_OBJECT
public:
    OrganisationsPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
                      QWidget* parent = nullptr);
    std::vector<HeadlineFigure> headline() const override;

private:
    void showKind();
    QComboBox* kinds_ = nullptr;
};

} // namespace wardmote::ui
