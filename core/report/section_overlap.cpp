#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

namespace wardmote::report {

namespace {

constexpr std::size_t servicesInChart = 24;
constexpr std::size_t pairsInTable = 12;

std::string serviceName(const Scope& scope, std::size_t index) {
    return scope.organisation(scope.overlap.services[index].service);
}

/// The services by hours shared, most first, that have any hours recorded.
std::vector<std::size_t> inOrder(const Scope& scope) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scope.overlap.services.size(); ++i) {
        if (scope.overlap.services[i].hours.value.value_or(0) > 0) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        const auto& service = scope.overlap.services[i];
        return std::pair(service.hoursShared.value.value_or(0), service.hours.value.value_or(0));
    });
    return order;
}

std::optional<double> barValue(const analysis::Hours& hours, bool nothingThere) {
    // A service with nothing shared has no hours there: that is known to be none.
    return hours.value ? hours.value : (nothingThere ? std::optional(0.0) : std::nullopt);
}

void addChart(Document& document, const Scope& scope, const std::vector<std::size_t>& order) {
    BarChart chart;
    chart.unit = "Paid hours a year: shared + not shared = all";
    chart.series = {"In mechanisms that overlap another service's", "In mechanisms that do not"};
    std::vector<std::string> said;
    for (std::size_t k = 0; k < std::min(order.size(), servicesInChart); ++k) {
        const auto& service = scope.overlap.services[order[k]];
        const auto name = serviceName(scope, order[k]);
        chart.categories.push_back(
            {name,
             {barValue(service.hoursShared, service.shared.empty()),
              barValue(service.hoursNotShared, service.shared.size() == service.mechanisms.size())}});
        if (said.size() < 6) {
            said.push_back(name + " " +
                           (chart.categories.back().values[0]
                                ? grouped(std::llround(*chart.categories.back().values[0]))
                                : std::string(notRecorded)) +
                           " of " + grouped(std::llround(service.hours.value.value_or(0))));
        }
    }
    const std::string alternative =
        "Bar chart of paid hours a year by service, in mechanisms that overlap those of another service and "
        "in others. "
        "Shared hours: " +
        joined(said) + (order.size() > said.size() ? "; the table that follows gives every service." : ".");
    document.add(Figure(alternative, "Paid hours a year, by service: shared with another service or not",
                        std::move(chart)));
    if (order.size() > servicesInChart) {
        document.paragraph("The chart shows the " + std::to_string(servicesInChart) +
                           " services with the most shared hours; the table shows all.");
    }
}

} // namespace

void addOverlap(Document& document, const Scope& scope) {
    document.heading(1, "How services overlap");
    const auto& overlap = scope.overlap;
    if (overlap.services.empty()) {
        document.paragraph("No service-based mechanism is recorded for " + scope.place() + ".");
        return;
    }
    document.paragraph(
        "Two services overlap where both run mechanisms that engage the same people about the same "
        "things in some place. Overlap may be wanted, where each does what the other does not; it is "
        "shown so that a person can ask.");
    const auto order = inOrder(scope);
    if (order.empty()) {
        document.paragraph(
            "Paid hours are not recorded for any of these mechanisms, so the overlap can't be shown in "
            "hours.");
    } else {
        addChart(document, scope, order);
    }

    Table services;
    services.caption = "Services and their overlap";
    services.columns = {{"Service", Align::left, 2.6},
                        {"Mechanisms", Align::right, 1.5},
                        {"Of which overlap", Align::right, 1.2},
                        {"Hours shared", Align::right, 1.35},
                        {"Hours not shared", Align::right, 1.35}};
    for (std::size_t i = 0; i < overlap.services.size(); ++i) {
        const auto& service = overlap.services[i];
        const auto cell = [](const analysis::Hours& value, bool nothingThere) {
            return value.value ? figure(value) : std::string(nothingThere ? "none" : notRecorded);
        };
        services.rows.push_back(
            {{serviceName(scope, i), std::to_string(service.mechanisms.size()),
              std::to_string(service.shared.size()), cell(service.hoursShared, service.shared.empty()),
              cell(service.hoursNotShared, service.shared.size() == service.mechanisms.size())},
             false});
    }
    document.add(std::move(services));

    std::vector<const analysis::ServicePair*> pairs;
    for (const auto& pair : overlap.pairs) {
        if (pair.pairs > 0) {
            pairs.push_back(&pair);
        }
    }
    std::ranges::stable_sort(pairs, std::greater{}, &analysis::ServicePair::pairs);
    Table table;
    table.caption = "Services whose mechanisms overlap most";
    table.columns = {{"Services", Align::left, 3.2},
                     {"Overlapping pairs", Align::right, 1.6},
                     {"Areas where both operate", Align::right, 1.6},
                     {"Residents there", Align::right, 1.5}};
    table.whenEmpty = "no two services' mechanisms overlap.";
    const std::set<plan::Id> here(scope.areas.begin(), scope.areas.end());
    for (std::size_t k = 0; k < std::min(pairs.size(), pairsInTable); ++k) {
        const auto& pair = *pairs[k];
        std::size_t areas = 0;
        std::optional<std::int64_t> residents;
        bool partial = false;
        for (const auto id : pair.areas) {
            const auto* area = scope.whole->find<plan::Area>(id);
            if (!area || !here.contains(id)) {
                continue;
            }
            ++areas;
            partial = partial || !area->residents;
            if (area->residents) {
                residents = residents.value_or(0) + *area->residents;
            }
        }
        table.rows.push_back({{serviceName(scope, pair.first) + " and " + serviceName(scope, pair.second),
                               std::to_string(pair.pairs), std::to_string(areas),
                               (partial && residents ? "at least " : "") + number(residents)},
                              false});
    }
    document.add(std::move(table));
    if (pairs.size() > pairsInTable) {
        document.paragraph(counted(pairs.size() - pairsInTable, "further pair of services overlaps",
                                   "further pairs of services overlap") +
                           " and are not listed.");
    }
}

} // namespace wardmote::report
