#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/table.h"
#include "core/plan/plan.h"

#include <map>
#include <span>

namespace wardmote::exchange {

/// The rows of a partner's returned workbook, before they are understood.
struct ReturnedSheet {
    plan::Id list = 0; ///< as its hidden sheet says; 0: that sheet is gone
    plan::Id partner = 0;
    plan::Id footprintSet = 0;
    struct Row {
        plan::Id id = 0; ///< as written; 0: none, or no number
        bool idUnreadable = false;
        std::size_t number = 0;
        std::map<std::string_view, std::string> cells; ///< by key of the field; "please check" is blank
    };
    std::vector<const plan::FieldInfo*> fields; ///< columns found, in their order
    std::vector<Row> rows;                      ///< with anything in them
    std::vector<std::string> warnings;
};

/// Finds the sheet, its header and its columns: by their headings, else by the place that the hidden sheet
/// gives them. An Error if no sheet looks like her list.
Result<ReturnedSheet> readReturnedSheet(std::span<const Table> tables);

} // namespace wardmote::exchange
