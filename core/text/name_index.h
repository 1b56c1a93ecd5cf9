#pragma once
#include "core/text/names.h"

#include <cstdint>
#include <unordered_map>

namespace wardmote::text {

/// Finds names like a given one among many without comparing with each: only names that share a specific
/// word, the beginning of one, or initials are compared, rare words first and at most some hundred names.
/// Names go by a number of the caller's.
class NameIndex {
public:
    struct Found {
        std::int64_t id = 0;
        double similarity = 0;
        bool operator==(const Found&) const = default;
    };

    void add(std::string_view name, std::int64_t id);
    std::size_t size() const { return entries_.size(); }

    /// Ids of names that are the same name; each once, ascending.
    std::vector<std::int64_t> same(std::string_view name) const;
    /// The most alike first (then by id), each id once with its best name; the same name has similarity 1.
    std::vector<Found> near(std::string_view name, double atLeast = nearMatch, std::size_t limit = 5) const;

private:
    struct Entry {
        NameKey key;
        std::int64_t id;
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> byPlain_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> byToken_;
};

} // namespace wardmote::text
