#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/plan_file.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <vector>

namespace wardmote::ui {

class Preferences;
class Prompts;

/// A plan that comes with the program and can be copied to begin with.
struct SamplePlan {
    QString name; ///< "bathnes"
    QString title;
    QString description;
};

/// What the window is given from outside. Prompts and preferences outlive it.
struct ShellServices {
    Prompts& prompts;
    Preferences& preferences;
    store::Opener opener;
    std::vector<SamplePlan> samples;
    /// Makes a sample's copy as a new plan file at a path where there is none. On a worker thread.
    std::function<Result<void>(const QString& sample, const std::filesystem::path& target, const Progress&)>
        makeSample;
    QString version;
    std::filesystem::path readerProgram; ///< what reads foreign files in a process of its own
};

} // namespace wardmote::ui
