#pragma once
#include "core/analysis/cost.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/plan/change.h"

#include <functional>

namespace wardmote::analysis {

enum class StreamlineBy : std::uint8_t { staffHours, spending, meetings };

/// What is asked: the smallest set of mechanisms that keeps the coverage recorded today.
struct StreamliningOptions {
    plan::Date today;
    StreamlineBy objective = StreamlineBy::staffHours;
    bool nominalToo = false;              ///< what is covered in name only must stay covered at least in name
    bool byTier = false;                  ///< the tier is a part of what must be kept
    bool byParticipation = false;         ///< the level of participation too
    bool keepStatutory = true;            ///< what the law requires stays
    std::vector<plan::Id> keep;           ///< pinned
    std::vector<plan::Id> close;          ///< ends whatever it covers
    plan::Id scenario = 0;                ///< what it keeps is pinned as well, what it ends closed; 0: none
    std::vector<plan::Id> areas;          ///< only mechanisms that cover one of them may end; empty: all may
    std::optional<double> meetingsAMonth; ///< of an organisation, at most; by its meetings a year over twelve
    bool runnerUp = true;                 ///< whether the second-best is asked for as well
    std::optional<double> seconds;        ///< cuts the search off; the steps are counted otherwise
};

/// One thing that is covered today: a place, a theme and an audience.
struct StreamliningCell {
    plan::Id area = 0;
    plan::Id theme = 0;
    plan::Id audience = 0; ///< 0: not recorded, covered in name only
    std::optional<plan::Tier> tier;
    std::optional<plan::ParticipationLevel> participation;
    bool nominal = false; ///< covered in name only
    auto operator<=>(const StreamliningCell&) const = default;
};

struct KeptMechanism {
    enum class Because : std::uint8_t {
        onlyCover, ///< of those kept, only it covers `cells`
        statutory,
        pinned,
        costNotRecorded,    ///< set aside: it stays, and its cost is not counted as nothing
        coverageNotRecorded ///< set aside: what it covers is not known, so neither is what its end would lose
    };
    plan::Id mechanism = 0;
    Because because = Because::onlyCover;
    std::vector<StreamliningCell> cells; ///< that only it covers among those that stay; in order
};

struct OrganisationOverLimit {
    plan::Id organisation = 0;
    double meetingsAMonth = 0; ///< of what is kept
    bool byFixed = false;      ///< what must stay is over the limit by itself, so that it was not applied
};

/// A set that would do as well but for its cost.
struct RunnerUp {
    std::vector<plan::Id> keptInstead;  ///< kept here and ended in the answer
    std::vector<plan::Id> endedInstead; ///< the other way round
    double objective = 0;
    bool optimal = false; ///< no other different set costs less
};

struct Streamlining {
    std::vector<KeptMechanism> keep;    ///< of those asked about, by name
    std::vector<plan::Id> end;          ///< by name
    std::vector<MechanismCost> kept;    ///< costs of `keep`, in that order
    std::vector<MechanismCost> ended;   ///< costs of `end`
    CostTotals saving;                  ///< of `end`; lines are never added to one another
    std::size_t cells = 0;              ///< covered today, and kept
    std::vector<StreamliningCell> lost; ///< that only closed ones cover
    double objective = 0;               ///< of what is kept and could have ended or is fixed, where recorded
    double today = 0;                   ///< the same of all that is asked about
    double bound = 0;                   ///< no set of those that keep the coverage has less
    bool optimal = false;
    bool stoppedEarly = false;
    bool limitNotKept =
        false; ///< there is no set that keeps the limit, or none was found: answered without it
    std::vector<OrganisationOverLimit> over;
    std::vector<plan::Id> meetingsNotRecorded; ///< of those kept: they count for no limit
    std::optional<RunnerUp> runnerUp; ///< nothing: not asked for, not found in time, or there is no other
    bool noOther = false;             ///< every other set is this one and more
    double gap() const { return objective > 0 ? (objective - bound) / objective : 0; }
};

/// The best so far, while the search runs.
struct StreamliningSoFar {
    std::size_t kept = 0;
    double objective = 0;
    double gap = 1;
};

/// Answers the question. The unit of objective and bound is hours, pounds or meetings a year, counted to a
/// hundredth. Covered and nominal are those of findCoverage(): covered is by a mechanism that is active, met
/// within twelve months and names its audience. A mechanism whose cost, place, themes, audiences or last
/// meeting are not recorded, as far as the question needs them, is set aside: it stays, and what it is known
/// to cover is covered. `better` hears of each better set, from the thread that asks. Errors: "Stopped"
/// before there was anything.
Result<Streamlining> streamlined(const plan::Plan& plan, const StreamliningOptions& options,
                                 const Progress& progress = {},
                                 const std::function<void(const StreamliningSoFar&)>& better = {});

/// "Keynsham, Highways and transport, Everyone".
std::string cellInWords(const plan::Plan& plan, const StreamliningCell& cell);
/// "staff hours a year".
std::string_view labelOf(StreamlineBy objective);

/// The answer as a draft scenario: a change for each mechanism that is kept or ended, with its reason. What
/// was set aside is left as it is.
plan::Changes scenarioOf(const plan::Plan& plan, const Streamlining& answer, const std::string& name,
                         const std::string& rationale, plan::IdSource& ids);

} // namespace wardmote::analysis
