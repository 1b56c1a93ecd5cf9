#include "ui/pages/attendance/attendance_page.h"

#include "core/plan/wording.h"
#include "core/text/words.h"
#include "ui/charts/bars_view.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/lines_model.h"
#include "ui/widgets/lines_table.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

using analysis::AttendanceRecord;
using plan::RecordKind;

namespace {

constexpr std::size_t drawnMost = 15;
constexpr std::size_t meetingsMost = 24;

QString people(const std::optional<double>& number) {
    return number ? qtext(plan::inDigits(*number, 1)) : notRecordedDash();
}

QString counted(const std::optional<int>& number) {
    return number ? numberText(*number) : notRecordedDash();
}

std::optional<double> asNumber(const std::optional<int>& number) {
    return number ? std::optional<double>(*number) : std::nullopt;
}

/// Whether what stands in the row was counted.
QString basisOf(const AttendanceRecord& record) {
    return record.lately.any() ? AttendancePage::tr("counted, last 12 months")
           : record.ever.any() ? AttendancePage::tr("counted, earlier")
                               : AttendancePage::tr("usual, not counted");
}

QString trendOf(const AttendanceRecord& record) {
    if (!record.lately.visitors || !record.before.visitors) {
        return notRecordedDash();
    }
    return AttendancePage::tr("%1 → %2").arg(people(record.before.visitors), people(record.lately.visitors));
}

report::BarChart emptyChart() {
    report::BarChart chart;
    chart.unit = AttendancePage::tr("people at a meeting").toStdString();
    chart.series = {AttendancePage::tr("Public").toStdString(), AttendancePage::tr("Members").toStdString(),
                    AttendancePage::tr("Officers").toStdString()};
    return chart;
}

} // namespace

AttendancePage::AttendancePage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent) {
    setObjectName(QStringLiteral("attendancePage"));
    stack_ = new QStackedLayout(this);
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("attendanceScroll"), tr("Attendance"));
    addState(*column, tr("Counting who came"));
    bar_ = new FilterBar(tr("mechanisms"), content);
    column->addWidget(bar_);
    chart_ = new charts::BarsView(content);
    chart_->setObjectName(QStringLiteral("attendanceBars"));
    chart_->setAccessibleName(tr("People at a meeting, by mechanism"));
    lines_ = new LinesModel({tr("Mechanism"), tr("Public"), tr("Members"), tr("Officers"), tr("From"),
                             tr("Public, year on year"), tr("Spending a visit"), tr("Hours a visit")},
                            {1, 2, 3, 5, 6, 7}, this);
    table_ = makeLinesTable(*lines_, QStringLiteral("attendanceTable"),
                            tr("People at a meeting, by mechanism, as a table"),
                            {0, 84, 84, 84, 130, 120, 84, 84}, content);
    table_->setFixedHeight(300);
    chartCard_ = new Card(tr("People at a meeting"), content);
    chartCard_->addChart(tr("People at a meeting"), QStringLiteral("attendanceShow"), chart_, table_);
    meetings_ = new charts::BarsView(content);
    meetings_->setObjectName(QStringLiteral("attendanceMeetingBars"));
    meetings_->setAccessibleName(tr("People at each meeting"));
    meetingsTable_ =
        makePlainTable({tr("Meeting"), tr("Date"), tr("Public"), tr("Members"), tr("Officers")},
                       QStringLiteral("attendanceMeetings"), tr("People at each meeting, as a table"));
    meetingsCard_ = new Card(tr("Meeting by meeting"), content);
    meetingsCard_->addChart(tr("Meeting by meeting"), QStringLiteral("attendanceShowMeetings"), meetings_,
                            meetingsTable_);
    words_ = makeParagraph({}, TextRole::body, meetingsCard_);
    words_->setObjectName(QStringLiteral("attendanceWords"));
    meetingsCard_->content().insertWidget(0, words_);
    notes_ = makeParagraph({}, TextRole::caption, content);
    column->addWidget(chartCard_);
    column->addWidget(meetingsCard_);
    column->addWidget(notes_);
    column->addStretch(1);
    makeEmptyState();
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);
    connectAll();
}

