#pragma once
#include "core/exchange/reading/table.h"
#include "core/plan/plan.h"
#include "core/text/dates.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// The first half of an import: what each sheet is, where its header is, which column means which field. Made
/// by proposeSetup(), shown and changed on screen, then given to proposeImport().
namespace wardmote::exchange {

/// What the rows of a sheet are.
enum class ImportForm : std::uint8_t {
    skip,    ///< the sheet is left out
    records, ///< a row is a record (rows that repeat one are gathered: a list of mechanism, organisation)
    datedMeetings, ///< a row is a dated meeting; those of one name are gathered into a mechanism
    clusterAreas,  ///< a row is an area with the cluster it is in; several arrangements in one list
    relations,     ///< a row says how two mechanisms relate: succeeded, nested
    footprints,    ///< a row is a footprint with its boundary, or an area with a footprint that takes it in
};

/// What a column is used for: the key of a field of the record kind, or one of the uses in column_uses.
/// Empty: the column is not imported.
using ColumnUse = std::string;

/// Uses of a column that are no field of the record. A use whose column says more than a field can hold
/// keeps its words in the notes.
namespace column_uses {
inline constexpr std::string_view id = "@id";                        ///< wardmote_id of an export
inline constexpr std::string_view note = "@note";                    ///< kept in the notes: "Heading: words"
inline constexpr std::string_view areaCodes = "@area_codes";         ///< of areas covered; preferred to names
inline constexpr std::string_view period = "@period";                ///< "2008 to about 2011"
inline constexpr std::string_view councilArea = "@council_area";     ///< whose "district" a row means
inline constexpr std::string_view meetingDate = "@meeting_date";     ///< of a dated meeting
inline constexpr std::string_view areaCode = "@area_code";           ///< clusterAreas: the area's code
inline constexpr std::string_view areaName = "@area_name";           ///< clusterAreas: the area's name
inline constexpr std::string_view cluster = "@cluster";              ///< clusterAreas
inline constexpr std::string_view arrangement = "@arrangement";      ///< clusterAreas: the scheme
inline constexpr std::string_view footprintCode = "@footprint_code"; ///< footprints
inline constexpr std::string_view footprintName = "@footprint_name"; ///< footprints
inline constexpr std::string_view footprintSet = "@footprint_set";   ///< the set; by default the list's name
inline constexpr std::string_view footprintKind = "@footprint_kind"; ///< of a new set: "wards"
inline constexpr std::string_view codeVintage = "@code_vintage";     ///< of a new set: year of its codes
inline constexpr std::string_view share = "@share";    ///< of the area that lies in the footprint
inline constexpr std::string_view fromId = "@from_id"; ///< relations: the source's id of the first
inline constexpr std::string_view fromName = "@from_name";
inline constexpr std::string_view toId = "@to_id";
inline constexpr std::string_view toName = "@to_name";
inline constexpr std::string_view relation = "@relation"; ///< "succeeded in part", "nested"
inline constexpr std::string_view series = "@series";     ///< meetings: UID of their series in a calendar
inline constexpr std::string_view reason = "@reason";     ///< relations: why; tells sub-groups
} // namespace column_uses

/// One of the uses that a column may be given, as a list on screen offers them.
struct ColumnChoice {
    ColumnUse use;
    std::string label; ///< "Lead organisation"
    std::string group; ///< "Who runs it"
    bool operator==(const ColumnChoice&) const = default;
};
/// All uses for a form and kind of record; the first is "" (not imported).
std::vector<ColumnChoice> columnChoices(ImportForm form, plan::RecordKind kind);

enum class MatchedBy : std::uint8_t { nothing, key, label, alias, likeness, pattern, remembered, person };

struct ColumnMatching {
    std::string heading; ///< as the file has it, tidied; "Column C" where it has none
    ColumnUse use;
    MatchedBy by = MatchedBy::nothing;
    std::string example; ///< the first words found in it
    bool blank = false;  ///< no row has anything in it
    bool operator==(const ColumnMatching&) const = default;
};

/// A field that every row of a sheet has though no column says so: service = Housing.
struct ImportConstant {
    ColumnUse use;
    std::string words;
    bool operator==(const ImportConstant&) const = default;
};

/// Only rows with one of these words in the column are imported.
struct RowFilter {
    std::size_t column = 0;
    std::vector<std::string> keep;
    bool operator==(const RowFilter&) const = default;
};

/// How one sheet is to be imported.
struct SheetSetup {
    std::size_t table = 0; ///< its place in the tables given
    std::string name;      ///< of the sheet
    ImportForm form = ImportForm::records;
    plan::RecordKind kind = plan::RecordKind::mechanism; ///< of records
    std::optional<std::size_t> headerRow; ///< place in the table; nothing: columns have no headings
    std::size_t firstRow = 0;             ///< of the data
    std::size_t endRow = 0;               ///< after the last row of the data
    std::vector<ColumnMatching> columns;  ///< one for each column of the table
    std::vector<ImportConstant> constants;
    std::optional<RowFilter> filter;
    /// What the list is called: rows are found again by their ids within one source. Without spaces at the
    /// ends; by default the file's name without ending, and the sheet's where there are several.
    std::string source;
    text::DateOrder dateOrder = text::DateOrder::dayFirst;
    std::string shape;             ///< what identifies files of this shape: headings, normalised
    plan::Id remembered = 0;       ///< the ImportMatching record that this came from
    std::vector<Warning> warnings; ///< title rows passed over, totals left out, vintages mixed, blank columns
    bool operator==(const SheetSetup&) const = default;
};

struct ImportSetup {
    std::string fileName; ///< with ending, without folder
    std::vector<SheetSetup> sheets;
    bool operator==(const ImportSetup&) const = default;
};

/// Finds out what each sheet is. Hidden and empty sheets are skipped. `wanted` fixes the kind of record where
/// a page or the command line has asked for one.
ImportSetup proposeSetup(std::span<const Table> tables, const std::string& fileName, const plan::Plan& plan,
                         std::optional<plan::RecordKind> wanted = {});

/// The sheet as another form or kind of record, or with another header row: columns matched anew.
SheetSetup rematched(const SheetSetup& sheet, const Table& table, const plan::Plan& plan);

/// A column given another use by a person; a use that only one column may have is taken from the other.
void setUse(SheetSetup& sheet, std::size_t column, const ColumnUse& use);

/// "Excel" name of a column: 0 is A, 26 is AA.
std::string columnLetter(std::size_t column);

/// The parts of a heading of ONS geography: "PARNCP25CD" is code of parishes of 2025; "LSOA code (2011)" and
/// "Ward name" say the same in words.
struct OnsHeading {
    std::string geography; ///< "PARNCP", upper case
    int year = 0;          ///< 2025; 0: not said
    bool code = false;     ///< CD; otherwise a name
    bool welsh = false;    ///< NMW
};
std::optional<OnsHeading> readOnsHeading(std::string_view heading);

} // namespace wardmote::exchange
