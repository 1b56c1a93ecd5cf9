#include "app/import_report.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace wardmote::app {
namespace {

using exchange::RowOutcome;

/// So many lines of a kind are shown before they are counted: a list can have thousands.
constexpr std::size_t mostLines = 25;

/// "Housing, row 5, column C": the sheet only where there are several.
std::string placeOf(const ImportOutcome& outcome, const std::string& sheet, std::size_t row,
                    std::size_t column) {
    std::string place = outcome.contents.sheets.size() > 1 ? sheet : std::string{};
    const auto add = [&](const std::string& more) { place += (place.empty() ? "" : ", ") + more; };
    if (row > 0) {
        add(fmt::format("{}ow {}", place.empty() ? "R" : "r", row));
    }
    if (column > 0) {
        add(fmt::format("{}olumn {}", place.empty() ? "C" : "c", exchange::columnLetter(column - 1)));
    }
    return place;
}

std::string line(const std::string& place, const std::string& message) {
    return place.empty() ? message : fmt::format("{}: {}", place, message);
}

std::string sheetOf(const ImportOutcome& outcome, const exchange::ProposedRow& row) {
    return row.sheet < outcome.setup.sheets.size() ? outcome.setup.sheets[row.sheet].name : std::string{};
}

/// What was found wrong with the file and its sheets, each once: reading and matching may say the same.
std::vector<exchange::Warning> warningsOf(const ImportOutcome& outcome) {
    std::vector<exchange::Warning> all;
    const auto take = [&](const std::vector<exchange::Warning>& some) {
        for (const auto& warning : some) {
            if (std::ranges::find(all, warning) == all.end()) {
                all.push_back(warning);
            }
        }
    };
    take(outcome.contents.warnings);
    take(outcome.proposal.warnings);
    return all;
}

std::vector<std::string> warningLines(const ImportOutcome& outcome) {
    std::vector<std::string> lines;
    for (const auto& warning : warningsOf(outcome)) {
        lines.push_back(line(placeOf(outcome, warning.sheet, warning.row, warning.column), warning.message));
    }
    return lines;
}

std::string refusedLine(const ImportOutcome& outcome, const exchange::ProposedRow& row) {
    return line(placeOf(outcome, sheetOf(outcome, row), row.number, 0) + " refused", row.reason);
}

std::vector<std::string> refusedLines(const ImportOutcome& outcome) {
    std::vector<std::string> lines;
    for (const auto& row : outcome.proposal.rows) {
        if (row.outcome == RowOutcome::refused) {
            lines.push_back(refusedLine(outcome, row));
        }
    }
    return lines;
}

/// Cells that were not taken, though their row was.
std::vector<std::string> lostLines(const ImportOutcome& outcome) {
    std::vector<std::string> lines;
    for (const auto& row : outcome.proposal.rows) {
        for (const auto& notice : row.notices) {
            if (notice.lost) {
                lines.push_back(
                    line(placeOf(outcome, sheetOf(outcome, row), row.number, notice.column), notice.message));
            }
        }
    }
    return lines;
}

void append(std::string& text, const std::vector<std::string>& lines, const char* what) {
    for (std::size_t i = 0; i < std::min(lines.size(), mostLines); ++i) {
        text += lines[i] + "\n";
    }
    if (lines.size() > mostLines) {
        text += fmt::format("... and {} more {}; --json lists all.\n", lines.size() - mostLines, what);
    }
}

} // namespace

bool ImportOutcome::nothingTaken() const {
    return std::ranges::all_of(
        proposal.rows, [](const exchange::ProposedRow& row) { return row.outcome == RowOutcome::refused; });
}

Error whyNothing(const ImportOutcome& outcome) {
    constexpr std::size_t mostReasons = 4;
    auto reasons = warningLines(outcome);
    std::map<std::string, std::size_t> rowsRefused;
    for (const auto& row : outcome.proposal.rows) {
        ++rowsRefused[row.reason];
    }
    // What is wrong with one row is mostly wrong with all: each reason once, with the first row that has it.
    for (const auto& row : outcome.proposal.rows) {
        const auto same = rowsRefused.extract(row.reason);
        if (!same.empty()) {
            reasons.push_back(refusedLine(outcome, row));
            if (same.mapped() > 1) {
                reasons.back() += fmt::format(" (and {} more like it)", same.mapped() - 1);
            }
        }
    }
    std::string words;
    for (std::size_t i = 0; i < std::min(reasons.size(), mostReasons); ++i) {
        words += " " + reasons[i];
    }
    if (reasons.size() > mostReasons) {
        words += fmt::format(" (and {} more reasons)", reasons.size() - mostReasons);
    }
    return {fmt::format("Nothing of “{}” could be imported.{}", outcome.setup.fileName, words),
            outcome.proposal.rows.empty()
                ? "Say what the rows are with --as, and which column is what with --map FIELD=COLUMN."
                : "Say which column is what with --map FIELD=COLUMN.",
            {}};
}

Json importJson(const ImportOutcome& outcome) {
    static constexpr const char* outcomes[] = {"new", "updated", "unchanged", "refused"};
    const auto& proposal = outcome.proposal;
    auto rows = Json::array();
    for (const auto& row : proposal.rows) {
        auto notices = Json::array();
        for (const auto& notice : row.notices) {
            notices.push_back(
                {{"column", notice.column}, {"lost", notice.lost}, {"message", notice.message}});
        }
        rows.push_back({{"sheet", sheetOf(outcome, row)},
                        {"row", row.number},
                        {"outcome", outcomes[static_cast<int>(row.outcome)]},
                        {"id", row.id == 0 ? Json(nullptr) : Json(idText(row.id))},
                        {"name", row.name},
                        {"reason", row.reason.empty() ? Json(nullptr) : Json(row.reason)},
                        {"notices", notices}});
    }
    auto questions = Json::array();
    for (const auto& question : proposal.questions) {
        questions.push_back({{"key", question.key}, {"text", question.text}, {"rows", question.rows}});
    }
    auto warnings = Json::array();
    for (const auto& warning : warningsOf(outcome)) {
        warnings.push_back({{"sheet", warning.sheet},
                            {"row", warning.row},
                            {"column", warning.column},
                            {"message", warning.message}});
    }
    return {{"imported", outcome.done},
            {"new", proposal.counts.added},
            {"updated", proposal.counts.updated},
            {"unchanged", proposal.counts.unchanged},
            {"refused", proposal.counts.refused},
            {"also_created", proposal.alsoCreated.size()},
            {"rows", rows},
            {"questions", questions},
            {"warnings", warnings}};
}

std::string importWords(const ImportOutcome& outcome) {
    const auto& proposal = outcome.proposal;
    std::string words;
    append(words, warningLines(outcome), "warnings");
    append(words, refusedLines(outcome), "refused rows");
    append(words, lostLines(outcome), "cells that were not taken");
    words += fmt::format("{}: {} new, {} updated, {} unchanged, {} refused; {} other records{}.",
                         outcome.done     ? "Imported"
                         : outcome.dryRun ? "Would import"
                                          : "Nothing to import",
                         proposal.counts.added, proposal.counts.updated, proposal.counts.unchanged,
                         proposal.counts.refused, proposal.alsoCreated.size(),
                         proposal.questions.empty()
                             ? ""
                             : fmt::format("; {} words not understood", proposal.questions.size()));
    return words;
}

} // namespace wardmote::app
