#include "core/report/reviews.h"
#include "core/report/wording.h"
#include "core/report/written.h"

#include <fmt/format.h>

#include <algorithm>

namespace wardmote::report {

namespace {

constexpr std::size_t namesInFull = 8;

std::string score(const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : std::string(notRecorded);
}

std::string someNames(const Scope& scope, plan::RecordKind kind, const std::vector<plan::Id>& ids) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(ids.size(), namesInFull); ++i) {
        names.push_back(plan::nameOf(*scope.whole, kind, ids[i]));
    }
    if (ids.size() > namesInFull) {
        names.push_back(std::to_string(ids.size() - namesInFull) + " more");
    }
    return joined(names);
}

struct Part {
    const char* name;
    std::optional<double> value;
    const analysis::Comparison* comparison;
    plan::RecordKind kind;
    const char* things;
};

Spans partInWords(const Scope& scope, const analysis::Pair& pair, const Part& part) {
    std::string text;
    if (!part.value) {
        std::vector<std::string> blank;
        if (!part.comparison->recordedOnA) {
            blank.push_back(scope.name(pair.a));
        }
        if (!part.comparison->recordedOnB) {
            blank.push_back(scope.name(pair.b));
        }
        text = blank.empty() ? ": can't be compared" : ": not recorded for " + joined(blank);
    } else {
        const auto& shared = part.comparison->shared;
        const auto all = shared.size() + part.comparison->onlyA.size() + part.comparison->onlyB.size();
        text = " " + score(part.value) + ": ";
        if (shared.empty() && *part.value > 0) {
            // Communities only: whoever engages everyone engages the other's too, which counts half.
            text += "one engages everyone, which counts half";
            return {{part.name, true, {}}, {text + ".", false, {}}};
        }
        if (shared.size() == all && all > namesInFull) {
            return {{part.name, true, {}},
                    {text + "the same " + std::to_string(all) + " " + part.things + ".", false, {}}};
        }
        text += shared.empty() ? "no " + std::string(part.things) + " in common"
                               : std::to_string(shared.size()) + " of " + std::to_string(all) + " " +
                                     part.things + " in common (" + someNames(scope, part.kind, shared) + ")";
    }
    return {{part.name, true, {}}, {text + ".", false, {}}};
}

std::string costsInWords(const Scope& scope, const analysis::PairExplanation& why) {
    const auto& costs = why.smallerCosts;
    return "The smaller of the two, " + scope.name(why.pair.smaller) + ", costs a year: spending " +
           figure(costs.spending) + "; paid staff time " + figure(costs.staffHours) +
           "; councillors' and volunteers' time " + figure(costs.unpaidHours) +
           ". What a merger would save is not known until it is decided how often, how long and with whom "
           "the merged "
           "mechanism would meet.";
}

void addDecision(Document& document, const Scope& scope, const plan::Review* review) {
    if (!review || (!review->decision && !review->finding)) {
        document.paragraph({{"Decision: ", true, {}}, {"none recorded yet.", false, {}}});
        return;
    }
    std::string text = decisionInBrief(review);
    if (review->mergeInto) {
        text += ", into " + scope.name(review->mergeInto.id);
    }
    text += ".";
    if (const auto who = byWhomAndWhen(*review); !who.empty()) {
        text += (isProposal(*review) ? " Proposed" : " Decided") + ended(who);
    }
    if (!review->reason.empty()) {
        text += " Reason: " + ended(review->reason);
    }
    if (const auto lost = lossesInWords(*review); !lost.empty()) {
        text += " What would be lost: " + lost;
    }
    document.paragraph({{"Decision: ", true, {}}, {text, false, {}}});
}

void addPair(Document& document, const Scope& scope, const analysis::Pair& pair,
             const analysis::PairExplainer& explainer) {
    document.heading(3, scope.name(pair.a) + " and " + scope.name(pair.b));
    const auto why = explainer.explain(pair.a, pair.b);
    document.paragraph(std::string(analysis::labelOf(pair.kind)) + ". Score " + score(pair.score) +
                       " of 1, resting on " + percent(pair.confidence) + " of what is weighed" +
                       (pair.containment ? "; " + percent(*pair.containment) + " of the " +
                                               (pair.placeByAreas ? "areas" : "residents") +
                                               " of the smaller are also covered by the larger"
                                         : std::string{}) +
                       ".");
    std::vector<Spans> reasons;
    const auto& parts = pair.components;
    for (const auto& part :
         {Part{"Place", parts.place, &why.place, plan::RecordKind::area, "areas"},
          Part{"Purpose", parts.purpose, &why.purpose, plan::RecordKind::theme, "themes"},
          Part{"Audience", parts.audience, &why.audience, plan::RecordKind::audience, "communities"},
          Part{"Attendance", parts.attendance, &why.attendance, plan::RecordKind::organisation,
               "organisations"}}) {
        reasons.push_back(partInWords(scope, pair, part));
    }
    for (const auto& evidence : why.evidence) {
        reasons.push_back({{evidence.text + (evidence.text.ends_with('.') ? "" : "."), false, {}}});
    }
    document.add(List{false, std::move(reasons)});
    document.paragraph(costsInWords(scope, why));
    addDecision(document, scope, reviewOf(scope, pair));
}

