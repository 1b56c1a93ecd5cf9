#pragma once
#include "core/analysis/figure.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <array>
#include <string_view>

namespace wardmote::analysis {

/// What a pair of mechanisms is to one another: the first that fits, in this order.
enum class PairClass : std::uint8_t {
    recordedTwice,     ///< one thing entered two times: names alike, and the same lead or the same pattern
    parentAndSubGroup, ///< one reports to the other, directly or through others, or its name says so: no
                       ///< duplication
    succeeded,         ///< one replaced the other, wholly or in part, or is its later self: no duplication
    possibleDuplicate, ///< score and place Jaccard at or over their thresholds, and some purpose shared where
                       ///< both record it
    nested,            ///< containment high, place Jaccard low, purpose shared
    overlapping,  ///< a place and a purpose shared (where purpose is not recorded: audience or attendance)
    complementary ///< the same place, little purpose shared
};
inline constexpr std::size_t pairClassCount = 7;
std::string_view keyOf(PairClass kind);   ///< "possible_duplicate"; stable
std::string_view labelOf(PairClass kind); ///< "Possible duplicate"; careful, as nobody has looked yet

/// Likeness by component, each 0..1, empty where one of the two does not record it.
///
///   place       Jaccard of the areas covered, weighted by residents (by number of areas where an area of
///               either has no residents recorded; see Pair::placeByAreas)
///   purpose     Jaccard of themes
///   audience    over the communities that either names: 1 if both do, 1/2 if one names it and the other
///               engages everyone, else 0; divided by their number. Both engage everyone and name nobody: 1/2
///   attendance  Jaccard of the organisations attending that count
///
/// Which organisations count: not those with general names ("residents", "ward councillors"); not those that
/// attend over half of all mechanisms compared (from four mechanisms on: below, any organisation shared by
/// two would); the plan's own council only by service: where the council itself is listed, the mechanism's
/// own service stands for it, and where none is recorded it does not count.
struct Components {
    std::optional<double> place;
    std::optional<double> purpose;
    std::optional<double> audience;
    std::optional<double> attendance;
    bool operator==(const Components&) const = default;
};

struct Pair {
    plan::Id a = 0; ///< the smaller id of the two
    plan::Id b = 0;
    PairClass kind = PairClass::overlapping;
    Components components;
    std::optional<double> score; ///< weighted mean over the components recorded on both; 0 where both record
                                 ///< place and share none; empty where not enough is recorded
    double confidence = 0;       ///< share of the weights whose component is recorded on both
    std::optional<double> containment; ///< share of the smaller's residents (or areas) that the larger covers
    bool placeByAreas = false;         ///< place and containment are by number of areas
    bool inPart = false;               ///< of succeeded: in part
    bool byName = false; ///< of succeeded, parent and sub-group: as their names say; no link is recorded
    /// The smaller of the two: it covers fewer residents (or areas); else holds fewer meetings as far as
    /// recorded; else has the larger id.
    plan::Id smaller = 0;

    double order() const { return score.value_or(0) * confidence; }
    bool isDuplication() const {
        return kind == PairClass::recordedTwice || kind == PairClass::possibleDuplicate;
    }
    /// The two engage the same people about the same things in some place.
    bool overlaps() const {
        return isDuplication() || kind == PairClass::nested || kind == PairClass::overlapping;
    }
    bool operator==(const Pair&) const = default;
};

/// Two mechanisms that can't be compared yet, and the blanks to fill in before they can.
struct UnscoredPair {
    plan::Id a = 0;
    plan::Id b = 0;
    double confidence = 0;
    std::vector<Blank> missing; ///< place first, then by weight
};

/// A mechanism that can't be compared with others, with what it lacks.
struct Gap {
    plan::Id mechanism = 0;
    std::vector<const plan::FieldInfo*> missing;
    std::size_t pairs = 0; ///< pairs that wait for it
};

/// Three or more mechanisms of which every two overlap with a score at or over the threshold.
struct Family {
    std::vector<plan::Id> mechanisms; ///< in order of id
    double weakest = 0;               ///< lowest order (score x confidence) of a pair within
};

struct DuplicationOptions {
    plan::Date today;
    std::vector<plan::Id> areas;      ///< only mechanisms that cover one of these; empty: all
    std::optional<double> threshold;  ///< instead of the plan's
    std::size_t keepPairs = 20'000;   ///< the first so many by order are listed, all are counted
    std::size_t keepUnscored = 1'000; ///< the same for pairs without a score
    unsigned threads = 0;             ///< 0: as many as the machine has
};

struct Duplication {
    std::vector<Pair> pairs;  ///< by order, best first; equals by a, then b
    std::size_t compared = 0; ///< pairs of mechanisms that are active and exist at the same time
    std::array<std::size_t, pairClassCount> counts{}; ///< of all pairs, listed or not, by class
    std::vector<UnscoredPair> notEnough;              ///< most alike in what is recorded first
    std::size_t notEnoughInAll = 0;
    std::vector<Gap> gaps;                ///< most pairs waiting first
    std::vector<Family> families;         ///< strongest first
    std::vector<plan::Id> attendOverHalf; ///< organisations shown but not counted
    std::size_t inPairs() const;          ///< how many pairs there are in all classes
    std::size_t countOf(PairClass kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

/// Compares every two mechanisms that are active and exist at the same time, exactly.
///
/// Score, thresholds and limits are those of the plan's settings (weights .35 place, .30 purpose, .15
/// audience, .20 attendance unless changed). No score unless place and one other component are recorded on
/// both and confidence reaches the settings' need: such pairs are in `notEnough`.
///
/// Active: status active or not recorded, and not ended by today. Exist at the same time: unless one ended
/// (or, with no status recorded, last met over a year) before the other was set up, or all that is known of
/// one lies over two years before all that is known of the other. A link (reports to, replaced by) is always
/// listed, and never overruled by likeness: linked pairs are not "recorded twice".
///
/// Where no link is recorded, names alone are believed in two cases, both only in one place (place Jaccard at
/// or over its limit); Pair::byName says so. A later self is `succeeded`: names that differ only by a year
/// ("Bathavon Forum", "Bathavon Forum (2022)"), or lives that do not meet and names that read alike
/// (text::nearMatch). A name made of the other's and words for a sub-group ("Bath City Forum", "Bath City
/// Forum Transport Sub Group"), or a lead that has the other's name, makes `parentAndSubGroup`. All others
/// whose lives do not meet are no pair.
///
/// Otherwise names are compared only for pairs that would be possible duplicates or that share a place and
/// have the same normalised name. Families come from complete linkage in order of the pairs, so they are
/// repeatable. The only error is "Stopped".
Result<Duplication> findDuplication(const plan::Plan& plan, const DuplicationOptions& options,
                                    const Progress& progress = {});

} // namespace wardmote::analysis
