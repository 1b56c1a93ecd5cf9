#include "core/text/names.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include "core/plan/meeting.h"

#include <array>

namespace wardmote::text {
namespace {

struct OtherWord {
    std::string_view words; ///< as normalisedName gives them
    std::string_view key;
};

/// What lists call the kinds of mechanism beside their labels.
constexpr std::array mechanismKinds{
    OtherWord{"event", "annual_event"},
    OtherWord{"annual event", "annual_event"},
    OtherWord{"annual meeting", "annual_event"},
    OtherWord{"annual general meeting", "annual_event"},
    OtherWord{"agm", "annual_event"},
    OtherWord{"conference", "annual_event"},
    OtherWord{"summit", "annual_event"},
    OtherWord{"roadshow", "annual_event"},
    OtherWord{"workshop", "annual_event"},
    OtherWord{"task group", "working_group"},
    OtherWord{"task and finish group", "working_group"},
    OtherWord{"project group", "working_group"},
    OtherWord{"sub group", "working_group"},
    OtherWord{"subgroup", "working_group"},
    OtherWord{"working party", "working_group"},
    OtherWord{"sub committee", "committee"},
    OtherWord{"reference group", "advisory_group"},
    OtherWord{"advisory panel", "advisory_group"},
    OtherWord{"advisory board", "advisory_group"},
    OtherWord{"consultative group", "advisory_group"},
    OtherWord{"focus group", "advisory_group"},
    OtherWord{"partnership meeting", "partnership"},
    OtherWord{"partnership board", "board"},
    OtherWord{"strategic board", "board"},
    OtherWord{"federation", "network"},
    OtherWord{"alliance", "network"},
    OtherWord{"assembly", "forum"},
    OtherWord{"area forum", "forum"},
    OtherWord{"area committee", "committee"},
    OtherWord{"community board", "area_board"},
    OtherWord{"local community network", "area_board"},
    OtherWord{"community hub", "hub"},
    OtherWord{"tenants meeting", "tenant_panel"},
    OtherWord{"tenants group", "tenant_panel"},
    OtherWord{"tenants association", "tenant_panel"},
    OtherWord{"patient participation group", "patient_participation_group"},
    OtherWord{"youth council", "youth_panel"},
    OtherWord{"youth parliament", "youth_panel"},
    OtherWord{"youth forum", "youth_panel"},
    OtherWord{"partners and communities together", "pact"},
    OtherWord{"police and communities together", "pact"},
    OtherWord{"pact meeting", "pact"},
    OtherWord{"liaison", "liaison_meeting"},
    OtherWord{"liaison group", "liaison_meeting"},
    OtherWord{"citizens panel", "survey_panel"},
    OtherWord{"survey", "survey_panel"},
    OtherWord{"drop in session", "drop_in"},
    OtherWord{"surgery", "drop_in"},
    OtherWord{"website", "digital_platform"},
    OtherWord{"online platform", "digital_platform"},
    OtherWord{"neighbourhood forum", "neighbourhood_planning_forum"},
};

constexpr std::array organisationKinds{
    OtherWord{"local authority", "council"},
    OtherWord{"borough council", "council"},
    OtherWord{"district council", "council"},
    OtherWord{"county council", "council"},
    OtherWord{"unitary", "council"},
    OtherWord{"directorate", "service"},
    OtherWord{"council service", "service"},
    OtherWord{"department", "service"},
    OtherWord{"parish council", "parish_council"},
    OtherWord{"town council", "parish_council"},
    OtherWord{"town or parish council", "parish_council"},
    OtherWord{"residents association", "residents_association"},
    OtherWord{"tenants and residents association", "residents_association"},
    OtherWord{"charity", "vcs"},
    OtherWord{"voluntary", "vcs"},
    OtherWord{"voluntary sector", "vcs"},
    OtherWord{"voluntary and community sector", "vcs"},
    OtherWord{"community group", "vcs"},
    OtherWord{"third sector", "vcs"},
    OtherWord{"nhs", "health"},
    OtherWord{"school", "education"},
    OtherWord{"church", "faith"},
    OtherWord{"housing association", "housing"},
    OtherWord{"company", "business"},
};

constexpr std::array areaKinds{
    OtherWord{"civil parish", "parish"},
    OtherWord{"cp", "parish"},
    OtherWord{"town", "parish"},
    OtherWord{"community", "parish"},
    OtherWord{"non civil parished area", "unparished"},
    OtherWord{"ncp", "unparished"},
    OtherWord{"ncpa", "unparished"},
    OtherWord{"electoral ward", "ward"},
    OtherWord{"ward part", "ward"},
    OtherWord{"unparished ward part", "ward"},
    OtherWord{"district ward", "ward"},
};

constexpr std::array formats{
    OtherWord{"face to face", "in_person"},
    OtherWord{"physical", "in_person"},
    OtherWord{"virtual", "online"},
    OtherWord{"zoom", "online"},
    OtherWord{"teams", "online"},
    OtherWord{"hybrid", "both"},
    OtherWord{"both", "both"},
    OtherWord{"yes", "online"},
    OtherWord{"no", "in_person"},
};

constexpr std::array statuses{
    OtherWord{"current", "active"}, OtherWord{"live", "active"},      OtherWord{"ongoing", "active"},
    OtherWord{"open", "active"},    OtherWord{"planned", "proposed"}, OtherWord{"suspended", "paused"},
    OtherWord{"on hold", "paused"}, OtherWord{"closed", "ended"},     OtherWord{"disbanded", "ended"},
    OtherWord{"ceased", "ended"},   OtherWord{"dormant", "paused"},   OtherWord{"inactive", "ended"},
};

std::span<const OtherWord> otherWords(std::span<const plan::Choice> choices) {
    const auto are = [&](const auto& known) { return choices.data() == known.data(); };
    if (are(plan::choicesOf<plan::MechanismKind>)) {
        return mechanismKinds;
    }
    if (are(plan::choicesOf<plan::OrganisationKind>)) {
        return organisationKinds;
    }
    if (are(plan::choicesOf<plan::AreaKind>)) {
        return areaKinds;
    }
    if (are(plan::choicesOf<plan::MeetingFormat>)) {
        return formats;
    }
    if (are(plan::choicesOf<plan::MechanismStatus>)) {
        return statuses;
    }
    return {};
}

} // namespace

std::optional<std::string> readChoice(std::span<const plan::Choice> choices, std::string_view text) {
    const auto plain = folded(text);
    for (const auto& choice : choices) {
        if (plain == choice.key || plain == folded(choice.label)) {
            return std::string(choice.key);
        }
    }
    const auto key = nameKey(text);
    for (const auto& choice : choices) {
        if (!key.plain.empty() && key.plain == normalisedName(choice.label)) {
            return std::string(choice.key);
        }
    }
    for (const auto& other : otherWords(choices)) {
        if (key.plain == other.words) {
            return std::string(other.key);
        }
    }
    std::optional<std::string> near;
    double best = 0.85;
    bool shared = false;
    for (const auto& choice : choices) {
        const auto likeness = similarity(key, nameKey(choice.label));
        if (likeness > best) {
            near = std::string(choice.key);
            best = likeness;
            shared = false;
        } else if (near && likeness >= best) {
            shared = true;
        }
    }
    return shared ? std::nullopt : near;
}

} // namespace wardmote::text
