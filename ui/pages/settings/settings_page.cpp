#include "ui/pages/settings/settings_page.h"

#include "ui/session/session.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/style.h"

#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr plan::Id settingsId = 1;
constexpr int readableWidth = 860;

} // namespace

SettingsPage::SettingsPage(Session& session, QWidget* parent) : Page(parent) {
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    auto* note =
        makeParagraph(tr("These hold for everyone who opens this plan. Every report states the weights, "
                         "limits and assumptions that it was made with."),
                      TextRole::caption, this);
    note->setMaximumWidth(readableWidth);
    column->addWidget(note);
    form_ = new RecordForm(session, plan::RecordKind::settings, this);
    form_->setMaximumWidth(readableWidth);
    column->addWidget(form_, 1);
    const auto show = [this, &session] { form_->setRecord(session.isOpen() ? settingsId : 0); };
    connect(&session, &Session::opened, this, show);
    connect(&session, &Session::closed, this, show);
    show();
}

bool SettingsPage::showRecords(plan::RecordKind kind, const std::vector<plan::Id>&, const QString&) {
    return kind == plan::RecordKind::settings;
}

} // namespace wardmote::ui
