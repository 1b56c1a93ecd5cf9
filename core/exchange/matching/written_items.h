#pragma once
#include "core/plan/plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Lists that people write by hand in the form of an export (see cell_text.h), though their sheet is none:
///
///     Curo (people=2, paid=yes), Police            hire (amount=480)            Keynsham [123456789012]
///
/// More lenient than the form itself: items may be parted by commas or line breaks too, only some of them
/// need be of the form, and the keys in the brackets may be the labels that are on screen.
namespace wardmote::exchange {

/// One entry of such a list.
struct WrittenItem {
    std::string name;   ///< its words without brackets and id; of an entry not of the form, all its words
    plan::Id id = 0;    ///< where one is written
    bool plain = true;  ///< not of the form: to be read leniently
    std::string asRead; ///< the entry as it was written
    /// What the brackets say, by the keys of the list's cells.
    std::vector<std::pair<const plan::FieldInfo*, std::string>> attributes;
};

/// The entries of a cell, in their order; nothing where none of them is of the form with keys that this list
/// has: the cell is then read leniently as a whole.
std::optional<std::vector<WrittenItem>> readWrittenItems(const plan::FieldInfo& list, std::string_view cell);

} // namespace wardmote::exchange
