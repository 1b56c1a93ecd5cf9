#pragma once
#include "ui/widgets/page.h"

namespace wardmote::ui {

class RecordForm;
class Session;

/// The plan's own words, assumptions, weights and targets, as the record that they are.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings of the plan"); }
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

private:
    RecordForm* form_ = nullptr;
};

} // namespace wardmote::ui
