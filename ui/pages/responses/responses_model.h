#pragma once
#include "core/analysis/local_responses.h"

#include <QAbstractTableModel>

#include <memory>

namespace wardmote::ui {

/// What the page shows: responses to one arrangement, with the plan that they were found in.
struct ResponsesAnswer {
    plan::PlanRef plan;
    analysis::LocalResponses all;
};
using ResponsesAnswerRef = std::shared_ptr<const ResponsesAnswer>;

/// Everybody who is asked as rows, and what they said. It shows an answer; edits go to the session by the
/// table. A new answer about the same bodies changes cells only, so that the person's place stays.
class ResponsesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { who, areas, cluster, residents, view, minute, date, words, columnCount_ };
    static constexpr int sortRole = Qt::UserRole; ///< numbers and dates by size

    using QAbstractTableModel::QAbstractTableModel;
    void show(ResponsesAnswerRef answer);
    const ResponsesAnswerRef& answer() const { return answer_; } ///< null until the first is there

    const analysis::AskedBody& bodyAt(int row) const;
    int rowOfResponse(plan::Id response) const; ///< -1: none
    /// The field that a column edits, null if it is worked out.
    static const plan::FieldInfo* fieldOf(int column);
    plan::Value valueAt(int row, int column) const;
    /// Everything that a filter looks through.
    QString textOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString shown(int row, int column) const;
    QVariant sorted(int row, int column) const;

    ResponsesAnswerRef answer_;
    std::vector<QString> clusters_; ///< by row: of the first area
};

} // namespace wardmote::ui
