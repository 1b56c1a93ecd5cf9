#pragma once
#include "core/analysis/acceptances.h"
#include "core/analysis/arrangement_comparison.h"

#include <map>

namespace wardmote::analysis {

/// The figures of one arrangement, by measure and footprint set. It refers to plan and measures while it is
/// being filled, so both must live as long.
class ArrangementColumn {
public:
    ArrangementColumn(const plan::Plan& plan, const ArrangementMeasures& measures, bool fromTarget);

    void countMoves(const ArrangementDifference& difference);
    void countProblems(const std::vector<JudgedBreach>& judged);
    /// Nothing where it was not measured.
    ComparedFigure at(ArrangementMeasure measure, plan::Id footprintSet) const;

private:
    template<class T>
    ComparedFigure& set(ArrangementMeasure measure, const std::optional<T>& value,
                        plan::Id footprintSet = 0) {
        auto& figure = figures_[{measure, footprintSet}];
        figure.value = value ? std::optional(static_cast<double>(*value)) : std::nullopt;
        return figure;
    }
    ComparedFigure& set(ArrangementMeasure measure, double value, plan::Id footprintSet = 0) {
        return set(measure, std::optional(value), footprintSet);
    }
    void countAreas();
    void countAreasInNone();
    void measureSizes();
    void measureDeviations();
    void countClusters();
    void countFootprints();
    void countResponses();
    void measureCompactness();

    const plan::Plan& plan_;
    const ArrangementMeasures& measures_;
    bool fromTarget_;
    std::map<std::pair<ArrangementMeasure, plan::Id>, ComparedFigure> figures_;
};

} // namespace wardmote::analysis