void AttendancePage::makeEmptyState() {
    empty_ = new EmptyState(QStringLiteral("attendance"), tr("Nobody has been counted yet"),
                            tr("Once meetings record how many of the public, members and officers came, or "
                               "mechanisms say how many usually do, this page shows whom each reaches."),
                            this);
    empty_->addWay(tr("Go to meetings"), QStringLiteral("attendanceGoMeetings"), QStringLiteral("meetings"));
    empty_->addWay(tr("Import a list of meetings…"), QStringLiteral("attendanceImport"),
                   QStringLiteral("import"));
    connect(empty_, &EmptyState::pageRequested, this, &Page::pageRequested);
}

void AttendancePage::connectAll() {
    connect(bar_, &FilterBar::filterChanged, this, &AttendancePage::showAttendance);
    connect(bar_, &FilterBar::leftDownwards, this, [this] { table_->setFocus(); });
    connect(chart_, &charts::BarsView::categoryOpened, this, &AttendancePage::choose);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(table_, &QTableView::activated, this, [this] {
        if (const auto* record = chosen()) {
            session().selection().requestShow(RecordKind::mechanism, {record->mechanism}, nameOf(*record));
        }
    });
    const auto openMeeting = [this](std::size_t place) {
        const auto* record = chosen();
        if (record && place < record->meetings.size()) {
            session().selection().select(RecordKind::meeting, {record->meetings[place]});
        }
    };
    connect(meetings_, &charts::BarsView::categoryOpened, this, [this, openMeeting](int category) {
        const auto* record = chosen();
        const auto count = record ? record->meetings.size() : 0;
        openMeeting(count - std::min(count, meetingsMost) + static_cast<std::size_t>(category));
    });
    connect(meetingsTable_, &QTableWidget::currentCellChanged, this,
            [openMeeting](int row) { openMeeting(static_cast<std::size_t>(row)); });
}

