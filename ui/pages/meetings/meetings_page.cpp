#include "ui/pages/meetings/meetings_page.h"

#include "ui/session/session.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <algorithm>

namespace wardmote::ui {

MeetingsPage::MeetingsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::meeting, QStringLiteral("meetings"),
                 parent) {
    setColumns({"name", "date", "mechanisms", "venue", "attendance_public", "attendance_members",
                "attendance_officers", "topics"});
    setEmptyText(tr("No meetings yet"),
                 tr("A meeting is one dated occurrence; it may serve several mechanisms. Counts of who came "
                    "show what each mechanism reaches."));
}

std::vector<HeadlineFigure> MeetingsPage::headline() const {
    const auto plan = session().plan();
    qint64 people = 0;
    std::size_t counted = 0;
    const auto& meetings = plan->all<plan::Meeting>();
    for (const auto& meeting : meetings) {
        if (meeting.attendancePublic) {
            people += *meeting.attendancePublic;
            ++counted;
        }
    }
    return {{numberText(static_cast<qint64>(meetings.size())), tr("meetings")},
            {counted == 0 ? notRecorded() : numberText(people),
             tr("public counted, at %1 of %2").arg(counted).arg(meetings.size())}};
}

ReviewsPage::ReviewsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::review, QStringLiteral("reviews"), parent) {
    setColumns(
        {"name", "mechanisms", "finding", "decision", "merge_into", "status", "decided_by", "decided_on"});
    setEmptyText(tr("No reviews yet"),
                 tr("A review records what people found and decided about mechanisms that look alike. The "
                    "Duplication page proposes them."));
}

std::vector<HeadlineFigure> ReviewsPage::headline() const {
    return {{numberText(static_cast<qint64>(session().plan()->all<plan::Review>().size())), tr("reviews")},
            {numberText(badge()), tr("not decided")}};
}

int ReviewsPage::badge() const {
    const auto plan = session().plan();
    return static_cast<int>(std::ranges::count_if(plan->ids(plan::RecordKind::review), [&](plan::Id id) {
        const auto status = plan->find<plan::Review>(id)->status;
        return !status || *status == plan::ReviewStatus::open || *status == plan::ReviewStatus::proposed;
    }));
}

} // namespace wardmote::ui
