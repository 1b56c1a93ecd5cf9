#pragma once
#include "ui/session/preferences.h"
#include "ui/widgets/prompts.h"

namespace wardmote::ui {

/// Prompts as dialogs on the screen. File dialogs begin in the folder that was used last.
class DesktopPrompts : public Prompts {
public:
    explicit DesktopPrompts(Preferences& preferences) : preferences_(preferences) {}
    void inform(QWidget* parent, const QString& title, const QString& message) override;
    void warn(QWidget* parent, const QString& title, const QString& message) override;
    bool confirm(QWidget* parent, const QString& title, const QString& message,
                 const QString& action) override;
    std::optional<QString> text(QWidget* parent, const QString& title, const QString& label,
                                const QString& preset) override;
    std::optional<QString> choose(QWidget* parent, const QString& title, const QString& label,
                                  const QStringList& options) override;
    std::optional<std::vector<int>> chooseSeveral(QWidget* parent, const QString& title,
                                                  const QString& question, const QStringList& options,
                                                  const std::vector<int>& ticked) override;
    std::optional<QString> openFile(QWidget* parent, const QString& title, const QString& filter) override;
    std::optional<QString> saveFile(QWidget* parent, const QString& title, const QString& preset,
                                    const QString& filter) override;
    std::optional<PrintChoice> printer(QWidget* parent, const QString& title, int pages) override;

private:
    Preferences& preferences_;
};

} // namespace wardmote::ui
