#include "ui/pages/responses/responses_model.h"

#include "core/analysis/clusters_membership.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

using analysis::AskedBody;
using analysis::Counts;
using plan::RecordKind;

/// Whether two answers are about the same body: its council's row stays while a record of it is made.
bool isSame(const AskedBody& a, const AskedBody& b) {
    const bool council = a.localCouncil && a.counts == Counts::yes;
    if (council && b.localCouncil && b.counts == Counts::yes) {
        return a.areas == b.areas;
    }
    return a.response == b.response && a.localCouncil == b.localCouncil && a.counts == b.counts;
}

std::optional<std::int64_t> residentsOf(const plan::Plan& plan, const AskedBody& body) {
    std::optional<std::int64_t> sum;
    for (const auto id : body.areas) {
        const auto* area = plan.find<plan::Area>(id);
        if (body.localCouncil && area && area->residents) {
            sum = sum.value_or(0) + *area->residents;
        }
    }
    return sum;
}

} // namespace

void ResponsesModel::show(ResponsesAnswerRef answer) {
    const auto before = answer_;
    const auto membership = analysis::membershipOf(*answer->plan, answer->all.arrangement);
    std::vector<QString> clusters;
    for (const auto& body : answer->all.bodies) {
        QStringList names;
        for (const auto area : body.areas) {
            const auto id = membership.mainCluster(area);
            const auto name = id ? qtext(plan::nameOf(*answer->plan, RecordKind::cluster, id)) : QString();
            if (!name.isEmpty() && !names.contains(name)) {
                names << name;
            }
        }
        clusters.push_back(names.join(QStringLiteral(", ")));
    }
    const bool same = before && std::ranges::equal(before->all.bodies, answer->all.bodies, isSame);
    if (!same) {
        beginResetModel();
    }
    answer_ = std::move(answer);
    clusters_ = std::move(clusters);
    if (!same) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

const AskedBody& ResponsesModel::bodyAt(int row) const {
    return answer_->all.bodies[static_cast<std::size_t>(row)];
}

int ResponsesModel::rowOfResponse(plan::Id response) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (bodyAt(row).response == response) {
            return row;
        }
    }
    return -1;
}

const plan::FieldInfo* ResponsesModel::fieldOf(int column) {
    switch (column) {
    case who:
        return &plan::fieldFor<&plan::LocalResponse::name>();
    case view:
        return &plan::fieldFor<&plan::LocalResponse::view>();
    case minute:
        return &plan::fieldFor<&plan::LocalResponse::minuteReference>();
    case date:
        return &plan::fieldFor<&plan::LocalResponse::respondedOn>();
    case words:
        return &plan::fieldFor<&plan::LocalResponse::words>();
    default:
        return nullptr;
    }
}

plan::Value ResponsesModel::valueAt(int row, int column) const {
    const auto* field = fieldOf(column);
    const auto& body = bodyAt(row);
    const auto* response = answer_->plan->find<plan::LocalResponse>(body.response);
    if (field && response) {
        return field->get(response);
    }
    return column == who ? plan::Value{body.name} : plan::Value{};
}

QString ResponsesModel::shown(int row, int column) const {
    const auto& body = bodyAt(row);
    const auto& plan = *answer_->plan;
    QStringList names;
    switch (column) {
    case who:
        return qtext(body.name);
    case areas:
        for (const auto id : body.areas) {
            names << qtext(plan::nameOf(plan, RecordKind::area, id));
        }
        return names.join(QStringLiteral(", "));
    case cluster:
        return clusters_[static_cast<std::size_t>(row)];
    case residents: {
        const auto number = residentsOf(plan, body);
        return number ? numberText(*number) : QString();
    }
    case view: {
        const auto label = qtext(analysis::labelOf(body.answer));
        return body.counts == Counts::replaced  ? tr("%1 (earlier)").arg(label)
               : body.counts == Counts::outside ? tr("%1 (outside the council)").arg(label)
                                                : label;
    }
    default:
        return shownText(plan, *fieldOf(column), valueAt(row, column));
    }
}

QVariant ResponsesModel::sorted(int row, int column) const {
    const auto& body = bodyAt(row);
    if (column == residents) {
        return QVariant::fromValue<qlonglong>(residentsOf(*answer_->plan, body).value_or(-1));
    }
    if (column == view) {
        return static_cast<int>(body.answer);
    }
    if (column == date) {
        const auto* response = answer_->plan->find<plan::LocalResponse>(body.response);
        return response && response->respondedOn ? response->respondedOn->daysSinceEpoch() : -1;
    }
    const auto text = shown(row, column);
    return text.isEmpty() ? QString(QChar(0xFFFD)) : text.toCaseFolded(); // what is not recorded comes last
}

QString ResponsesModel::textOf(int row) const {
    QStringList all;
    for (int column = 0; column < columnCount(); ++column) {
        all << shown(row, column);
    }
    return all.join(u'\n');
}

int ResponsesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !answer_ ? 0 : static_cast<int>(answer_->all.bodies.size());
}

int ResponsesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCount_;
}

QVariant ResponsesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !answer_) {
        return {};
    }
    const auto text = shown(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text.isEmpty() ? notRecordedDash() : text.simplified();
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? notRecorded() : text;
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == residents ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case sortRole:
        return sorted(index.row(), index.column());
    default:
        return {};
    }
}

QVariant ResponsesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == residents ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == residents) {
        return tr("Of the areas of a local council; whom other bodies speak for is not known.");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case areas:
        return tr("Areas");
    case cluster:
        return answer_ ? capitalised(qtext(answer_->plan->settings().clusterWord)) : QString();
    case residents:
        return tr("Residents");
    case minute:
        return tr("Minute");
    default:
        return headingOf(*fieldOf(section));
    }
}

Qt::ItemFlags ResponsesModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    return index.isValid() && fieldOf(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace wardmote::ui
