#include "core/exchange/matching/row_identity.h"

#include "core/plan/wording.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

std::string textOf(RecordKind kind, const void* record, std::string_view key) {
    const auto* field = plan::findField(plan::recordInfo(kind), key);
    const auto value = field && record ? field->get(record) : plan::Value{};
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string{};
}

std::optional<Id> idOf(std::string_view words) {
    Id id = 0;
    const auto tidy = text::tidied(words);
    const auto [end, error] = std::from_chars(tidy.data(), tidy.data() + tidy.size(), id);
    const bool valid =
        error == std::errc{} && end == tidy.data() + tidy.size() && id > 0 && id < plan::idLimit;
    return valid ? std::optional(id) : std::nullopt;
}

/// "1,234567" and " 1234567 " are one number; leading zeros stay.
/// False where UID or start say that the row is another meeting of that name and day.
bool isNoOther(const SheetReader& sheet, std::size_t tableRow, const plan::Meeting& meeting) {
    const auto uid = text::tidied(sheet.words(tableRow, "calendar_uid"));
    const auto start = plan::Time::fromIso(text::tidied(sheet.words(tableRow, "start_time")));
    return (uid.empty() || meeting.calendarUid.empty()) &&
           (!start || !meeting.startTime || start == meeting.startTime);
}

std::string numberKey(std::string_view words) {
    std::string key;
    for (const char c : text::folded(words)) {
        if (c != ' ' && c != ',') {
            key += c;
        }
    }
    return text::meansNothing(words) ? std::string{} : key;
}

/// From here on a row is asked about: initials for the whole name count too. Lower would ask about half a
/// list.
constexpr double alikeEnough = 0.8;

/// The fields that show best whether two records of a like name are one thing.
constexpr std::array<std::string_view, 5> tellingFields{"kind", "lead_organisation", "service", "parent",
                                                        "areas"};

std::string shortened(const std::string& words) {
    constexpr std::size_t longest = 60;
    if (words.size() <= longest) {
        return words;
    }
    const auto end = words.rfind(' ', longest);
    return words.substr(0, end == std::string::npos ? 0 : end) + " …";
}

/// The same of a row of the file, in its own words.
std::string sideInFile(const SheetReader& sheet, std::size_t tableRow) {
    std::string side;
    for (const auto key : tellingFields) {
        const auto words = text::tidied(sheet.words(tableRow, key));
        side += text::meansNothing(words) ? "" : (side.empty() ? "" : "; ") + shortened(words);
    }
    return side;
}

} // namespace

const RowIdentities::Known& RowIdentities::known(RecordKind kind) {
    auto& known = known_[static_cast<std::size_t>(kind)];
    if (known) {
        return *known;
    }
    known = std::make_unique<Known>();
    const bool numbered = kind == RecordKind::organisation;
    const bool asks = kind == RecordKind::organisation || kind == RecordKind::mechanism;
    for (const auto id : work_.plan.ids(kind)) {
        const auto record = work_.plan.record(kind, id);
        if (auto key = textOf(kind, record.get(), "source_key"); !key.empty()) {
            known->bySourceKey.emplace(std::move(key), id);
        }
        if (numbered) {
            for (const auto* field : {"charity_number", "company_number"}) {
                if (auto key = numberKey(textOf(kind, record.get(), field)); !key.empty()) {
                    known->byNumber[field + key].push_back(id);
                }
            }
        }
        if (asks) {
            for (const auto& name : text::namesOf(work_.plan, kind, id)) {
                known->names.add(name, id);
            }
        }
    }
    return *known;
}

std::string RowIdentities::sourceKeyOf(const SheetReader& sheet, std::size_t tableRow) {
    const auto own = text::tidied(sheet.words(tableRow, "source_key"));
    return text::meansNothing(own) ? std::string{} : sheet.setup.source + "/" + own;
}

