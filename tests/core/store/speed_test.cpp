#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;

namespace {

template<class Work>
double millisecondsOf(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    const auto processor = std::clock();
    work();
    WARN("processor time " << 1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC
                           << " ms");
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

TEST_CASE("Time to open and to edit", "[.speed]") {
    for (const int count : {1'000, 20'000}) {
        const TemporaryFolder folder;
        const auto path = folder / "plan.wardmote";
        {
            auto file = newPlan(path);
            const auto many = manyMechanisms(*file.snapshot(), count, 1);
            const auto import = millisecondsOf([&] { done(file.perform("Import", many)); });
            const auto undo = millisecondsOf([&] { done(file.undo()); });
            const auto redo = millisecondsOf([&] { done(file.redo()); });
            WARN(count << " mechanisms: import " << import << " ms, undo " << undo << " ms, redo " << redo
                       << " ms, file " << std::filesystem::file_size(path) / 1'000'000 << " MB");
        }
        std::optional<PlanFile> file;
        const auto opening = millisecondsOf([&] { file = opened(path); });
        std::vector<double> edits;
        const auto ids = file->snapshot()->ids(plan::RecordKind::mechanism);
        for (std::size_t i = 0; i < 40; ++i) {
            plan::Changes changes;
            changes.set<&plan::Mechanism::notes>(ids[i * 20], std::string("Edited"));
            edits.push_back(millisecondsOf([&] { done(file->perform("Edit", changes)); }));
        }
        std::ranges::sort(edits);
        WARN(count << " mechanisms: open " << opening << " ms, edit median " << edits[20] << " ms, worst "
                   << edits.back() << " ms");
    }
}
