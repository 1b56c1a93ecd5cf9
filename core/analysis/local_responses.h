#pragma once
#include "core/analysis/figure.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace wardmote::analysis {

/// What a body said of an arrangement. A response without a view and without anything else is none yet; one
/// that has words, a minute or a date but no view is told apart, since somebody did answer.
enum class Answer : std::uint8_t { supports, objects, noView, noneYet, viewNotRecorded };
inline constexpr std::size_t answerCount = 5;
std::string_view labelOf(Answer answer); ///< "Supports"

/// Why a response does not count: a later one of the same body took its place, or its area belongs to a
/// neighbouring council.
enum class Counts : std::uint8_t { yes, replaced, outside };

/// Somebody who is asked about an arrangement: the local council of one area, or of several that it is
/// grouped for; or another body, such as a residents' group, of which a response is recorded.
struct AskedBody {
    std::string name;
    bool localCouncil = false;
    std::vector<plan::Id> areas; ///< by name; empty: the response names none
    plan::Id response = 0;       ///< 0: nothing is recorded yet
    Answer answer = Answer::noneYet;
    Counts counts = Counts::yes;
};

/// Bodies that gave one answer. Residents are those of the areas of local councils: whom a residents' group
/// speaks for is not known.
struct AnswerTotal {
    std::size_t localCouncils = 0;
    std::size_t otherBodies = 0;
    Figure<std::int64_t> residents;  ///< no value: not recorded for any area, or no local council
    std::vector<std::size_t> bodies; ///< indices in LocalResponses::bodies
};
using AnswerTotals = std::array<AnswerTotal, answerCount>; ///< by Answer

/// The same within one cluster. A body whose areas lie in two clusters counts in each, with the residents it
/// has there, so that clusters may add up to more bodies than there are.
struct ClusterAnswers {
    plan::Id cluster = 0; ///< 0: bodies whose areas are in no cluster
    AnswerTotals totals;
};

struct LocalResponses {
    plan::Id arrangement = 0;
    std::vector<AskedBody> bodies; ///< by name of their first area, a local council before others
    AnswerTotals totals;
    std::vector<ClusterAnswers> clusters;         ///< those of the arrangement by name, then 0
    std::vector<plan::Id> withoutLocalCouncil;    ///< areas of the council where nobody is asked, by name
    Figure<std::int64_t> residentsWithoutCouncil; ///< of those; no value: not recorded, or no such area
    std::vector<plan::Id> withoutArrangement;     ///< responses that name no arrangement: they count in none

    const AnswerTotal& of(Answer answer) const { return totals[static_cast<std::size_t>(answer)]; }
    std::size_t localCouncils() const; ///< that are asked
    /// Whether anything at all is recorded of this arrangement.
    bool anyRecorded() const;
};

/// What was said for each area, for a map: by its local council, else by another body.
std::map<plan::Id, Answer> answersByArea(const LocalResponses& responses);
/// Number of the palette, from 1, in which an answer is drawn everywhere.
int colourOf(Answer answer);

/// The name of an area's local council: as recorded, else made of the area's name and the kind of council;
/// empty if it has none, or nothing is recorded of one.
std::string localCouncilName(const plan::Area& area);

/// Responses to one arrangement. Asked are the local councils of all areas of the plan: those recorded, and
/// of a parish without a record of one whoever it is ("Saltford local council"). Areas with a council of the
/// same name in the same authority share it. A response belongs to an area's council if it has the council's
/// name or another that speaks of a local council; every other one is of another body. Of several responses
/// of one body the latest counts.
LocalResponses localResponses(const plan::Plan& plan, plan::Id arrangement);

} // namespace wardmote::analysis