std::optional<Id> RowIdentities::byOwnId(RecordKind kind, std::string_view ownId) {
    const auto ending = "/" + text::tidied(ownId);
    std::optional<Id> found;
    for (const auto id : work_.plan.ids(kind)) {
        if (!textOf(kind, work_.record(kind, id), "source_key").ends_with(ending)) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = id;
    }
    for (const auto& row : work_.proposal.rows) {
        if (row.kind == kind && row.id != 0 && row.id != found && !work_.plan.contains(kind, row.id) &&
            textOf(kind, work_.record(kind, row.id), "source_key").ends_with(ending)) {
            return found ? std::nullopt : std::optional(row.id);
        }
    }
    return found;
}

/// Lead and areas of the row, where it and the record say them, are those of the record.
bool RowIdentities::sameThing(const SheetReader& sheet, std::size_t tableRow, Id id) {
    const auto* mechanism = work_.find<plan::Mechanism>(id);
    const auto lead = sheet.words(tableRow, "lead_organisation");
    if (mechanism->leadOrganisation && !text::meansNothing(lead)) {
        const auto name = work_.nameOf(RecordKind::organisation, mechanism->leadOrganisation.id);
        const auto& meant = work_.index(RecordKind::organisation).find(lead);
        const bool same = std::ranges::find(meant, mechanism->leadOrganisation.id) != meant.end();
        if (!same && text::similarity(name, lead) < 0.6 &&
            text::normalisedName(lead).find(text::normalisedName(name)) == std::string::npos) {
            return false;
        }
    }
    const bool own = places_.isOwnCouncil(sheet.words(tableRow, column_uses::councilArea));
    auto read = places_.readCodes(sheet.words(tableRow, column_uses::areaCodes), own);
    if (read.areas.empty() && !read.wholePlan) {
        read = places_.read(sheet.words(tableRow, "areas"), own);
    }
    if (read.areas.empty() || mechanism->areas.empty()) {
        return true;
    }
    // A person may have added areas since: those of the row must be among them, or the other way round.
    std::set<Id> recorded;
    for (const auto& link : mechanism->areas) {
        recorded.insert(link.area.id);
    }
    return std::ranges::includes(recorded, read.areas) || std::ranges::includes(read.areas, recorded);
}

/// What a record of the plan says that tells it from others of a like name.
std::string RowIdentities::sideOf(RecordKind kind, Id id) const {
    const auto record = work_.record(kind, id);
    std::string side;
    for (const auto key : tellingFields) {
        const auto* field = plan::findField(plan::recordInfo(kind), key);
        const auto words = field && record ? plan::inWords(work_.plan, *field, record) : std::string{};
        side += words.empty() ? "" : (side.empty() ? "" : "; ") + shortened(words);
    }
    return side;
}

std::optional<Id> RowIdentities::askSameAs(const SheetReader& sheet, std::size_t tableRow,
                                           const std::string& name, const RowContext& context) {
    const auto kind = sheet.setup.kind;
    const auto& source = sheet.setup.source;
    const auto near = known(kind).names.near(name, alikeEnough, 4);
    std::vector<text::NameIndex::Found> others;
    for (const auto& one : near) {
        if (!textOf(kind, work_.record(kind, one.id), "source_key").starts_with(source + "/")) {
            others.push_back(one);
        }
    }
    if (others.empty()) {
        return std::nullopt;
    }
    const auto& info = plan::recordInfo(kind);
    const auto answer = work_.ask(
        QuestionKind::sameAs, fmt::format("{} {}", info.table, name), context.row, [&](Question& question) {
            question.words = name;
            const auto side = sideInFile(sheet, tableRow);
            question.text = fmt::format("Is “{}”{} the same {} as one that is there?", name,
                                        side.empty() ? side : " (" + side + ")", info.singular);
            question.otherwise = fmt::format("Without an answer a new {} is added.", info.singular);
            question.allowed = {AnswerKind::these, AnswerKind::create};
            for (const auto& one : others) {
                question.candidates.push_back(
                    {one.id, work_.nameOf(kind, one.id), one.similarity, sideOf(kind, one.id)});
            }
        });
    const bool same =
        answer.kind == AnswerKind::these && !answer.ids.empty() && work_.record(kind, answer.ids.front());
    return same ? std::optional(answer.ids.front()) : std::nullopt;
}

