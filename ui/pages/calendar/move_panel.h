#pragma once
#include "core/analysis/series_move.h"
#include "core/recurrence/rule.h"
#include "ui/session/background_task.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace wardmote::ui {

/// Moves the meetings of one mechanism to other days: the new pattern in words, what it would do to the year,
/// then one button. A drag fills it in.
class MovePanel : public QWidget {
    Q_OBJECT
public:
    explicit MovePanel(Session& session, QWidget* parent = nullptr);

    /// `move`: as dragged; nothing: the pattern as it is, to be changed.
    void begin(plan::Id mechanism, int year, plan::Date near, std::optional<analysis::SeriesMove> move);
    void focusPattern();

Q_SIGNALS:
    void moveRequested(const wardmote::analysis::SeriesMove& move);
    void cancelled();

private:
    void read();
    void offerStart(const Result<recurrence::Rule>& rule);
    void ask();
    void show(const analysis::SeriesMoveEffect& effect);
    void refuse(const QString& why);

    Session& session_;
    BackgroundTask task_;
    plan::Id mechanism_ = 0;
    int year_ = 0;
    std::optional<analysis::SeriesMove> move_;
    QLabel* title_ = nullptr;
    QFormLayout* form_ = nullptr;
    QLineEdit* pattern_ = nullptr;
    QLineEdit* start_ = nullptr;
    QLabel* effect_ = nullptr;
    QTableWidget* clashes_ = nullptr;
    QPushButton* go_ = nullptr;
};

} // namespace wardmote::ui
