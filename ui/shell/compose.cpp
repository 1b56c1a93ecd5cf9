#include "ui/shell/compose.h"

#include "ui/pages/duplication/duplication_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/overlap/overlap_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/prompts.h"

namespace wardmote::ui {
namespace {

QString planGroup() {
    return MainWindow::tr("Plan");
}

QString engagementGroup() {
    return MainWindow::tr("Engagement");
}

} // namespace

std::unique_ptr<MainWindow> makeMainWindow(const ShellServices& services) {
    auto window = std::make_unique<MainWindow>(services);
    auto& session = window->session();
    auto& prompts = services.prompts;

    window->addPage(new OverviewPage(session), {planGroup(), QStringLiteral("overview")});
    window->addPage(new ImportPage(session, prompts, services.readerProgram),
                    {planGroup(), QStringLiteral("import"), {plan::RecordKind::importMatching}});
    window->addPage(new SettingsPage(session),
                    {planGroup(), QStringLiteral("settings"), {plan::RecordKind::settings}});
    window->addPage(new DuplicationPage(session, prompts),
                    {engagementGroup(), QStringLiteral("duplication"), {plan::RecordKind::review}});
    window->addPage(new OverlapPage(session), {engagementGroup(), QStringLiteral("overlap")});
    window->restore();
    return window;
}

} // namespace wardmote::ui
