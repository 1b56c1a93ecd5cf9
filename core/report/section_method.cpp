#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>
#include <map>

namespace wardmote::report {

namespace {

Spans plain(std::string text) {
    return {{std::move(text), false, {}}};
}

void addAssumptions(Document& document, const Scope& scope) {
    document.heading(2, "Assumptions used");
    std::vector<Spans> items;
    for (const auto& assumption : scope.totals.assumptions) {
        items.push_back(plain(assumption.text + (assumption.text.ends_with('.') ? "" : ".")));
    }
    if (items.empty()) {
        document.paragraph("None: the figures rest on what is recorded of each mechanism.");
    } else {
        document.add(List{false, std::move(items)});
    }
}

void addWithheld(Document& document) {
    document.heading(2, "What is not published");
    document.paragraph("The plan marks some records as not for publication. Local issues so marked are left "
                       "out. Meetings so "
                       "marked count in the figures, but nothing is said of them. Mechanisms so marked are "
                       "listed with their "
                       "figures; their notes and the source of what is recorded are left out.");
}

struct Source {
    std::size_t records = 0;
    std::optional<plan::Date> latest;
    std::set<std::string> kinds;
};

template<class R>
void collect(std::map<std::string, Source>& sources, const plan::Plan& plan, const std::vector<plan::Id>& ids,
             const std::string& kind) {
    for (const auto id : ids) {
        const auto* record = plan.find<R>(id);
        if (!record) {
            continue;
        }
        auto& source = sources[record->source];
        ++source.records;
        source.kinds.insert(kind);
        if (record->dateChecked && (!source.latest || *record->dateChecked > *source.latest)) {
            source.latest = record->dateChecked;
        }
    }
}

} // namespace

void addMethod(Document& document, const Scope& scope) {
    const auto& settings = scope.settings();
    document.heading(1, "Method");
    document.heading(2, "How mechanisms are compared");
    document.paragraph(
        "Every two mechanisms that are active at the same time are compared in four parts, each from 0 "
        "(nothing alike) to 1 (the same):");
    document.add(
        List{false,
             {plain("Place, weight " + decimal(settings.weightPlace, 2) +
                    ": residents of the areas that both cover, as a share of the residents of all areas that "
                    "either covers; by "
                    "number of areas where residents are not recorded."),
              plain("Purpose, weight " + decimal(settings.weightPurpose, 2) +
                    ": themes that both have, of all that either has."),
              plain("Audience, weight " + decimal(settings.weightAudience, 2) +
                    ": communities that both engage; \"everyone\" overlaps every other, but counts half."),
              plain("Attendance, weight " + decimal(settings.weightAttendance, 2) +
                    ": organisations that attend both, of all that attend either. General words "
                    "(\"residents\") and bodies "
                    "that sit on over half of all mechanisms are not counted; the council itself counts by "
                    "service.")}});
    document.paragraph(
        "The score is the weighted mean of the parts that are recorded for both. There is no score "
        "unless place and one other part are recorded and these make up at least " +
        percent(settings.confidenceNeeded) +
        " of the weights. Two are a possible duplicate from a score of " +
        decimal(settings.duplicationThreshold, 2) + " with place at " + decimal(settings.placeNeeded, 2) +
        " or over; nested if " + percent(settings.containmentHigh) +
        " of the smaller lies within the larger. No council has published a threshold of its own: these "
        "are the plan's settings, and the parts are shown beside every score.");
    document.heading(2, "How cost is worked out");
    document.add(List{
        false,
        {plain(
             "Spending is cash that would stop with the mechanism: hire, catering, printing, a chair's fee."),
         plain("Paid staff time is the number of meetings a year, times the hours of everyone who attends in "
               "paid time "
               "(length, travel and reading) and of organising and minuting each meeting."),
         plain("Its value, where grade rates are set, is labelled not cashable: freed hours are not saved "
               "cash."),
         plain("Councillors' and volunteers' hours are counted and never priced."),
         plain("Rooms used free have a notional value, what hiring outside would cost."),
         plain("Each line is shown by the organisation that bears it, and no two lines are added up. \"At "
               "least\" means "
               "that a part is not recorded, so that the true figure is no lower.")}});
    addAssumptions(document, scope);
    addWithheld(document);
}

void addSources(Document& document, const Scope& scope) {
    document.heading(1, "Background papers and sources");
    addPapers(document, scope);
    std::map<std::string, Source> sources;
    collect<plan::Area>(sources, *scope.whole, scope.areas, "areas");
    collect<plan::Mechanism>(sources, *scope.whole, scope.mechanisms, "mechanisms");
    Table table;
    table.caption = "Where the records come from";
    table.whenEmpty = "no records.";
    table.columns = {{"Source", Align::left, 3},
                     {"Used for", Align::left, 1.5},
                     {"Records", Align::right, 0.9},
                     {"Last checked", Align::left, 1.6}};
    std::vector<std::pair<std::string, Source>> listed(sources.begin(), sources.end());
    std::ranges::stable_sort(listed, std::greater{}, [](const auto& entry) { return entry.second.records; });
    constexpr std::size_t most = 60;
    for (std::size_t i = 0; i < std::min(listed.size(), most); ++i) {
        const auto& [name, source] = listed[i];
        table.rows.push_back(
            {{name.empty() ? "Source not recorded" : name, joined({source.kinds.begin(), source.kinds.end()}),
              std::to_string(source.records), source.latest ? source.latest->words() : notRecorded},
             false});
    }
    document.add(std::move(table));
    if (listed.size() > most) {
        document.paragraph(counted(listed.size() - most, "further source is", "further sources are") +
                           " recorded in the plan.");
    }
    std::set<std::string> residents;
    for (const auto id : scope.areas) {
        const auto* area = scope.whole->find<plan::Area>(id);
        if (area && area->residents && !area->residentsSource.empty()) {
            residents.insert(area->residentsSource +
                             (area->residentsVintage.empty() ? "" : ", " + area->residentsVintage));
        }
    }
    if (!residents.empty()) {
        document.paragraph("Residents: " + joined({residents.begin(), residents.end()}) + ".");
    }
    for (const auto& line : scope.settings().attributions) {
        document.paragraph(line.text);
    }
    document.paragraph("Everything in this report is as recorded in the plan on " +
                       scope.options.today.words() + ".");
}

} // namespace wardmote::report
