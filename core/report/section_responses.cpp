#include "core/analysis/local_responses.h"
#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>

namespace wardmote::report {

namespace {

using analysis::Answer;

constexpr Answer inOrder[] = {Answer::supports, Answer::objects, Answer::noView, Answer::viewNotRecorded,
                              Answer::noneYet};

/// Words for a public paper: silence is no view, and says nothing of what a council thinks.
std::string labelFor(Answer answer) {
    return answer == Answer::noneYet ? "No response recorded" : std::string(analysis::labelOf(answer));
}

std::string areasOf(const Scope& scope, const analysis::AskedBody& body) {
    std::vector<std::string> names;
    for (const auto id : body.areas) {
        names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, id));
    }
    return names.empty() ? notRecorded : joined(names);
}

std::string residentsOf(const analysis::AnswerTotal& total) {
    if (total.localCouncils == 0) {
        return "–";
    }
    return total.residents.value && total.residents.atLeast ? "at least " + grouped(*total.residents.value)
                                                            : number(total.residents.value);
}

/// All responses, and the totals of the place that the report is about.
struct Said {
    analysis::LocalResponses all;
    analysis::AnswerTotals totals;

    explicit Said(const Scope& scope)
        : all(analysis::localResponses(*scope.whole, scope.options.arrangement)) {
        if (!scope.cluster) {
            totals = all.totals;
        }
        for (const auto& each : all.clusters) {
            if (scope.cluster && each.cluster == scope.cluster->id) {
                totals = each.totals;
            }
        }
    }
    bool anything() const {
        return std::ranges::any_of(totals, [this](const auto& total) {
            return std::ranges::any_of(total.bodies,
                                       [this](std::size_t index) { return all.bodies[index].response != 0; });
        });
    }
};

Table totalsTable(const Scope& scope, const analysis::AnswerTotals& totals) {
    Table table;
    table.caption = "Responses to the arrangement " + scope.arrangement.name;
    table.columns = {{"Response", Align::left, 2},
                     {"Local councils", Align::right, 1.2},
                     {"Residents of their areas", Align::right, 1.8},
                     {"Other bodies", Align::right, 1.2}};
    std::size_t councils = 0;
    std::size_t others = 0;
    for (const auto answer : inOrder) {
        const auto& total = totals[static_cast<std::size_t>(answer)];
        councils += total.localCouncils;
        others += total.otherBodies;
        if (answer == Answer::viewNotRecorded && total.bodies.empty()) {
            continue;
        }
        table.rows.push_back({{labelFor(answer), std::to_string(total.localCouncils), residentsOf(total),
                               std::to_string(total.otherBodies)}});
    }
    table.rows.push_back({{"All", std::to_string(councils), "", std::to_string(others)}, true});
    return table;
}

/// "Minute 12/26, 4 March 2026"
std::string minuteOf(const plan::LocalResponse& response) {
    const auto& minute = response.minuteReference;
    const bool named = minute.starts_with("Minute") || minute.starts_with("minute");
    std::string text = minute.empty() || named ? minute : "Minute " + minute;
    if (response.respondedOn) {
        text += (text.empty() ? "" : ", ") + response.respondedOn->words();
    }
    return text.empty() ? notRecorded : text;
}

Table responsesTable(const Scope& scope, const analysis::LocalResponses& all,
                     const analysis::AnswerTotals& totals) {
    Table table;
    table.caption = "What each body said";
    table.columns = {{"Who responded", Align::left, 2},
                     {"Area", Align::left, 1.4},
                     {"View", Align::left, 1.25},
                     {"Minute and date", Align::left, 1.4},
                     {"In its words", Align::left, 2.6}};
    table.whenEmpty = "nothing recorded.";
    for (const auto answer : inOrder) {
        for (const auto index : totals[static_cast<std::size_t>(answer)].bodies) {
            const auto& body = all.bodies[index];
            const auto* response = scope.whole->find<plan::LocalResponse>(body.response);
            if (response) {
                table.rows.push_back({{body.name, areasOf(scope, body), labelFor(answer), minuteOf(*response),
                                       response->words.empty() ? notRecorded : "“" + response->words + "”"}});
            }
        }
    }
    return table;
}

void addByCluster(Document& document, const Scope& scope, const analysis::LocalResponses& all) {
    Table table;
    table.caption = "Local councils' responses by " + scope.word();
    table.columns = {{capitalised(scope.word()), Align::left, 2.4}};
    BarChart chart;
    chart.unit = "Local councils";
    const bool unclear = !all.of(Answer::viewNotRecorded).bodies.empty();
    for (const auto answer : inOrder) {
        if (answer != Answer::viewNotRecorded || unclear) {
            table.columns.push_back({labelFor(answer), Align::right, 1});
            chart.series.push_back(labelFor(answer));
            chart.colours.push_back(analysis::colourOf(answer));
        }
    }
    std::vector<std::string> said;
    for (const auto& each : all.clusters) {
        const auto name = each.cluster ? plan::nameOf(*scope.whole, plan::RecordKind::cluster, each.cluster)
                                       : "In no " + scope.word();
        Row row{{name}};
        BarChart::Category bar{name, {}};
        std::size_t councils = 0;
        for (const auto answer : inOrder) {
            if (answer == Answer::viewNotRecorded && !unclear) {
                continue;
            }
            const auto number = each.totals[static_cast<std::size_t>(answer)].localCouncils;
            councils += number;
            row.cells.push_back(std::to_string(number));
            bar.values.push_back(static_cast<double>(number));
        }
        said.push_back(name + " " + row.cells[1] + " of " + std::to_string(councils));
        table.rows.push_back(std::move(row));
        chart.categories.push_back(std::move(bar));
    }
    if (chart.categories.size() > 1) {
        document.add(Figure("Bars: local councils by " + scope.word() + " and response. Supporting: " +
                                joined(said) + ". The table that follows has every figure.",
                            "Local councils by " + scope.word() + " and response", std::move(chart)));
        document.add(std::move(table));
    }
}

