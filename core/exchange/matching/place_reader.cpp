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

/// What may stand around the name of an area: "Parish of Saltford", "Keynsham Town".
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> aroundNames{
    {{"city of ", ""},
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
     {"", " parish council area"}}};

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
        for (const auto& [beginning, ending] : aroundNames) {
            if (const auto plain = without(area.name, beginning, ending); !plain.empty()) {
                plainly_[text::normalisedName(plain)].insert(area.id);
            }
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
        const auto [at, fresh] = clusters_.emplace(key, NamedCluster{cluster.name, areas});
        if (!fresh && at->second.areas != areas) {
            disagreed.insert(key);
        }
    }
    for (const auto& key : disagreed) {
        clusters_.erase(key);
    }
}

std::optional<std::set<Id>> PlaceReader::areasNamed(std::string_view words) {
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
}

void PlaceReader::findCluster(std::string_view name, Meaning& meaning) const {
    const auto key = specificKey(name);
    const auto cluster = key.empty() ? clusters_.end() : clusters_.find(key);
    if (cluster == clusters_.end()) {
        return;
    }
    meaning.cluster = cluster->second.areas;
    meaning.clusterName = cluster->second.name;
    meaning.isClusterName = text::normalisedName(name) == text::normalisedName(meaning.clusterName);
}

const PlaceReader::Meaning& PlaceReader::meaningOf(std::string_view name) {
    auto key = text::folded(name);
    if (const auto known = known_.find(key); known != known_.end()) {
        return known->second;
    }
    if (!grouped_) {
        group();
    }
    Meaning meaning;
    findCluster(name, meaning);
    meaning.areas = areasNamed(name);
    meaning.several = !meaning.areas && work_.index(plan::RecordKind::area).find(name).size() > 1;
    // "Keynsham Area" is the name of a cluster, or the start of it, sooner than the parish with a word more.
    const auto written = text::normalisedName(name);
    const bool begins = meaning.cluster && written.find(' ') != std::string::npos &&
                        (text::normalisedName(meaning.clusterName) + " ").starts_with(written + " ");
    for (const auto& [beginning, ending] : aroundNames) {
        if (!meaning.areas && !meaning.several && !begins) {
            meaning.areas = areasNamed(without(name, beginning, ending));
        }
    }
    if (!meaning.areas && !meaning.several) {
        const auto plain = plainly_.find(written);
        if (plain != plainly_.end() && plain->second.size() == 1) {
            meaning.areas = plain->second;
        }
    }
    return known_.emplace(std::move(key), std::move(meaning)).first->second;
}

std::optional<std::set<Id>> PlaceReader::one(std::string_view name) {
    // Asked again each time, so that the answer stays on screen and is counted by rows.
    if (const auto* answer = work_.answered(keyOf(QuestionKind::place, name));
        answer && answer->kind == AnswerKind::these) {
        ask(text::tidied(name));
        return std::set<Id>(answer->ids.begin(), answer->ids.end());
    }
    const auto& meaning = meaningOf(name);
    return meaning.isAny() ? std::optional(meaning.theOne()) : std::nullopt;
}

std::string PlaceReader::readAs(std::string_view words, const Meaning& meaning, bool asCluster) const {
    const auto cluster = fmt::format("the {} “{}”", work_.plan.settings().clusterWord, meaning.clusterName);
    return asCluster ? fmt::format("“{}” was read as {}, not as the area.", words, cluster)
                     : fmt::format("“{}” was read as the area, not as {}.", words, cluster);
}

