#include "core/analysis/calendar.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

// Clashes of a year. Occurrences are put into buckets by whom and what they ask for, a day at a time: two in
// one bucket clash, and pairs that share nothing are never looked at.
namespace wardmote::analysis {
namespace {

using plan::Id;

/// What a key stands for; a pair's are or-ed together.
using What = std::uint8_t;
constexpr What roles = 1;
constexpr What organisations = 2;
constexpr What venue = 4;
constexpr What evening = 8;

TimesMeet timesOf(const Occurrence& a, const Occurrence& b) {
    if (!a.start || !b.start) {
        return TimesMeet::unknown;
    }
    const auto& first = a.start <= b.start ? a : b;
    const auto& second = a.start <= b.start ? b : a;
    if (first.start == second.start) {
        return TimesMeet::overlap; // however short they are
    }
    if (!first.lengthHours) {
        return TimesMeet::unknown;
    }
    const double end = first.start->minutes + 60 * *first.lengthHours;
    return second.start->minutes < end ? TimesMeet::overlap : TimesMeet::apart;
}

/// What two venues are compared by; empty where nobody meets in a room.
std::string venueKey(const std::string& written) {
    auto key = text::folded(text::tidied(written));
    return key == "online" ? std::string() : key;
}

bool askInTheEvening(const Occurrence& occurrence) {
    return !occurrence.wholePlan && (!occurrence.start || occurrence.isEvening());
}

/// The clash of a pair that shares what `shared` says, whatever the times; nothing where they part it.
std::optional<Clash> clashOf(const Calendar& calendar, std::uint32_t a, std::uint32_t b, unsigned shared) {
    Clash clash{a, b, timesOf(calendar.occurrences[a], calendar.occurrences[b])};
    if (clash.times == TimesMeet::apart) {
        shared &= evening;
    }
    if (shared == 0) {
        return std::nullopt;
    }
    clash.roles = (shared & roles) != 0;
    clash.organisations = (shared & organisations) != 0;
    clash.venue = (shared & venue) != 0;
    clash.clusters = (shared & evening) != 0;
    return clash;
}

/// What weighs most: nobody can be in two places; a room can't hold two meetings; a body may send another.
constexpr std::size_t rankCount = 8;
std::size_t rankOf(const Clash& clash) {
    const std::size_t what = clash.roles ? 0 : clash.venue ? 1 : clash.organisations ? 2 : 3;
    return 2 * what + (clash.times == TimesMeet::overlap ? 0 : 1);
}

/// What each occurrence asks for, as numbered keys.
class Asks {
public:
    struct Key {
        std::uint32_t number;
        What what;
    };

    explicit Asks(const Calendar& calendar) {
        firsts_.reserve(calendar.occurrences.size() + 1);
        for (const auto& occurrence : calendar.occurrences) {
            firsts_.push_back(keys_.size());
            if (!occurrence.cancelled) {
                add(occurrence);
            }
        }
        firsts_.push_back(keys_.size());
    }

    std::size_t count() const { return meanings_.size(); }
    std::span<const Key> of(std::size_t occurrence) const {
        return std::span(keys_).subspan(firsts_[occurrence], firsts_[occurrence + 1] - firsts_[occurrence]);
    }
    /// What a key stands for, and the id of who it is (of a venue: 0).
    std::pair<What, Id> meaning(std::size_t number) const { return meanings_[number]; }

private:
    void add(const Occurrence& occurrence) {
        for (const auto id : occurrence.roles) {
            add(numbers_[0], roles, id);
        }
        for (const auto id : occurrence.organisations) {
            add(numbers_[1], organisations, id);
        }
        if (askInTheEvening(occurrence)) {
            for (const auto id : occurrence.clusters) {
                add(numbers_[2], evening, id);
            }
        }
        if (!occurrence.venue.empty()) {
            addVenue(occurrence.venue);
        }
    }
    void add(std::unordered_map<Id, std::uint32_t>& numbers, What what, Id id) {
        const auto [at, fresh] = numbers.try_emplace(id, static_cast<std::uint32_t>(meanings_.size()));
        if (fresh) {
            meanings_.emplace_back(what, id);
        }
        keys_.push_back({at->second, what});
    }
    void addVenue(const std::string& written) {
        const auto [key, freshlyWritten] = venueKeys_.try_emplace(written);
        if (freshlyWritten) {
            key->second = venueKey(written);
        }
        if (key->second.empty()) {
            return;
        }
        const auto [at, fresh] =
            venues_.try_emplace(key->second, static_cast<std::uint32_t>(meanings_.size()));
        if (fresh) {
            meanings_.emplace_back(venue, 0);
        }
        keys_.push_back({at->second, venue});
    }