std::optional<Id> RowIdentities::inPlan(const SheetReader& sheet, std::size_t tableRow,
                                        const std::string& name, const std::string& sourceKey,
                                        const RowContext& context) {
    const auto kind = sheet.setup.kind;
    const auto& records = known(kind);
    const auto& source = sheet.setup.source;
    if (!sourceKey.empty()) {
        if (const auto found = records.bySourceKey.find(sourceKey); found != records.bySourceKey.end()) {
            return found->second;
        }
    }
    const auto planned = [&](std::string_view words) {
        std::vector<Id> ids;
        for (const auto id : work_.index(kind).find(words)) {
            if (work_.plan.contains(kind, id)) {
                ids.push_back(id);
            }
        }
        return ids;
    };
    if (kind == RecordKind::area) {
        const auto code = text::tidied(sheet.words(tableRow, "code"));
        const bool hasCode = !text::meansNothing(code);
        if (hasCode) {
            if (const auto ids = planned(code); ids.size() == 1) {
                return ids.front();
            }
        }
        for (const auto id : planned(name)) {
            const auto recorded = work_.find<plan::Area>(id)->code;
            if (!hasCode || recorded.empty() || recorded == code) {
                return id;
            }
        }
        return std::nullopt;
    }
    if (kind == RecordKind::meeting) {
        if (const auto known = calendar_.meetingOf(sheet, tableRow)) {
            return known;
        }
    }
    if (kind == RecordKind::organisation) {
        for (const std::string field : {"charity_number", "company_number"}) {
            const auto key = numberKey(sheet.words(tableRow, field));
            const auto found = key.empty() ? records.byNumber.end() : records.byNumber.find(field + key);
            if (found != records.byNumber.end() && found->second.size() == 1) {
                return found->second.front();
            }
        }
    }
    const auto rowSource = text::tidied(sheet.words(tableRow, "source"));
    for (const auto id : planned(name)) {
        const auto* record = work_.record(kind, id);
        const auto key = textOf(kind, record, "source_key");
        const auto recordedSource = textOf(kind, record, "source");
        const bool otherId = !sourceKey.empty() && key.starts_with(source + "/");
        const bool sameSource = key.starts_with(source + "/") || recordedSource == source ||
                                (!rowSource.empty() && recordedSource == rowSource);
        switch (kind) {
        case RecordKind::mechanism:
            if (!otherId && sameSource && sameThing(sheet, tableRow, id)) {
                return id;
            }
            break;
        case RecordKind::organisation:
            // One that lists have only named so far is filled in by the first register that knows it.
            if (!otherId && (sameSource || key.empty())) {
                return id;
            }
            break;
        case RecordKind::meeting: {
            const auto date = text::readDate(sheet.words(tableRow, "date"), sheet.setup.dateOrder);
            const auto* meeting = work_.find<plan::Meeting>(id);
            if (date && *date && meeting->date == (*date)->date && isNoOther(sheet, tableRow, *meeting)) {
                return id;
            }
            break;
        }
        case RecordKind::cluster: {
            const auto arrangement =
                work_.named(RecordKind::arrangement, sheet.words(tableRow, "arrangement"));
            if (!arrangement || work_.find<plan::Cluster>(id)->arrangement.id == *arrangement) {
                return id;
            }
            break;
        }
        case RecordKind::localResponse: {
            // One body may answer several arrangements, and a name may stand for groups in several areas.
            const auto* response = work_.find<plan::LocalResponse>(id);
            const auto arrangement =
                work_.named(RecordKind::arrangement, sheet.words(tableRow, "arrangement"));
            const auto area = work_.named(RecordKind::area, sheet.words(tableRow, "area"));
            if (response->arrangement.id == arrangement.value_or(0) &&
                (!area || !response->area || response->area.id == *area)) {
                return id;
            }
            break;
        }
        default:
            return id;
        }
    }
    return kind == RecordKind::mechanism || kind == RecordKind::organisation
               ? askSameAs(sheet, tableRow, name, context)
               : std::nullopt;
}

