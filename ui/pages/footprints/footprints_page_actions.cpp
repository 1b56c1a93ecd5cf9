#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/footprints/footprint_edits.h"
#include "ui/pages/footprints/footprints_page.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_form.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

namespace wardmote::ui {

using plan::RecordKind;

void FootprintsPage::connectAll() {
    connect(sets_, &QComboBox::activated, this, &FootprintsPage::chooseSet);
    connect(list_, &QTableWidget::itemSelectionChanged, this, &FootprintsPage::chooseFootprint);
    connect(list_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto id = list_->item(row, 0)->data(Qt::UserRole).toLongLong();
        for (const auto& each : answer_->fit.footprints) {
            if (each.footprint == id) {
                session().selection().requestShow(RecordKind::area, areasOf(each),
                                                  tr("Areas of %1").arg(list_->item(row, 0)->text()));
            }
        }
    });
    connect(matrix_, &charts::MatrixView::cellOpened, this, &FootprintsPage::openCell);
    connect(matrixTable_, &QTableWidget::cellActivated, this, [this](int row) {
        int at = 0;
        for (int r = 0; r < static_cast<int>(answer_->fit.footprints.size()); ++r) {
            for (int c = 0; c < static_cast<int>(columns_.size()); ++c) {
                if (answer_->fit.footprints[static_cast<std::size_t>(r)].part(
                        columns_[static_cast<std::size_t>(c)]) &&
                    at++ == row) {
                    return openCell(r, c);
                }
            }
        }
    });
    connect(map_, &charts::MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session().selection().select(RecordKind::area, areas);
    });
    connect(make_, &QPushButton::clicked, this, &FootprintsPage::makeFootprintAsked);
    connect(erase_, &QPushButton::clicked, this, &FootprintsPage::eraseFootprintAsked);
    connect(&session().selection(), &Selection::changed, this, &FootprintsPage::takeSelection);
    connect(&session(), &Session::writableChanged, this, &FootprintsPage::takeSelection);
    takeSelection();
    erase_->setEnabled(false);
}

void FootprintsPage::chooseSet() {
    set_ = sets_->currentData().toLongLong();
    selectFootprint(0);
    ask();
}

void FootprintsPage::chooseFootprint() {
    const auto chosen = chosenFootprint();
    footprintForm_->setRecord(chosen);
    forms_->setCurrentIndex(chosen == 0 ? 0 : 1);
    erase_->setEnabled(chosen != 0 && session().isWritable());
    for (const auto& each : answer_->fit.footprints) {
        if (each.footprint == chosen) {
            session().selection().select(RecordKind::footprint, {chosen});
            const auto areas = areasOf(each);
            map_->setSelected({areas.begin(), areas.end()});
            areas.empty() ? map_->fit() : map_->zoomTo(areas);
        }
    }
}

bool FootprintsPage::showRecords(RecordKind kind, const std::vector<plan::Id>& ids, const QString&) {
    if (ids.empty() || (kind != RecordKind::footprint && kind != RecordKind::footprintSet)) {
        return false;
    }
    const auto* footprint =
        kind == RecordKind::footprint ? session().plan()->find<plan::Footprint>(ids.front()) : nullptr;
    set_ = footprint ? footprint->set.id : ids.front();
    wanted_ = footprint ? footprint->id : 0;
    ask();
    return true;
}

void FootprintsPage::openCell(int row, int column) {
    const auto& footprint = answer_->fit.footprints[static_cast<std::size_t>(row)];
    const auto cluster = columns_[static_cast<std::size_t>(column)];
    if (const auto* part = footprint.part(cluster)) {
        session().selection().requestShow(
            RecordKind::area, part->areas,
            tr("%1: %2").arg(qtext(plan::nameOf(*answer_->plan, RecordKind::footprint, footprint.footprint)),
                             clusterName(cluster)));
    }
}

/// The edit goes to the file; the page shows it when the plan has changed.
void FootprintsPage::perform(FootprintEdit edit) {
    if (session().isWritable()) {
        session().perform(edit.label, std::move(edit.changes));
    }
}

void FootprintsPage::fillSetMenu(QMenu& menu) {
    const bool writable = session().isWritable();
    auto* add = menu.addAction(tr("&New set…"));
    connect(add, &QAction::triggered, this, &FootprintsPage::newSetAsked);
    auto* import = menu.addAction(tr("&Import footprints…"));
    connect(import, &QAction::triggered, this,
            [this] { Q_EMIT importRequested(plan::RecordKind::footprint); });
    menu.addSeparator();
    auto* edit = menu.addAction(tr("&Edit the set"));
    connect(edit, &QAction::triggered, this, [this] {
        selectFootprint(0);
        setForm_->focusField("name");
    });
    auto* erase = menu.addAction(tr("&Delete the set…"));
    connect(erase, &QAction::triggered, this, &FootprintsPage::eraseSetAsked);
    const bool any = session().plan()->find<plan::FootprintSet>(set_) != nullptr;
    add->setEnabled(writable);
    import->setEnabled(writable);
    edit->setEnabled(any && writable);
    erase->setEnabled(any && writable);
}

void FootprintsPage::newSetAsked() {
    const auto name = prompts_.text(this, tr("New footprint set"), tr("Name"), QString());
    if (name && !name->trimmed().isEmpty()) {
        set_ = session().newId();
        perform(addFootprintSet(set_, name->trimmed()));
    }
}

void FootprintsPage::makeFootprintAsked() {
    const auto& selection = session().selection();
    if (selection.kind() != RecordKind::area || selection.isEmpty()) {
        return;
    }
    const auto areas = selection.ids();
    const auto plan = session().plan();
    const auto name = prompts_.text(this, tr("Make a footprint"), tr("Name of the footprint"), QString());
    if (!name || name->trimmed().isEmpty()) {
        return;
    }
    wanted_ = session().newId();
    perform(addFootprint(*plan, set_, wanted_, name->trimmed(), areas));
}

void FootprintsPage::eraseFootprintAsked() {
    const auto id = chosenFootprint();
    const auto name = qtext(plan::nameOf(*session().plan(), RecordKind::footprint, id));
    if (id != 0 && prompts_.confirm(this, tr("Delete the footprint"),
                                    tr("%1 will be deleted. You can undo this.").arg(name), tr("Delete"))) {
        perform(eraseFootprint(*session().plan(), id));
    }
}

void FootprintsPage::eraseSetAsked() {
    const auto name = qtext(plan::nameOf(*session().plan(), RecordKind::footprintSet, set_));
    if (prompts_.confirm(this, tr("Delete the footprint set"),
                         tr("%1 and its %2 footprints will be deleted. You can undo this.")
                             .arg(name)
                             .arg(answer_->fit.footprints.size()),
                         tr("Delete"))) {
        perform(eraseFootprintSet(*session().plan(), set_));
    }
}

} // namespace wardmote::ui
