#ifndef _WIN32
#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;

namespace {

struct Report {
    std::uint64_t number = 0; ///< of the edit
    plan::Id row = 0;         ///< its line in the history; 0 if it changed nothing
};

/// Edits number `first` and on, each by its number's seed, reporting each that is committed, until killed.
[[noreturn]] void editForEver(const std::filesystem::path& path, std::uint64_t first, int reports) {
    auto file = PlanFile::open(path, {ann});
    if (!file || !file->writable()) {
        _exit(3);
    }
    for (auto number = first;; ++number) {
        const auto edit =
            file->perform("Edit " + std::to_string(number), randomEdit(*file->snapshot(), number));
        const Report report{number, edit ? edit->row.id : 0};
        if (!edit || write(reports, &report, sizeof report) != sizeof report) {
            _exit(4);
        }
    }
}

} // namespace

TEST_CASE("Killed at any moment, every committed edit is there and no other") {
    const char* asked = std::getenv("WARDMOTE_KILLS");
    const int kills = asked ? std::atoi(asked) : 30;
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    REQUIRE(newPlan(path).close());
    auto model = *opened(path, {.opener = ann, .readOnly = true}).snapshot();
    const auto created = recordsIn(path);
    std::mt19937_64 random(20261122);
    std::uint64_t next = 1;     // the edit that comes next
    std::vector<plan::Id> rows; // of the history, oldest first
    for (int kill = 0; kill < kills; ++kill) {
        int pipes[2] = {};
        REQUIRE(pipe(pipes) == 0);
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(pipes[0]);
            editForEver(path, next, pipes[1]);
        }
        close(pipes[1]);
        // Somewhere within the edit after this many; the last stretch is short, so that it falls anywhere in
        // it.
        const auto wanted = random() % 25 + 1;
        Report report;
        std::uint64_t reported = next;
        const auto hear = [&] {
            REQUIRE(report.number == reported++);
            if (report.row != 0) {
                rows.push_back(report.row);
            }
        };
        while (reported < next + wanted && read(pipes[0], &report, sizeof report) == sizeof report) {
            hear();
        }
        usleep(static_cast<useconds_t>(random() % 8000));
        ::kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        while (read(pipes[0], &report, sizeof report) == sizeof report) {
            hear();
        }
        close(pipes[0]);

        auto file = opened(path);
        REQUIRE(file.writable()); // the dead session's lease keeps nobody out
        for (; next < reported; ++next) {
            auto after = plan::applied(model, randomEdit(model, next));
            REQUIRE(after);
            model = std::move(*after);
        }
        const auto history = *file.history();
        if (!history.empty() && history.front().label == "Edit " + std::to_string(next)) {
            model = *plan::applied(model, randomEdit(model, next)); // committed, but killed before saying so
            ++next;
            rows.push_back(history.front().id);
        }
        std::vector<plan::Id> found;
        for (auto row = history.rbegin(); row != history.rend(); ++row) {
            found.push_back(row->id);
        }
        REQUIRE(found == rows);
        for (const auto& info : plan::allRecordInfos()) {
            REQUIRE(file.snapshot()->ids(info.kind) == model.ids(info.kind));
            for (const auto id : model.ids(info.kind)) {
                for (const auto& field : info.fields) {
                    if (field.kind != plan::FieldKind::shape) {
                        REQUIRE(field.get(file.snapshot()->record(info.kind, id).get()) ==
                                field.get(model.record(info.kind, id).get()));
                    }
                }
            }
        }
        REQUIRE(integrityOf(path) == "ok");
        REQUIRE(file.close());
    }
    auto file = opened(path);
    const auto last = recordsIn(path);
    done(file.goTo(0));
    CHECK((recordsIn(path) == created));
    done(file.goTo(rows.back()));
    CHECK((recordsIn(path) == last));
    WARN(kills << " kills survived, " << next - 1 << " edits");
}
#endif
