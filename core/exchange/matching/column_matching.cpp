#include "core/exchange/matching/column_matching.h"

#include "core/exchange/cell_text.h"
#include "core/text/names.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace wardmote::exchange {
namespace {

using plan::RecordKind;

struct SpecialHeading {
    std::string_view heading;
    ColumnUse use;
};

/// Headings whose meaning is no field of the record; they go before the fields' own other names.
std::span<const SpecialHeading> specialHeadings(ImportForm form, RecordKind kind) {
    namespace uses = column_uses;
    static const std::vector<SpecialHeading> mechanisms{
        {"area codes", ColumnUse(uses::areaCodes)},     {"gss codes", ColumnUse(uses::areaCodes)},
        {"codes", ColumnUse(uses::areaCodes)},          {"parish codes", ColumnUse(uses::areaCodes)},
        {"ward codes", ColumnUse(uses::areaCodes)},     {"period", ColumnUse(uses::period)},
        {"active period", ColumnUse(uses::period)},     {"dates active", ColumnUse(uses::period)},
        {"council area", ColumnUse(uses::councilArea)}, {"local authority", ColumnUse(uses::councilArea)},
        {"member count", ColumnUse(uses::note)},        {"number of members", ColumnUse(uses::note)},
        {"open to public", ColumnUse(uses::note)},      {"frequency basis", ColumnUse(uses::note)},
    };
    static const std::vector<SpecialHeading> dated{
        {"date", ColumnUse(uses::meetingDate)},
        {"meeting date", ColumnUse(uses::meetingDate)},
        {"date of meeting", ColumnUse(uses::meetingDate)},
        {"when", ColumnUse(uses::meetingDate)},
        {"day", ColumnUse(uses::meetingDate)},
    };
    static const std::vector<SpecialHeading> clusters{
        {"cluster", ColumnUse(uses::cluster)},    {"cluster name", ColumnUse(uses::cluster)},
        {"forum", ColumnUse(uses::cluster)},      {"network", ColumnUse(uses::cluster)},
        {"scheme", ColumnUse(uses::arrangement)}, {"arrangement", ColumnUse(uses::arrangement)},
        {"option", ColumnUse(uses::arrangement)}, {"area code", ColumnUse(uses::areaCode)},
        {"code", ColumnUse(uses::areaCode)},      {"gss code", ColumnUse(uses::areaCode)},
        {"area name", ColumnUse(uses::areaName)}, {"name", ColumnUse(uses::areaName)},
        {"area", ColumnUse(uses::areaName)},      {"parish", ColumnUse(uses::areaName)},
        {"ward", ColumnUse(uses::areaName)},
    };
    static const std::vector<SpecialHeading> relations{
        {"a id", ColumnUse(uses::fromId)},       {"from id", ColumnUse(uses::fromId)},
        {"a", ColumnUse(uses::fromName)},        {"from", ColumnUse(uses::fromName)},
        {"b id", ColumnUse(uses::toId)},         {"to id", ColumnUse(uses::toId)},
        {"b", ColumnUse(uses::toName)},          {"to", ColumnUse(uses::toName)},
        {"relation", ColumnUse(uses::relation)}, {"why", ColumnUse(uses::reason)},
        {"reason", ColumnUse(uses::reason)},
    };
    // Told from metres by their size, see writePlace().
    static const std::vector<SpecialHeading> areas{{"longitude", "easting"}, {"long", "easting"},
                                                   {"lon", "easting"},       {"lng", "easting"},
                                                   {"latitude", "northing"}, {"lat", "northing"}};
    static const std::vector<SpecialHeading> meetings{{"series", ColumnUse(uses::series)}};
    switch (form) {
    case ImportForm::clusterAreas:
        return clusters;
    case ImportForm::relations:
        return relations;
    case ImportForm::datedMeetings:
        return dated;
    default:
        return kind == RecordKind::mechanism ? std::span<const SpecialHeading>(mechanisms)
               : kind == RecordKind::area    ? std::span<const SpecialHeading>(areas)
               : kind == RecordKind::meeting ? std::span<const SpecialHeading>(meetings)
                                             : std::span<const SpecialHeading>{};
    }
}

/// Everything a kind's headings may be called, worked out once.
struct KnownHeadings {
    std::unordered_map<std::string, HeadingMatch> exact;
    std::vector<std::pair<text::NameKey, ColumnUse>> labels;
};

double weightOf(const plan::FieldInfo& field, std::size_t place) {
    static const std::unordered_set<std::string_view> common{"notes", "source", "source_key", "date_checked",
                                                             "kind",  "status", "code"};
    return place == 0 || common.contains(field.key) ? 1 : 2;
}

KnownHeadings knownHeadings(RecordKind kind) {
    KnownHeadings known;
    const auto& fields = plan::recordInfo(kind).fields;
    const auto take = [&](std::string_view words, const HeadingMatch& match) {
        known.exact.emplace(normalisedHeading(words), match);
    };
    for (std::size_t f = 0; f < fields.size(); ++f) {
        take(fields[f].key, {ColumnUse(fields[f].key), MatchedBy::key, weightOf(fields[f], f)});
    }
    for (std::size_t f = 0; f < fields.size(); ++f) {
        take(fields[f].label, {ColumnUse(fields[f].key), MatchedBy::label, weightOf(fields[f], f)});
        if (!fields[f].rules.hidden) {
            known.labels.emplace_back(text::nameKey(fields[f].label), ColumnUse(fields[f].key));
        }
    }
    for (std::size_t f = 0; f < fields.size(); ++f) {
        auto aliases = fields[f].rules.aliases;
        while (!aliases.empty()) {
            const auto end = std::min(aliases.find('|'), aliases.size());
            take(aliases.substr(0, end),
                 {ColumnUse(fields[f].key), MatchedBy::alias, weightOf(fields[f], f)});
            aliases.remove_prefix(std::min(end + 1, aliases.size()));
        }
    }
    return known;
}

const KnownHeadings& headingsOf(RecordKind kind) {
    static const auto all = [] {
        std::vector<KnownHeadings> kinds;
        for (const auto& info : plan::allRecordInfos()) {
            kinds.push_back(knownHeadings(info.kind));
        }
        return kinds;
    }();
    return all[static_cast<std::size_t>(kind)];
}

HeadingMatch matchOns(std::string_view heading, ImportForm form, RecordKind kind) {
    const auto ons = readOnsHeading(heading);
    if (!ons || form == ImportForm::footprints || (form == ImportForm::records && kind != RecordKind::area)) {
        return {};
    }
    static const std::set<std::string, std::less<>> areas{"PAR", "PARNCP", "NCP", "WD", "CED"};
    static const std::set<std::string, std::less<>> authorities{"LAD", "UTLA"};
    if (form == ImportForm::clusterAreas) {
        return areas.contains(ons->geography) && !ons->welsh
                   ? HeadingMatch{ColumnUse(ons->code ? column_uses::areaCode : column_uses::areaName),
                                  MatchedBy::pattern, 3}
                   : HeadingMatch{};
    }
    if (form != ImportForm::records) {
        return {};
    }
    static const std::set<std::string, std::less<>> statistical{"OA", "LSOA", "MSOA"};
    if (areas.contains(ons->geography)) {
        return {ons->code ? "code" : ons->welsh ? "other_names" : "name", MatchedBy::pattern, 3};
    }
    if (statistical.contains(ons->geography) && !ons->welsh) { // where no parish or ward says what a row is
        return {ons->code ? "code" : "name", MatchedBy::alias, 3};
    }
    return authorities.contains(ons->geography) && !ons->code && !ons->welsh
               ? HeadingMatch{"local_authority", MatchedBy::pattern, 2}
               : HeadingMatch{};
}

int strength(MatchedBy by) {
    switch (by) {
    case MatchedBy::key:
        return 5;
    case MatchedBy::pattern:
        return 4;
    case MatchedBy::label:
        return 3;
    case MatchedBy::alias:
        return 2;
    default:
        return 1;
    }
}

} // namespace

