#include "core/exchange/matching/place_reader.h"

#include "core/text/lists.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Area;
using plan::Id;

/// "Bath & North East Somerset Council" and "Bath and North East Somerset" are one place.
std::string councilName(std::string_view name) {
    auto words = text::wordsOf(name);
    std::erase_if(words, [](const std::string& word) {
        return word == "council" || word == "the" || word == "borough" || word == "district" ||
               word == "county" || word == "city" || word == "of" || word == "london" || word == "area";
    });
    std::string plain;
    for (const auto& word : words) {
        plain += (plain.empty() ? "" : " ") + word;
    }
    return plain;
}

/// The words of a name that tell it from others, as one key.
std::string specificKey(std::string_view name) {
    std::string key;
    for (const auto& word : text::nameKey(name).specific) {
        key += word + " ";
    }
    return key;
}

std::string without(std::string_view text, std::string_view beginning, std::string_view ending) {
    auto words = text::tidied(text);
    const auto plain = text::folded(words);
    if (plain.size() != words.size() || plain.size() <= beginning.size() + ending.size() ||
        !plain.starts_with(beginning) || !plain.ends_with(ending)) {
        return {};
    }
    return text::tidied(
        std::string_view(words).substr(beginning.size(), words.size() - beginning.size() - ending.size()));
}

} // namespace

PlaceReader::PlaceReader(ImportWork& work) : work_(work) {
    const auto& settings = work.plan.settings();
    if (const auto* council = work.plan.find(settings.ownCouncil)) {
        councilNames_.push_back(councilName(council->name));
    }
    if (!settings.name.empty()) {
        councilNames_.push_back(councilName(settings.name));
    }
    std::set<std::string> authorities;
    for (const auto& area : work.plan.all<Area>()) {
        if (!area.localAuthority.empty()) {
            authorities.insert(councilName(area.localAuthority));
        }
    }
    if (authorities.size() == 1) {
        councilNames_.push_back(*authorities.begin());
    }
}

bool PlaceReader::isOwnCouncil(std::string_view councilArea) const {
    if (text::meansNothing(councilArea)) {
        return true;
    }
    const auto name = councilName(councilArea);
    return std::ranges::find(councilNames_, name) != councilNames_.end();
}

void PlaceReader::group() {
    grouped_ = true;
    const auto take = [&](const Area& area) {
        if (const auto colon = area.name.find(": "); colon != std::string::npos) {
            groups_[text::normalisedName(area.name.substr(0, colon))].insert(area.id);
        }
    };
    for (const auto& area : work_.plan.all<Area>()) {
        take(area);
    }
    for (const auto& row : work_.proposal.rows) {
        if (row.kind == plan::RecordKind::area && row.id != 0) {
            if (const auto* area = work_.find<Area>(row.id)) {
                take(*area);
            }
        }
    }
    // The arrangement in force says what a cluster's name means; else all that agree.
    const auto inForce = work_.plan.settings().arrangementInForce;
    std::set<std::string> disagreed;
    for (const auto& cluster : work_.plan.all<plan::Cluster>()) {
        if (inForce && cluster.arrangement != inForce) {
            continue;
        }
        std::set<Id> areas;
        for (const auto& link : cluster.areas) {
            areas.insert(link.area.id);
        }
        const auto key = specificKey(cluster.name);
        if (key.empty() || areas.empty()) {
            continue;
        }
        const auto [at, fresh] = clusters_.emplace(key, areas);
        if (!fresh && at->second != areas) {
            disagreed.insert(key);
        }
    }
    for (const auto& key : disagreed) {
        clusters_.erase(key);
    }
}

std::optional<std::set<Id>> PlaceReader::one(std::string_view name) {
    const auto key = text::folded(name);
    // Asked again each time, so that the answer stays on screen and is counted by rows.
    if (const auto* answer = work_.answered(keyOf(QuestionKind::place, name));
        answer && answer->kind == AnswerKind::these) {
        ask(text::tidied(name));
        return std::set<Id>(answer->ids.begin(), answer->ids.end());
    }
    if (const auto known = known_.find(key); known != known_.end()) {
        return known->second;
    }
    if (!grouped_) {
        group();
    }
    const auto find = [&](std::string_view words) -> std::optional<std::set<Id>> {
        if (words.empty()) {
            return std::nullopt;
        }
        if (const auto id = work_.named(plan::RecordKind::area, words)) {
            return std::set<Id>{*id};
        }
        if (const auto id = work_.named(plan::RecordKind::placeName, words)) {
            std::set<Id> areas;
            for (const auto& link : work_.find<plan::PlaceName>(*id)->areas) {
                areas.insert(link.area.id);
            }
            return areas;
        }
        if (const auto group = groups_.find(text::normalisedName(words)); group != groups_.end()) {
            return group->second;
        }
        return std::nullopt;
    };
    auto found = find(name);
    for (const auto& [beginning, ending] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{{"city of ", ""},
                                                                              {"town of ", ""},
                                                                              {"parish of ", ""},
                                                                              {"the ", ""},
                                                                              {"ward of ", ""},
                                                                              {"", " parish"},
                                                                              {"", " ward"},
                                                                              {"", " cp"},
                                                                              {"", " area"},
                                                                              {"", " town"},
                                                                              {"", " city"},
                                                                              {"", " (unparished area)"},
                                                                              {"", " parish council area"}}) {
        if (!found) {
            found = find(without(name, beginning, ending));
        }
    }
    if (!found) {
        const auto cluster = clusters_.find(specificKey(name));
        if (cluster != clusters_.end() && !cluster->first.empty()) {
            found = cluster->second;
        }
    }
    known_[key] = found;
    return found;
}

