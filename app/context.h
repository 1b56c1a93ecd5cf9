#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"
#include "core/store/plan_file.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace wardmote::app {

using Json = nlohmann::ordered_json;

/// Exit codes of every command.
enum ExitCode : int {
    done = 0,
    problemFound = 1, ///< the plan has a problem that was asked about
    badInput = 2      ///< bad use or bad input
};

/// What the commands share: how to answer and where things lie.
struct Context {
    std::filesystem::path program; ///< this program's file: started again as the reader of foreign files
    bool json = false;
    std::string today; ///< ISO date instead of the clock's, for answers that can be made again
    int exitCode = done;

    /// The day that answers are for: `today` if given, else the clock's local day.
    plan::Date day() const;

    /// One JSON document on standard output and nothing else.
    void print(const Json& document) const;
    void print(const std::string& text) const;
    /// One line on standard error, and the exit code that goes with it.
    void fail(const Error& error);
};

/// Opens a plan as the account that runs the program.
Result<store::PlanFile> openPlan(const std::filesystem::path& path, bool readOnly);
store::Opener currentOpener();

/// Ids are strings in JSON: other programs keep fewer digits.
inline std::string idText(plan::Id id) {
    return std::to_string(id);
}

/// {"id": ..., "name": ...}
Json reference(const plan::Plan& plan, plan::RecordKind kind, plan::Id id);

template<class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// A table for a terminal: columns as wide as their content, at most 48 characters each.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> headings);
    void add(std::vector<std::string> cells);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> rows_;
};

} // namespace wardmote::app
