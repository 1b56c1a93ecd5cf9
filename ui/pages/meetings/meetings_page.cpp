#include "ui/pages/meetings/meetings_page.h"

#include "ui/session/session.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

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

} // namespace wardmote::ui
