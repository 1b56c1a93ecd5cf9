#include "core/exchange/matching/word_readers.h"

#include "core/text/lists.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

template<class Links>
bool hasWord(const Links& words, std::string_view text) {
    return std::ranges::any_of(
        words, [&](const plan::Words& word) { return text::folded(word.text) == text::folded(text); });
}

/// The next list that uses the word needs no question.
template<class R>
void learn(ImportWork& work, Id id, std::vector<plan::Words> R::*list, const std::string& words) {
    const auto* known = work.find<R>(id);
    if (!known || text::folded(known->name) == text::folded(words) || hasWord(known->*list, words)) {
        return;
    }
    auto& names = work.edit<R>(id).*list;
    names.push_back({words});
    std::ranges::sort(names, {}, &plan::Words::text);
    work.index(plan::recordKind<R>).add({words}, id);
}

std::optional<plan::OrganisationKind> guessedKind(std::string_view name) {
    const auto words = text::wordsOf(name);
    const auto has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    using Kind = plan::OrganisationKind;
    if (has("police") || has("constabulary")) {
        return Kind::police;
    }
    if (has("nhs") || has("healthwatch") || has("ccg") || has("icb") || has("hospital")) {
        return Kind::health;
    }
    if (has("fire")) {
        return Kind::fire;
    }
    if (has("housing") || has("homes")) {
        return Kind::housing;
    }
    if (has("council") && (has("parish") || has("town"))) {
        return Kind::parishCouncil;
    }
    if (has("council") && words.size() > 1 && words.back() == "council") {
        return Kind::council;
    }
    if (has("university") || has("school") || has("college")) {
        return Kind::education;
    }
    return std::nullopt;
}

bool isPeople(std::string_view part) {
    const auto words = text::wordsOf(part);
    return std::ranges::any_of(words, [](const std::string& word) {
        return word == "councillors" || word == "councillor" || word == "people" || word == "residents" ||
               word == "volunteers" || word == "anyone" || word == "members" || word == "anybody";
    });
}

/// "a member of each sits on the board", "no upper limit", "about 800 in July", "council and ALCA
/// representatives": words about those who attend, not the name of one.
bool isPhrase(std::string_view part) {
    static constexpr std::array<std::string_view, 9> openings{"a",  "an",   "about", "around", "no",
                                                              "up", "some", "each",  "aim"};
    static constexpr std::array<std::string_view, 8> inside{"sit",   "sits",    "heard", "attend",
                                                            "limit", "invited", "may",   "representatives"};
    const auto words = text::wordsOf(part);
    const bool small = !part.empty() && part.front() >= 'a' && part.front() <= 'z';
    return small && words.size() > 1 &&
           (std::ranges::find(openings, words.front()) != openings.end() ||
            std::ranges::any_of(words, [](const std::string& word) {
                return std::ranges::find(inside, word) != inside.end();
            }));
}

/// A name has a capital or is short: "police", "Curo", "Somerset and Dorset Railway Heritage Trust"; a phrase
/// is neither.
bool looksLikeName(std::string_view part) {
    const auto words = text::wordsOf(part);
    const bool capital = std::ranges::any_of(part, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool counted =
        !words.empty() && (words.front().find_first_of("0123456789") == 0 && words.size() > 1 &&
                           words.front().find_first_not_of("0123456789") == std::string::npos);
    return !words.empty() && !counted && (capital ? words.size() <= 10 : words.size() <= 3) &&
           part.size() <= 120;
}

std::optional<plan::AttendsAs> roleOf(std::string_view words) {
    const auto plain = text::folded(words);
    if (plain == "chair" || plain == "chairman" || plain == "chairs") {
        return plan::AttendsAs::chair;
    }
    if (plain == "co-chair" || plain == "co chair") {
        return plan::AttendsAs::coChair;
    }
    if (plain == "secretariat" || plain == "secretary" || plain == "minutes") {
        return plan::AttendsAs::secretariat;
    }
    if (plain == "adviser" || plain == "advisor" || plain == "observer") {
        return plan::AttendsAs::adviser;
    }
    return plain == "member" || plain == "vice chair" ? std::optional(plan::AttendsAs::member) : std::nullopt;
}

} // namespace

