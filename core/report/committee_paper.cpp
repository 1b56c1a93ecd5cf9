#include "core/report/committee_paper.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace wardmote::report {

namespace {

using Paper = CommitteePaper;

constexpr std::array parts{
    PaperPart{"meeting", "Meeting", "The committee that the report goes to, for example Cabinet.",
              &Paper::meeting, true},
    PaperPart{"date", "Date of the meeting", "As it should read, for example 4 March 2027.", &Paper::date,
              true},
    PaperPart{"contact", "Contact", "Whom readers ask: a role, a public number or address.", &Paper::contact,
              true},
    PaperPart{"issue", "The issue", "What the committee is asked to look at, and why now.", &Paper::issue},
    PaperPart{"recommendations", "Recommendations",
              "One a line. What reviews in the plan propose is added by itself.", &Paper::recommendations},
    PaperPart{"resources", "Resource and financial implications",
              "What is proposed costs or frees, and whose.", &Paper::resources},
    PaperPart{"legal", "Legal implications",
              "Powers and duties. Statutory mechanisms are listed by themselves.", &Paper::legal},
    PaperPart{"risk", "Risk", "What may go wrong. What reviews say would be lost is added by itself.",
              &Paper::risk},
    PaperPart{"equality", "Equality",
              "Whom it touches. Protected characteristics that mechanisms name are added by themselves.",
              &Paper::equality},
    PaperPart{"rationale", "Rationale", "Why this is recommended. The arrangement's own is added by itself.",
              &Paper::rationale},
    PaperPart{"other_options", "Other options considered",
              "Options and why they were not chosen. Other arrangements of the plan are added by themselves.",
              &Paper::otherOptions},
    PaperPart{"consultation", "Consultation", "Who was asked, how, and what they said.",
              &Paper::consultation},
    PaperPart{"background_papers", "Background papers",
              "One a line. The sources of the plan's records are added by themselves.",
              &Paper::backgroundPapers},
    PaperPart{"attachments", "Attachments", "One a line.", &Paper::attachments},
};

} // namespace

std::span<const PaperPart> paperParts() {
    return parts;
}

std::string writtenPaper(const CommitteePaper& paper) {
    auto json = nlohmann::ordered_json::object();
    for (const auto& part : parts) {
        if (const auto& text = paper.*part.text; !text.empty()) {
            json[part.key] = text;
        }
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<CommitteePaper> readPaper(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return failure("The committee's part of the report can't be read: it is no JSON object.",
                       "Write it as {\"meeting\": \"Cabinet\", \"issue\": \"...\"}.");
    }
    CommitteePaper paper;
    for (const auto& [key, value] : json.items()) {
        const auto part =
            std::ranges::find_if(parts, [&key](const PaperPart& each) { return key == each.key; });
        if (part == parts.end() || !value.is_string()) {
            std::string known;
            for (const auto& each : parts) {
                known += (known.empty() ? "" : ", ") + std::string(each.key);
            }
            return failure(part == parts.end()
                               ? "A committee's report has no part called \"" + key + "\"."
                               : "The part \"" + key + "\" of a committee's report must be text.",
                           "The parts are " + known + ".");
        }
        paper.*part->text = value.get<std::string>();
    }
    return paper;
}

} // namespace wardmote::report
