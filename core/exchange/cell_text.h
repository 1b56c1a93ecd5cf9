#pragma once
#include "core/plan/plan.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How a field's value stands in one cell of an exported table, so that it imports again without loss.
///
///   text, long text  as it is
///   integer, number  digits with a point: 1234, 0.5
///   money            pounds: 1234.50
///   flag             yes, no
///   date, time       2013-05-08, 19:00
///   choice           its key: service_based (its label is read too)
///   recurrence       an RRULE: FREQ=MONTHLY;BYDAY=2TU
///   boundary         WKT, metres on the British National Grid: MULTIPOLYGON (((...)))
///   reference        the record's name; where another of its kind has the same name, or it has none,
///                    with its id: Keynsham [123456789012345]
///   links            items separated by "; ". An item is its key (a name as for a reference, or a word),
///                    then what else is recorded of it in round brackets, as key=value, separated by ", ":
///                        Avon and Somerset Police (people=2, paid=yes, how=by_topic); Curo
///                    A part that holds ; , ( ) = " or a line break, or begins or ends with a space, stands
///                    in double quotes, quotes inside doubled: "Bath, Twerton and Whiteway"
///
/// A list as other people write it ("A, B") is not of this form: fromCell then gives nothing, and the
/// importer reads it leniently.
namespace wardmote::exchange {

/// Heading of the column that holds a record's own id in exports. Not "id", which a source may use.
inline constexpr std::string_view idHeading = "wardmote_id";

/// Writes cells of one plan; knows which names are ambiguous.
class CellWriter {
public:
    explicit CellWriter(const plan::Plan& plan) : plan_(plan) {}
    std::string toCell(const plan::FieldInfo& field, const plan::Value& value) const;
    /// As a reference cell: the name alone where it is unambiguous.
    std::string reference(plan::RecordKind kind, plan::Id id) const;

private:
    const std::map<std::string, int>& namesOf(plan::RecordKind kind) const;
    const plan::Plan& plan_;
    mutable std::map<plan::RecordKind, std::map<std::string, int>> names_; ///< name folded -> how many
};

/// One cell; for many cells of one plan use a CellWriter.
std::string toCell(const plan::Plan& plan, const plan::FieldInfo& field, const plan::Value& value);

/// A reference as it was written: a name, an id, or both.
struct WrittenReference {
    std::string name;
    plan::Id id = 0;
};
/// "Keynsham [12]" -> Keynsham, 12; "Keynsham" -> Keynsham, 0.
WrittenReference readReference(std::string_view cell);
/// The opposite; an empty id is left out.
std::string writtenReference(std::string_view name, std::string_view id);

/// Finds the record that a reference means; nothing if there is none (the cell then can't be read as it
/// stands).
using ReferenceResolver =
    std::function<std::optional<plan::Id>(plan::RecordKind kind, const WrittenReference& reference)>;
/// Looks in the plan only: by id where one is written and the record is there, else by exact name if one
/// record alone has it.
ReferenceResolver resolverOf(const plan::Plan& plan);

/// The value that toCell wrote; std::monostate for an empty cell; nothing if the cell is not of the form
/// above or a reference resolves to nothing.
std::optional<plan::Value> fromCell(const plan::FieldInfo& field, std::string_view cell,
                                    const ReferenceResolver& resolve);

/// The items of a links cell as written, without resolving: to ask a person about those not found. Nothing
/// if the cell is not of the form above.
struct WrittenLink {
    std::string key;
    std::map<std::string, std::string> attributes; ///< by key of the cell; only those recorded
    bool operator==(const WrittenLink&) const = default;
};
std::optional<std::vector<WrittenLink>> readLinks(std::string_view cell);
/// The opposite.
std::string writtenLinks(const std::vector<WrittenLink>& links);

} // namespace wardmote::exchange
