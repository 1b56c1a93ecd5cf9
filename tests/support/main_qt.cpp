#define CATCH_CONFIG_RUNNER
#include "core/base/contract.h"
#include "tests/support/catch.h"

#include <QApplication>
#include <QStandardPaths>

#include <stdexcept>

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    wardmote::setContractHandler(
        [](const std::string& what) { throw std::logic_error("contract: " + what); });
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wardmote-tests"));
    return Catch::Session().run(argc, argv);
}
