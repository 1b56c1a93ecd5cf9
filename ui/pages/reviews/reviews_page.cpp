#include "ui/pages/reviews/reviews_page.h"

#include "core/analysis/agreement.h"
#include "core/analysis/decisions_checked.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QComboBox>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

enum Which { allReviews, notDecided, lookAgain };

bool isUndecided(const plan::Review& review) {
    return !review.decision || !review.status || review.status == plan::ReviewStatus::open ||
           review.status == plan::ReviewStatus::proposed;
}

/// Why a decision should be looked at again; empty: it stands.
std::string whyAgain(const plan::Plan& plan, const analysis::PairExplainer& explainer,
                     const plan::Review& review) {
    std::string words;
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    const auto lacking = analysis::missingForAgreement(review);
    if (!isUndecided(review) && analysis::isAgreed(review.status) && !lacking.empty()) {
        std::string labels;
        for (const auto* field : lacking) {
            labels += (labels.empty() ? "" : ", ") + std::string(field->label);
        }
        add("Agreed without: " + labels + ".");
    }
    for (const auto& sentence : analysis::outdatedBecause(plan, explainer, today(), review)) {
        add(sentence);
    }
    return words;
}

std::map<plan::Id, std::string> whyEachAgain(const plan::PlanRef& plan) {
    std::map<plan::Id, std::string> why;
    if (plan->all<plan::Review>().empty()) {
        return why;
    }
    const analysis::PairExplainer explainer(plan, today());
    for (const auto& review : plan->all<plan::Review>()) {
        if (auto words = whyAgain(*plan, explainer, review); !words.empty()) {
            why.emplace(review.id, std::move(words));
        }
    }
    return why;
}

ComputedColumn::Reader readWhy(const plan::PlanRef& plan) {
    return [why = whyEachAgain(plan)](plan::Id review) -> plan::Value {
        const auto at = why.find(review);
        return at == why.end() ? plan::Value{} : plan::Value{at->second};
    };
}

} // namespace

ReviewsPage::ReviewsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::review, QStringLiteral("reviews"), parent),
      which_(new QComboBox(this)) {
    table().model().addColumn({"again",
                               tr("Look again"),
                               tr("Why a decision no longer fits the facts, or what it lacks."),
                               readWhy,
                               {plan::RecordKind::mechanism, plan::RecordKind::area,
                                plan::RecordKind::settings, plan::RecordKind::meeting},
                               false});
    setNames(*which_, QStringLiteral("reviewsWhich"), tr("Reviews shown"));
    which_->addItems({tr("All reviews"), tr("Not yet decided"), tr("To be looked at again")});
    table().addTool(which_);
    connect(which_, &QComboBox::currentIndexChanged, this, &ReviewsPage::showSome);
    setColumns({"name", "mechanisms", "finding", "decision", "merge_into", "status", "again", "decided_by",
                "decided_on"});
    setEmptyText(tr("No reviews yet"),
                 tr("A review records what people found and decided about mechanisms that look alike. The "
                    "Duplication page proposes them."));
}

void ReviewsPage::showSome() {
    switch (which_->currentIndex()) {
    case notDecided:
        table().setPageRestriction([](const plan::Plan& plan, plan::Id id) {
            const auto* review = plan.find<plan::Review>(id);
            return review && isUndecided(*review);
        });
        return;
    case lookAgain: {
        // As they are now: one that is put right stays in sight until it is asked for again.
        const auto why = whyEachAgain(session().plan());
        table().setPageRestriction([why](const plan::Plan&, plan::Id id) { return why.contains(id); });
        return;
    }
    default:
        table().setPageRestriction({});
    }
}

std::vector<HeadlineFigure> ReviewsPage::headline() const {
    return {{numberText(static_cast<qint64>(session().plan()->all<plan::Review>().size())), tr("reviews")},
            {numberText(badge()), tr("not decided")}};
}

int ReviewsPage::badge() const {
    const auto& reviews = session().plan()->all<plan::Review>();
    return static_cast<int>(std::count_if(reviews.begin(), reviews.end(), isUndecided));
}

} // namespace wardmote::ui
