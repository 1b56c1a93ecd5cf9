#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/table.h"
#include "core/plan/change.h"
#include "core/plan/partner_list.h"

#include <optional>
#include <set>
#include <span>

/// A partner's list on its way back: what she says of her mechanisms against what the plan says and what her
/// list said last time. Nothing is changed until a person has chosen, field by field.
namespace wardmote::exchange {

/// Who has changed a field since her list was last sent or received.
enum class ChangedBy : std::uint8_t {
    her,    ///< the plan is as the list was
    us,     ///< she left it as the list was: taking hers would undo what was recorded since
    both,   ///< neither is as the list was
    unknown ///< no earlier list says
};

struct FieldDifference {
    const plan::FieldInfo* field = nullptr;
    std::string ours; ///< in words; empty: not recorded
    std::string hers; ///< as she wrote it; empty: she left it blank
    std::optional<std::string> last;
    ChangedBy changedBy = ChangedBy::unknown;
    plan::Value value;   ///< what taking hers would record
    std::string problem; ///< not empty: hers can't be taken, and why
};

struct RowDifference {
    plan::Id mechanism = 0; ///< of a new row the id that it would get
    bool isNew = false;
    std::string name;
    std::size_t row = 0;                 ///< as a person sees it in the sheet
    std::vector<FieldDifference> fields; ///< of a new row what she says of it
    std::vector<std::string> notices;
};

struct PartnerReturn {
    plan::Id partner = 0;
    std::optional<plan::PartnerList> sent; ///< the list as the plan knows it; nothing if it knows none
    std::vector<RowDifference> rows;       ///< with a difference or new, in the order of her list
    std::size_t same = 0;                  ///< rows that agree with the plan
    std::vector<plan::Id> missing;         ///< hers in the plan and in the list sent, no longer in her list
    std::vector<std::string> sinceLast;    ///< what she changed since her last list, a sentence each
    std::vector<std::string> warnings;
    std::vector<plan::PartnerListRow> written; ///< her rows, to be remembered
    std::string fileName;
    plan::Id footprintSet = 0;
    std::vector<plan::Change> made; ///< organisations she names that the plan does not know, and new rows

    std::size_t differences() const;
};

struct ReturnOptions {
    plan::Date today;
    std::uint64_t seed = 1; ///< of new records' ids
};

/// Reads the tables of her workbook. Refused with a message: a workbook of another partner, one without a
/// sheet that can be read as her list. Said as warnings: headings changed, hidden sheet gone, ids pasted over
/// or twice, rows found by name instead.
Result<PartnerReturn> readPartnerReturn(std::span<const Table> tables, const std::string& fileName,
                                        const plan::Plan& plan, plan::Id partner,
                                        const ReturnOptions& options);

/// What is taken from her list: fields by mechanism and key, and new rows by their ids.
struct ReturnChoice {
    std::set<std::pair<plan::Id, std::string>> fields;
    std::set<plan::Id> newRows;
};
/// Hers everywhere: all that she changed, and all her new rows; not what only we have changed since, and no
/// blanks in place of what is recorded.
ReturnChoice takeHers(const PartnerReturn& back);

/// One edit: what was chosen, and her list remembered as she sent it (with id `list` if the plan knew none).
plan::Changes changesOf(const PartnerReturn& back, const ReturnChoice& choice, const plan::Plan& plan,
                        const ReturnOptions& options, plan::Id list);

} // namespace wardmote::exchange
