#include "ui/pages/map/effect_words.h"

#include "ui/pages/map/map_cluster_list.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("MapEffect", text);
}

QString clusterName(const plan::Plan& plan, plan::Id cluster) {
    return cluster == 0 ? tr("no %1").arg(QString::fromStdString(plan.settings().clusterWord))
                        : QString::fromStdString(plan::nameOf(plan, plan::RecordKind::cluster, cluster));
}

QString residentsText(const analysis::ClusterMeasures& cluster) {
    if (!cluster.residents) {
        return notRecorded();
    }
    const auto number = numberText(*cluster.residents);
    return cluster.areasWithoutResidents.empty() ? number : tr("%1 or more").arg(number);
}

/// Against the target where the plan sets one with a middle, else against the mean of the clusters.
EffectLine residentsLine(const analysis::MoveEffects& effects, const analysis::ChangedCluster& change,
                         bool plain) {
    EffectLine line{clusterName(*effects.plan(), change.after.id),
                    tr("%1 → %2").arg(residentsText(*change.before), residentsText(change.after)),
                    {},
                    Tone::neutral};
    const bool target = change.after.deviationPercent.has_value();
    const auto deviation = target ? change.after.deviationPercent : change.after.deviationFromMeanPercent;
    if (!plain && deviation) {
        const auto arrow = *deviation > 0.5    ? QStringLiteral("▲ ")
                           : *deviation < -0.5 ? QStringLiteral("▼ ")
                                               : QString();
        line.badge = arrow + (target ? tr("%1 of target") : tr("%1 of mean")).arg(signedPercent(*deviation));
        if (change.after.withinBand) {
            line.tone = *change.after.withinBand ? Tone::good : Tone::attention;
            line.badge += *change.after.withinBand ? tr(", within") : tr(", outside");
        }
    }
    return line;
}

std::vector<EffectLine> piecesLines(const analysis::MoveEffects& effects,
                                    const analysis::MoveEffect& effect) {
    std::vector<EffectLine> lines;
    bool known = true;
    for (const auto& change : effect.clusters) {
        known = known && (change.after.contiguous || change.after.areas.empty());
        if (change.after.contiguous == false) {
            const bool was = change.before->contiguous == false;
            lines.push_back({clusterName(*effects.plan(), change.after.id),
                             was && change.before->pieces.size() == change.after.pieces.size()
                                 ? tr("still in %1 pieces").arg(change.after.pieces.size())
                                 : tr("in %1 pieces").arg(change.after.pieces.size()),
                             was ? tr("⚠ was apart") : tr("⚠ comes apart"), Tone::attention});
        }
    }
    if (lines.empty() && known && !effect.clusters.empty()) {
        lines.push_back({effect.clusters.size() > 1 ? tr("All in one piece") : tr("In one piece"),
                         {},
                         tr("yes"),
                         Tone::good});
    } else if (lines.empty()) {
        lines.push_back({tr("In one piece"), notRecorded(), {}, Tone::neutral});
    }
    return lines;
}

/// The parts in words: "4,131 in Bathavon North, 20,000 in Keynsham Area".
QString partsText(const plan::Plan& plan, const std::vector<analysis::ChangedFootprint::Part>& parts) {
    QStringList texts;
    for (const auto& part : parts) {
        const auto residents = part.residents ? numberText(std::llround(*part.residents)) : notRecorded();
        texts << tr("%1 in %2").arg(residents, clusterName(plan, part.cluster));
    }
    return texts.join(tr(", "));
}

std::vector<EffectLine> footprintLines(const plan::Plan& plan, const analysis::MoveEffect& effect) {
    std::vector<EffectLine> lines;
    std::size_t unchanged = 0;
    for (const auto& change : effect.footprints) {
        const auto name =
            QString::fromStdString(plan::nameOf(plan, plan::RecordKind::footprint, change.footprint));
        if (change.isSplit() && !change.wasSplit()) {
            lines.push_back({name, partsText(plan, change.after), tr("⚠ split"), Tone::attention});
        } else if (change.wasSplit() && !change.isSplit()) {
            lines.push_back({name, {}, tr("whole again"), Tone::good});
        } else if (change.isSplit()) {
            lines.push_back({name, partsText(plan, change.after), tr("still split"), Tone::neutral});
        } else {
            ++unchanged;
        }
    }
    std::ranges::stable_sort(lines, std::less{}, [](const EffectLine& line) {
        return line.tone == Tone::attention ? 0 : line.tone == Tone::good ? 1 : 2;
    });
    constexpr std::size_t most = 4;
    if (lines.size() > most) {
        const auto more = lines.size() - most;
        lines.resize(most);
        lines.push_back({tr("and %1 more footprints").arg(more), {}, {}, Tone::neutral});
    }
    if (lines.empty() && unchanged > 0) {
        lines.push_back({tr("Footprints"), {}, tr("none split"), Tone::good});
    }
    return lines;
}

} // namespace

QString effectTitle(const plan::Plan& plan, const analysis::MoveEffect& effect) {
    const auto areas = areasInWords(plan, effect.moved);
    return effect.target == 0
               ? tr("If %1 left every %2").arg(areas, QString::fromStdString(plan.settings().clusterWord))
               : tr("If %1 moved to %2").arg(areas, clusterName(plan, effect.target));
}

std::vector<EffectLine> effectLines(const analysis::MoveEffects& effects, const analysis::MoveEffect& effect,
                                    bool plain) {
    std::vector<EffectLine> lines;
    constexpr std::size_t mostClusters = 5;
    for (std::size_t i = 0; i < effect.clusters.size() && i < mostClusters; ++i) {
        lines.push_back(residentsLine(effects, effect.clusters[i], plain));
    }
    const auto pieces = piecesLines(effects, effect);
    lines.insert(lines.end(), pieces.begin(), pieces.end());
    if (!plain) {
        const auto footprints = footprintLines(*effects.plan(), effect);
        lines.insert(lines.end(), footprints.begin(), footprints.end());
    }
    return lines;
}

QString effectInWords(const QString& title, const std::vector<EffectLine>& lines) {
    QStringList parts{title};
    for (const auto& line : lines) {
        QStringList words{line.subject};
        for (const auto& each : {line.words, line.badge}) {
            if (!each.isEmpty()) {
                words << each;
            }
        }
        parts << words.join(u' ');
    }
    return parts.join(QStringLiteral("; ")) + u'.';
}

} // namespace wardmote::ui