void addMap(Document& document, const Scope& scope, const analysis::LocalResponses& all) {
    Map map = mapOf(scope);
    const auto answers = analysis::answersByArea(all);
    const std::set<plan::Id> here(scope.areas.begin(), scope.areas.end());
    map.groups.clear();
    for (const auto answer : inOrder) {
        map.groups.push_back({labelFor(answer), analysis::colourOf(answer)});
    }
    std::size_t at = 0;
    bool drawable = false;
    for (const auto& area : scope.whole->all<plan::Area>()) {
        auto& drawn = map.areas[at++]; // mapOf lists every area, in the plan's order
        const auto found = answers.find(area.id);
        drawn.group.reset();
        if (found != answers.end() && here.contains(area.id)) {
            drawn.group = static_cast<std::size_t>(std::ranges::find(inOrder, found->second) - inOrder);
        }
        drawable = drawable || drawn.boundary || drawn.point;
    }
    // A group of the legend with no area in it would be looked for in vain.
    for (std::size_t group = map.groups.size(); group-- > 0;) {
        const bool empty =
            std::ranges::none_of(map.areas, [&](const auto& area) { return area.group == group; });
        if (empty) {
            map.groups.erase(map.groups.begin() + static_cast<std::ptrdiff_t>(group));
            for (auto& area : map.areas) {
                area.group = area.group && *area.group > group ? std::optional(*area.group - 1) : area.group;
            }
        }
    }
    map.others = scope.cluster ? "Elsewhere, or no local council" : "No local council";
    if (drawable && !map.groups.empty()) {
        document.add(Figure("Map of " + scope.place() +
                                ", each area by the response of its local council. The tables of this "
                                "section say the same in words.",
                            "Responses on a map", std::move(map)));
    }
}

void addSilent(Document& document, const Scope& scope, const analysis::LocalResponses& all,
               const analysis::AnswerTotals& totals) {
    constexpr std::size_t namedAtMost = 40;
    std::vector<std::string> silent;
    for (const auto index : totals[static_cast<std::size_t>(Answer::noneYet)].bodies) {
        silent.push_back(all.bodies[index].name);
    }
    if (!silent.empty()) {
        document.paragraph(
            {{"No response recorded: ", true, {}},
             {silent.size() <= namedAtMost ? joined(silent) + "."
                                           : std::to_string(silent.size()) + " local councils and bodies.",
              false,
              {}}});
    }
    const std::set<plan::Id> here(scope.areas.begin(), scope.areas.end());
    std::optional<std::int64_t> residents;
    std::size_t areas = 0;
    bool blank = false;
    for (const auto id : all.withoutLocalCouncil) {
        const auto* area = scope.whole->find<plan::Area>(id);
        if (area && here.contains(id)) {
            ++areas;
            blank = blank || !area->residents;
            residents = area->residents ? residents.value_or(0) + *area->residents : residents;
        }
    }
    std::string note = "A local council speaks for the council; residents are counted to show how large the "
                       "places are, not what their people think.";
    if (areas > 0) {
        note += " " + counted(areas, "area has", "areas have") + " no local council to ask" +
                (residents ? "; " + std::string(blank ? "at least " : "") + grouped(*residents) +
                                 " residents live there."
                           : ".");
    }
    document.add(Note{"How to read the responses", {{note, false, {}}}});
}

} // namespace

void addResponsesInBrief(Document& document, const Scope& scope) {
    const Said said(scope);
    if (!said.anything()) {
        return; // nobody has been asked as far as the plan knows: silence is no finding
    }
    document.heading(1, "What local councils said");
    document.add(totalsTable(scope, said.totals));
    document.add(responsesTable(scope, said.all, said.totals));
    addSilent(document, scope, said.all, said.totals);
}

void addResponses(Document& document, const Scope& scope) {
    const Said said(scope);
    if (!said.anything()) {
        return;
    }
    document.heading(1, "What local councils said");
    document.add(totalsTable(scope, said.totals));
    addMap(document, scope, said.all);
    if (!scope.cluster) {
        addByCluster(document, scope, said.all);
    }
    document.add(responsesTable(scope, said.all, said.totals));
    addSilent(document, scope, said.all, said.totals);
}

} // namespace wardmote::report