std::string normalisedHeading(std::string_view heading) {
    auto plain = text::folded(heading);
    std::ranges::replace(plain, '_', ' ');
    plain = text::folded(plain);
    while (!plain.empty() && (plain.back() == ':' || plain.back() == '*' || plain.back() == ' ')) {
        plain.pop_back();
    }
    return plain;
}

bool mayRepeat(std::string_view use) {
    return use.empty() || use == column_uses::note;
}

HeadingMatch matchHeading(std::string_view heading, ImportForm form, RecordKind kind) {
    const auto plain = normalisedHeading(heading);
    if (plain.empty() || plain.size() > 120) {
        return {};
    }
    if (plain == normalisedHeading(idHeading)) {
        return {ColumnUse(column_uses::id), MatchedBy::key, 1};
    }
    if (auto ons = matchOns(heading, form, kind); ons.weight > 0) {
        return ons;
    }
    for (const auto& special : specialHeadings(form, kind)) {
        if (plain == special.heading) {
            return {special.use, MatchedBy::alias, 2};
        }
    }
    if (form == ImportForm::clusterAreas || form == ImportForm::relations || form == ImportForm::footprints) {
        return {};
    }
    const auto& known = headingsOf(kind);
    if (const auto found = known.exact.find(plain); found != known.exact.end()) {
        return found->second;
    }
    const auto key = text::nameKey(heading);
    HeadingMatch best;
    double likeness = 0.88;
    for (const auto& [label, use] : known.labels) {
        if (const auto alike = text::similarity(key, label); alike >= likeness) {
            best = {use, MatchedBy::likeness, 0.5};
            likeness = alike + 1e-9;
        }
    }
    return best;
}

