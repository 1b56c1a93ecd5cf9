#pragma once
#include "core/plan/plan.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace wardmote::exchange {

/// The fields of mechanisms that a partner's list can have, in the order of the form: what she can know, and
/// what a cell can hold. Notes, sources, cost lines and personal fields stay here.
std::vector<const plan::FieldInfo*> partnerFields();
/// Those that a list has unless others are chosen.
std::vector<const plan::FieldInfo*> usualPartnerFields();

/// Whether the organisation is the partner or a part of hers.
bool isPartOf(const plan::Plan& plan, plan::Id organisation, plan::Id partner);
bool leads(const plan::Plan& plan, const plan::Mechanism& mechanism, plan::Id partner);
/// Mechanisms not ended that she or a part of hers leads, runs or attends, by name.
std::vector<plan::Id> mechanismsOfPartner(const plan::Plan& plan, plan::Id partner);

/// What a cell says where the whole area of the plan is covered.
inline constexpr std::string_view wholeAreaWords = "Whole area";
/// What stands in a cell of which nothing is recorded.
inline constexpr std::string_view pleaseCheck = "please check";

/// Every organisation for which there is one, the plan's own council and its parts left out: one pass over
/// the plan.
std::set<plan::Id> partnersIn(const plan::Plan& plan);

/// How the plan's content stands in a partner's cells: words that a person types, lists with semicolons,
/// places by her own names. Translates her places back.
class PartnerCells {
public:
    /// footprintSet 0: places are the plan's areas.
    PartnerCells(const plan::Plan& plan, plan::Id footprintSet);

    /// Empty where nothing is recorded. Dates are ISO, numbers have a point, money is in pounds.
    std::string text(const plan::FieldInfo& field, const plan::Mechanism& mechanism) const;
    /// The same of a value that is not in the plan.
    std::string text(const plan::FieldInfo& field, const plan::Value& value) const;

    struct Places {
        std::set<plan::Id> areas;
        std::vector<std::string> others; ///< words that are none of her places
    };
    /// The areas that her words mean for a mechanism that covers `now`: of a place of hers that was in her
    /// list already only what is covered now, of one that she adds all of it.
    Places areasOf(const std::vector<std::string>& words, const std::set<plan::Id>& now) const;

private:
    std::vector<std::string> placesOf(const std::set<plan::Id>& areas) const;
    const plan::Plan& plan_;
    std::vector<const plan::Footprint*> footprints_;       ///< by name
    std::map<std::string, const plan::Footprint*> byName_; ///< folded name or code
};

/// "A; B" or one on a line, tidied; without blanks.
std::vector<std::string> itemsOf(std::string_view cell);
/// A cell as it is compared: tidied; "please check" is blank.
std::string partnerWords(std::string_view cell);

} // namespace wardmote::exchange
