#pragma once
#include "core/plan/plan.h"

#include <QWidget>

class QLabel;

namespace wardmote::ui {

class Session;

/// Who changed one record, what and when: the newest lines of its history, read on the writer thread.
class RecordHistory : public QWidget {
    Q_OBJECT
public:
    explicit RecordHistory(Session& session, QWidget* parent = nullptr);
    void setRecord(plan::RecordKind kind, plan::Id id); ///< reads it anew; 0: nothing

private:
    Session& session_;
    QLabel* lines_ = nullptr;
    int asked_ = 0; ///< answers to earlier questions are dropped
};

/// "22 November 2026, 10:41" in local time, of a history's "2026-11-22T10:41:05Z".
QString localTime(const std::string& utc);

} // namespace wardmote::ui
