#pragma once
#include "core/store/plan_file.h"
#include "tests/support/example_plan.h"
#include "tests/support/folders.h"
#include "ui/session/session.h"

#include <QTest>

#include <stdexcept>

namespace wardmote::tests {

/// A plan file with the example plan in it.
inline store::PlanFile examplePlanFile(const std::filesystem::path& path) {
    plan::Settings settings;
    settings.name = "Example";
    auto file = store::PlanFile::create(path, settings, {"Ada", "desk"});
    if (!file) {
        throw std::runtime_error(file.error().text());
    }
    const auto made = file->perform("Add the example", exampleChanges(*file->snapshot()));
    if (!made) {
        throw std::runtime_error(made.error().text());
    }
    return std::move(*file);
}

/// Runs the event loop until it holds; false after ten seconds.
template<class Condition>
bool eventually(Condition condition) {
    return QTest::qWaitFor(condition, 10'000);
}

/// Until every edit asked for has been made or refused.
inline bool settled(const ui::Session& session) {
    return eventually([&] { return !session.isSaving(); });
}

} // namespace wardmote::tests
