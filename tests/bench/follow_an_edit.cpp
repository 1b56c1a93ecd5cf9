/// How each page of the window follows an edit: how long the window's thread was held at a stretch, and how
/// long until the page shows the answer. Run on a build that is optimised:
///
///     wardmote_follow_an_edit [--mechanisms 1000] [--page calendar]... [--times 5] [--held]
#include "core/plan/change.h"
#include "tests/bench/invented_place.h"
#include "tests/bench/invented_plan.h"
#include "tests/support/folders.h"
#include "tests/support/scripted_prompts.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/shell/compose.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/page.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QMetaEnum>
#include <QThreadPool>
#include <QTimer>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace {

using namespace wardmote;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// The one event that took longest.
struct Slowest {
    double milliseconds = 0;
    std::string what;
};

/// Tells which event held the window's thread.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_ > 0) {
            return QApplication::notify(receiver, event);
        }
        // The receiver may be gone afterwards, and a widget's place says more than its class.
        const auto type = event->type();
        auto what = named(receiver);
        const auto start = Clock::now();
        ++depth_;
        const bool done = QApplication::notify(receiver, event);
        --depth_;
        const double took = milliseconds(Clock::now() - start);
        if (took > slowest_.milliseconds) {
            const auto* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            slowest_ = {took, fmt::format("{} {}", what, name ? name : "?")};
        }
        return done;
    }
    Slowest takeSlowest() { return std::exchange(slowest_, {}); }

private:
    static std::string named(const QObject* object) {
        std::string text = object->metaObject()->className();
        for (; object; object = object->parent()) {
            if (!object->objectName().isEmpty()) {
                return text + " in " + object->objectName().toStdString();
            }
        }
        return text;
    }
    int depth_ = 0;
    Slowest slowest_;
};

struct Measured {
    double held = 0;     ///< the longest stretch in which the window's thread answered nobody
    double answered = 0; ///< until nothing was left to do
    Slowest slowest;
};

/// Runs the window's own loop until an edit has been followed.
class Loop : public QObject {
public:
    Loop(TimedApplication& application, ui::Session& session) : application_(application), session_(session) {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { pause(); });
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { since_ = Clock::now(); });
        // So that no pass waits long before it does something: waiting is no holding.
        tick_.start(1);
    }

    /// Does what is given and waits until no edit, no work in the background and no event is left.
    template<class Do>
    Measured follow(Do something) {
        start();
        something();
        runUntilQuiet();
        return {held_, milliseconds(quietAt_ - startedAt_), application_.takeSlowest()};
    }
    /// What pages that are not looked at do a little later.
    Measured afterwards(int wait) {
        start();
        bool over = false;
        QTimer::singleShot(wait, this, [&over] { over = true; });
        while (!over) {
            pass();
        }
        runUntilQuiet();
        return {held_, 0, application_.takeSlowest()};
    }

private:
    void start() {
        held_ = 0;
        application_.takeSlowest();
        startedAt_ = since_ = Clock::now();
    }
    void runUntilQuiet() {
        // What was asked of the file's own thread comes back through this.
        queueEmpty_ = false;
        quiet_ = false;
        while (!quiet_) {
            if (!asked_ && !session_.isSaving()) {
                asked_ = true;
                session_.withFile([this](store::PlanFile&) -> std::function<void()> {
                    return [this] { queueEmpty_ = true; };
                });
            }
            pass();
        }
        asked_ = false;
    }
    void pass() {
        since_ = Clock::now();
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
        note();
    }
    void note() {
        const auto now = Clock::now();
        held_ = std::max(held_, milliseconds(now - since_));
        since_ = now;
    }
    void pause() {
        note();
        if (queueEmpty_ && !session_.isSaving() && QThreadPool::globalInstance()->activeThreadCount() == 0) {
            quiet_ = true;
            quietAt_ = Clock::now();
        }
    }

    TimedApplication& application_;
    ui::Session& session_;
    QTimer tick_;
    Clock::time_point since_;
    Clock::time_point startedAt_;
    Clock::time_point quietAt_;
    double held_ = 0;
    bool asked_ = false;
    bool queueEmpty_ = false;
    bool quiet_ = false;
};

store::PlanFile inventedFile(const std::filesystem::path& path, std::size_t mechanisms) {
    auto plan = bench::inventedPlan(mechanisms);
    bench::addPlace(plan, ui::today());
    plan::Settings settings;
    settings.name = "Invented";
    auto file = store::PlanFile::create(path, settings, {"Ada", "desk"});
    if (!file) {
        throw std::runtime_error(file.error().text());
    }
    plan::Changes changes;
    for (std::size_t i = 0; i < plan::recordKindCount; ++i) {
        const auto kind = static_cast<plan::RecordKind>(i);
        for (const auto id : plan.ids(kind)) {
            if (kind != plan::RecordKind::settings) {
                changes.insert(kind, id, plan.record(kind, id).get());
            }
        }
    }
    changes.update(file->snapshot()->settings(), plan.settings());
    if (const auto made = file->perform("Invent", changes); !made) {
        throw std::runtime_error(made.error().text());
    }
    return std::move(*file);
}