void RowContext::notice(std::size_t column, bool lost, std::string message) const {
    auto& notices = proposed().notices;
    Notice made{column, lost, std::move(message)};
    if (notices.size() < 50 && std::ranges::find(notices, made) == notices.end()) {
        notices.push_back(std::move(made));
    }
}

Id readOrganisation(const RowContext& context, std::string_view words,
                    std::optional<plan::OrganisationKind> kind, Id parent) {
    auto& work = context.work;
    const auto name = text::tidied(words);
    if (text::meansNothing(name)) {
        return 0;
    }
    const auto key = keyOf(QuestionKind::organisation, name);
    const auto* answer = work.answered(key);
    if (!answer) {
        const auto& found = work.index(RecordKind::organisation).find(name);
        if (!found.empty()) {
            return found.front();
        }
    }
    const auto near = work.index(RecordKind::organisation).near(name, text::nearMatch, 3);
    if (answer || !near.empty()) {
        const auto given = work.ask(QuestionKind::organisation, name, context.row, [&](Question& question) {
            question.text = fmt::format("Is “{}” an organisation that is already there?", name);
            question.otherwise = work.options.createOrganisations
                                     ? "Without an answer a new organisation is added."
                                     : "Without an answer it is left out.";
            question.allowed = {AnswerKind::these, AnswerKind::create, AnswerKind::leaveOut};
            for (const auto& one : near) {
                question.candidates.push_back(
                    {one.id, work.nameOf(RecordKind::organisation, one.id), one.similarity});
            }
        });
        if (given.kind == AnswerKind::leaveOut) {
            return 0;
        }
        if (given.kind == AnswerKind::these && !given.ids.empty() &&
            work.record(RecordKind::organisation, given.ids.front())) {
            learn(work, given.ids.front(), &plan::Organisation::otherNames, name);
            return given.ids.front();
        }
        if (const auto& found = work.index(RecordKind::organisation).find(name); !found.empty()) {
            return found.front();
        }
    }
    if (!work.options.createOrganisations && !(answer && answer->kind == AnswerKind::create)) {
        context.notice(0, true, fmt::format("There is no organisation called “{}”.", name));
        return 0;
    }
    const auto id = work.idFor("organisation/" + text::folded(name));
    auto& draft = work.add(RecordKind::organisation, id);
    auto& organisation = *static_cast<plan::Organisation*>(draft.record.get());
    organisation.name = name;
    organisation.kind = kind ? kind : guessedKind(name);
    organisation.parent.id = parent;
    organisation.source = context.source;
    work.index(RecordKind::organisation).add({name}, id);
    work.alsoCreated(RecordKind::organisation, id, name);
    return id;
}

ReadLead readLead(const RowContext& context, std::string_view words) {
    ReadLead lead;
    const auto name = text::tidied(words);
    auto& index = context.work.index(RecordKind::organisation);
    if (text::meansNothing(name) || !index.find(name).empty()) {
        lead.lead = readOrganisation(context, name);
        return lead;
    }
    // "A and partners", "A with B", "A and B": only where one of the parts is known.
    for (const std::string_view joiner : {" with the ", " with ", " and ", " & ", " / "}) {
        const auto at = name.find(joiner);
        if (at == std::string::npos) {
            continue;
        }
        const auto first = name.substr(0, at);
        const auto second = name.substr(at + joiner.size());
        const bool generalSecond =
            text::isGeneralAttendance(second) || text::folded(second) == "voluntary sector";
        const bool firstKnown = !index.find(first).empty();
        const bool secondKnown = !index.find(second).empty();
        if (generalSecond || firstKnown || secondKnown) {
            lead.lead = readOrganisation(context, first);
            if (!generalSecond) {
                lead.others.push_back(readOrganisation(context, second));
            }
            std::erase(lead.others, 0);
            return lead;
        }
    }
    const auto brackets = text::splitBrackets(name);
    lead.lead = readOrganisation(context, !brackets.inside.empty() && !index.find(brackets.outside).empty()
                                              ? std::string_view(brackets.outside)
                                              : std::string_view(name));
    return lead;
}

