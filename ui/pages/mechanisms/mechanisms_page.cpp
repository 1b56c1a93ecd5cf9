#include "ui/pages/mechanisms/mechanisms_page.h"

#include "core/plan/wording.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_merge_dialog.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QPushButton>

namespace wardmote::ui {
namespace {

/// A sum of which some part is blank is a lower bound.
QString orMore(const QString& figure, std::size_t unknown) {
    return unknown == 0 ? figure : MechanismsPage::tr("%1 or more").arg(figure);
}

} // namespace

MechanismsPage::MechanismsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::mechanism, QStringLiteral("mechanisms"),
                 parent),
      costs_(session) {
    setColumns({"name", "kind", "status", "lead_organisation", "service", "areas", "themes", "attending",
                "pattern", "length_hours"});
    setEmptyText(tr("No mechanisms yet"),
                 tr("A mechanism is a standing way in which a public service talks with people: a forum, a "
                    "panel, a liaison meeting. Import the list that you have, however untidy, or add one."));
    table().setAdd([this] { addMechanism(); });
    auto* gaps = makeButton(tr("Fill the gaps"), QStringLiteral("fillGaps"), this);
    gaps->setToolTip(tr("The blanks that keep mechanisms from being compared, most useful first."));
    table().addTool(gaps);
    connect(gaps, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("gaps")); });
    table().addTool(makeMergeButton(session, table(), plan::RecordKind::mechanism, this));
    planChanged();
}

void MechanismsPage::addMechanism() {
    auto* dialog = new RecordDialog(session(), plan::RecordKind::mechanism,
                                    {"name", "kind", "lead_organisation", "service", "purpose", "areas",
                                     "themes", "audiences", "attending", "pattern"},
                                    this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { table().reveal(dialog->record()); });
    dialog->open();
}

void MechanismsPage::planChanged() {
    costs_.run(
        [day = today()](const plan::PlanRef& plan, const Progress& progress) {
            const analysis::CostModel model(*plan, day);
            std::vector<analysis::MechanismCost> costs;
            for (const auto& mechanism : plan->all<plan::Mechanism>()) {
                if (progress.stopped()) {
                    break;
                }
                if (mechanism.status != plan::MechanismStatus::ended) {
                    costs.push_back(model.of(mechanism.id));
                }
            }
            return analysis::totalOf(costs);
        },
        [this](analysis::CostTotals totals) {
            totals_ = std::move(totals);
            Q_EMIT headlineChanged();
        });
}

std::vector<HeadlineFigure> MechanismsPage::headline() const {
    const auto count =
        static_cast<qint64>(totals_ ? totals_->mechanisms : session().plan()->all<plan::Mechanism>().size());
    std::vector<HeadlineFigure> figures{{numberText(count), tr("not ended")}};
    if (!totals_) {
        return figures;
    }
    const auto& all = *totals_;
    figures.push_back(
        {all.meetings ? orMore(qtext(plan::inDigits(*all.meetings, 0)), all.meetingsUnknown) : notRecorded(),
         tr("meetings a year")});
    figures.push_back({all.spending.value
                           ? orMore(qtext(plan::inPounds(*all.spending.value)), all.spendingUnknown)
                           : notRecorded(),
                       tr("spending a year")});
    figures.push_back(
        {all.staffHours.value
             ? orMore(tr("%1 h").arg(qtext(plan::inDigits(*all.staffHours.value, 0))), all.staffHoursUnknown)
             : notRecorded(),
         tr("paid time a year")});
    return figures;
}

} // namespace wardmote::ui