/// Pairs of the other classes; those that there are none of are not mentioned.
void addOthers(Document& document, const analysis::Duplication& found) {
    using Kind = analysis::PairClass;
    std::vector<Spans> items;
    const auto item = [&items](std::size_t count, const char* one, const char* several, const char* what) {
        if (count > 0) {
            items.push_back({{counted(count, one, several) + what, false, {}}});
        }
    };
    item(found.countOf(Kind::nested), "pair is nested", "pairs are nested",
         ": nearly all residents of the smaller are also covered by the larger, for a shared purpose.");
    item(found.countOf(Kind::overlapping), "pair overlaps", "pairs overlap",
         " in place and purpose, but less.");
    item(found.countOf(Kind::complementary), "pair is complementary", "pairs are complementary",
         ": the same place, little purpose shared.");
    item(found.countOf(Kind::parentAndSubGroup), "pair is a parent and its sub-group",
         "pairs are a parent and its sub-group", ", which is no duplication.");
    item(found.countOf(Kind::succeeded), "pair is a mechanism and its successor",
         "pairs are a mechanism and its successor", ", which is no duplication.");
    item(found.notEnoughInAll, "pair", "pairs", " can't be compared: too little is recorded.");
    if (!items.empty()) {
        document.heading(2, "Other pairs");
        document.add(List{false, std::move(items)});
    }
}

std::vector<const analysis::Pair*> duplicationPairs(const analysis::Duplication& found) {
    std::vector<const analysis::Pair*> pairs;
    for (const auto& pair : found.pairs) {
        if (pair.isDuplication()) {
            pairs.push_back(&pair);
        }
    }
    return pairs;
}

} // namespace

Table duplicatesTable(const Scope& scope, std::size_t most) {
    const auto pairs = duplicationPairs(scope.duplication);
    Table table;
    table.caption = "Possible duplicates, the most alike first";
    table.whenEmpty = "none found among the mechanisms that can be compared.";
    table.columns = {{"Mechanisms", Align::left, 3.4},
                     {"Finding", Align::left, 1.5},
                     {"Score", Align::right, 0.8},
                     {"Decision", Align::left, 1.6}};
    for (std::size_t i = 0; i < std::min(pairs.size(), most); ++i) {
        const auto& pair = *pairs[i];
        table.rows.push_back(
            {{scope.name(pair.a) + " and " + scope.name(pair.b), std::string(analysis::labelOf(pair.kind)),
              score(pair.score), decisionInBrief(reviewOf(scope, pair))},
             false});
    }
    return table;
}

void addDuplicates(Document& document, const Scope& scope, const analysis::PairExplainer& explainer) {
    const auto& found = scope.duplication;
    document.heading(1, "Possible duplicates");
    document.paragraph(
        "Mechanisms are compared two by two: do they cover the same place, and do they serve the same "
        "purpose, engage the same communities and bring together the same organisations? A pair that "
        "is alike in these is called a possible duplicate until a person has reviewed it. The score is "
        "a reason to look, not a finding.");
    const auto pairs = duplicationPairs(found);
    document.add(duplicatesTable(scope, scope.options.pairsListed));
    if (pairs.size() > scope.options.pairsListed) {
        document.paragraph("The " + std::to_string(scope.options.pairsListed) + " most alike of " +
                           counted(pairs.size(), "pair", "pairs") + " are listed.");
    }
    if (!pairs.empty()) {
        document.heading(2, "The most alike, one by one");
    }
    for (std::size_t i = 0; i < std::min(pairs.size(), scope.options.pairsInFull); ++i) {
        addPair(document, scope, *pairs[i], explainer);
    }

    addOthers(document, found);
    if (!found.gaps.empty()) {
        Table gaps;
        gaps.caption = "What to record first, so that more can be compared";
        gaps.columns = {{"Mechanism", Align::left, 2.4},
                        {"Not recorded", Align::left, 2.4},
                        {"Pairs that wait for it", Align::right, 1}};
        for (std::size_t i = 0; i < std::min<std::size_t>(found.gaps.size(), 8); ++i) {
            std::vector<std::string> fields;
            for (const auto* field : found.gaps[i].missing) {
                fields.emplace_back(field->label);
            }
            gaps.rows.push_back(
                {{scope.name(found.gaps[i].mechanism), joined(fields), std::to_string(found.gaps[i].pairs)},
                 false});
        }
        document.add(std::move(gaps));
    }
}

} // namespace wardmote::report
