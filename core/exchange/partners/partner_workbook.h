#pragma once
#include "core/base/result.h"
#include "core/plan/partner_list.h"
#include "core/plan/plan.h"

#include <filesystem>

namespace wardmote::exchange {

struct PartnerRequest {
    plan::Id partner = 0;                       ///< an organisation
    plan::Id footprintSet = 0;                  ///< her own places; 0: the plan's areas
    std::vector<const plan::FieldInfo*> fields; ///< some of partnerFields(); empty: the usual
    plan::Id list = 0;                          ///< id of the PartnerList that remembers it
    plan::Date today;
};

/// Headings of the columns that are no field, and the names of the sheets.
namespace partner_sheets {
inline constexpr const char* list = "Your list";
inline constexpr const char* instructions = "How to fill it in";
inline constexpr const char* choices = "Choices"; ///< hidden: what drop-downs offer
inline constexpr const char* record = "Wardmote"; ///< hidden: which list this is, and its columns
inline constexpr std::string_view mark = "wardmote_partner_list";
inline constexpr std::string_view idHeading = "Record (leave as it is)";
inline constexpr std::string_view partHeading = "Your part";
inline constexpr std::size_t headerRow = 2; ///< from 0, below title and advice
} // namespace partner_sheets

/// What a partner is sent: an Excel workbook of the mechanisms that she leads or attends, one a row, with
/// drop-downs for choices and for yes and no, dates as dates, blanks marked "please check" by their words and
/// their look, her own places instead of areas, room for new rows, a protected header, and a sheet of advice
/// in plain words. No cells are merged. Ids stand in a hidden column, the list's in a hidden sheet. Gives the
/// list as it was sent, to be kept in the plan; the file is written before that.
Result<plan::PartnerList> writePartnerWorkbook(const plan::Plan& plan, const PartnerRequest& request,
                                               const std::filesystem::path& file);

/// Cells of a row as PartnerListRow::content, and back; unreadable content gives none.
std::string rowContent(const std::vector<std::pair<std::string, std::string>>& cells);
std::vector<std::pair<std::string, std::string>> cellsOf(const plan::PartnerListRow& row);

} // namespace wardmote::exchange