/// Edits that are like a person's: each other than the one before.
class Edits {
public:
    explicit Edits(ui::Session& session) : session_(session) {}

    void figure() {
        plan::Changes changes;
        changes.set<&plan::Mechanism::meetingsAYear>(mechanism(), plan::Value{double(4 + ++count_ % 7)});
        session_.perform(QStringLiteral("A figure"), std::move(changes));
    }
    void move() {
        const auto& clusters = session_.plan()->all<plan::Cluster>();
        const auto& from = clusters[0].areas.size() > clusters[1].areas.size() ? clusters[0] : clusters[1];
        const auto& to = &from == &clusters[0] ? clusters[1] : clusters[0];
        const auto edit = ui::moveAreas(*session_.plan(), to.id, {from.areas.back().area.id});
        session_.perform(edit.label, edit.changes);
    }
    plan::Id mechanism() const { return session_.plan()->all<plan::Mechanism>()[7].id; }

private:
    ui::Session& session_;
    int count_ = 0;
};

struct Line {
    double held = 0;
    double answered = 0;
    Slowest slowest;
};

/// The longest hold and the middle answer of several.
Line summed(std::vector<Measured> all) {
    Line line;
    for (const auto& one : all) {
        line.held = std::max(line.held, one.held);
        if (one.slowest.milliseconds > line.slowest.milliseconds) {
            line.slowest = one.slowest;
        }
    }
    std::ranges::sort(all, {}, &Measured::answered);
    line.answered = all[all.size() / 2].answered;
    return line;
}

struct Request {
    std::size_t mechanisms = 1000;
    int times = 5;
    bool held = false;
    std::vector<std::string> pages;
};

void measure(TimedApplication& application, const Request& request) {
    const tests::TemporaryFolder folder;
    tests::ScriptedPrompts prompts;
    ui::Preferences preferences(std::make_unique<ui::MemoryPreferenceStore>());
    const ui::ShellServices services{prompts, preferences, {"Ada", "desk"}, {}, {}, QStringLiteral("0.1"),
                                     {}};
    const auto window = ui::makeMainWindow(services);
    window->resize(1280, 720);
    window->show();
    auto& session = window->session();
    session.adopt(inventedFile(folder / "invented.wardmote", request.mechanisms));
    Loop loop(application, session);
    Edits edits(session);
    loop.follow([] {});
    loop.afterwards(600);
    fmt::print("{} mechanisms; milliseconds; held: the window's thread at a stretch; answer: until the page "
               "shows it\n{:<16}{:>9}{:>9} |{:>9}{:>9} |{:>9}{:>9} |{:>9}\n",
               request.mechanisms, "", "opened", "", "figure", "", "move", "", "later");
    fmt::print("{:<16}{:>9}{:>9} |{:>9}{:>9} |{:>9}{:>9} |{:>9}\n", "page", "held", "answer", "held",
               "answer", "held", "answer", "held");
    for (auto* page : window->workspace().pages()) {
        const auto id = page->pageId();
        if (!request.pages.empty() &&
            std::ranges::find(request.pages, id.toStdString()) == request.pages.end()) {
            continue;
        }
        const auto opened = summed({loop.follow([&] {
            window->workspace().goTo(id);
            session.selection().select(plan::RecordKind::mechanism, {edits.mechanism()});
        })});
        loop.afterwards(600);
        std::vector<Measured> figures;
        std::vector<Measured> moves;
        std::vector<Measured> later;
        for (int i = 0; i < request.times; ++i) {
            figures.push_back(loop.follow([&] { edits.figure(); }));
            later.push_back(loop.afterwards(600));
            moves.push_back(loop.follow([&] { edits.move(); }));
            later.push_back(loop.afterwards(600));
        }
        const auto figure = summed(figures);
        const auto move = summed(moves);
        const auto after = summed(later);
        fmt::print("{:<16}{:>9.1f}{:>9.1f} |{:>9.1f}{:>9.1f} |{:>9.1f}{:>9.1f} |{:>9.1f}\n", id.toStdString(),
                   opened.held, opened.answered, figure.held, figure.answered, move.held, move.answered,
                   after.held);
        if (request.held) {
            for (const auto& [when, line] : {std::pair("opened", opened), std::pair("figure", figure),
                                             std::pair("move", move), std::pair("later", after)}) {
                fmt::print("    {:<8}{:7.1f}  {}\n", when, line.slowest.milliseconds, line.slowest.what);
            }
        }
        std::fflush(stdout);
    }
    session.close();
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // its loop does not say when it is about to wait
    Request request;
    CLI::App arguments("How each page follows an edit");
    arguments.add_option("--mechanisms", request.mechanisms);
    arguments.add_option("--page", request.pages, "Only this page");
    arguments.add_option("--times", request.times);
    arguments.add_flag("--held", request.held, "Says what held the window's thread longest");
    CLI11_PARSE(arguments, argc, argv);
    TimedApplication application(argc, argv);
    measure(application, request);
    return 0;
}
