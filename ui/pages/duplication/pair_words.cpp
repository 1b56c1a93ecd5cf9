#include "ui/pages/duplication/pair_words.h"

#include "core/plan/wording.h"
#include "ui/pages/duplication/duplication_answer.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>

#include <cmath>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PairWords", text);
}

QString withLimits(const QString& figure, bool atLeast) {
    return atLeast ? tr("at least %1").arg(figure) : figure;
}

QString more(bool atLeast) {
    return atLeast ? QStringLiteral(" +") : QString();
}

} // namespace

QString inWords(const analysis::Pounds& figure) {
    return figure.value ? withLimits(qtext(plan::inPounds(*figure.value)), figure.atLeast) : notRecorded();
}

QString inWords(const analysis::Hours& figure) {
    return figure.value
               ? withLimits(tr("%1 hours").arg(numberText(std::llround(*figure.value))), figure.atLeast)
               : notRecorded();
}

QString inShort(const analysis::Pounds& figure) {
    return figure.value ? qtext(plan::inPounds(*figure.value)) + more(figure.atLeast) : QStringLiteral("–");
}

QString inShort(const analysis::Hours& figure) {
    return figure.value ? tr("%1 h").arg(numberText(std::llround(*figure.value))) + more(figure.atLeast)
                        : QStringLiteral("–");
}

QString scoreWords(double score) {
    return QString::number(score, 'f', 2);
}

double inHundredths(double score) {
    return std::round(scoreWords(score).toDouble() * 100);
}

QString reviewedFinding(const QString& label) {
    return tr("%1 (reviewed)").arg(label);
}

QString findingOf(const plan::Plan& plan, const ListedPair& pair) {
    const auto* review = plan.find<plan::Review>(pair.review);
    if (review && review->finding) {
        return reviewedFinding(qtext(plan::labelOf(*review->finding)));
    }
    const auto label = qtext(analysis::labelOf(pair.pair.kind));
    if (pair.pair.byName) {
        return tr("%1 (by name)").arg(label);
    }
    return pair.pair.inPart ? tr("%1 in part").arg(label) : label;
}

Tone toneOf(analysis::PairClass kind) {
    return kind == analysis::PairClass::possibleDuplicate || kind == analysis::PairClass::recordedTwice
               ? Tone::attention
               : Tone::neutral;
}

std::array<std::optional<double>, componentCount> partsOf(const analysis::Components& components) {
    return {components.place, components.purpose, components.audience, components.attendance};
}

QString partName(int part) {
    const std::array names{tr("Place"), tr("Purpose"), tr("Audience"), tr("Who attends")};
    return names[static_cast<std::size_t>(part)];
}

} // namespace wardmote::ui
