#include "core/analysis/series_move.h"
#include "core/plan/publishable.h"
#include "ui/pages/calendar/calendar_export.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/calendar/move_panel.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"

#include <QStackedWidget>

// What the calendar page does beyond showing: move a series, write a calendar file.
namespace wardmote::ui {

void CalendarPage::beginMove(std::size_t place, std::optional<plan::Date> to) {
    const auto& one = answer_->calendar.occurrences[place];
    const auto plan = session().plan();
    auto mechanism = one.mechanisms.front();
    if (one.mechanisms.size() > 1) {
        QStringList names;
        for (const auto id : one.mechanisms) {
            names << qtext(plan::nameOf(*plan, plan::RecordKind::mechanism, id));
        }
        const auto chosen = prompts_.choose(this, tr("Move a series"), tr("Whose meetings move?"), names);
        const auto at = chosen ? names.indexOf(*chosen) : -1;
        if (at < 0) {
            return;
        }
        mechanism = one.mechanisms[static_cast<std::size_t>(at)];
    }
    const auto* record = plan->find<plan::Mechanism>(mechanism);
    if (!record) {
        return;
    }
    std::optional<analysis::SeriesMove> move;
    if (to) {
        auto moved = analysis::seriesMoved(*record, one.date, *to);
        if (!moved) {
            prompts_.inform(this, tr("Move a series"), qtext(moved.error().text()));
            return;
        }
        move = std::move(*moved);
    }
    movePanel_->begin(mechanism, year_, one.date, std::move(move));
    side_->setCurrentIndex(1);
}

void CalendarPage::endMove() {
    side_->setCurrentIndex(0);
}

void CalendarPage::perform(const analysis::SeriesMove& move) {
    session().perform(qtext(analysis::labelOf(*session().plan(), move)),
                      [move](const plan::Plan& plan) { return analysis::changesOf(plan, move); });
    endMove();
}

void CalendarPage::writeCalendarFile() {
    const auto path = prompts_.saveFile(this, tr("Export what is seen"), tr("meetings %1.ics").arg(year_),
                                        tr("Calendars (*.ics)"));
    if (!path) {
        return;
    }
    auto told = seen_;
    const auto withheld = std::erase_if(told, [this](std::size_t place) {
        return plan::isWithheld(*answer_->plan, plan::RecordKind::meeting,
                                answer_->calendar.occurrences[place].meeting);
    });
    exports_.run(
        [answer = answer_, told, file = path->toStdString()](const plan::PlanRef&, const Progress&) {
            return exchange::writeCalendar(file, calendarEntries(*answer, told));
        },
        [this, withheld](const Result<void>& written) {
            if (!written) {
                prompts_.warn(this, tr("Export what is seen"), qtext(written.error().text()));
            } else if (withheld > 0) {
                prompts_.inform(
                    this, tr("Export what is seen"),
                    tr("Left out, since they are marked as not for publication: %1.").arg(withheld));
            }
        });
}

} // namespace wardmote::ui