std::vector<ColumnMatching> matchColumns(std::span<const std::string> headings, ImportForm form,
                                         RecordKind kind, std::vector<Warning>& warnings) {
    std::vector<ColumnMatching> columns(headings.size());
    std::map<ColumnUse, std::pair<int, std::size_t>> taken;
    std::map<int, std::string> vintages;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        columns[c].heading = headings[c];
        auto match = matchHeading(headings[c], form, kind);
        if (match.weight <= 0) {
            continue;
        }
        columns[c].use = match.use;
        columns[c].by = match.by;
        if (mayRepeat(match.use)) {
            continue;
        }
        const auto [at, fresh] = taken.emplace(match.use, std::pair{strength(match.by), c});
        if (!fresh) {
            auto& loser = at->second.first >= strength(match.by) ? columns[c] : columns[at->second.second];
            if (&loser != &columns[c]) {
                at->second = {strength(match.by), c};
            }
            loser.use.clear();
            loser.by = MatchedBy::nothing;
        }
    }
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto ons = readOnsHeading(headings[c]);
        if (ons && ons->year > 0 && !columns[c].use.empty()) {
            vintages.emplace(ons->year, headings[c]);
        }
    }
    if (vintages.size() > 1) {
        std::string list;
        for (const auto& [year, heading] : vintages) {
            list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", heading, year);
        }
        warnings.push_back(
            {{},
             0,
             0,
             fmt::format("The columns are of different years: {}. Codes and names of places change; "
                         "choose columns of one year.",
                         list)});
    }
    return columns;
}

bool isKnownHeading(std::string_view heading) {
    static const auto all = [] {
        std::unordered_set<std::string> known;
        for (const auto& info : plan::allRecordInfos()) {
            for (const auto& [words, match] : headingsOf(info.kind).exact) {
                known.insert(words);
            }
        }
        return known;
    }();
    const auto plain = normalisedHeading(heading);
    return !plain.empty() && (all.contains(plain) || plain.starts_with("footprint") ||
                              plain == normalisedHeading(idHeading) || readOnsHeading(heading));
}

namespace {

/// "LSOA code (2011)", "Ward name": the same in words, as open data portals have it.
std::optional<OnsHeading> readHeadingInWords(std::string_view heading) {
    static const std::map<std::string, std::string, std::less<>> geographies{
        {"oa", "OA"},        {"output area", "OA"},
        {"lsoa", "LSOA"},    {"lower layer super output area", "LSOA"},
        {"msoa", "MSOA"},    {"middle layer super output area", "MSOA"},
        {"ward", "WD"},      {"electoral ward", "WD"},
        {"parish", "PAR"},   {"civil parish", "PAR"},
        {"division", "CED"}, {"electoral division", "CED"},
    };
    auto words = normalisedHeading(heading);
    OnsHeading ons;
    if (const auto open = words.rfind(" ("); open != std::string::npos && words.ends_with(')')) {
        const auto inside = words.substr(open + 2, words.size() - open - 3);
        if (inside.size() != 4 || inside.find_first_not_of("0123456789") != std::string::npos) {
            return std::nullopt;
        }
        std::from_chars(inside.data(), inside.data() + 4, ons.year);
        words.resize(open);
    }
    const auto space = words.rfind(' ');
    const auto what = space == std::string::npos ? std::string{} : words.substr(space + 1);
    const auto geography = what.empty() ? geographies.end() : geographies.find(words.substr(0, space));
    if (geography == geographies.end() || (what != "code" && what != "name")) {
        return std::nullopt;
    }
    ons.geography = geography->second;
    ons.code = what == "code";
    return ons;
}

} // namespace

std::optional<OnsHeading> readOnsHeading(std::string_view heading) {
    if (auto inWords = readHeadingInWords(heading)) {
        return inWords;
    }
    std::string upper;
    for (const char c : text::tidied(heading)) {
        upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    static constexpr std::array<std::string_view, 11> geographies{
        "OA", "LSOA", "MSOA", "PAR", "PARNCP", "NCP", "WD", "CED", "LAD", "UTLA", "PCON"};
    const auto digit = upper.find_first_of("0123456789");
    if (digit == std::string::npos || digit + 2 >= upper.size()) {
        return std::nullopt;
    }
    OnsHeading ons;
    ons.geography = upper.substr(0, digit);
    int year = 0;
    const auto [end, error] = std::from_chars(upper.data() + digit, upper.data() + digit + 2, year);
    const auto ending = upper.substr(digit + 2);
    if (std::ranges::find(geographies, ons.geography) == geographies.end() || error != std::errc{} ||
        end != upper.data() + digit + 2 || (ending != "CD" && ending != "NM" && ending != "NMW")) {
        return std::nullopt;
    }
    ons.year = year + (year < 70 ? 2000 : 1900);
    ons.code = ending == "CD";
    ons.welsh = ending == "NMW";
    return ons;
}

} // namespace wardmote::exchange