void AttendancePage::ask() {
    answerWith(
        [day = today()](const plan::PlanRef& plan, const Progress&) -> Result<Answer> {
            return Answer{plan, analysis::findAttendance(*plan, day)};
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString AttendancePage::refusal(const QString& why) const {
    return tr("Attendance could not be counted: %1").arg(why);
}

void AttendancePage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    stack_->setCurrentIndex(answer_->attendance.records.empty() ? 1 : 0);
    showAttendance();
    QStringList notes{tr("Figures are means of what was counted; where nothing was, the mechanism's usual "
                         "figures stand, and the row says so. A visit is one member of the public at one "
                         "meeting; spending and staff hours are two figures and never added.")};
    if (const auto none = answer_->attendance.notRecorded.size(); none > 0) {
        notes << tr("Nothing is recorded of %1.").arg(countOf(RecordKind::mechanism, none));
    }
    notes_->setText(notes.join(QStringLiteral("\n")));
    Q_EMIT headlineChanged();
}

QString AttendancePage::nameOf(const AttendanceRecord& record) const {
    return qtext(plan::nameOf(*answer_->plan, RecordKind::mechanism, record.mechanism));
}

const AttendanceRecord* AttendancePage::chosen() const {
    const auto at = std::ranges::find(shown_, chosen_, [](const auto* record) { return record->mechanism; });
    return at == shown_.end() ? nullptr : *at;
}

void AttendancePage::showAttendance() {
    if (!answer_) {
        return;
    }
    const auto words = text::folded(bar_->filter().text().toStdString());
    shown_.clear();
    for (const auto& record : answer_->attendance.records) {
        if (text::folded(nameOf(record).toStdString()).find(words) != std::string::npos) {
            shown_.push_back(&record);
        }
    }
    // Most people first: that is what the chart is for.
    std::ranges::stable_sort(shown_, {}, [](const auto* record) {
        const auto& best = record->best();
        return -(best.visitors.value_or(0) + best.members.value_or(0) + best.officers.value_or(0));
    });
    bar_->setCounts(tr("%1 of %2").arg(shown_.size()).arg(answer_->attendance.records.size()));
    lines_->setLines(int(shown_.size()), [this](int row, int column) {
        return cell(*shown_[static_cast<std::size_t>(row)], column);
    });
    showChart();
    const auto at = std::ranges::find(shown_, chosen_, [](const auto* record) { return record->mechanism; });
    choose(at == shown_.end() ? 0 : int(at - shown_.begin()));
}

QString AttendancePage::cell(const AttendanceRecord& record, int column) const {
    const auto& best = record.best();
    switch (column) {
    case 0:
        return nameOf(record);
    case 1:
        return people(best.visitors);
    case 2:
        return people(best.members);
    case 3:
        return people(best.officers);
    case 4:
        return basisOf(record);
    case 5:
        return trendOf(record);
    case 6:
        return record.spendingEach.value
                   ? tr("£%1").arg(double(record.spendingEach.value->pence) / 100, 0, 'f', 2)
                   : notRecordedDash();
    default:
        return record.hoursEach.value ? qtext(plan::inDigits(*record.hoursEach.value, 1)) : notRecordedDash();
    }
}

void AttendancePage::showChart() {
    auto chart = emptyChart();
    for (std::size_t i = 0; i < std::min(shown_.size(), drawnMost); ++i) {
        const auto& best = shown_[i]->best();
        chart.categories.push_back(
            {nameOf(*shown_[i]).toStdString(), {best.visitors, best.members, best.officers}});
    }
    chart_->setChart(std::move(chart));
    chartCard_->setTitle(shown_.size() > drawnMost
                             ? tr("People at a meeting: the first %1 of %2 (the table has all)")
                                   .arg(drawnMost)
                                   .arg(shown_.size())
                             : tr("People at a meeting"));
}

void AttendancePage::choose(int row) {
    if (row < 0 || row >= int(shown_.size())) {
        meetingsCard_->hide();
        return;
    }
    meetingsCard_->show();
    const auto id = shown_[static_cast<std::size_t>(row)]->mechanism;
    if (chosen_ != id) {
        chosen_ = id;
        session().selection().select(RecordKind::mechanism, {id});
    }
    showMeetings();
}

void AttendancePage::showMeetings() {
    const auto& record = *chosen();
    const auto& best = record.best();
    meetingsCard_->setTitle(tr("%1, meeting by meeting").arg(nameOf(record)));
    QStringList words{
        tr("%1 officials and %2 of the public at a meeting (%3).")
            .arg(best.members || best.officers
                     ? qtext(plan::inDigits(best.members.value_or(0) + best.officers.value_or(0), 1))
                     : notRecorded(),
                 best.visitors ? qtext(plan::inDigits(*best.visitors, 1)) : notRecorded(), basisOf(record))};
    if (record.moreOfficials()) {
        words << tr("More officials than public.");
    }
    if (record.meetings.empty()) {
        words << tr("No meeting of it has been counted.");
    }
    words_->setText(words.join(QStringLiteral(" ")));
    auto chart = emptyChart();
    meetingsTable_->setRowCount(0);
    meetingsTable_->setRowCount(int(record.meetings.size()));
    const QuietFill quiet(*meetingsTable_);
    const auto first = record.meetings.size() - std::min(record.meetings.size(), meetingsMost);
    for (std::size_t i = 0; i < record.meetings.size(); ++i) {
        const auto& meeting = *answer_->plan->find<plan::Meeting>(record.meetings[i]);
        const auto date = meeting.date->words();
        if (i >= first) {
            chart.categories.push_back(
                {date,
                 {asNumber(meeting.attendancePublic), asNumber(meeting.attendanceMembers),
                  asNumber(meeting.attendanceOfficers)}});
        }
        const int row = int(i);
        meetingsTable_->setItem(row, 0, wordsItem(qtext(meeting.name)));
        meetingsTable_->setItem(row, 1, wordsItem(qtext(date)));
        meetingsTable_->setItem(row, 2, figureItem(counted(meeting.attendancePublic)));
        meetingsTable_->setItem(row, 3, figureItem(counted(meeting.attendanceMembers)));
        meetingsTable_->setItem(row, 4, figureItem(counted(meeting.attendanceOfficers)));
    }
    meetings_->setChart(std::move(chart));
    meetings_->setMaximumHeight(record.meetings.empty() ? 0 : QWIDGETSIZE_MAX);
    fitRows(*meetingsTable_, 10);
}

std::vector<HeadlineFigure> AttendancePage::headline() const {
    if (!answer_) {
        return {};
    }
    const auto& records = answer_->attendance.records;
    const auto official = std::ranges::count_if(records, &AttendanceRecord::moreOfficials);
    return {{numberText(qint64(records.size())), tr("mechanisms recorded")},
            {numberText(qint64(official)), tr("with more officials than public")}};
}

} // namespace wardmote::ui