ReadVocabulary readVocabulary(const RowContext& context, RecordKind kind, std::string_view words) {
    ReadVocabulary read;
    auto& work = context.work;
    const bool themes = kind == RecordKind::theme;
    const auto isOne = [&](std::string_view part) { return !work.index(kind).find(part).empty(); };
    for (const auto& word : text::splitList(words, text::ListStyle::names, isOne)) {
        const auto question = themes ? QuestionKind::theme : QuestionKind::audience;
        const auto* answer = work.answered(keyOf(question, word));
        if (!answer) {
            if (const auto& found = work.index(kind).find(word); !found.empty()) {
                read.ids.push_back(found.front());
                continue;
            }
            // "highways and planning": where every part is known the word is their list.
            const auto parts = text::splitList(word, text::ListStyle::words);
            if (parts.size() > 1 && std::ranges::all_of(parts, isOne)) {
                for (const auto& part : parts) {
                    read.ids.push_back(work.index(kind).find(part).front());
                }
                continue;
            }
        }
        const auto given = work.ask(question, word, context.row, [&](Question& asked) {
            asked.text = fmt::format("Which {} does “{}” mean?", themes ? "theme" : "audience", word);
            asked.otherwise = "Without an answer it is kept in the notes.";
            asked.allowed = {AnswerKind::these, AnswerKind::create, AnswerKind::leaveOut};
            for (const auto& near : work.index(kind).near(word, 0.4, 5)) {
                asked.candidates.push_back({near.id, work.nameOf(kind, near.id), near.similarity});
            }
        });
        if (given.kind == AnswerKind::these) {
            for (const auto id : given.ids) {
                if (!work.record(kind, id)) {
                    continue;
                }
                read.ids.push_back(id);
                if (given.ids.size() == 1) {
                    themes ? learn(work, id, &plan::Theme::words, word)
                           : learn(work, id, &plan::Audience::words, word);
                }
            }
        } else if (given.kind == AnswerKind::create) {
            if (const auto& known = work.index(kind).find(word); !known.empty()) {
                read.ids.push_back(known.front());
                continue;
            }
            const auto id = work.idFor((themes ? "theme/" : "audience/") + text::folded(word));
            auto& draft = work.add(kind, id);
            plan::recordInfo(kind).fields.front().set(draft.record.get(), plan::Value{word});
            work.index(kind).add({word}, id);
            work.alsoCreated(kind, id, word);
            read.ids.push_back(id);
        } else if (given.kind == AnswerKind::undecided) {
            read.unknown.push_back(word);
        }
    }
    return read;
}

ReadAttendance readAttendance(const RowContext& context, std::string_view words) {
    ReadAttendance read;
    auto& work = context.work;
    const auto take = [&](std::string_view name, std::optional<plan::AttendsAs> role) {
        const auto id = readOrganisation(context, name);
        const bool known = std::ranges::any_of(
            read.attending, [&](const plan::Attendance& other) { return other.organisation.id == id; });
        if (id != 0 && !known) {
            plan::Attendance attendance;
            attendance.organisation.id = id;
            attendance.role = role;
            read.attending.push_back(attendance);
        }
    };
    const auto isOne = [&](std::string_view part) {
        return !work.index(RecordKind::organisation).find(part).empty();
    };
    for (const auto& part : text::splitList(words, text::ListStyle::names, isOne)) {
        auto name = part;
        std::optional<plan::AttendsAs> role;
        if (const auto brackets = text::splitBrackets(part);
            !brackets.inside.empty() && !brackets.outside.empty()) {
            role = roleOf(brackets.inside);
            name = role ? brackets.outside : part;
        }
        if (isOne(name)) {
            take(name, role);
            continue;
        }
        // "community bodies such as the Railway Trust" names one of them.
        for (const std::string_view opening :
             {" such as the ", " such as ", " including the ", " including "}) {
            if (const auto at = name.find(opening); at != std::string::npos) {
                read.general = true;
                name = name.substr(at + opening.size());
                break;
            }
        }
        if (text::isGeneralAttendance(name)) {
            read.general = true;
            for (const auto id : work.index(RecordKind::audience).find(name)) {
                read.audiences.push_back(id);
            }
        } else if (isPeople(name) || isPhrase(name) || !looksLikeName(name)) {
            read.general = true;
        } else {
            take(name, role);
        }
    }
    return read;
}

} // namespace wardmote::exchange
