#pragma once
#include "core/plan/plan.h"
#include "core/text/name_index.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace wardmote::ui {

class Session;

/// Below the line in which a name is typed: records of the kind whose names are like it, each to be opened
/// rather than recorded twice. Takes no room while there are none.
class LikeNames : public QWidget {
    Q_OBJECT
public:
    LikeNames(Session& session, plan::RecordKind kind, QLineEdit& line, QWidget* parent = nullptr);
    /// The record that is typed in is not like itself; 0: a new one.
    void setOwn(plan::Id own) { own_ = own; }

    /// Kinds that people record twice under names that differ a little.
    static bool isFor(plan::RecordKind kind);

Q_SIGNALS:
    void openRequested(wardmote::plan::Id id);

private:
    void look();
    const text::NameIndex& index();

    Session& session_;
    plan::RecordKind kind_;
    QLineEdit& line_;
    plan::Id own_ = 0;
    plan::PlanRef indexed_; ///< the snapshot that index_ is of
    text::NameIndex index_;
    QVBoxLayout* column_ = nullptr;
};

} // namespace wardmote::ui
