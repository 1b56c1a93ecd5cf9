#include "core/analysis/local_responses.h"

#include "core/analysis/clusters.h"
#include "core/analysis/clusters_membership.h"
#include "core/text/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;

/// Whether a name is of a local council rather than of a group: "Saltford PC", "Ubley Parish Meeting".
bool speaksOfLocalCouncil(const std::string& plainName) {
    constexpr const char* names[] = {"parish council",    "town council",  "city council",
                                     "community council", "local council", "parish meeting",
                                     "charter trustees",  "grouped parish"};
    return std::ranges::any_of(names,
                               [&](const char* words) { return plainName.find(words) != std::string::npos; });
}

Answer answerOf(const plan::LocalResponse& response) {
    if (response.view) {
        return static_cast<Answer>(*response.view);
    }
    const bool silent = response.words.empty() && response.minuteReference.empty() && !response.respondedOn;
    return silent ? Answer::noneYet : Answer::viewNotRecorded;
}

/// The one of two responses of a body that counts: the later; of two of one day the one with a view.
bool countsBefore(const plan::LocalResponse* a, const plan::LocalResponse* b) {
    return std::tuple(a->respondedOn, a->view.has_value(), a->id) >
           std::tuple(b->respondedOn, b->view.has_value(), b->id);
}

/// A body with what its responses are told by.
struct Candidate {
    AskedBody body;
    std::string plainName;
    std::vector<const plan::LocalResponse*> responses;
};

class Gathering {
public:
    explicit Gathering(const plan::Plan& plan) : plan_(plan) {}

    void addCouncils(std::vector<Id>& without) {
        const bool parishes = holdsParishes(plan_);
        std::map<std::pair<std::string, std::string>, std::size_t> known;
        for (const auto& area : plan_.all<plan::Area>()) {
            if (area.outside == true) {
                continue;
            }
            auto name = localCouncilName(area);
            if (name.empty() && !area.localCouncilKind &&
                parishedness(area, parishes) == Parished::parished) {
                name = area.name + " local council";
            }
            if (name.empty()) {
                without.push_back(area.id);
                continue;
            }
            auto plain = text::normalisedName(name);
            const auto [at, isNew] = known.try_emplace({plain, area.localAuthority}, candidates_.size());
            if (isNew) {
                Candidate council;
                council.body.name = std::move(name);
                council.body.localCouncil = true;
                council.plainName = std::move(plain);
                candidates_.push_back(std::move(council));
            }
            candidates_[at->second].body.areas.push_back(area.id);
            councilOf_[area.id] = at->second;
        }
    }

    void add(const plan::LocalResponse& response) {
        auto plain = text::normalisedName(response.name);
        if (auto* known = bodyOf(response, plain)) {
            known->responses.push_back(&response);
            return;
        }
        Candidate other;
        other.body.name = response.name;
        other.plainName = std::move(plain);
        other.responses = {&response};
        if (const auto* area = plan_.find(response.area)) {
            other.body.areas = {area->id};
            other.body.counts = area->outside == true ? Counts::outside : Counts::yes;
        }
        candidates_.push_back(std::move(other));
    }

    /// Each body with the response that counts, then those that it replaced.
    std::vector<AskedBody> bodies() {
        std::vector<AskedBody> all;
        for (auto& candidate : candidates_) {
            sortByName(candidate.body.areas);
            std::ranges::sort(candidate.responses, countsBefore);
            if (candidate.responses.empty()) {
                all.push_back(candidate.body);
            }
            for (const auto* response : candidate.responses) {
                auto body = candidate.body;
                body.name = response->name.empty() ? body.name : response->name;
                body.response = response->id;
                body.answer = answerOf(*response);
                if (response != candidate.responses.front()) {
                    body.counts = Counts::replaced;
                }
                all.push_back(std::move(body));
            }
        }
        std::ranges::stable_sort(all, {}, [this](const AskedBody& body) {
            return std::tuple(body.areas.empty(),
                              body.areas.empty() ? std::string() : nameOf(body.areas.front()),
                              !body.localCouncil, body.counts == Counts::replaced);
        });
        return all;
    }

    void sortByName(std::vector<Id>& areas) const {
        std::ranges::sort(areas, {}, [this](Id id) { return std::pair(nameOf(id), id); });
    }

private:
    Candidate* bodyOf(const plan::LocalResponse& response, const std::string& plain) {
        const bool placed = plan_.find(response.area) != nullptr;
        const auto council = councilOf_.find(response.area.id);
        if (council != councilOf_.end() &&
            (candidates_[council->second].plainName == plain || speaksOfLocalCouncil(plain))) {
            return &candidates_[council->second];
        }
        for (auto& each : candidates_) {
            const bool here = each.body.localCouncil    ? !placed
                              : each.body.areas.empty() ? !placed
                                                        : each.body.areas.front() == response.area.id;
            if (each.plainName == plain && here) {
                return &each;
            }
        }
        return nullptr;
    }
    std::string nameOf(Id area) const { return plan_.find<plan::Area>(area)->name; }

    const plan::Plan& plan_;
    std::vector<Candidate> candidates_;
    std::map<Id, std::size_t> councilOf_;
};

