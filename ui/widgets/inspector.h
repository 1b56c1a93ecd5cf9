#pragma once
#include "core/analysis/duplication.h"
#include "ui/session/background_task.h"
#include "ui/widgets/inspector_uses.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace wardmote::ui {

class Session;

/// What is recorded of the selection, in words: name, kind, fields, what is missing, which mechanisms a
/// mechanism is most like, and where it is used.
/// The window shows it beside every page that has no inspector of its own.
class RecordInspector : public QWidget {
    Q_OBJECT
public:
    explicit RecordInspector(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(wardmote::plan::RecordKind kind, wardmote::plan::Id id);

private:
    void showSelection();
    void showNothing();
    void showMany();
    void showRecord(plan::RecordKind kind, plan::Id id);
    void addFields(plan::RecordKind kind, const void* record);
    void askForOthers(plan::RecordKind kind, plan::Id id);
    void showMostLike(plan::Id mechanism, const std::vector<analysis::Pair>& pairs);
    void showUses(const std::vector<RecordUse>& uses);
    void addLink(plan::RecordKind kind, plan::Id id, const QString& objectName, const QString& remark);

    Session& session_;
    BackgroundTask others_;
    QLabel* name_ = nullptr;
    QLabel* kind_ = nullptr;
    QPushButton* open_ = nullptr;
    QWidget* body_ = nullptr;
    QVBoxLayout* column_ = nullptr;
};

} // namespace wardmote::ui
