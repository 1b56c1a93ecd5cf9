#include "ui/pages/duplication/pair_model.h"

#include "core/text/words.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QFont>

#include <algorithm>

namespace wardmote::ui {

void PairModel::setAnswer(std::shared_ptr<const DuplicationAnswer> answer) {
    beginResetModel();
    answer_ = std::move(answer);
    endResetModel();
}

int PairModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !answer_ ? 0 : static_cast<int>(answer_->pairs.size());
}

int PairModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString PairModel::wordsOf(const ListedPair& pair, int column) const {
    switch (column) {
    case first:
        return qtext(pair.nameA);
    case second:
        return qtext(pair.nameB);
    case score:
        return pair.pair.score ? scoreWords(*pair.pair.score) : QStringLiteral("–");
    case restsOn:
        return tr("%1%").arg(pair.pair.confidence * 100, 0, 'f', 0);
    case finding:
        return pair.outdated.empty() ? findingOf(*answer_->plan, pair)
                                     : tr("%1 ⚠ no longer fits").arg(findingOf(*answer_->plan, pair));
    case spending:
        return inShort(pair.spending);
    case hours:
        return inShort(pair.staffHours);
    default:
        return {};
    }
}

QString PairModel::inFull(const ListedPair& pair, int column) const {
    switch (column) {
    case score:
    case restsOn:
        return pair.pair.score ? tr("Score %1, resting on %2% of the weights")
                                     .arg(*pair.pair.score, 0, 'f', 2)
                                     .arg(pair.pair.confidence * 100, 0, 'f', 0)
                               : tr("No score: not enough is recorded");
    case parts: {
        QStringList words;
        const auto values = partsOf(pair.pair.components);
        for (int part = 0; part < componentCount; ++part) {
            const auto& value = values[static_cast<std::size_t>(part)];
            words << tr("%1: %2").arg(partName(part), value ? scoreWords(*value) : notRecorded());
        }
        return words.join(QStringLiteral("; "));
    }
    case finding: {
        QStringList words{findingOf(*answer_->plan, pair)};
        for (const auto& why : pair.outdated) {
            words << qtext(why);
        }
        return words.join(u'\n');
    }
    case spending:
        return tr("Spending a year of the smaller: %1").arg(inWords(pair.spending));
    case hours:
        return tr("Paid time a year of the smaller: %1").arg(inWords(pair.staffHours));
    default:
        return wordsOf(pair, column);
    }
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
    const auto& pair = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return wordsOf(pair, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inFull(pair, column);
    case Qt::TextAlignmentRole:
        return int(column == score || column == restsOn || column == spending || column == hours
                       ? Qt::AlignRight | Qt::AlignVCenter
                       : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        if (column == first) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case sortRole:
        if (column == score || column == parts || column == restsOn) {
            return pair.pair.order();
        }
        if (column == spending) {
            return pair.spending.value ? double(pair.spending.value->pence) : -1.0;
        }
        if (column == hours) {
            return pair.staffHours.value.value_or(-1);
        }
        return wordsOf(pair, column);
    default:
        return {};
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const QStringList names{tr("Mechanism"),
                            tr("and"),
                            tr("Score"),
                            tr("Rests\non"),
                            tr("Place, purpose,\naudience, who"),
                            tr("Finding"),
                            tr("Spending"),
                            tr("Paid\ntime")};
    const auto order =
        tr("Weighted mean of the parts that both record. Pairs are in order of score times the share "
           "of the weights that it rests on");
    const QStringList tips{
        {},
        {},
        order,
        order,
        tr("How alike they are in each part, from 0 to 1; a dashed frame where not recorded"),
        {},
        tr("A year, of the smaller of the two; + where some of it is not recorded"),
        tr("Hours a year, of the smaller of the two; + where some of it is not recorded")};
    if (role == Qt::DisplayRole) {
        return names[section];
    }
    if (role == Qt::ToolTipRole && !tips[section].isEmpty()) {
        return tips[section];
    }
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == score || section == restsOn || section == spending || section == hours;
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

PairFilter::PairFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(PairModel::sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void PairFilter::setWords(const QString& words) {
    words_ = text::wordsOf(words.toStdString());
    invalidateFilter();
}

void PairFilter::setDecided(Decided which) {
    decided_ = which;
    invalidateFilter();
}

void PairFilter::setKinds(std::set<analysis::PairClass> kinds) {
    kinds_ = std::move(kinds);
    invalidateFilter();
}

void PairFilter::setOnly(std::set<plan::Id> mechanisms, bool touching) {
    only_ = std::move(mechanisms);
    touching_ = touching;
    invalidateFilter();
}

void PairFilter::setScope(const PairScope& scope) {
    if (!(scope == scope_)) {
        scope_ = scope;
        invalidateFilter();
    }
}

bool PairFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& model = *static_cast<const PairModel*>(sourceModel());
    const auto& pair = model.at(row);
    const int among = (only_.contains(pair.pair.a) ? 1 : 0) + (only_.contains(pair.pair.b) ? 1 : 0);
    if (!only_.empty() && among < (touching_ ? 1 : 2)) {
        return false;
    }
    if (!pair.isPair && decided_ != outdated) {
        return false;
    }
    // Whatever they are now, decisions to be looked at again are all shown.
    if (decided_ != outdated && !kinds_.empty() && !kinds_.contains(pair.pair.kind)) {
        return false;
    }
    if (decided_ == outdated ? pair.outdated.empty()
                             : decided_ != all && pair.decided != (decided_ == decided)) {
        return false;
    }
    if (!scope_.accepts(model.answer(), {pair.pair.a, pair.pair.b})) {
        return false;
    }
    return std::ranges::all_of(
        words_, [&](const std::string& word) { return pair.filterText.find(word) != std::string::npos; });
}

} // namespace wardmote::ui
