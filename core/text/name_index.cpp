#include "core/text/name_index.h"

#include <algorithm>

namespace wardmote::text {
namespace {

/// Comparing takes microseconds; twenty thousand names are to take seconds.
constexpr std::size_t comparedAtMost = 400;

/// What two alike names have in common at least once: a specific word, or its first four letters (a slip of
/// the pen is mostly further on), or its last four.
std::vector<std::string> tokensOf(const NameKey& key) {
    std::vector<std::string> tokens;
    const auto take = [&](const std::string& word) {
        if (word.size() < 5) {
            tokens.push_back(word);
        } else {
            tokens.push_back(word.substr(0, 4) + '*');
            tokens.push_back('*' + word.substr(word.size() - 4));
        }
    };
    std::ranges::for_each(key.specific, take);
    if (key.specific.empty()) {
        std::ranges::for_each(key.general, take);
    }
    if (key.initials.size() >= 3 && key.plain.find(' ') != std::string::npos) {
        tokens.push_back("=" + key.initials);
    } else if (key.plain.size() >= 3) {
        tokens.push_back("=" + key.plain);
    }
    std::ranges::sort(tokens);
    const auto end = std::ranges::unique(tokens);
    tokens.erase(end.begin(), end.end());
    return tokens;
}

} // namespace

void NameIndex::add(std::string_view name, std::int64_t id) {
    auto key = nameKey(name);
    if (key.plain.empty()) {
        return;
    }
    const auto at = static_cast<std::uint32_t>(entries_.size());
    byPlain_[key.plain].push_back(at);
    for (auto& token : tokensOf(key)) {
        byToken_[std::move(token)].push_back(at);
    }
    entries_.push_back({std::move(key), id});
}

std::vector<std::int64_t> NameIndex::same(std::string_view name) const {
    std::vector<std::int64_t> ids;
    if (const auto found = byPlain_.find(normalisedName(name)); found != byPlain_.end()) {
        for (const auto at : found->second) {
            ids.push_back(entries_[at].id);
        }
    }
    std::ranges::sort(ids);
    const auto end = std::ranges::unique(ids);
    ids.erase(end.begin(), end.end());
    return ids;
}

std::vector<NameIndex::Found> NameIndex::near(std::string_view name, double atLeast,
                                              std::size_t limit) const {
    const auto key = nameKey(name);
    std::vector<const std::vector<std::uint32_t>*> shared;
    for (const auto& token : tokensOf(key)) {
        if (const auto found = byToken_.find(token); found != byToken_.end()) {
            shared.push_back(&found->second);
        }
    }
    // The rarest words first; what only words of hundreds of names would find is left.
    std::ranges::stable_sort(shared, {}, [](const auto* entries) { return entries->size(); });
    std::vector<std::uint32_t> candidates;
    for (const auto* entries : shared) {
        if (candidates.size() + entries->size() > comparedAtMost) {
            break;
        }
        candidates.insert(candidates.end(), entries->begin(), entries->end());
    }
    std::ranges::sort(candidates);
    const auto end = std::ranges::unique(candidates);
    candidates.erase(end.begin(), end.end());
    std::unordered_map<std::int64_t, double> best;
    for (const auto at : candidates) {
        const auto likeness = similarity(key, entries_[at].key);
        if (likeness >= atLeast) {
            auto& known = best[entries_[at].id];
            known = std::max(known, likeness);
        }
    }
    std::vector<Found> found;
    found.reserve(best.size());
    for (const auto& [id, likeness] : best) {
        found.push_back({id, likeness});
    }
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
    });
    if (found.size() > limit) {
        found.resize(limit);
    }
    return found;
}

} // namespace wardmote::text
