#include "ui/session/selection.h"

#include <algorithm>

namespace wardmote::ui {

bool Selection::contains(plan::RecordKind kind, plan::Id id) const {
    return kind == kind_ && std::ranges::find(ids_, id) != ids_.end();
}

void Selection::select(plan::RecordKind kind, std::vector<plan::Id> ids) {
    if (kind == kind_ && ids == ids_) {
        return;
    }
    kind_ = kind;
    ids_ = std::move(ids);
    Q_EMIT changed();
}

void Selection::clear() {
    select(kind_, {});
}

void Selection::requestShow(plan::RecordKind kind, const std::vector<plan::Id>& ids, const QString& because) {
    Q_EMIT showRequested(kind, ids, because);
}

} // namespace wardmote::ui
