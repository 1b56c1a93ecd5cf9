#pragma once
#include "ui/session/background_task.h"
#include "ui/shell/find_index.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QLabel;

namespace wardmote::ui {

/// "Find anything": one line to type in, what is found below it, Enter goes there.
class FindAnything : public QDialog {
    Q_OBJECT
public:
    /// Pages and commands at once; the plan's records join them, thousands of them a moment later.
    FindAnything(FindIndex index, Session& session, const OpenRecord& open, QWidget* parent);

    QLineEdit& question() { return *question_; }
    QListWidget& answers() { return *answers_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRecordsOf(Session& session, const OpenRecord& open);
    void showAnswers();
    void go();

    FindIndex index_;
    BackgroundTask records_;
    QLineEdit* question_ = nullptr;
    QListWidget* answers_ = nullptr;
    QLabel* count_ = nullptr;
    std::vector<const Findable*> found_;
};

} // namespace wardmote::ui
