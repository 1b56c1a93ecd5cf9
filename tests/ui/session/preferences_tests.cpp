#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "ui/session/preferences.h"

#include <QSignalSpy>

using namespace wardmote::ui;

namespace {

std::unique_ptr<MemoryPreferenceStore> memory() {
    return std::make_unique<MemoryPreferenceStore>();
}

} // namespace

TEST_CASE("settings hold their fallback until they are set, and say when they change") {
    Preferences preferences(memory());
    CHECK(preferences.get(preference::inspectorShown));
    CHECK(preferences.theme() == ThemeChoice::system);
    QSignalSpy changed(&preferences, &Preferences::changed);
    preferences.set(preference::inspectorShown, false);
    preferences.set(preference::inspectorShown, false);
    preferences.setTheme(ThemeChoice::dark);
    CHECK_FALSE(preferences.get(preference::inspectorShown));
    CHECK(preferences.theme() == ThemeChoice::dark);
    CHECK(changed.count() == 2);
}

TEST_CASE("the same setting is kept apart for each table") {
    Preferences preferences(memory());
    preferences.set(preference::columns.of(QStringLiteral("areas")), {QStringLiteral("name")});
    CHECK(preferences.get(preference::columns.of(QStringLiteral("areas"))).size() == 1);
    CHECK(preferences.get(preference::columns.of(QStringLiteral("mechanisms"))).isEmpty());
}

TEST_CASE("something of another type in the store counts as not set") {
    auto store = memory();
    store->setValue(preference::theme.key, QStringLiteral("purple"));
    Preferences preferences(std::move(store));
    CHECK(preferences.theme() == ThemeChoice::system);
}

TEST_CASE("recent plans are newest first, once each, ten at most") {
    Preferences preferences(memory());
    for (int i = 0; i < 14; ++i) {
        preferences.noteRecentPlan(QStringLiteral("/plans/%1.wardmote").arg(i));
    }
    preferences.noteRecentPlan(QStringLiteral("/plans/10.wardmote"));
    const auto plans = preferences.recentPlans();
    CHECK(plans.size() == 10);
    CHECK(plans[0] == QStringLiteral("/plans/10.wardmote"));
    CHECK(plans[1] == QStringLiteral("/plans/13.wardmote"));
    CHECK(plans.count(QStringLiteral("/plans/10.wardmote")) == 1);
    preferences.forgetRecentPlan(QStringLiteral("/plans/13.wardmote"));
    CHECK_FALSE(preferences.recentPlans().contains(QStringLiteral("/plans/13.wardmote")));
}

TEST_CASE("a folder that is gone is not offered again") {
    Preferences preferences(memory());
    QString gone;
    {
        wardmote::tests::TemporaryFolder folder;
        gone = QString::fromStdString(folder.path().string());
        preferences.noteFolderOf(QStringLiteral("plan"), gone + QStringLiteral("/a.wardmote"));
        CHECK(preferences.folder(QStringLiteral("plan")) == gone);
    }
    CHECK(preferences.folder(QStringLiteral("plan")) != gone);
}
