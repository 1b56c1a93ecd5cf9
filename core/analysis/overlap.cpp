#include "core/analysis/overlap.h"

#include "core/analysis/pair_scan.h"
#include "core/base/contract.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;

plan::Id serviceOf(const plan::Plan& plan, const Mechanism& mechanism) {
    if (plan.find(mechanism.service)) {
        return mechanism.service.id;
    }
    return plan.find(mechanism.leadOrganisation) ? mechanism.leadOrganisation.id : 0;
}

bool isService(const Mechanism& mechanism) {
    return !mechanism.basis || mechanism.basis == plan::MechanismBasis::serviceBased;
}

/// Collects the overlapping pairs of mechanisms of different services.
class Matrix final : public PairSink {
public:
    Matrix(const std::vector<std::uint32_t>& serviceOfRow, std::size_t services)
        : serviceOfRow_(serviceOfRow), services_(services), pairs(services * services, 0),
          rows(services * services), seen_(services * services) {}

    double least() const override { return std::numeric_limits<double>::infinity(); }
    void pair(const Candidate& candidate) override { unranked(candidate.a, candidate.b, candidate.kind); }
    void unranked(std::uint32_t rowA, std::uint32_t rowB, PairClass kind) override {
        if (kind == PairClass::parentAndSubGroup || kind == PairClass::succeeded ||
            kind == PairClass::complementary) {
            return;
        }
        const auto a = serviceOfRow_[rowA];
        const auto b = serviceOfRow_[rowB];
        if (a == none || b == none || a == b) {
            return;
        }
        const auto cell = std::min(a, b) * services_ + std::max(a, b);
        ++pairs[cell];
        note(cell, rowA);
        note(cell, rowB);
    }
    void unscored(const OneRow&, std::size_t, std::uint64_t) override {}

    static constexpr std::uint32_t none = ~std::uint32_t{0};

private:
    void note(std::size_t cell, std::uint32_t row) {
        auto& seen = seen_[cell];
        if (seen.empty()) {
            seen.resize(serviceOfRow_.size(), false);
        }
        if (!seen[row]) {
            seen[row] = true;
            rows[cell].push_back(row);
        }
    }
    const std::vector<std::uint32_t>& serviceOfRow_;
    std::size_t services_;

public:
    std::vector<std::size_t> pairs;
    std::vector<std::vector<std::uint32_t>> rows;

private:
    std::vector<std::vector<bool>> seen_;
};

void addHours(Hours& total, const Hours& part) {
    if (part.value) {
        total.value = total.value.value_or(0) + *part.value;
        total.assumed = total.assumed || part.assumed;
        total.atLeast = total.atLeast || part.atLeast;
        total.records.push_back(part.records.empty() ? RecordRef{} : part.records.front());
    }
}

class Finder {
public:
    Finder(const plan::Plan& plan, plan::Date today)
        : plan_(plan), costs_(plan, today), table_(plan, costs_, today) {}

    void addServices() {
        std::map<plan::Id, std::vector<std::uint32_t>> rowsOf;
        for (std::uint32_t row = 0; row < table_.size(); ++row) {
            const auto& mechanism = *table_.mechanisms[row];
            if (!table_.lives[row].active || !isService(mechanism)) {
                continue;
            }
            const auto service = serviceOf(plan_, mechanism);
            if (service == 0) {
                answer_.serviceNotRecorded.push_back(mechanism.id);
                continue;
            }
            answer_.basisNotRecorded += mechanism.basis ? 0 : 1;
            if (!(table_.recorded[row] & placeBit)) {
                answer_.placeNotRecorded.push_back(mechanism.id);
            }
            rowsOf[service].push_back(row);
        }
        std::vector<plan::Id> services;
        for (const auto& entry : rowsOf) {
            services.push_back(entry.first);
        }
        std::ranges::stable_sort(services, {}, [&](plan::Id id) {
            return text::normalisedName(plan::nameOf(plan_, plan::RecordKind::organisation, id));
        });
        serviceOfRow_.assign(table_.size(), Matrix::none);
        const auto areas = plan_.all<plan::Area>().size();
        operates_ = BitRows(services.size(), areas);
        for (std::size_t i = 0; i < services.size(); ++i) {
            ServiceEngagement service;
            service.service = services[i];
            for (const auto row : rowsOf[services[i]]) {
                serviceOfRow_[row] = static_cast<std::uint32_t>(i);
                service.mechanisms.push_back(table_.mechanisms[row]->id);
                for (const auto area : table_.areaLists[row]) {
                    operates_.add(i, area);
                }
            }
            for (std::size_t area = 0; area < areas; ++area) {
                if (operates_.contains(i, area)) {
                    service.areas.push_back(plan_.all<plan::Area>()[area].id);
                }
            }
            answer_.services.push_back(std::move(service));
        }
    }

