#pragma once
#include "core/base/progress.h"
#include "ui/widgets/record_columns.h"

#include <QCollatorSortKey>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace wardmote::ui {

/// What sorting and searching compare, worked out beforehand: plain data that is made on any thread.
struct RecordKeys {
    struct SortKey {
        bool missing = true;
        double number = 0;
        std::optional<QCollatorSortKey> text;

        /// Smaller, equal or greater than zero. What is not recorded comes last.
        int compare(const SortKey& other) const;
    };
    using OfColumn = std::unordered_map<plan::Id, SortKey>;

    std::map<int, OfColumn> sorting; ///< by column
    /// The records in order of a column, rising: of columns whose keys are all here.
    std::map<int, std::vector<plan::Id>> order;
    std::unordered_map<plan::Id, std::string> texts; ///< folded: all that the record's columns say
};

/// Which keys are to be worked out.
struct KeysWanted {
    std::map<int, std::vector<plan::Id>> sorting; ///< by column
    std::vector<plan::Id> texts;

    std::size_t size() const;
};

/// The ids in order of their keys; what sorts alike, by id.
std::vector<plan::Id> sortedBy(const RecordKeys::OfColumn& keys);

/// Stops early, with the keys made so far, when asked to.
RecordKeys makeKeys(const RecordColumns& columns, const KeysWanted& wanted, const Progress& progress = {});

} // namespace wardmote::ui
