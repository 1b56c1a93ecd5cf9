#include "ui/pages/clusters/arrangement_panel.h"

#include "core/exchange/writing/export_records.h"
#include "ui/session/arrangement_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

/// A status chosen in the form does what the same status does in the menu: what is agreed has a date, and one
/// arrangement alone is as now.
std::optional<RecordEdit> wholeStatusEdit(const plan::Plan& plan, plan::Id arrangement,
                                          const plan::FieldInfo& field, const plan::Value& value) {
    auto proposed = *plan.find<plan::Arrangement>(arrangement);
    if (field.key != "status" || !field.set(&proposed, value) || !proposed.status) {
        return std::nullopt;
    }
    auto edit = setArrangementStatus(plan, arrangement, *proposed.status, today());
    return RecordEdit{edit.label, std::move(edit.changes), {}};
}

} // namespace

ArrangementPanel::ArrangementPanel(Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent), session_(session), prompts_(prompts) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 0);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("arrangementSplit"));
    split->setChildrenCollapsible(false);
    form_ = new RecordForm(session_, plan::RecordKind::arrangement);
    form_->setObjectName(QStringLiteral("arrangementForm"));
    form_->setMinimumWidth(310); // its fields are as wide as in the inspector
    form_->setWholeEdit(wholeStatusEdit);
    split->addWidget(form_);
    split->addWidget(buildLog());
    split->setSizes({320, 420});
    split->setStretchFactor(1, 1);
    row->addWidget(split);
}

QWidget* ArrangementPanel::buildLog() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(8, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Rationale log"), TextRole::section), 1);
    column->addLayout(top);
    log_ = new RecordTable(session_, prompts_, plan::RecordKind::move);
    log_->setObjectName(QStringLiteral("moveLog"));
    log_->setDefaultColumns({"name", "reason", "moved_by", "moved_on"});
    log_->setAdd([this] { giveReasonAsked(); });
    log_->emptyState().setTexts(
        tr("No reasons on record yet"),
        tr("Give a reason when you move areas, and it is kept here with who gave it and "
           "when. For moves already made: choose areas, then give the reason."));
    auto* reason = makeButton(tr("Give a reason…"), QStringLiteral("giveReason"));
    reason->setToolTip(tr("Says why the chosen areas are where they are."));
    connect(reason, &QPushButton::clicked, this, &ArrangementPanel::giveReasonAsked);
    auto* save = makeButton(tr("Export…"), QStringLiteral("exportLog"));
    save->setAccessibleName(tr("Export the rationale log"));
    connect(save, &QPushButton::clicked, this, &ArrangementPanel::exportLog);
    log_->addTool(reason);
    top->addWidget(save);
    connect(log_->emptyState().addButton(tr("Give a reason…"), QStringLiteral("firstReason")),
            &QPushButton::clicked, this, &ArrangementPanel::giveReasonAsked);
    column->addWidget(log_, 1);
    return panel;
}

void ArrangementPanel::setArrangement(plan::Id arrangement) {
    form_->setRecord(arrangement);
    if (arrangement != arrangement_) {
        arrangement_ = arrangement;
        log_->setPageRestriction([arrangement](const plan::Plan& plan, plan::Id id) {
            const auto* move = plan.find<plan::Move>(id);
            return move && move->arrangement.id == arrangement;
        });
    }
}

std::vector<plan::Id> ArrangementPanel::chosenAreas() const {
    const auto& selection = session_.selection();
    return selection.kind() == plan::RecordKind::area ? selection.ids() : std::vector<plan::Id>{};
}

void ArrangementPanel::giveReasonAsked() {
    const auto areas = chosenAreas();
    if (areas.empty()) {
        prompts_.inform(this, tr("Give a reason"),
                        tr("Choose the areas first, in the list of areas or on the map."));
        return;
    }
    const auto text = prompts_.text(this, tr("Give a reason"),
                                    tr("Why %1 is there").arg(areasInWords(*session_.plan(), areas)), {});
    if (!text || text->trimmed().isEmpty()) {
        return;
    }
    const auto edit = giveReason(*session_.plan(), arrangement_, areas, {*text, personAtKeyboard(), today()},
                                 [this] { return session_.newId(); });
    if (!edit.changes.empty()) {
        session_.perform(edit.label, edit.changes);
    }
}

std::vector<plan::Id> ArrangementPanel::lines() const {
    std::vector<plan::Id> ids;
    for (const auto& move : session_.plan()->all<plan::Move>()) {
        if (move.arrangement.id == arrangement_) {
            ids.push_back(move.id);
        }
    }
    return ids;
}

void ArrangementPanel::exportLog() {
    const auto ids = lines();
    if (ids.empty()) {
        log_->tell(tr("There are no lines to export."));
        return;
    }
    const auto name =
        QString::fromStdString(plan::nameOf(*session_.plan(), plan::RecordKind::arrangement, arrangement_));
    const auto file =
        prompts_.saveFile(this, tr("Export the rationale log"), tr("%1, rationale log.csv").arg(name),
                          tr("Comma-separated values (*.csv);;Excel (*.xlsx);;OpenDocument (*.ods)"));
    if (!file) {
        return;
    }
    const std::filesystem::path path(file->toStdU16String());
    const auto written = exchange::exportRecords(
        *session_.plan(), plan::RecordKind::move, path,
        exchange::formatOf(path).value_or(exchange::ExportFormat::csv), {.only = ids});
    if (!written) {
        prompts_.warn(this, tr("Export the rationale log"), QString::fromStdString(written.error().text()));
        return;
    }
    log_->tell(tr("%1 lines written to %2.").arg(written->records).arg(*file));
}

} // namespace wardmote::ui