    bool addPairs(const Progress& progress) {
        const auto services = answer_.services.size();
        const auto threads = threadsFor(table_.size(), 0);
        std::vector<Matrix> matrices(threads, Matrix(serviceOfRow_, services));
        const PairRules rules(plan_.settings(), {});
        const Relations relations(plan_);
        if (!scanPairs(
                table_, rules, relations, {0, false, sharingKernels().back().run},
                [&](unsigned thread) -> PairSink& { return matrices[thread]; }, progress)) {
            return false;
        }
        std::vector<std::vector<bool>> shared(services, std::vector<bool>(table_.size(), false));
        for (std::size_t first = 0; first < services; ++first) {
            for (std::size_t second = first + 1; second < services; ++second) {
                answer_.pairs.push_back(servicePair(first, second, matrices, shared));
            }
        }
        for (std::size_t i = 0; i < services; ++i) {
            addHoursOf(answer_.services[i], shared[i]);
        }
        return true;
    }

    void addCombinations() {
        const auto& areas = plan_.all<plan::Area>();
        std::map<std::vector<std::size_t>, std::vector<std::size_t>> byServices;
        for (std::size_t area = 0; area < areas.size(); ++area) {
            if (areas[area].outside == true) {
                continue;
            }
            std::vector<std::size_t> services;
            for (std::size_t i = 0; i < answer_.services.size(); ++i) {
                if (operates_.contains(i, area)) {
                    services.push_back(i);
                }
            }
            byServices[services].push_back(area);
        }
        for (const auto& [services, positions] : byServices) {
            ServiceCombination combination;
            combination.services = services;
            for (const auto area : positions) {
                combination.areas.push_back(areas[area].id);
            }
            combination.residents = residentsOf(positions);
            answer_.combinations.push_back(std::move(combination));
        }
        std::ranges::stable_sort(answer_.combinations, [](const auto& x, const auto& y) {
            return std::pair(x.services.size(), x.areas.size()) >
                   std::pair(y.services.size(), y.areas.size());
        });
    }

    Overlap take() { return std::move(answer_); }

private:
    Figure<int> residentsOf(const std::vector<std::size_t>& positions) const {
        Figure<int> figure;
        for (const auto position : positions) {
            const auto& area = plan_.all<plan::Area>()[position];
            if (area.residents) {
                figure.value = figure.value.value_or(0) + *area.residents;
                figure.records.push_back({plan::RecordKind::area, area.id});
            } else {
                figure.atLeast = true;
            }
        }
        figure.atLeast = figure.atLeast && figure.value;
        if (positions.empty()) {
            figure.value = 0;
        }
        return figure;
    }

    ServicePair servicePair(std::size_t first, std::size_t second, const std::vector<Matrix>& matrices,
                            std::vector<std::vector<bool>>& shared) {
        ServicePair pair;
        pair.first = first;
        pair.second = second;
        const auto cell = first * answer_.services.size() + second;
        std::vector<std::uint32_t> rows;
        for (const auto& matrix : matrices) {
            pair.pairs += matrix.pairs[cell];
            rows.insert(rows.end(), matrix.rows[cell].begin(), matrix.rows[cell].end());
        }
        std::ranges::sort(rows);
        const auto repeats = std::ranges::unique(rows);
        rows.erase(repeats.begin(), repeats.end());
        for (const auto row : rows) {
            const auto id = table_.mechanisms[row]->id;
            const bool ofFirst = serviceOfRow_[row] == first;
            pair.mechanisms.push_back(id);
            shared[ofFirst ? first : second][row] = true;
            addHours(ofFirst ? pair.hoursFirst : pair.hoursSecond, costs_.of(id).staffHours);
        }
        std::vector<std::size_t> positions;
        const auto& areas = plan_.all<plan::Area>();
        for (std::size_t area = 0; area < areas.size(); ++area) {
            if (operates_.contains(first, area) && operates_.contains(second, area)) {
                positions.push_back(area);
                pair.areas.push_back(areas[area].id);
            }
        }
        pair.residents = residentsOf(positions);
        return pair;
    }

    void addHoursOf(ServiceEngagement& service, const std::vector<bool>& shared) {
        for (const auto id : service.mechanisms) {
            const auto hours = costs_.of(id).staffHours;
            const bool isShared = shared[table_.rowOf(id)];
            if (isShared) {
                service.shared.push_back(id);
            }
            Hours own = hours;
            own.records = {{plan::RecordKind::mechanism, id}};
            addHours(service.hours, own);
            addHours(isShared ? service.hoursShared : service.hoursNotShared, own);
            service.hoursUnknown += hours.value ? 0 : 1;
        }
        service.hours.atLeast = service.hours.atLeast || (service.hours.value && service.hoursUnknown > 0);
    }

    const plan::Plan& plan_;
    CostModel costs_;
    ComparisonTable table_;
    std::vector<std::uint32_t> serviceOfRow_;
    BitRows operates_;
    Overlap answer_;
};

} // namespace

const ServicePair& Overlap::between(std::size_t first, std::size_t second) const {
    const auto low = std::min(first, second);
    const auto high = std::max(first, second);
    contract(low < high && high < services.size(), "two different services are asked about");
    // Pairs lie by first, then second: those before `low` begin with one of the services below it.
    const auto before = low * services.size() - low * (low + 1) / 2;
    return pairs[before + high - low - 1];
}

Result<Overlap> findOverlap(const plan::Plan& plan, plan::Date today, const Progress& progress) {
    Finder finder(plan, today);
    finder.addServices();
    if (!finder.addPairs(progress)) {
        return failure("Stopped");
    }
    finder.addCombinations();
    return finder.take();
}

} // namespace wardmote::analysis
