#include "core/analysis/coverage.h"

#include "core/analysis/clusters.h"
#include "core/analysis/lives.h"
#include "core/text/names.h"

#include <algorithm>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::RecordKind;

constexpr int twelveMonths = 365;

class Finder {
public:
    Finder(const plan::Plan& plan, plan::Date today, const std::vector<plan::Id>& wanted)
        : plan_(plan), today_(today), costs_(plan, today) {
        answer_.themes.columns = byName<plan::Theme>(RecordKind::theme);
        for (const auto id : byName<plan::Audience>(RecordKind::audience)) {
            if (plan.find<plan::Audience>(id)->everyone == true) {
                everyone_ = id;
            } else {
                answer_.audiences.columns.push_back(id);
            }
        }
        for (const auto id : byName<plan::Area>(RecordKind::area)) {
            const bool asked = wanted.empty() ? plan.find<plan::Area>(id)->outside != true
                                              : std::ranges::find(wanted, id) != wanted.end();
            if (asked) {
                rowOf_.emplace(id, answer_.themes.areas.size());
                answer_.themes.areas.push_back(id);
            }
        }
        answer_.audiences.areas = answer_.themes.areas;
        for (auto* table : {&answer_.themes, &answer_.audiences}) {
            table->cells.resize(table->areas.size() * table->columns.size());
        }
        reached_.assign(answer_.themes.areas.size(), 0);
    }

    Coverage find() {
        for (const auto& mechanism : plan_.all<Mechanism>()) {
            if (!lifeOf(mechanism, costs_, today_).active) {
                continue;
            }
            const auto rows = rowsOf(mechanism);
            if (mechanism.wholePlan != true && mechanism.areas.empty()) {
                answer_.placeNotRecorded.push_back(mechanism.id);
            }
            place(mechanism, rows);
            count(mechanism, rows);
        }
        for (std::size_t row = 0; row < reached_.size(); ++row) {
            if (!reached_[row]) {
                answer_.areasWithout.push_back(answer_.themes.areas[row]);
            }
        }
        addResidents();
        return std::move(answer_);
    }

private:
    template<class R>
    std::vector<plan::Id> byName(RecordKind kind) const {
        auto ids = plan_.ids(kind);
        std::ranges::stable_sort(ids, {},
                                 [&](plan::Id id) { return text::normalisedName(plan_.find<R>(id)->name); });
        return ids;
    }

    std::vector<std::size_t> rowsOf(const Mechanism& mechanism) const {
        std::vector<std::size_t> rows;
        if (mechanism.wholePlan == true) {
            for (std::size_t row = 0; row < reached_.size(); ++row) {
                rows.push_back(row);
            }
            return rows;
        }
        for (const auto& link : mechanism.areas) {
            const auto at = rowOf_.find(link.area.id);
            if (at != rowOf_.end()) {
                rows.push_back(at->second);
            }
        }
        return rows;
    }

    void place(const Mechanism& mechanism, const std::vector<std::size_t>& rows) {
        const auto met = costs_.lastMet(mechanism.id);
        const bool recent = met && today_.daysSinceEpoch() - met->daysSinceEpoch() <= twelveMonths;
        const bool live = mechanism.status == plan::MechanismStatus::active && recent;
        if (!rows.empty()) {
            (live ? answer_.live : answer_.inNameOnly).push_back(mechanism.id);
        }
        const bool forEveryone = std::ranges::any_of(
            mechanism.audiences, [&](const auto& link) { return link.audience.id == everyone_; });
        for (const auto row : rows) {
            reached_[row] = 1;
            for (const auto& link : mechanism.themes) {
                add(answer_.themes, row, link.theme.id, live && !mechanism.audiences.empty(), mechanism.id);
            }
            for (const auto& link : mechanism.audiences) {
                add(answer_.audiences, row, link.audience.id, live, mechanism.id);
            }
            if (forEveryone) {
                addForEveryone(mechanism, row);
            }
        }
    }

    /// Who engages everyone reaches each community in name only.
    void addForEveryone(const Mechanism& mechanism, std::size_t row) {
        for (const auto column : answer_.audiences.columns) {
            const bool named = std::ranges::any_of(
                mechanism.audiences, [&](const auto& link) { return link.audience.id == column; });
            if (!named) {
                add(answer_.audiences, row, column, false, mechanism.id);
            }
        }
    }

    static void add(CoverageTable& table, std::size_t row, plan::Id column, bool covered,
                    plan::Id mechanism) {
        const auto at = std::ranges::find(table.columns, column);
        if (at != table.columns.end()) {
            const auto position = static_cast<std::size_t>(at - table.columns.begin());
            auto& cell = table.cells[row * table.columns.size() + position];
            (covered ? cell.covered : cell.nominal).push_back(mechanism);
        }
    }

    CoverageRate* rateOf(plan::Id area) {
        switch (parishedness(*plan_.find<plan::Area>(area), holdsParishes_)) {
        case Parished::parished:
            return &answer_.parished;
        case Parished::unparished:
            return &answer_.unparished;
        case Parished::notRecorded:
            break;
        }
        return nullptr;
    }

    void count(const Mechanism& mechanism, const std::vector<std::size_t>& rows) {
        const auto* lead = plan_.find(mechanism.leadOrganisation);
        const bool localCouncils = lead && lead->kind == plan::OrganisationKind::parishCouncil;
        for (auto* rate : {&answer_.parished, &answer_.unparished}) {
            if (std::ranges::any_of(
                    rows, [&](std::size_t row) { return rateOf(answer_.themes.areas[row]) == rate; })) {
                ++rate->mechanisms;
                rate->withoutLocalCouncils += localCouncils ? 0 : 1;
            }
        }
    }

    void addResidents() {
        for (const auto id : answer_.themes.areas) {
            auto* rate = rateOf(id);
            if (!rate) {
                continue;
            }
            ++rate->areas;
            const auto& residents = plan_.find<plan::Area>(id)->residents;
            if (residents) {
                rate->residents.value = rate->residents.value.value_or(0) + *residents;
                rate->residents.records.push_back({RecordKind::area, id});
            } else {
                rate->residents.atLeast = true;
            }
        }
        for (auto* rate : {&answer_.parished, &answer_.unparished}) {
            std::ranges::sort(rate->residents.records);
            if (rate->residents.value.value_or(0) > 0 && !rate->residents.atLeast) {
                const double tenThousands = *rate->residents.value / 10'000.0;
                rate->perTenThousand = static_cast<double>(rate->mechanisms) / tenThousands;
                rate->perTenThousandWithoutLocalCouncils =
                    static_cast<double>(rate->withoutLocalCouncils) / tenThousands;
            }
            rate->residents.atLeast = rate->residents.atLeast && rate->residents.value;
        }
    }

    const plan::Plan& plan_;
    plan::Date today_;
    CostModel costs_;
    Coverage answer_;
    plan::Id everyone_ = 0;
    bool holdsParishes_ = holdsParishes(plan_);
    std::unordered_map<plan::Id, std::size_t> rowOf_;
    std::vector<std::uint8_t> reached_;
};

} // namespace

Coverage findCoverage(const plan::Plan& plan, plan::Date today, const std::vector<plan::Id>& areas) {
    return Finder(plan, today, areas).find();
}

} // namespace wardmote::analysis
