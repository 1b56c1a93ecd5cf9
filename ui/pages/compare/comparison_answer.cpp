#include "ui/pages/compare/comparison_answer.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ComparePage", text);
}

} // namespace

const analysis::ArrangementMeasures* ComparisonAnswer::arrangement(plan::Id id) const {
    const auto& all = comparison.arrangements;
    const auto found = std::ranges::find(all, id, &analysis::ArrangementMeasures::arrangement);
    return found == all.end() ? nullptr : &*found;
}

QString ComparisonAnswer::nameOf(plan::Id arrangement) const {
    return QString::fromStdString(plan::nameOf(*plan, plan::RecordKind::arrangement, arrangement));
}

Result<ComparisonAnswer> comparisonOf(const plan::PlanRef& plan, const std::vector<plan::Id>& arrangements,
                                      const charts::MapPlaces& known, SharedAnswers& shared, plan::Date today,
                                      const Progress& progress) {
    ComparisonAnswer answer{plan, known, {}, {}};
    if (!known.neighbours || known.key != analysis::neighboursKey(*plan)) {
        auto places = charts::placesIn(*plan, shared, progress);
        if (!places) {
            return Failure(places.error());
        }
        answer.places = std::move(*places);
    }
    answer.comparison =
        analysis::compareArrangements(*plan, arrangements, answer.places.neighbours.get(), today);
    for (const auto& from : answer.comparison.arrangements) {
        for (const auto& to : answer.comparison.arrangements) {
            if (progress.stopped()) {
                return failure("Stopped.");
            }
            if (from.arrangement != to.arrangement) {
                answer.differences[{from.arrangement, to.arrangement}] =
                    analysis::differenceOf(*plan, from.arrangement, to.arrangement);
            }
        }
    }
    return answer;
}

QString differenceInSigns(const analysis::ComparedRow& row, std::size_t arrangement) {
    const auto told = QString::fromStdString(analysis::differenceInWords(row, arrangement));
    if (told.isEmpty()) {
        return {};
    }
    if (!told.startsWith(QLatin1Char('+')) && !told.startsWith(QChar(0x2212))) {
        return tr("= the same");
    }
    const bool more = told.startsWith(QLatin1Char('+'));
    const auto size = told.mid(1);
    if (analysis::infoOf(row.measure).unit == analysis::MeasureUnit::number) {
        return (more ? tr("▲ %1 more") : tr("▼ %1 fewer")).arg(size);
    }
    return (more ? tr("▲ %1 higher") : tr("▼ %1 lower")).arg(size);
}

} // namespace wardmote::ui
