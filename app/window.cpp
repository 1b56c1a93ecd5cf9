#include "app/window.h"

#include "app/context.h"
#include "app/program_path.h"
#include "app/samples.h"
#include "ui/session/preferences.h"
#include "ui/shell/compose.h"
#include "ui/widgets/desktop_prompts.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

namespace wardmote::app {
namespace {

std::vector<ui::SamplePlan> samplePlans(const std::filesystem::path& program) {
    std::vector<ui::SamplePlan> plans;
    for (const auto& sample : samples(program)) {
        plans.push_back({QString::fromStdString(sample.id), QString::fromStdString(sample.title),
                         QObject::tr("Real areas and forums; schedules and costs made up.")});
    }
    return plans;
}

bool hasDisplay() {
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace

int runWindow(int argc, char** argv, const WindowRequest& request) {
    if (!hasDisplay()) {
        std::fputs(
            "wardmote: There is no display to open a window on. Use a command (wardmote --help), for example "
            "wardmote report PLAN -o FILE.pdf.\n",
            stderr);
        return badInput;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wardmote"));
    QApplication::setApplicationDisplayName(QStringLiteral("Wardmote"));
    QApplication::setOrganizationName(QStringLiteral("wardmote"));
    QApplication::setApplicationVersion(QStringLiteral(WARDMOTE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("uk.wardmote.Wardmote"));

    const auto program = programPath(argv[0]);
    ui::Preferences preferences(ui::systemPreferenceStore());
    ui::DesktopPrompts prompts(preferences);
    const ui::ShellServices services{
        .prompts = prompts,
        .preferences = preferences,
        .opener = currentOpener(),
        .samples = samplePlans(program),
        .makeSample =
            [program](const QString& sample, const std::filesystem::path& target, const Progress&) {
                return makeSamplePlan(sample.toStdString(), target, program);
            },
        .version = QStringLiteral(WARDMOTE_VERSION),
        .readerProgram = program,
    };
    const auto window = ui::makeMainWindow(services);
    window->show();
    if (!request.file.empty()) {
        const auto file = QFileInfo(QString::fromStdString(request.file)).absoluteFilePath();
        QTimer::singleShot(0, window.get(), [&window, file] { window->openFile(file); });
    }
    return QApplication::exec();
}

} // namespace wardmote::app
