#include "ui/widgets/arrangement_headline.h"

#include "ui/widgets/style.h"

#include <QCoreApplication>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ArrangementHeadline", text);
}

} // namespace

std::vector<HeadlineFigure> arrangementHeadline(const plan::Settings& settings,
                                                const analysis::ArrangementMeasures& measures) {
    if (measures.arrangement == 0) {
        return {};
    }
    std::int64_t residents = 0;
    bool known = false;
    std::size_t outside = 0;
    for (const auto& cluster : measures.clusters) {
        residents += cluster.residents.value_or(0);
        known = known || cluster.residents;
        outside += cluster.withinBand == false ? 1 : 0;
    }
    const auto words = QString::fromStdString(settings.clusterWordPlural);
    std::vector<HeadlineFigure> figures;
    if (!measures.clusters.empty()) {
        figures.push_back({known ? numberText(residents) : notRecorded(), tr("residents in %1").arg(words)});
    }
    figures.push_back({numberText(static_cast<qint64>(measures.clusters.size())), words});
    figures.push_back(
        {numberText(static_cast<qint64>(measures.unassigned.size() + measures.withoutMain.size())),
         tr("areas left over")});
    if (measures.target) {
        figures.push_back(
            {tr("%1 of %2").arg(outside).arg(measures.clusters.size()), tr("outside the target")});
    }
    return figures;
}

} // namespace wardmote::ui