    std::vector<std::size_t> firsts_; ///< of() begins there; one more than there are occurrences
    std::vector<Key> keys_;
    std::vector<std::pair<What, Id>> meanings_;
    std::array<std::unordered_map<Id, std::uint32_t>, 3> numbers_;
    std::unordered_map<std::string, std::string> venueKeys_; ///< by the venue as it is written
    std::unordered_map<std::string, std::uint32_t> venues_;
};

/// The occurrences of one day after another, in buckets by key.
class Days {
public:
    explicit Days(const Calendar& calendar) : calendar_(calendar), asks_(calendar), buckets_(asks_.count()) {}

    const Asks& asks() const { return asks_; }
    const std::vector<std::uint32_t>& bucket(std::size_t key) const { return buckets_[key].occurrences; }
    const std::vector<std::uint32_t>& keysOfDay() const { return keysOfDay_; }

    /// Calls use(first, last) for each day, with its occurrences in their buckets.
    template<class Use>
    void each(const Progress& progress, Use use) {
        const auto& all = calendar_.occurrences;
        for (std::size_t first = 0; first < all.size() && !progress.stopped();) {
            auto last = first;
            while (last < all.size() && all[last].date == all[first].date) {
                fill(last++);
            }
            use(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
            for (const auto key : keysOfDay_) {
                buckets_[key].occurrences.clear();
                buckets_[key].passed = 0;
            }
            keysOfDay_.clear();
            first = last;
        }
    }

    /// Those of the day after `occurrence` that share something with it. To be asked in order, once each.
    template<class Use>
    void eachAfter(std::uint32_t occurrence, Use use) {
        shared_.resize(calendar_.occurrences.size());
        found_.clear();
        for (const auto& key : asks_.of(occurrence)) {
            auto& bucket = buckets_[key.number];
            for (auto at = ++bucket.passed; at < bucket.occurrences.size(); ++at) {
                const auto other = bucket.occurrences[at];
                if (shared_[other] == 0) {
                    found_.push_back(other);
                }
                shared_[other] |= key.what;
            }
        }
        std::ranges::sort(found_);
        for (const auto other : found_) {
            use(other, std::exchange(shared_[other], std::uint8_t{0}));
        }
    }

private:
    struct Bucket {
        std::vector<std::uint32_t> occurrences;
        std::size_t passed = 0; ///< how many of them eachAfter() has been asked about
    };
    void fill(std::size_t occurrence) {
        for (const auto& key : asks_.of(occurrence)) {
            auto& bucket = buckets_[key.number].occurrences;
            if (bucket.empty()) {
                keysOfDay_.push_back(key.number);
            }
            bucket.push_back(static_cast<std::uint32_t>(occurrence));
        }
    }

    const Calendar& calendar_;
    Asks asks_;
    std::vector<Bucket> buckets_;
    std::vector<std::uint32_t> keysOfDay_;
    std::vector<std::uint8_t> shared_; ///< by occurrence; 0 between the calls
    std::vector<std::uint32_t> found_;
};

std::vector<Clash> ordered(const std::array<std::vector<Clash>, rankCount>& byRank) {
    std::vector<Clash> all;
    for (const auto& some : byRank) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<Id> both(const std::vector<Id>& a, const std::vector<Id>& b) {
    std::vector<Id> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return shared;
}

bool meet(const std::vector<Id>& a, const std::vector<Id>& b) {
    auto at = a.begin();
    return std::ranges::any_of(b, [&](Id id) {
        at = std::lower_bound(at, a.end(), id);
        return at != a.end() && *at == id;
    });
}

/// What a pair shares, whatever the times.
unsigned sharedBy(const Occurrence& a, const Occurrence& b) {
    unsigned shared = 0;
    if (a.cancelled || b.cancelled) {
        return shared;
    }
    shared |= meet(a.roles, b.roles) ? roles : What{0};
    shared |= meet(a.organisations, b.organisations) ? organisations : What{0};
    if (!a.venue.empty() && !b.venue.empty()) {
        const auto key = venueKey(a.venue);
        shared |= !key.empty() && key == venueKey(b.venue) ? venue : What{0};
    }
    if (askInTheEvening(a) && askInTheEvening(b)) {
        shared |= meet(a.clusters, b.clusters) ? evening : What{0};
    }
    return shared;
}

} // namespace

std::vector<Clash> clashesOf(const Calendar& calendar, const Progress& progress) {
    std::array<std::vector<Clash>, rankCount> byRank;
    Days days(calendar);
    days.each(progress, [&](std::uint32_t first, std::uint32_t last) {
        for (auto a = first; a < last; ++a) {
            days.eachAfter(a, [&](std::uint32_t b, unsigned shared) {
                if (const auto clash = clashOf(calendar, a, b, shared)) {
                    byRank[rankOf(*clash)].push_back(*clash);
                }
            });
        }
    });
    return ordered(byRank);
}

std::vector<Clash> clashesOf(const Calendar& calendar, Id mechanism) {
    const auto& all = calendar.occurrences;
    const auto isOf = [&](const Occurrence& one) {
        return std::ranges::binary_search(one.mechanisms, mechanism);
    };
    std::vector<Clash> clashes;
    for (std::uint32_t mine = 0; mine < all.size(); ++mine) {
        if (!isOf(all[mine])) {
            continue;
        }
        const auto day = std::ranges::equal_range(all, all[mine].date, {}, &Occurrence::date);
        for (auto other = static_cast<std::uint32_t>(day.begin() - all.begin());
             other < static_cast<std::uint32_t>(day.end() - all.begin()); ++other) {
            // Two of its own are met twice here.
            if (other == mine || (other < mine && isOf(all[other]))) {
                continue;
            }
            const auto a = std::min(mine, other);
            const auto b = std::max(mine, other);
            if (const auto clash = clashOf(calendar, a, b, sharedBy(all[a], all[b]))) {
                clashes.push_back(*clash);
            }
        }
    }
    std::ranges::sort(clashes, {}, [](const Clash& one) { return std::tuple(rankOf(one), one.a, one.b); });
    return clashes;
}

AskedOfBoth askedOfBoth(const Calendar& calendar, const Clash& clash) {
    const auto& a = calendar.occurrences[clash.a];
    const auto& b = calendar.occurrences[clash.b];
    return {clash.roles ? both(a.roles, b.roles) : std::vector<Id>{},
            clash.organisations ? both(a.organisations, b.organisations) : std::vector<Id>{},
            clash.clusters ? both(a.clusters, b.clusters) : std::vector<Id>{}};
}

ClashCounts countClashes(const Calendar& calendar, const Progress& progress) {
    ClashCounts counts;
    Days days(calendar);
    days.each(progress, [&](std::uint32_t, std::uint32_t) {
        for (const auto key : days.keysOfDay()) {
            const auto [what, id] = days.asks().meaning(key);
            if (what != roles && what != organisations) {
                continue;
            }
            const auto& asked = days.bucket(key);
            std::size_t clashes = 0;
            for (auto a = asked.begin(); a != asked.end(); ++a) {
                clashes += static_cast<std::size_t>(std::count_if(a + 1, asked.end(), [&](std::uint32_t b) {
                    return timesOf(calendar.occurrences[*a], calendar.occurrences[b]) != TimesMeet::apart;
                }));
            }
            if (clashes > 0) {
                (what == roles ? counts.roles : counts.organisations)[id] += clashes;
            }
        }
    });
    return counts;
}

} // namespace wardmote::analysis
