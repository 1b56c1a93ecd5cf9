#include "ui/pages/load/load_page.h"

#include "core/plan/wording.h"
#include "core/text/words.h"
#include "ui/charts/bars_view.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/lines_model.h"
#include "ui/widgets/month_name.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {

using analysis::BodyLoad;
using plan::Id;
using plan::RecordKind;

namespace {

constexpr std::size_t rankedMost = 15;
constexpr std::size_t matrixRows = 20;
constexpr std::size_t matrixColumns = 20;

/// What people start from; the settings take any other.
struct LimitPreset {
    int aWeek;
    int aMonth;
};
constexpr LimitPreset presets[] = {{1, 2}, {1, 4}, {2, 6}, {3, 10}};

QString hoursText(const analysis::Hours& hours) {
    if (!hours.value) {
        return notRecordedDash();
    }
    const auto number = numberText(std::llround(*hours.value));
    return hours.atLeast ? LoadPage::tr("%1+").arg(number) : number;
}

QString meetingsText(const std::optional<double>& meetings, std::size_t unknown) {
    if (!meetings) {
        return notRecordedDash();
    }
    const auto number = qtext(plan::inDigits(*meetings, 1));
    return unknown > 0 ? LoadPage::tr("%1+").arg(number) : number;
}

} // namespace

