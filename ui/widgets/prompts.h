#pragma once
#include <QPagedPaintDevice>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace wardmote::ui {

/// What is printed on, ready to be painted, and which pages, from 1.
struct PrintChoice {
    std::unique_ptr<QPagedPaintDevice> device;
    int first = 1;
    int last = 1;
};

/// Everything the program asks in a dialog of its own. Injected, so that tests answer without a screen.
class Prompts {
public:
    virtual ~Prompts() = default;
    virtual void inform(QWidget* parent, const QString& title, const QString& message) = 0;
    virtual void warn(QWidget* parent, const QString& title, const QString& message) = 0;
    /// True if the person chose the action (its verb is the button's text).
    virtual bool confirm(QWidget* parent, const QString& title, const QString& message,
                         const QString& action) = 0;
    virtual std::optional<QString> text(QWidget* parent, const QString& title, const QString& label,
                                        const QString& preset) = 0;
    virtual std::optional<QString> choose(QWidget* parent, const QString& title, const QString& label,
                                          const QStringList& options) = 0;
    /// Some of the options, as places in the list, ascending; `ticked` are chosen to begin with.
    virtual std::optional<std::vector<int>> chooseSeveral(QWidget* parent, const QString& title,
                                                          const QString& question, const QStringList& options,
                                                          const std::vector<int>& ticked) = 0;
    virtual std::optional<QString> openFile(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual std::optional<QString> saveFile(QWidget* parent, const QString& title, const QString& preset,
                                            const QString& filter) = 0;
    /// A printer for something of so many A4 pages.
    virtual std::optional<PrintChoice> printer(QWidget* parent, const QString& title, int pages) = 0;
};

} // namespace wardmote::ui
