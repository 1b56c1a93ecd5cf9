#include "ui/pages/checks/breach_model.h"

#include "core/text/words.h"
#include "ui/widgets/record_cell.h"

#include <algorithm>

namespace wardmote::ui {

using analysis::Severity;

QString severityText(Severity severity) {
    const auto* sign = severity == Severity::problem ? "✖" : severity == Severity::warning ? "⚠" : "ℹ";
    return QStringLiteral("%1 %2").arg(QString::fromUtf8(sign), qtext(analysis::labelOf(severity)));
}

QString acceptedBy(const plan::Acceptance& acceptance) {
    QStringList parts;
    if (!acceptance.acceptedBy.empty()) {
        parts << qtext(acceptance.acceptedBy);
    }
    if (acceptance.acceptedOn) {
        parts << qtext(acceptance.acceptedOn->words());
    }
    return parts.isEmpty() ? notRecordedDash() : parts.join(QStringLiteral(", "));
}

void BreachModel::setAnswer(std::shared_ptr<const ChecksAnswer> answer) {
    beginResetModel();
    answer_ = std::move(answer);
    endResetModel();
}

QString BreachModel::titleAt(int row) const {
    return qtext(analysis::inPlansWords(at(row).breach.rule->title, answer_->plan->settings()));
}

int BreachModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !answer_ ? 0 : static_cast<int>(answer_->judged.size());
}

int BreachModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString BreachModel::wordsOf(int row, int column) const {
    const auto& [breach, acceptance] = at(row);
    switch (column) {
    case severity:
        return severityText(breach.rule->severity);
    case what:
        return QStringLiteral("%1\n%2").arg(titleAt(row), qtext(breach.message));
    case reason:
        return acceptance ? qtext(acceptance->reason) : QString();
    case accepted:
        return acceptance ? acceptedBy(*acceptance) : QString();
    default:
        return {};
    }
}

QVariant BreachModel::data(const QModelIndex& index, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return wordsOf(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == severity ? qtext(analysis::labelOf(at(index.row()).breach.rule->severity))
                                          : wordsOf(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant BreachModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case severity:
        return tr("Severity");
    case what:
        return tr("What is wrong");
    case reason:
        return tr("Reason");
    default:
        return tr("Accepted by");
    }
}

BreachFilter::BreachFilter(QObject* parent) : QSortFilterProxyModel(parent) {}

BreachModel& BreachFilter::breaches() const {
    return *static_cast<BreachModel*>(sourceModel());
}

void BreachFilter::setWords(const QString& words) {
    words_ = text::wordsOf(words.toStdString());
    invalidateFilter();
}

void BreachFilter::setAccepted(bool accepted) {
    accepted_ = accepted;
    invalidateFilter();
}

void BreachFilter::setSeverity(std::optional<Severity> severity) {
    severity_ = severity;
    invalidateFilter();
}

void BreachFilter::setRule(const QString& id) {
    rule_ = id.toStdString();
    invalidateFilter();
}

bool BreachFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& [breach, acceptance] = breaches().at(row);
    if ((acceptance != nullptr) != accepted_ || (severity_ && breach.rule->severity != *severity_) ||
        (!rule_.empty() && breach.rule->id != rule_)) {
        return false;
    }
    if (words_.empty()) {
        return true;
    }
    const auto text =
        text::folded(breach.message + " " + breaches().titleAt(row).toStdString() + " " +
                     (acceptance ? acceptance->reason + " " + acceptance->acceptedBy : std::string()));
    return std::ranges::all_of(words_,
                               [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

} // namespace wardmote::ui
