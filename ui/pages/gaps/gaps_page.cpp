#include "ui/pages/gaps/gaps_page.h"

#include "core/plan/change.h"
#include "ui/pages/gaps/gaps.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

ComputedColumn lacksColumn() {
    const auto read = [](const plan::PlanRef& plan) -> ComputedColumn::Reader {
        return [finder = GapFinder(plan)](plan::Id id) -> plan::Value {
            std::string words;
            for (const auto& missing : finder.of(id).missing) {
                words += (words.empty() ? "" : ", ") + std::string(missing->label);
            }
            return words.empty() ? std::string("nothing more") : words;
        };
    };
    return {"lacks",
            GapsPage::tr("Lacks"),
            GapsPage::tr("What to fill in, most useful first."),
            read,
            {plan::RecordKind::meeting, plan::RecordKind::settings},
            false};
}

} // namespace

GapsPage::GapsPage(Session& session, Prompts& prompts, QWidget* parent)
    : Page(parent), session_(session), places_(std::make_shared<std::map<plan::Id, int>>()),
      table_(new RecordTable(session, prompts, plan::RecordKind::mechanism, this)) {
    setObjectName(QStringLiteral("gapsPage"));
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    explanation_ = makeParagraph({}, TextRole::body, this);
    explanation_->setObjectName(QStringLiteral("explanation"));
    column->addWidget(explanation_);
    column->addWidget(table_, 1);
    table_->model().addColumn(lacksColumn());
    table_->model().addColumn({"place",
                               tr("Order"),
                               tr("Most useful blanks first."),
                               [this](const plan::PlanRef&) -> ComputedColumn::Reader {
                                   return [places = places_](plan::Id id) -> plan::Value {
                                       const auto at = places->find(id);
                                       return at == places->end() ? plan::Value{}
                                                                  : plan::Value{std::int64_t{at->second}};
                                   };
                               },
                               {}, // of no record: rows keep their place until looked at again
                               true});
    table_->setDefaultColumns({"name", "lacks", "lead_organisation", "areas", "whole_plan", "themes",
                               "attending", "audiences", "pattern", "meetings_a_year", "length_hours"});
    auto* again = makeButton(tr("Look again"), QStringLiteral("lookAgain"), this);
    again->setToolTip(tr("Leaves out what is filled and puts the most useful blanks first."));
    table_->addTool(again);
    connect(again, &QPushButton::clicked, this, &GapsPage::lookAgain);
    auto* import = table_->emptyState().addButton(tr("Import a list…"), QStringLiteral("importList"));
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
    connect(&session, &Session::planChanged, this, &GapsPage::planChanged);
    lookAgain();
}

void GapsPage::lookAgain() {
    auto places = std::make_shared<std::map<plan::Id, int>>(); // another one: the old may be in use
    for (const auto& gaps : gapsOf(session_.plan())) {
        places->emplace(gaps.mechanism, static_cast<int>(places->size()) + 1);
    }
    places_ = std::move(places);
    table_->model().readColumnsAgain();
    table_->setPageRestriction(
        [places = places_](const plan::Plan&, plan::Id id) { return places->contains(id); });
    table_->view().sortByColumn(table_->model().columnOf("place"), Qt::AscendingOrder);
    planChanged({});
}

void GapsPage::planChanged(const plan::ChangeSummary& summary) {
    if (summary.everything) {
        lookAgain();
        table_->fitColumns();
        return;
    }
    const auto plan = session_.plan();
    blanks_ = 0;
    active_ = static_cast<std::size_t>(
        std::ranges::count_if(plan->ids(plan::RecordKind::mechanism), [&](plan::Id id) {
            return plan->find<plan::Mechanism>(id)->status != plan::MechanismStatus::ended;
        }));
    comparable_ = active_;
    for (const auto& gaps : gapsOf(plan)) {
        blanks_ += gaps.missing.size();
        comparable_ -= gaps.comparable ? 0 : 1;
    }
    explanation_->setText(
        blanks_ == 0 && active_ > 0
            ? tr("Nothing that the analyses need is missing.")
            : tr("Mechanisms can be compared once their areas and enough of themes, audiences and who "
                 "attends "
                 "are recorded; what they cost needs how often and how long they meet. Type in a cell, paste "
                 "from a spreadsheet, or select cells and press Ctrl+D to fill down."));
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
}

std::vector<HeadlineFigure> GapsPage::headline() const {
    return {{tr("%1 of %2").arg(comparable_).arg(active_), tr("mechanisms can be compared")},
            {numberText(static_cast<qint64>(blanks_)), tr("useful blanks")}};
}

int GapsPage::badge() const {
    return static_cast<int>(active_ - comparable_);
}

} // namespace wardmote::ui
