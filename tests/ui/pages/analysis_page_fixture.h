#pragma once
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"

#include <type_traits>

namespace wardmote::tests {

/// A page that answers a question of the plan, on screen and asked: with the example plan unless another is
/// adopted first.
template<class P>
struct AnalysisPageFixture {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    P page = made();

    /// Its day; the example plan is of 2014.
    void begin(plan::Date today = {2014, 9, 1}, bool example = true) {
        page.setToday(today);
        if (example) {
            session.adopt(examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(1000, 900);
        page.show();
        page.activated();
    }
    bool ready() {
        return eventually([this] { return page.isReady(); });
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.template findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }

private:
    P made() {
        if constexpr (std::is_constructible_v<P, ui::Session&, ui::Prompts&>) {
            return P(session, prompts);
        } else {
            return P(session);
        }
    }
};

} // namespace wardmote::tests