bool PlaceReader::readList(const std::vector<std::string>& parts, ReadPlaces& places) {
    bool allAreas = true;
    bool allClusters = true;
    for (const auto& part : parts) {
        if (work_.answered(keyOf(QuestionKind::place, part))) {
            return false; // a person has said what it means
        }
        const auto& meaning = meaningOf(part);
        allAreas = allAreas && meaning.areas;
        allClusters = allClusters && meaning.cluster;
    }
    if (!allAreas && !allClusters) {
        return false;
    }
    for (const auto& part : parts) {
        const auto& meaning = meaningOf(part);
        const auto& taken = allAreas ? *meaning.areas : *meaning.cluster;
        places.areas.insert(taken.begin(), taken.end());
        if (meaning.isEither() || (!allAreas && meaning.several)) {
            places.understood.push_back(readAs(part, meaning, !allAreas));
        }
    }
    return true;
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

bool PlaceReader::readAsListOrCluster(const std::string& words, ReadPlaces& places) {
    const auto& meaning = meaningOf(words);
    if (meaning.areas || !meaning.cluster || work_.answered(keyOf(QuestionKind::place, words))) {
        return false;
    }
    const auto parts = text::splitList(words, text::ListStyle::words);
    const bool areas = parts.size() > 1 && std::ranges::all_of(parts, [this](const std::string& part) {
                           return meaningOf(part).areas.has_value();
                       });
    if (!areas) {
        return false;
    }
    const auto& word = work_.plan.settings().clusterWord;
    const bool listed = !meaning.isClusterName || (words.find_first_of(";,|") != std::string::npos &&
                                                   text::folded(words) != text::folded(meaning.clusterName));
    if (!listed) {
        places.areas = *meaning.cluster;
        places.understood.push_back(
            fmt::format("“{}” was read as the {} of that name, not as {} areas.", words, word, parts.size()));
        return true;
    }
    if (!readList(parts, places)) {
        return false;
    }
    places.understood.push_back(fmt::format("“{}” was read as {} areas, not as the {} “{}”.", words,
                                            parts.size(), word, meaning.clusterName));
    return true;
}

ReadPlaces PlaceReader::read(std::string_view words, bool ownCouncil) {
    ReadPlaces places;
    auto lines = text::trimmed(words);
    for (auto at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at)) {
        lines.replace(at, 1, "; "); // lines of a cell are a list
    }
    const auto tidy = text::tidied(lines);
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
    // "Parishes of Keynsham and Saltford" are no cluster "Keynsham and Saltford".
    auto rest = tidy;
    const auto plain = text::folded(tidy);
    for (const std::string_view front : {"parishes of ", "wards of ", "parishes: ", "wards: ", "parish: ",
                                         "ward: ", "areas: ", "parishes ", "wards "}) {
        if (plain.starts_with(front) && plain.size() == tidy.size()) {
            rest = tidy.substr(front.size());
            break;
        }
    }
    const bool saysAreas = rest.size() < tidy.size();
    // "Bath and North East Somerset" is the council, not Bath and something else.
    const auto isOne = [&](std::string_view part) {
        return isCouncilName(part) || (saysAreas ? meaningOf(part).areas.has_value() : one(part).has_value());
    };
    if (!saysAreas && readAsListOrCluster(tidy, places)) {
        return places;
    }
    const auto& meaning = meaningOf(tidy);
    const bool asked = work_.answered(keyOf(QuestionKind::place, tidy)) != nullptr;
    if (auto whole = saysAreas && !asked ? meaning.areas : one(tidy)) {
        if (!saysAreas && meaning.isEither()) {
            places.understood.push_back(readAs(tidy, meaning, false));
        }
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
    if (ownCouncil && (plain.starts_with("all ") || plain.starts_with("parished part")) &&
        (plain.ends_with("parishes") || plain.find("parished") != std::string::npos)) {
        places.areas = ofKind(plan::AreaKind::parish);
        if (places.areas.empty()) {
            unknownOr(tidy);
        }
        return places;
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
    const auto parts = text::splitList(rest, text::ListStyle::words, isOne);
    if (readList(parts, places)) {
        return places;
    }
    for (const auto& part : parts) {
        if (auto found = one(part)) {
            if (meaningOf(part).isEither()) {
                places.understood.push_back(readAs(part, meaningOf(part), false));
            }
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