Answer PlaceReader::ask(const std::string& words) {
    return work_.ask(QuestionKind::place, words, work_.currentRow, [&](Question& question) {
        question.text = fmt::format("Which areas does “{}” mean?", words);
        question.otherwise = "Without an answer no area is recorded, and the words are kept in the notes.";
        question.allowed = {AnswerKind::these, AnswerKind::wholePlan, AnswerKind::leaveOut};
        for (const auto& near : work_.index(plan::RecordKind::area).near(words, 0.5, 5)) {
            question.candidates.push_back(
                {near.id, work_.nameOf(plan::RecordKind::area, near.id), near.similarity});
        }
    });
}

bool PlaceReader::isWholePlan(std::string_view words) const {
    auto plain = text::folded(words);
    for (const std::string_view front : {"the ", "whole ", "entire ", "all of ", "all "}) {
        if (plain.starts_with(front) && plain.size() > front.size()) {
            plain = plain.substr(front.size());
        }
    }
    static constexpr std::array<std::string_view, 19> whole{
        "district",      "borough",        "county",       "area",         "council area",
        "areas",         "everywhere",     "all",          "city",         "district wide",
        "district-wide", "boroughwide",    "borough-wide", "borough wide", "county-wide",
        "districtwide",  "authority wide", "council-wide", "whole area"};
    if (std::ranges::find(whole, plain) != whole.end()) {
        return true;
    }
    return isCouncilName(words);
}

bool PlaceReader::isCouncilName(std::string_view words) const {
    const auto name = councilName(words);
    return !name.empty() && std::ranges::find(councilNames_, name) != councilNames_.end();
}

std::set<Id> PlaceReader::ofKind(plan::AreaKind kind) {
    std::set<Id> ids;
    for (const auto& area : work_.plan.all<Area>()) {
        if (area.kind == kind) {
            ids.insert(area.id);
        }
    }
    return ids;
}

ReadPlaces PlaceReader::read(std::string_view words, bool ownCouncil) {
    ReadPlaces places;
    const auto tidy = text::tidied(words);
    if (text::meansNothing(tidy)) {
        return places;
    }
    const auto unknownOr = [&](const std::string& part) {
        const auto* answer = work_.answered(keyOf(QuestionKind::place, part));
        if (answer && (answer->kind == AnswerKind::wholePlan || answer->kind == AnswerKind::leaveOut)) {
            ask(part);
            places.wholePlan = places.wholePlan || answer->kind == AnswerKind::wholePlan;
        } else {
            places.unknown.push_back(part);
        }
    };
    if (auto whole = one(tidy)) {
        places.areas = std::move(*whole);
        return places;
    }
    if (isWholePlan(tidy)) {
        if (ownCouncil) {
            places.wholePlan = true;
        } else {
            unknownOr(tidy);
        }
        return places;
    }
    auto rest = tidy;
    const auto plain = text::folded(tidy);
    if (ownCouncil && (plain.starts_with("all ") || plain.starts_with("parished part")) &&
        (plain.ends_with("parishes") || plain.find("parished") != std::string::npos)) {
        places.areas = ofKind(plan::AreaKind::parish);
        if (places.areas.empty()) {
            unknownOr(tidy);
        }
        return places;
    }
    for (const std::string_view front : {"parishes of ", "wards of ", "parishes: ", "wards: ", "parish: ",
                                         "ward: ", "areas: ", "parishes ", "wards "}) {
        if (plain.starts_with(front) && plain.size() == tidy.size()) {
            rest = tidy.substr(front.size());
            break;
        }
    }
    const auto brackets = text::splitBrackets(rest);
    if (auto outside = brackets.inside.empty() ? std::nullopt : one(brackets.outside)) {
        places.areas = std::move(*outside);
        return places;
    }
    // "14 parishes of the Chew Valley"
    if (const auto of = rest.find(" of "); of != std::string::npos && rest.find(',') == std::string::npos) {
        if (auto named = one(std::string_view(rest).substr(of + 4))) {
            places.areas = std::move(*named);
            return places;
        }
    }
    // "Bath and North East Somerset" is the council, not Bath and something else.
    const auto isOne = [&](std::string_view part) { return isCouncilName(part) || one(part).has_value(); };
    for (const auto& part : text::splitList(rest, text::ListStyle::words, isOne)) {
        if (auto found = one(part)) {
            places.areas.insert(found->begin(), found->end());
        } else if (isCouncilName(part) || (ownCouncil && isWholePlan(part))) {
            places.wholePlan = true;
        } else {
            unknownOr(part);
        }
    }
    if (places.areas.empty() && !places.wholePlan && places.unknown.size() > 1) {
        places.unknown.clear(); // nothing of it is known: ask for the whole of it once
        unknownOr(tidy);
    }
    return places;
}

ReadPlaces PlaceReader::readCodes(std::string_view codes, bool ownCouncil) {
    ReadPlaces places;
    std::string code;
    const auto take = [&] {
        if (code.empty()) {
            return;
        }
        const auto id = work_.named(plan::RecordKind::area, code);
        const auto upper = code.substr(0, 3);
        const bool authority = upper == "E06" || upper == "E07" || upper == "E08" || upper == "E09" ||
                               upper == "W06" || upper == "S12" || upper == "E10";
        if (id) {
            places.areas.insert(*id);
        } else if (authority && ownCouncil) {
            places.wholePlan = true;
        } else {
            places.unknown.push_back(code);
        }
        code.clear();
    };
    for (const char c : text::tidied(codes)) {
        if (c == ';' || c == ',' || c == ' ' || c == '|' || c == '/') {
            take();
        } else {
            code += c;
        }
    }
    take();
    return places;
}

} // namespace wardmote::exchange