void LoadPage::ask() {
    const auto day = today();
    answerWith(
        [day](const plan::PlanRef& plan, const Progress& progress) -> Result<Answer> {
            auto load = analysis::findMeetingLoad(*plan, day.year, day, progress);
            if (!load) {
                return tl::unexpected(load.error());
            }
            return Answer{plan, std::move(*load)};
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString LoadPage::refusal(const QString& why) const {
    return tr("The meeting load could not be counted: %1").arg(why);
}

void LoadPage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    const auto& load = answer_->load;
    stack_->setCurrentIndex(load.organisations.empty() && load.roles.empty() ? 1 : 0);
    showBodies();
    showMatrix();
    showNotes();
    Q_EMIT headlineChanged();
}

QString LoadPage::nameOf(const BodyLoad& load) const {
    return qtext(plan::nameOf(*answer_->plan, load.kind, load.body));
}

void LoadPage::showBodies() {
    if (!answer_) {
        return;
    }
    const auto& all = kinds_->currentIndex() == 1 ? answer_->load.roles : answer_->load.organisations;
    const auto words = text::folded(bar_->filter().text().toStdString());
    shown_.clear();
    for (const auto& load : all) {
        if (text::folded(plan::nameOf(*answer_->plan, load.kind, load.body)).find(words) !=
            std::string::npos) {
            shown_.push_back(&load);
        }
    }
    bar_->setCounts(tr("%1 of %2").arg(shown_.size()).arg(all.size()));
    const auto chosen = chosen_;
    lines_->setLines(int(shown_.size()), [this](int row, int column) {
        return cell(*shown_[static_cast<std::size_t>(row)], column);
    });
    showRanking();
    const auto at = std::ranges::find_if(
        shown_, [&](const BodyLoad* load) { return std::pair(load->kind, load->body) == chosen; });
    choose(at == shown_.end() ? 0 : int(at - shown_.begin()));
}

QString LoadPage::cell(const BodyLoad& load, int column) const {
    const auto over = load.weeksOver.size() + load.monthsOver.size();
    const bool limits = answer_->load.weekLimit || answer_->load.monthLimit;
    switch (column) {
    case 0:
        return nameOf(load);
    case 1:
        return meetingsText(load.meetings, load.meetingsUnknown);
    case 2:
        return load.byTopicMechanisms == 0 ? QString() : qtext(plan::inDigits(load.byTopic, 1));
    case 3:
        return hoursText(load.paid);
    case 4:
        return load.kind == RecordKind::role ? QString() : hoursText(load.unpaid);
    case 5:
        return numberText(qint64(load.services.size()));
    case 6:
        return numberText(qint64(load.clashes));
    case 7:
        return limits ? numberText(qint64(over)) : tr("no limit set");
    default: {
        const auto* organisation = answer_->plan->find<plan::Organisation>(load.body);
        const auto band = load.kind == RecordKind::organisation && organisation
                              ? plan::labelOf(organisation->staffBand)
                              : std::nullopt;
        return band ? qtext(*band) : notRecordedDash();
    }
    }
}

void LoadPage::showRanking() {
    report::BarChart chart;
    chart.unit = tr("meetings a year").toStdString();
    chart.series = {tr("Meetings a year").toStdString()};
    for (std::size_t i = 0; i < std::min(shown_.size(), rankedMost); ++i) {
        const auto& meetings = shown_[i]->meetings;
        chart.categories.push_back({nameOf(*shown_[i]).toStdString(), {meetings}});
        chart.decimals = meetings && *meetings != std::round(*meetings) ? 1 : chart.decimals;
    }
    ranking_->setChart(std::move(chart));
    const auto more = shown_.size() > rankedMost;
    rankingCard_->setTitle(
        more
            ? tr("Meetings a year: the first %1 of %2 (the table has all)").arg(rankedMost).arg(shown_.size())
            : tr("Meetings a year"));
}

void LoadPage::choose(int row) {
    if (row < 0 || row >= int(shown_.size())) {
        monthsCard_->hide();
        return;
    }
    monthsCard_->show();
    const auto& load = *shown_[static_cast<std::size_t>(row)];
    const std::pair now(load.kind, load.body);
    if (chosen_ != now) {
        chosen_ = now;
        session().selection().select(load.kind, {load.body});
    }
    showChosen();
}

void LoadPage::showChosen() {
    const auto at = std::ranges::find_if(
        shown_, [&](const BodyLoad* load) { return std::pair(load->kind, load->body) == chosen_; });
    if (at == shown_.end()) {
        return;
    }
    const auto& load = **at;
    report::BarChart chart;
    chart.unit = tr("meetings").toStdString();
    chart.series = {tr("Meetings").toStdString()};
    monthsTable_->setRowCount(12);
    for (int month = 1; month <= 12; ++month) {
        const int number = load.months[static_cast<std::size_t>(month - 1)];
        chart.categories.push_back({monthName(month).toStdString(), {double(number)}});
        monthsTable_->setItem(month - 1, 0, wordsItem(monthName(month)));
        monthsTable_->setItem(month - 1, 1, figureItem(numberText(number)));
    }
    months_->setChart(std::move(chart));
    fitRows(*monthsTable_, 12);
    monthsCard_->setTitle(tr("%1, by month of %2").arg(nameOf(load)).arg(answer_->load.year));
    QStringList words{tr("Attends %1: %2 always, %3 by topic, %4 papers only, %5 not recorded how.")
                          .arg(countOf(RecordKind::mechanism, load.mechanisms.size()))
                          .arg(load.always)
                          .arg(load.byTopicMechanisms)
                          .arg(load.papersOnly)
                          .arg(load.howNotRecorded)};
    QStringList services;
    for (const auto id : load.services) {
        services << qtext(plan::nameOf(*answer_->plan, RecordKind::organisation, id));
    }
    if (!services.isEmpty()) {
        words << tr("Deals with %1.").arg(services.join(tr(", ")));
    }
    for (const auto& monday : load.weeksOver) {
        words << tr("Over the limit of a week: the week of %1.").arg(qtext(monday.words()));
    }
    for (const int month : load.monthsOver) {
        words << tr("Over the limit of a month: %1.").arg(monthName(month));
    }
    words_->setText(words.join(QStringLiteral("\n")));
}

QString LoadPage::bodyName(Id id) const {
    return id == 0 ? tr("Not recorded who runs it")
                   : qtext(plan::nameOf(*answer_->plan, RecordKind::organisation, id));
}

void LoadPage::showMatrix() {
    const auto& asks = answer_->load.asks;
    services_.clear();
    organisations_.clear();
    // The asks come most first, so the first to appear are those that matter.
    for (const auto& ask : asks) {
        if (std::ranges::find(services_, ask.service) == services_.end() && services_.size() < matrixRows) {
            services_.push_back(ask.service);
        }
        if (std::ranges::find(organisations_, ask.organisation) == organisations_.end() &&
            organisations_.size() < matrixColumns) {
            organisations_.push_back(ask.organisation);
        }
    }
    report::Matrix matrix;
    std::vector<std::vector<QString>> sentences;
    for (const auto id : organisations_) {
        matrix.columns.push_back(bodyName(id).toStdString());
    }
    for (const auto id : services_) {
        matrix.rows.push_back(bodyName(id).toStdString());
        matrix.cells.emplace_back(organisations_.size());
        sentences.emplace_back(organisations_.size());
    }
    for (const auto& ask : asks) {
        const auto row = std::ranges::find(services_, ask.service) - services_.begin();
        const auto column = std::ranges::find(organisations_, ask.organisation) - organisations_.begin();
        if (row < std::ssize(services_) && column < std::ssize(organisations_)) {
            const auto r = static_cast<std::size_t>(row);
            const auto c = static_cast<std::size_t>(column);
            matrix.cells[r][c] = ask.meetings;
            sentences[r][c] =
                tr("%1 asks %2 to %3 meetings a year")
                    .arg(bodyName(ask.service), bodyName(ask.organisation), meetingsText(ask.meetings, 0));
        }
    }
    askLines_->setLines(int(asks.size()), [this](int row, int column) {
        const auto& ask = answer_->load.asks[static_cast<std::size_t>(row)];
        return column == 0   ? bodyName(ask.service)
               : column == 1 ? bodyName(ask.organisation)
               : column == 2 ? meetingsText(ask.meetings, 0)
                             : hoursText(ask.hours);
    });
    matrix_->setMatrix(std::move(matrix), std::move(sentences));
    matrix_->horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * 3 + 14);
    matrix_->setFixedHeight(qMin(matrix_->sizeHint().height() + 4, 460));
    matrixCard_->setVisible(!asks.empty());
    fitRows(*asksTable_, 12);
}

void LoadPage::showNotes() {
    const auto& load = answer_->load;
    QStringList notes{
        tr("A meeting that serves several mechanisms counts once. Hours are those of attending, "
           "travelling and reading; a plus says that some part is not recorded.")};
    if (!load.weekLimit && !load.monthLimit) {
        notes << tr("No limit of meetings a week or month is set: none is assumed.");
    }
    if (load.undated > 0) {
        notes << tr("Without a date in %1, and so in no month, week or clash: %2.")
                     .arg(load.year)
                     .arg(countOf(RecordKind::mechanism, load.undated));
    }
    if (!load.invitedNowhere.empty()) {
        QStringList names;
        for (std::size_t i = 0; i < std::min<std::size_t>(load.invitedNowhere.size(), 12); ++i) {
            names << qtext(plan::nameOf(*answer_->plan, RecordKind::organisation, load.invitedNowhere[i]));
        }
        notes << tr("Invited nowhere: %1 (%2%3).")
                     .arg(countOf(RecordKind::organisation, load.invitedNowhere.size()), names.join(tr(", ")),
                          load.invitedNowhere.size() > 12 ? tr("…") : QString());
    }
    limits_->setEnabled(session().isWritable());
    notes_->setText(notes.join(QStringLiteral("\n")));
}

void LoadPage::openAsk(Id service, Id organisation) {
    const auto at = std::ranges::find_if(answer_->load.asks, [&](const analysis::Ask& ask) {
        return ask.service == service && ask.organisation == organisation;
    });
    if (at != answer_->load.asks.end()) {
        const auto name = [&](Id id) {
            return qtext(plan::nameOf(*answer_->plan, RecordKind::organisation, id));
        };
        session().selection().requestShow(
            RecordKind::mechanism, at->mechanisms,
            service == 0 ? tr("What %1 attends, nobody recorded as running it").arg(name(organisation))
                         : tr("What %1 asks of %2").arg(name(service), name(organisation)));
    }
}

void LoadPage::openBody() {
    for (const auto* load : shown_) {
        if (std::pair(load->kind, load->body) == chosen_) {
            session().selection().requestShow(RecordKind::mechanism, load->mechanisms,
                                              tr("What %1 attends").arg(nameOf(*load)));
            return;
        }
    }
}

void LoadPage::setLimits() {
    QStringList options;
    for (const auto& preset : presets) {
        options << tr("%1 a week, %2 a month").arg(preset.aWeek).arg(preset.aMonth);
    }
    options << tr("No limit");
    const auto chosen = prompts_.choose(this, tr("Limit of meetings"),
                                        tr("How many meetings are enough for one organisation?"), options);
    const auto at = chosen ? options.indexOf(*chosen) : -1;
    if (at < 0) {
        return;
    }
    const bool none = at == options.size() - 1;
    const auto value = [&](int number) { return none ? plan::Value{} : plan::Value{std::int64_t{number}}; };
    const auto preset = none ? LimitPreset{} : presets[at];
    plan::Changes changes;
    changes.set<&plan::Settings::meetingsAWeekLimit>(1, value(preset.aWeek));
    changes.set<&plan::Settings::meetingsAMonthLimit>(1, value(preset.aMonth));
    session().perform(none ? tr("Set no limit of meetings")
                           : tr("Set the limit of meetings to %1").arg(*chosen),
                      std::move(changes));
}

std::vector<HeadlineFigure> LoadPage::headline() const {
    if (!answer_) {
        return {};
    }
    const auto share = answer_->load.unpaidShare();
    return {{numberText(qint64(answer_->load.organisations.size())), tr("organisations attend")},
            {share ? tr("%1%").arg(*share * 100, 0, 'f', 0) : notRecorded(), tr("of voluntary hours unpaid")},
            {numberText(qint64(answer_->load.invitedNowhere.size())), tr("invited nowhere")}};
}

} // namespace wardmote::ui
