#pragma once
#include "core/base/result.h"

#include <span>
#include <string>

namespace wardmote::report {

/// What a paper for a committee says beyond what the plan records: its author's own words. What is left empty
/// is left out of the report, heading and all.
struct CommitteePaper {
    std::string meeting;
    std::string date;
    std::string contact;
    std::string issue;
    std::string recommendations;
    std::string resources;
    std::string legal;
    std::string risk;
    std::string equality;
    std::string rationale;
    std::string otherOptions;
    std::string consultation;
    std::string backgroundPapers;
    std::string attachments;
    bool operator==(const CommitteePaper&) const = default;
};

/// One part of a paper, in the order in which committees read them.
struct PaperPart {
    const char* key;
    const char* label;
    const char* help;
    std::string CommitteePaper::*text;
    bool oneLine = false;
};
std::span<const PaperPart> paperParts();

/// A JSON object of the parts that say something, by key. Reading refuses what is no such object, and names a
/// key that it does not know.
std::string writtenPaper(const CommitteePaper& paper);
Result<CommitteePaper> readPaper(const std::string& json);

} // namespace wardmote::report
