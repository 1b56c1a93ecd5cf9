#pragma once
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/shell/compose.h"
#include "ui/shell/plan_opener.h"
#include "ui/shell/workspace.h"

namespace wardmote::tests {

/// A window with everything in it, answered from a script, with settings in memory.
struct ShellFixture {
    TemporaryFolder folder;
    ScriptedPrompts prompts;
    ui::Preferences preferences{std::make_unique<ui::MemoryPreferenceStore>()};
    std::unique_ptr<ui::MainWindow> window;

    ShellFixture() { makeWindow(); }

    void makeWindow() {
        ui::ShellServices services{prompts, preferences, {"Ada", "desk"}, {}, {}, QStringLiteral("0.1"), {}};
        services.samples.push_back(
            {QStringLiteral("bathnes"), QStringLiteral("A sample"), QStringLiteral("Of it")});
        services.makeSample = [](const QString&, const std::filesystem::path& target,
                                 const Progress&) -> Result<void> {
            auto made = examplePlanFile(target);
            return made.close();
        };
        window = ui::makeMainWindow(services);
    }
    QString path(const std::string& name) const { return QString::fromStdString((folder / name).string()); }
    ui::Session& session() const { return window->session(); }
    void openExample() { session().adopt(examplePlanFile(folder / "example.wardmote")); }
    bool idle() const {
        return eventually([this] { return !window->opener().isBusy() && !session().isSaving(); });
    }
};

} // namespace wardmote::tests
