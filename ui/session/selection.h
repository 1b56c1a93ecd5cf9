#pragma once
#include "core/plan/plan.h"

#include <QObject>

#include <vector>

namespace wardmote::ui {

/// The records that are chosen, of one kind at a time. A page selects here and shows what is selected here;
/// whoever selected does not matter.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    plan::RecordKind kind() const { return kind_; }
    const std::vector<plan::Id>& ids() const { return ids_; }
    bool isEmpty() const { return ids_.empty(); }
    bool contains(plan::RecordKind kind, plan::Id id) const;

    void select(plan::RecordKind kind, std::vector<plan::Id> ids);
    void clear();

Q_SIGNALS:
    void changed();
    /// Asked for by a chart or matrix cell: go to the page of this kind and show these records only.
    void showRequested(wardmote::plan::RecordKind kind, const std::vector<wardmote::plan::Id>& ids,
                       const QString& because);

public:
    void requestShow(plan::RecordKind kind, const std::vector<plan::Id>& ids, const QString& because);

private:
    plan::RecordKind kind_ = plan::RecordKind::area;
    std::vector<plan::Id> ids_;
};

} // namespace wardmote::ui
