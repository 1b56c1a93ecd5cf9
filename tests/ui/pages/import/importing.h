#pragma once
#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/import/import_page.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <fstream>

namespace wardmote::tests {

/// The import page over an open plan, worked as a person works it.
struct Importing {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::ImportPage page;

    Importing() : page(session, prompts, std::filesystem::path{}) { // an empty program reads in this process
        begin();
    }
    explicit Importing(ui::ImportJob::ReadFile readFile) : page(session, prompts, std::move(readFile)) {
        begin();
    }

    QString written(const std::string& name, const std::string& content) const {
        const auto path = folder / name;
        std::ofstream(path, std::ios::binary) << content;
        return QString::fromStdString(path.string());
    }

    template<class Widget>
    Widget& find(const char* name) {
        auto* found = page.findChild<Widget*>(QString::fromUtf8(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    QPushButton& button(const char* name) { return find<QPushButton>(name); }
    void click(const char* name) {
        REQUIRE(button(name).isEnabled());
        QTest::mouseClick(&button(name), Qt::LeftButton);
    }
    /// The one of these names that is in sight: each sheet has its own panel.
    template<class Widget>
    Widget& visible(const char* name) {
        for (auto* found : page.findChildren<Widget*>(QString::fromUtf8(name))) {
            if (found->isVisible()) {
                return *found;
            }
        }
        FAIL("nothing of that name is in sight: " << name);
        std::abort();
    }
    /// Opens the list, types what it is looked for by, and takes it.
    static void choose(QComboBox& box, const QString& words) {
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_F4);
        REQUIRE(box.view()->isVisible());
        QTest::keyClicks(box.view(), words);
        REQUIRE(box.view()->currentIndex().data().toString().startsWith(words));
        QTest::keyClick(box.view(), Qt::Key_Return);
    }

    bool proposed() {
        return eventually([this] { return page.job().proposal() != nullptr; });
    }
    const exchange::ImportProposal& proposal() {
        REQUIRE(proposed());
        return *page.job().proposal();
    }
    /// Goes on from Columns to Check and imports; true when it is done.
    bool imports() {
        click("import_next");
        REQUIRE(proposed());
        click("import_next");
        return eventually([this] { return find<QLabel>("import_done").isVisible(); }) && settled(session);
    }
    std::size_t count(plan::RecordKind kind) const { return session.plan()->count(kind); }

private:
    void begin() {
        session.adopt(examplePlanFile(folder / "plan.wardmote"));
        page.resize(1080, 700);
        page.show();
        REQUIRE(eventually([this] { return session.isOpen(); }));
    }
};

} // namespace wardmote::tests
