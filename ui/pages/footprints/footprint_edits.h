#pragma once
#include "core/plan/change.h"

#include <QString>

#include <vector>

/// What the page does to a plan, as changes with a label for the history. Pure functions.
namespace wardmote::ui {

struct FootprintEdit {
    QString label;
    plan::Changes changes;
};

FootprintEdit addFootprintSet(plan::Id id, const QString& name);
/// A footprint of whole areas.
FootprintEdit addFootprint(const plan::Plan& plan, plan::Id set, plan::Id id, const QString& name,
                           const std::vector<plan::Id>& areas);
FootprintEdit eraseFootprint(const plan::Plan& plan, plan::Id footprint);
FootprintEdit eraseFootprintSet(const plan::Plan& plan, plan::Id set); ///< with its footprints

} // namespace wardmote::ui
