#pragma once
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/duplication/duplication_page.h"
#include "ui/pages/duplication/pair_model.h"

#include <QTableView>

namespace wardmote::tests {

/// The Duplication page with the example plan, and its inspector beside it.
struct DuplicationFixture {
    TemporaryFolder folder;
    ScriptedPrompts prompts;
    ui::Session session;
    ui::DuplicationPage page{session, prompts};
    std::unique_ptr<QWidget> inspector;

    explicit DuplicationFixture(bool open = true) {
        page.setToday({2014, 9, 1});
        inspector.reset(page.inspector());
        if (open) {
            session.adopt(examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(1000, 700);
        page.show();
        inspector->resize(340, 700);
        inspector->show();
        page.activated();
    }
    bool ready() {
        return eventually([this] { return page.isReady() && !session.isSaving(); });
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        if (!found) {
            found = inspector->findChild<W*>(QString::fromLatin1(name));
        }
        REQUIRE(found);
        return *found;
    }
    /// "First / second" of each pair listed.
    QStringList pairs() {
        const auto* model = widget<QTableView>("duplicationPairs").model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row) {
            names << model->index(row, ui::PairModel::first).data().toString() + QStringLiteral(" / ") +
                         model->index(row, ui::PairModel::second).data().toString();
        }
        return names;
    }
    /// Makes an edit from outside the page and waits until it follows.
    void perform(plan::Changes changes) {
        session.perform(QStringLiteral("Edit"), std::move(changes));
        REQUIRE(eventually([this] { return !session.isSaving(); }));
        REQUIRE(ready());
    }
};

} // namespace wardmote::tests