void addResidents(Figure<std::int64_t>& sum, const plan::Plan& plan, const std::vector<Id>& areas) {
    for (const auto id : areas) {
        const auto* area = plan.find<plan::Area>(id);
        if (area->residents) {
            sum.value = sum.value.value_or(0) + *area->residents;
            sum.records.push_back({plan::RecordKind::area, id});
        } else {
            sum.atLeast = true;
        }
    }
}

/// Counts a body, with the residents of these of its areas.
void count(AnswerTotals& totals, const plan::Plan& plan, const AskedBody& body, std::size_t index,
           const std::vector<Id>& areas) {
    auto& total = totals[static_cast<std::size_t>(body.answer)];
    total.bodies.push_back(index);
    ++(body.localCouncil ? total.localCouncils : total.otherBodies);
    if (body.localCouncil) {
        addResidents(total.residents, plan, areas);
    }
}

void sortRecords(AnswerTotals& totals) {
    for (auto& total : totals) {
        std::ranges::sort(total.residents.records);
    }
}

std::vector<ClusterAnswers> byCluster(const plan::Plan& plan, const LocalResponses& all) {
    const auto membership = membershipOf(plan, all.arrangement);
    std::vector<ClusterAnswers> clusters;
    std::map<Id, std::size_t> at;
    for (const auto* cluster : membership.clusters) {
        at[cluster->id] = clusters.size();
        clusters.push_back({cluster->id, {}});
    }
    at[0] = clusters.size();
    clusters.push_back({0, {}});
    for (std::size_t i = 0; i < all.bodies.size(); ++i) {
        const auto& body = all.bodies[i];
        if (body.counts != Counts::yes) {
            continue;
        }
        std::map<Id, std::vector<Id>> areas;
        for (const auto area : body.areas) {
            areas[membership.mainCluster(area)].push_back(area);
        }
        if (body.areas.empty()) {
            areas[0] = {};
        }
        for (const auto& [cluster, here] : areas) {
            count(clusters[at[cluster]].totals, plan, body, i, here);
        }
    }
    const auto isIdle = [](const ClusterAnswers& each) {
        return std::ranges::all_of(each.totals, [](const auto& total) { return total.bodies.empty(); });
    };
    if (isIdle(clusters.back())) {
        clusters.pop_back(); // nobody is left over
    }
    for (auto& each : clusters) {
        sortRecords(each.totals);
    }
    return clusters;
}

} // namespace

std::string_view labelOf(Answer answer) {
    return answer == Answer::viewNotRecorded
               ? std::string_view("View not recorded")
               : plan::choicesOf<plan::LocalView>[static_cast<std::size_t>(answer)].label;
}

std::string localCouncilName(const plan::Area& area) {
    if (!area.localCouncilName.empty()) {
        return area.localCouncilName;
    }
    if (!area.localCouncilKind || area.localCouncilKind == plan::LocalCouncilKind::none) {
        return {};
    }
    std::string kind(
        plan::choicesOf<plan::LocalCouncilKind>[static_cast<std::size_t>(*area.localCouncilKind)].label);
    kind.front() = static_cast<char>(kind.front() - 'A' + 'a');
    return area.name + " " + kind;
}

std::map<Id, Answer> answersByArea(const LocalResponses& responses) {
    std::map<Id, Answer> answers;
    for (const bool councils : {true, false}) {
        for (const auto& body : responses.bodies) {
            for (const auto area : body.areas) {
                if (body.localCouncil == councils && body.counts != Counts::replaced) {
                    answers.emplace(area, body.answer);
                }
            }
        }
    }
    return answers;
}

int colourOf(Answer answer) {
    switch (answer) {
    case Answer::supports:
        return 5; // teal
    case Answer::objects:
        return 3; // rust
    case Answer::noView:
        return 2; // yellow
    case Answer::viewNotRecorded:
        return 10; // ochre
    case Answer::noneYet:
        break;
    }
    return 12; // pale blue
}

std::size_t LocalResponses::localCouncils() const {
    std::size_t councils = 0;
    for (const auto& total : totals) {
        councils += total.localCouncils;
    }
    return councils;
}

bool LocalResponses::anyRecorded() const {
    return std::ranges::any_of(bodies, [](const AskedBody& body) { return body.response != 0; });
}

LocalResponses localResponses(const plan::Plan& plan, plan::Id arrangement) {
    LocalResponses answer;
    answer.arrangement = arrangement;
    Gathering gathering(plan);
    gathering.addCouncils(answer.withoutLocalCouncil);
    for (const auto& response : plan.all<plan::LocalResponse>()) {
        if (response.arrangement.id == arrangement && arrangement != 0) {
            gathering.add(response);
        } else if (!plan.find(response.arrangement)) {
            answer.withoutArrangement.push_back(response.id);
        }
    }
    gathering.sortByName(answer.withoutLocalCouncil);
    addResidents(answer.residentsWithoutCouncil, plan, answer.withoutLocalCouncil);
    std::ranges::sort(answer.residentsWithoutCouncil.records);
    answer.bodies = gathering.bodies();
    for (std::size_t i = 0; i < answer.bodies.size(); ++i) {
        const auto& body = answer.bodies[i];
        if (body.counts == Counts::yes) {
            count(answer.totals, plan, body, i, body.areas);
        }
    }
    sortRecords(answer.totals);
    answer.clusters = byCluster(plan, answer);
    return answer;
}

} // namespace wardmote::analysis
