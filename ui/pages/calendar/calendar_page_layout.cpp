#include "ui/charts/matrix_view.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/calendar/month_view.h"
#include "ui/pages/calendar/move_panel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/lines_model.h"
#include "ui/widgets/lines_table.h"
#include "ui/widgets/month_name.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QDate>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr int sideWidth = 240;

QComboBox* makeChoice(const QString& objectName, const QString& accessibleName, QWidget* parent) {
    auto* box = new QComboBox(parent);
    setNames(*box, objectName, accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

CalendarPage::CalendarPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts), exports_(session) {
    setObjectName(QStringLiteral("calendarPage"));
    stack_ = new QStackedLayout(this);
    auto* content = new QWidget(this);
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->addWidget(makeTop());
    column->addWidget(makeFilters());
    addState(*column, tr("Laying out the year"));
    tabs_ = new QTabWidget(content);
    setNames(*tabs_, QStringLiteral("calendarTabs"), tr("Ways to see the year"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(makeYear(), tr("&Year"));
    tabs_->addTab(makeMonth(), tr("M&onth"));
    tabs_->addTab(makeList(), tr("&List"));
    tabs_->addTab(makeFindings(), tr("Findin&gs"));
    column->addWidget(tabs_, 1);
    makeEmptyState();
    stack_->addWidget(content);
    stack_->addWidget(empty_);
    connectAll();
}

QWidget* CalendarPage::makeTop() {
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    auto* before = makeIconButton(QStringLiteral("chevron-left"), tr("The year before"),
                                  QStringLiteral("calendarYearBefore"), top);
    auto* after = makeIconButton(QStringLiteral("chevron-right"), tr("The year after"),
                                 QStringLiteral("calendarYearAfter"), top);
    yearLabel_ = makeLabel({}, TextRole::title, top);
    yearLabel_->setObjectName(QStringLiteral("calendarYear"));
    auto* now = makeLinkButton(tr("Go to today"), QStringLiteral("calendarToday"), top);
    auto* import = makeButton(tr("Import calendar…"), QStringLiteral("calendarImport"), top);
    export_ = makeButton(tr("E&xport what is seen…"), QStringLiteral("calendarExport"), top);
    row->addWidget(before);
    row->addWidget(yearLabel_);
    row->addWidget(after);
    row->addWidget(now);
    row->addStretch(1);
    row->addWidget(import);
    row->addWidget(export_);
    connect(before, &QToolButton::clicked, this, [this] { setYear(year_ - 1); });
    connect(after, &QToolButton::clicked, this, [this] { setYear(year_ + 1); });
    connect(now, &QPushButton::clicked, this, [this] { goToDay(today()); });
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
    connect(export_, &QPushButton::clicked, this, &CalendarPage::writeCalendarFile);
    return top;
}

QWidget* CalendarPage::makeFilters() {
    auto* filters = new QWidget(this);
    auto* column = new QVBoxLayout(filters);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    bar_ = new FilterBar(tr("meetings"), filters);
    auto* row = new QHBoxLayout;
    clusters_ = makeChoice(QStringLiteral("calendarCluster"), tr("Only meetings of this cluster"), filters);
    services_ =
        makeChoice(QStringLiteral("calendarService"), tr("Only meetings run by this service"), filters);
    organisations_ = makeChoice(QStringLiteral("calendarOrganisation"),
                                tr("Only meetings that this organisation attends"), filters);
    themes_ = makeChoice(QStringLiteral("calendarTheme"), tr("Only meetings about this theme"), filters);
    for (auto* box : {clusters_, services_, organisations_, themes_}) {
        row->addWidget(box, 1);
    }
    column->addWidget(bar_);
    column->addLayout(row);
    return filters;
}

QWidget* CalendarPage::makeYear() {
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("calendarYearScroll"), tr("The year by month"));
    column->setContentsMargins(0, 8, 0, 0);
    strip_ = new charts::MatrixView(content);
    setNames(*strip_, QStringLiteral("calendarStrip"), tr("Meetings by month"));
    stripTable_ = makePlainTable({tr("Where"), tr("Month"), tr("Meetings"), tr("Cancelled")},
                                 QStringLiteral("calendarStripTable"), tr("Meetings by month, as a table"));
    column->addWidget(makeChartCard(tr("Meetings by month"), QStringLiteral("calendarStripShow"), strip_,
                                    stripTable_, content));
    notes_ = makeParagraph({}, TextRole::caption, content);
    column->addWidget(notes_);
    column->addStretch(1);
    return scroll;
}

QWidget* CalendarPage::makeMonth() {
    auto* page = new QWidget(this);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 8, 0, 0);
    auto* left = new QVBoxLayout;
    auto* top = new QHBoxLayout;
    auto* before = makeIconButton(QStringLiteral("chevron-left"), tr("The month before"),
                                  QStringLiteral("calendarMonthBefore"), page);
    months_ = makeChoice(QStringLiteral("calendarMonth"), tr("Month shown"), page);
    for (int month = 1; month <= 12; ++month) {
        months_->addItem(monthName(month));
    }
    auto* after = makeIconButton(QStringLiteral("chevron-right"), tr("The month after"),
                                 QStringLiteral("calendarMonthAfter"), page);
    top->addWidget(before);
    top->addWidget(months_);
    top->addWidget(after);
    top->addWidget(
        makeParagraph(tr("Drag an expected meeting (hollow mark) to another day to move its series."),
                      TextRole::caption, page),
        1);
    grid_ = new MonthView(page);
    setNames(*grid_, QStringLiteral("calendarGrid"), tr("Days of the month"));
    left->addLayout(top);
    left->addWidget(grid_, 1);
    row->addLayout(left, 1);
    row->addWidget(makeSide());
    connect(before, &QToolButton::clicked, this, [this] { setMonth(month_ - 1); });
    connect(after, &QToolButton::clicked, this, [this] { setMonth(month_ + 1); });
    return page;
}

QWidget* CalendarPage::makeSide() {
    side_ = new QStackedWidget(this);
    side_->setFixedWidth(sideWidth);
    auto* day = new QWidget(side_);
    auto* column = new QVBoxLayout(day);
    column->setContentsMargins(0, 0, 0, 0);
    dayLabel_ = makeParagraph({}, TextRole::section, day);
    dayTable_ =
        makePlainTable({tr("Meeting"), tr("Time")}, QStringLiteral("calendarDay"), tr("Meetings of the day"));
    dayTable_->setWordWrap(true);
    dayTable_->verticalHeader()->setDefaultSectionSize(dayTable_->fontMetrics().lineSpacing() * 2 + 12);
    move_ = makeButton(tr("&Move its series…"), QStringLiteral("calendarMove"), day);
    column->addWidget(dayLabel_);
    column->addWidget(dayTable_, 1);
    column->addWidget(move_, 0, Qt::AlignRight);
    movePanel_ = new MovePanel(session(), side_);
    side_->addWidget(day);
    side_->addWidget(movePanel_);
    return side_;
}

QWidget* CalendarPage::makeList() {
    list_ =
        new LinesModel({tr("Day"), tr("Time"), tr("Meeting"), tr("Where"), tr("For"), tr("From")}, {}, this);
    listView_ = makeLinesTable(*list_, QStringLiteral("calendarList"), tr("Meetings of the year"),
                               {92, 100, 0, 120, 130, 84}, this);
    return listView_;
}

QWidget* CalendarPage::makeFindings() {
    findingLines_ = new LinesModel({tr("Finding"), tr("Day"), tr("What")}, {}, this);
    findingView_ =
        makeLinesTable(*findingLines_, QStringLiteral("calendarFindings"),
                       tr("Clashes, same weeks, bank holidays and empty months"), {100, 92, 0}, this, 2);
    return findingView_;
}

void CalendarPage::makeEmptyState() {
    empty_ = new EmptyState(QStringLiteral("calendar"), tr("No meetings in the calendar yet"),
                            tr("Once mechanisms record when they meet, or meetings have dates, the year is "
                               "laid out here, with what clashes. A calendar file (.ics) can be imported."),
                            this);
    empty_->addWay(tr("Import a calendar or a list…"), QStringLiteral("calendarEmptyImport"),
                   QStringLiteral("import"));
    empty_->addWay(tr("Go to mechanisms"), QStringLiteral("calendarEmptyMechanisms"),
                   QStringLiteral("mechanisms"));
    connect(empty_, &EmptyState::pageRequested, this, &Page::pageRequested);
}

void CalendarPage::connectAll() {
    connect(bar_, &FilterBar::filterChanged, this, [this](const QString& words) {
        filter_.words = words;
        showSeen();
    });
    connect(bar_, &FilterBar::leftDownwards, this, [this] {
        auto* shown = tabs_->currentIndex() == 0   ? static_cast<QWidget*>(strip_)
                      : tabs_->currentIndex() == 1 ? grid_
                      : tabs_->currentIndex() == 2 ? static_cast<QWidget*>(listView_)
                                                   : findingView_;
        shown->setFocus();
    });
    const auto follow = [this](QComboBox* box, plan::Id CalendarFilter::*member) {
        connect(box, &QComboBox::activated, this, [this, box, member] {
            filter_.*member = box->currentData().toLongLong();
            showSeen();
        });
    };
    follow(clusters_, &CalendarFilter::cluster);
    follow(services_, &CalendarFilter::service);
    follow(organisations_, &CalendarFilter::organisation);
    follow(themes_, &CalendarFilter::theme);
    connect(strip_, &charts::MatrixView::cellOpened, this,
            [this](int row, int column) { openCell(row, column + 1); });
    connect(stripTable_, &QTableWidget::cellActivated, this, [this](int row) {
        openCell(stripTable_->item(row, 0)->data(Qt::UserRole).toInt(),
                 stripTable_->item(row, 1)->data(Qt::UserRole).toInt());
    });
    connect(months_, &QComboBox::activated, this, [this](int index) { setMonth(index + 1); });
    connect(grid_, &MonthView::dayChosen, this, &CalendarPage::showDay);
    connect(grid_, &MonthView::monthStepped, this, [this](int by) { setMonth(month_ + by); });
    connect(grid_, &MonthView::dayOpened, this, [this] {
        if (dayTable_->rowCount() > 0) {
            dayTable_->setFocus();
            dayTable_->setCurrentCell(qMax(0, dayTable_->currentRow()), 0);
        }
    });
    connect(grid_, &MonthView::occurrenceChosen, this,
            [this](int place) { choose(static_cast<std::size_t>(place)); });
    connect(grid_, &MonthView::seriesDropped, this, [this](int place, const QDate& to) {
        beginMove(static_cast<std::size_t>(place), plan::Date{to.year(), to.month(), to.day()});
    });
    connect(dayTable_, &QTableWidget::currentCellChanged, this, [this] {
        const auto place = chosenOfDay();
        move_->setEnabled(place && !answer_->calendar.occurrences[*place].mechanisms.empty());
        if (place && !settling_) {
            choose(*place);
        }
    });
    connect(move_, &QPushButton::clicked, this, [this] {
        if (const auto place = chosenOfDay()) {
            beginMove(*place, {});
            movePanel_->focusPattern();
        }
    });
    connect(movePanel_, &MovePanel::cancelled, this, &CalendarPage::endMove);
    connect(movePanel_, &MovePanel::moveRequested, this, &CalendarPage::perform);
    connect(listView_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) {
                    choose(seen_[static_cast<std::size_t>(index.row())]);
                }
            });
    connect(listView_, &QTableView::activated, this, [this](const QModelIndex& index) {
        goToDay(answer_->calendar.occurrences[seen_[static_cast<std::size_t>(index.row())]].date);
    });
    connect(findingView_, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto finding = findings_[static_cast<std::size_t>(index.row())];
        goToDay(dayOf(*answer_, finding));
        if (const auto occurrence = occurrenceOf(*answer_, finding)) {
            choose(*occurrence);
        }
    });
}

} // namespace wardmote::ui
