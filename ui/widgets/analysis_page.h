#pragma once
#include "core/base/result.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <optional>

class QBoxLayout;
class QLabel;
class QProgressBar;

namespace wardmote::ui {

/// A page that shows the answer to one question about the plan, worked out off the window's thread. It asks
/// when it is looked at and the plan has changed since, and again with each edit while it is looked at. A
/// page whose badge counts something in the answer keeps up with edits while it is hidden as well, a little
/// after the last of them.
class AnalysisPage : public Page {
    Q_OBJECT
public:
    enum class WhileHidden { waits, keepsUp };
    AnalysisPage(Session& session, WhileHidden whileHidden, QWidget* parent);

    void activated() override;
    bool isReady() const { return current_; } ///< shows the plan on screen
    /// The day by which "active" and "last twelve months" are judged; today unless a test says otherwise.
    void setToday(plan::Date today) { today_ = today; }

protected:
    Session& session() const { return session_; }
    plan::Date today() const;
    /// How far the work is, and what went wrong, for the top of the page.
    void addState(QBoxLayout& column, const QString& accessibleName);
    /// Asks the page's question, by answerWith().
    virtual void ask() = 0;
    /// The person asks something else: at once if the page is looked at, else when it is.
    void askAnew();
    /// "The mechanisms could not be compared: %1".
    virtual QString refusal(const QString& why) const = 0;
    /// `work` gives a Result of what `show` takes.
    template<class Work, class Show>
    void answerWith(Work work, Show show) {
        task_.run(std::move(work), [this, show = std::move(show)](auto answer) {
            if (!answer) {
                refuse(QString::fromStdString(answer.error().text()));
                return;
            }
            accept();
            show(std::move(*answer));
        });
    }

private:
    void planChanged();
    void askIfStale();
    void accept();
    void refuse(const QString& why);

    Session& session_;
    WhileHidden whileHidden_;
    BackgroundTask task_;
    QTimer soon_;
    std::optional<plan::Date> today_;
    bool current_ = false;
    QProgressBar* progress_ = nullptr;
    QLabel* message_ = nullptr;
};

} // namespace wardmote::ui
