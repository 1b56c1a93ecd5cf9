#include "ui/shell/compose.h"

#include "ui/pages/areas/areas_page.h"
#include "ui/pages/assets/assets_page.h"
#include "ui/pages/attendance/attendance_page.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/coverage/coverage_page.h"
#include "ui/pages/duplication/duplication_page.h"
#include "ui/pages/footprints/footprints_page.h"
#include "ui/pages/gaps/gaps_page.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/load/load_page.h"
#include "ui/pages/local_issues/local_issues_page.h"
#include "ui/pages/map/map_page.h"
#include "ui/pages/mechanisms/mechanisms_page.h"
#include "ui/pages/meetings/meetings_page.h"
#include "ui/pages/organisations/organisations_page.h"
#include "ui/pages/overlap/overlap_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/partners/partners_page.h"
#include "ui/pages/profile/profile_page.h"
#include "ui/pages/proposals/proposals_page.h"
#include "ui/pages/reports/reports_page.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/reviews/reviews_page.h"
#include "ui/pages/scenarios/scenarios_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/streamlining/streamlining_page.h"
#include "ui/pages/three_tests/three_tests_page.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/prompts.h"

namespace wardmote::ui {
namespace {

QString planGroup() {
    return MainWindow::tr("Plan");
}

QString placeGroup() {
    return MainWindow::tr("Place");
}

QString publishGroup() {
    return MainWindow::tr("Publish");
}

QString engagementGroup() {
    return MainWindow::tr("Engagement");
}

QString decisionsGroup() {
    return MainWindow::tr("Decisions");
}

void addPlanPages(MainWindow& window) {
    auto& session = window.session();
    const auto& services = window.services();
    window.addPage(new OverviewPage(session), {planGroup(), QStringLiteral("overview")});
    window.addPage(new ImportPage(session, services.prompts, services.readerProgram),
                   {planGroup(), QStringLiteral("import")});
    window.addPage(new HistoryPage(session, services.prompts), {planGroup(), QStringLiteral("history")});
    window.addPage(new SettingsPage(session),
                   {planGroup(), QStringLiteral("settings"), {plan::RecordKind::settings}});
}

void addPlacePages(MainWindow& window) {
    auto& session = window.session();
    const auto& services = window.services();
    window.addPage(new MapPage(session, services.prompts, &services.preferences),
                   {placeGroup(), QStringLiteral("map")});
    window.addPage(new AreasPage(session, services.prompts, &services.preferences),
                   {placeGroup(), QStringLiteral("areas"), {plan::RecordKind::area}});
    window.addPage(new ClustersPage(session, services.prompts),
                   {placeGroup(),
                    QStringLiteral("clusters"),
                    {plan::RecordKind::cluster, plan::RecordKind::arrangement}});
    window.addPage(new ProfilePage(session, services.prompts, &services.preferences),
                   {placeGroup(), QStringLiteral("profile")});
    window.addPage(new FootprintsPage(session, services.prompts),
                   {placeGroup(),
                    QStringLiteral("footprints"),
                    {plan::RecordKind::footprintSet, plan::RecordKind::footprint}});
    window.addPage(new ChecksPage(session, services.prompts, QString::fromStdString(services.opener.author)),
                   {placeGroup(), QStringLiteral("checks")});
}

/// Questions asked of arrangements, and what others say of them.
void addArrangementPages(MainWindow& window) {
    auto& session = window.session();
    const auto& services = window.services();
    window.addPage(new ProposalsPage(session, services.prompts), {placeGroup(), QStringLiteral("proposals")});
    window.addPage(new ComparePage(session), {placeGroup(), QStringLiteral("compare")});
    window.addPage(new ResponsesPage(session, services.prompts),
                   {placeGroup(), QStringLiteral("responses"), {plan::RecordKind::localResponse}});
    window.addPage(new AssetsPage(session, services.prompts, &services.preferences),
                   {placeGroup(), QStringLiteral("assets"), {plan::RecordKind::asset}});
}

/// What is recorded of mechanisms, who meets in them and when, and what was said there.
void addEngagementPages(MainWindow& window) {
    auto& session = window.session();
    const auto& services = window.services();
    window.addPage(new MechanismsPage(session, services.prompts, &services.preferences),
                   {engagementGroup(), QStringLiteral("mechanisms"), {plan::RecordKind::mechanism}});
    window.addPage(new GapsPage(session, services.prompts), {engagementGroup(), QStringLiteral("edit")});
    window.addPage(new OrganisationsPage(session, services.prompts, &services.preferences),
                   {engagementGroup(), QStringLiteral("organisations"), {plan::RecordKind::organisation}});
    window.addPage(new PartnersPage(session, services.prompts, services.readerProgram),
                   {engagementGroup(), QStringLiteral("partners"), {plan::RecordKind::partnerList}});
    window.addPage(new MeetingsPage(session, services.prompts, &services.preferences),
                   {engagementGroup(), QStringLiteral("calendar"), {plan::RecordKind::meeting}});
    window.addPage(new CalendarPage(session, services.prompts), {engagementGroup(), QStringLiteral("year")});
    window.addPage(new AttendancePage(session), {engagementGroup(), QStringLiteral("attendance")});
    window.addPage(new LocalIssuesPage(session, services.prompts, &services.preferences),
                   {engagementGroup(), QStringLiteral("issues"), {plan::RecordKind::localIssue}});
}

/// What the records say together, and what is decided of it.
void addDecisionPages(MainWindow& window) {
    auto& session = window.session();
    const auto& services = window.services();
    window.addPage(new DuplicationPage(session, services.prompts),
                   {decisionsGroup(), QStringLiteral("duplication")});
    window.addPage(new OverlapPage(session), {decisionsGroup(), QStringLiteral("overlap")});
    window.addPage(new CoveragePage(session), {decisionsGroup(), QStringLiteral("coverage")});
    window.addPage(new LoadPage(session, services.prompts), {decisionsGroup(), QStringLiteral("load")});
    window.addPage(new ThreeTestsPage(session), {decisionsGroup(), QStringLiteral("tests")});
    window.addPage(new ReviewsPage(session, services.prompts, &services.preferences),
                   {decisionsGroup(), QStringLiteral("check"), {plan::RecordKind::review}});
    window.addPage(new ScenariosPage(session, services.prompts),
                   {decisionsGroup(),
                    QStringLiteral("scenarios"),
                    {plan::RecordKind::scenario, plan::RecordKind::proposedChange}});
    window.addPage(new StreamliningPage(session, services.prompts),
                   {decisionsGroup(), QStringLiteral("streamlining")});
}

} // namespace

std::unique_ptr<MainWindow> makeMainWindow(const ShellServices& services) {
    auto window = std::make_unique<MainWindow>(services);
    addPlanPages(*window);
    addPlacePages(*window);
    addArrangementPages(*window);
    addEngagementPages(*window);
    addDecisionPages(*window);
    window->addPage(new ReportsPage(window->session(), services.prompts, &services.preferences),
                    {publishGroup(), QStringLiteral("reports")});
    window->restore();
    return window;
}

} // namespace wardmote::ui