/// Who responds where a list names the parish alone.
std::string RowIdentities::localCouncilOf(const SheetReader& sheet, std::size_t tableRow) {
    const auto words = text::tidied(sheet.words(tableRow, "area"));
    const auto id = work_.named(RecordKind::area, words);
    const auto* area = id ? work_.find<plan::Area>(*id) : nullptr;
    if (!area) {
        return text::meansNothing(words) ? std::string{} : words;
    }
    return area->localCouncilName.empty() ? area->name + " local council" : area->localCouncilName;
}

Identity RowIdentities::of(const SheetReader& sheet, std::size_t tableRow, const RowContext& context) {
    const auto kind = sheet.setup.kind;
    Identity identity;
    const auto written = sheet.words(tableRow, column_uses::id);
    const auto ownId = idOf(written);
    if (!text::tidied(written).empty() && !ownId) {
        identity.refusal =
            fmt::format("“{}” is not an id of this program.", text::tidied(written).substr(0, 40));
        return identity;
    }
    auto name = text::tidied(sheet.words(tableRow, "name"));
    if (name.empty() && kind == RecordKind::localResponse) {
        name = localCouncilOf(sheet, tableRow);
    }
    if (name.empty() && !ownId) {
        identity.refusal =
            sheet.has("name")
                ? fmt::format("It has no {}.", text::folded(plan::recordInfo(kind).fields.front().label))
                : "No column says what it is called: choose one as its name.";
        return identity;
    }
    const auto sourceKey = sourceKeyOf(sheet, tableRow);
    std::string key = std::string(plan::recordInfo(kind).table) + "/";
    if (ownId) {
        key += "#" + std::to_string(*ownId);
    } else if (!sourceKey.empty()) {
        key += sourceKey;
    } else {
        key += sheet.setup.source + "/" + text::folded(name);
        for (const std::string_view use :
             {std::string_view("lead_organisation"), std::string_view("areas"), column_uses::areaCodes,
              std::string_view("code"), std::string_view("date"), std::string_view("arrangement"),
              std::string_view("footprint_set"), std::string_view("charity_number"),
              std::string_view("calendar_uid")}) {
            // A blank in a later row says the same as the row above it does.
            key += "|" + text::folded(sheet.words(tableRow, use));
        }
        if (kind == RecordKind::localResponse) {
            key += "|" + text::folded(sheet.words(tableRow, "area"));
        }
    }
    if (const auto earlier = rows_.find(key); earlier != rows_.end()) {
        const auto& first = work_.proposal.rows[earlier->second];
        if (!sourceKey.empty() && text::normalisedName(first.name) != text::normalisedName(name)) {
            identity.refusal = fmt::format("Row {} has the same id for “{}”.", first.number, first.name);
            return identity;
        }
        identity.id = first.id;
        identity.gathered = true;
        identity.reason = fmt::format("Gathered with row {}.", first.number);
        return identity;
    }
    if (ownId) {
        identity.id = *ownId;
    } else if (const auto found = inPlan(sheet, tableRow, name, sourceKey, context)) {
        identity.id = *found;
    }
    // Two rows that both mean one record of the plan.
    if (identity.id != 0) {
        if (const auto* draft = work_.findDraft(kind, identity.id); draft && draft->fromRow && !ownId) {
            identity.gathered = true;
            identity.reason =
                fmt::format("The same record as row {}.", work_.proposal.rows[draft->row].number);
        }
    }
    const bool fresh = identity.id == 0 || (ownId && !work_.plan.contains(kind, *ownId));
    if (fresh) {
        if (identity.id == 0) {
            identity.id = work_.idFor(key);
        }
        work_.add(kind, identity.id);
    }
    if (!identity.gathered) {
        auto& draft = work_.draft(kind, identity.id);
        draft.fromRow = true;
        draft.row = context.row;
        rows_.emplace(std::move(key), context.row);
    }
    if (fresh && !name.empty()) {
        plan::recordInfo(kind).fields.front().set(work_.draft(kind, identity.id).record.get(),
                                                  plan::Value{name});
        std::vector<std::string> names{name};
        if (const auto code = text::tidied(sheet.words(tableRow, "code"));
            kind == RecordKind::area && !code.empty()) {
            names.push_back(code);
        }
        work_.index(kind).add(names, identity.id);
    }
    return identity;
}

} // namespace wardmote::exchange
