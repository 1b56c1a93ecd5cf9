#include "ui/pages/streamlining/streamlining_words.h"

#include "core/plan/wording.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

using analysis::StreamlineBy;
using Because = analysis::KeptMechanism::Because;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Streamlining)
};

constexpr std::size_t mostInATip = 20;

QString nameOf(const plan::Plan& plan, plan::Id mechanism) {
    return QString::fromStdString(plan::nameOf(plan, plan::RecordKind::mechanism, mechanism));
}

QString namesOf(const plan::Plan& plan, const std::vector<plan::Id>& mechanisms) {
    QStringList names;
    for (const auto id : mechanisms) {
        names << nameOf(plan, id);
    }
    return names.join(QStringLiteral("; "));
}

QString cellsText(const plan::Plan& plan, const std::vector<analysis::StreamliningCell>& cells, bool inFull) {
    QStringList words;
    const auto shown = std::min(cells.size(), inFull ? mostInATip : 1);
    for (std::size_t i = 0; i < shown; ++i) {
        words << QString::fromStdString(analysis::cellInWords(plan, cells[i]));
    }
    auto text = words.join(QStringLiteral("\n"));
    if (cells.size() > shown) {
        text += Words::tr(" and %1 more").arg(numberText(qint64(cells.size() - shown)));
    }
    return text;
}

} // namespace

QString objectiveText(StreamlineBy by, double value) {
    switch (by) {
    case StreamlineBy::staffHours:
        return Words::tr("%1 hours").arg(QLocale().toString(value, 'f', value < 100 ? 1 : 0));
    case StreamlineBy::spending:
        return QString::fromStdString(plan::inPounds({std::llround(value * 100)}));
    case StreamlineBy::meetings:
        return Words::tr("%1 meetings").arg(QString::fromStdString(plan::inDigits(value, 1)));
    }
    return {};
}

QString proofText(const analysis::Streamlining& answer) {
    if (answer.optimal) {
        return Words::tr("Proved smallest");
    }
    const auto gap = Words::tr("At most %1 % above the smallest")
                         .arg(QLocale().toString(std::ceil(answer.gap() * 1000) / 10, 'f', 1));
    return answer.stoppedEarly ? Words::tr("%1 (stopped early)").arg(gap) : gap;
}

QString verdictText(const analysis::Streamlining& answer, StreamlineBy by) {
    const auto setAside = [&](Because because) {
        return std::ranges::count(answer.keep, because, &analysis::KeptMechanism::because);
    };
    const auto noCost = setAside(Because::costNotRecorded);
    const auto noCover = setAside(Because::coverageNotRecorded);
    if (answer.end.empty() && !answer.keep.empty() &&
        noCost + noCover == static_cast<std::ptrdiff_t>(answer.keep.size())) {
        return Words::tr("Not enough is recorded to answer: of %1 mechanisms, what they cost is not recorded "
                         "for %2, and what they cover is not for %3")
            .arg(answer.keep.size())
            .arg(noCost)
            .arg(noCover);
    }
    return Words::tr("%1: %2 of today’s %3 are kept")
        .arg(proofText(answer), objectiveText(by, answer.objective), objectiveText(by, answer.today));
}

QString reasonText(const plan::Plan& plan, const analysis::KeptMechanism& kept, bool inFull) {
    switch (kept.because) {
    case Because::statutory:
        return Words::tr("Statutory");
    case Because::pinned:
        return Words::tr("Pinned");
    case Because::costNotRecorded:
        return Words::tr("Set aside: what it costs is not recorded");
    case Because::coverageNotRecorded:
        return Words::tr("Set aside: what it covers is not recorded");
    case Because::onlyCover:
        break;
    }
    return kept.cells.empty() ? Words::tr("Shares its cover with others that are kept")
                              : cellsText(plan, kept.cells, inFull);
}

QString runnerUpText(const plan::Plan& plan, const analysis::Streamlining& answer, StreamlineBy by) {
    if (!answer.runnerUp) {
        return answer.noOther ? Words::tr("No other set keeps the coverage without being this one and more.")
                              : Words::tr("Not found before the search was stopped.");
    }
    const auto& second = *answer.runnerUp;
    const auto more = second.objective - answer.objective;
    auto text = more > 0.005
                    ? Words::tr("The next best set that differs keeps %1 more.").arg(objectiveText(by, more))
                    : Words::tr("Another set does as well.");
    if (!second.optimal) {
        text += QLatin1Char(' ') + Words::tr("(The best found; that none lies between is not proved.)");
    }
    if (!second.keptInstead.empty()) {
        text += QLatin1Char('\n') + Words::tr("It keeps: %1.").arg(namesOf(plan, second.keptInstead));
    }
    if (!second.endedInstead.empty()) {
        text += QLatin1Char('\n') + Words::tr("It ends: %1.").arg(namesOf(plan, second.endedInstead));
    }
    return text;
}

QString notesText(const plan::Plan& plan, const analysis::Streamlining& answer) {
    QStringList notes;
    const auto count = [&](Because because) {
        return std::ranges::count(answer.keep, because, &analysis::KeptMechanism::because);
    };
    if (const auto number = count(Because::costNotRecorded); number > 0) {
        notes << Words::tr("Set aside because what they cost is not recorded: %1. They stay; their cost is "
                           "not counted as nothing.")
                     .arg(numberText(number));
    }
    if (const auto number = count(Because::coverageNotRecorded); number > 0) {
        notes << Words::tr(
                     "Set aside because places, themes, audiences or the last meeting are not recorded: "
                     "%1. They stay, since nobody can say what their end would lose.")
                     .arg(numberText(number));
    }
    if (!answer.lost.empty()) {
        notes << Words::tr("⚠ Lost with what is closed: %1.").arg(cellsText(plan, answer.lost, false));
    }
    if (answer.limitNotKept) {
        notes << Words::tr(
            "⚠ No set was found that keeps both the coverage and the limit of meetings; answered without "
            "the limit.");
    }
    for (const auto& over : answer.over) {
        notes << (over.byFixed
                      ? Words::tr("⚠ %1 is asked to %2 meetings a month by what must stay alone; the "
                                  "limit is not applied to it.")
                      : Words::tr("⚠ %1 is asked to %2 meetings a month."))
                     .arg(QString::fromStdString(
                              plan::nameOf(plan, plan::RecordKind::organisation, over.organisation)),
                          QLocale().toString(over.meetingsAMonth, 'f', 1));
    }
    if (!answer.meetingsNotRecorded.empty()) {
        notes << Words::tr("Kept, but not counted towards the limit because how often they meet is not "
                           "recorded: %1.")
                     .arg(numberText(qint64(answer.meetingsNotRecorded.size())));
    }
    return notes.join(QLatin1Char('\n'));
}

QString hoursText(const analysis::Hours& hours) {
    if (!hours.value) {
        return notRecorded();
    }
    const auto number = numberText(std::llround(*hours.value));
    return hours.atLeast ? Words::tr("at least %1").arg(number) : number;
}

QString poundsText(const analysis::Pounds& pounds) {
    if (!pounds.value) {
        return notRecorded();
    }
    const auto text = QString::fromStdString(plan::inPounds(*pounds.value));
    return pounds.atLeast ? Words::tr("at least %1").arg(text) : text;
}

} // namespace wardmote::ui
