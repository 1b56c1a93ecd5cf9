#pragma once
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"

#include <memory>

namespace wardmote::tests {

/// A page of the example plan on screen: clusters 501 Keynsham Area (101, 102, 103), 502 Chew Valley (104,
/// 105), 503 Somer Valley (106..110); 111 and 112 in none. Shapes are schematic.
template<class P>
struct ShownPage {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    std::unique_ptr<P> page;

    ShownPage() {
        session.adopt(examplePlanFile(folder / "example.wardmote"));
        page = std::make_unique<P>(session, prompts);
        page->resize(1000, 640);
        page->show();
        page->activated();
        REQUIRE(ready());
    }
    bool ready() {
        return eventually([&] { return !session.isSaving() && page->isReady(); });
    }
    template<class W>
    W* part(const char* name) {
        auto* found = page->template findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return found;
    }
    /// True if the area is in the cluster as its main one.
    bool holds(plan::Id cluster, plan::Id area) {
        const auto& areas = session.plan()->template find<plan::Cluster>(cluster)->areas;
        return std::ranges::any_of(areas,
                                   [area](const auto& held) { return held.area.id == area && held.main; });
    }
};

} // namespace wardmote::tests
