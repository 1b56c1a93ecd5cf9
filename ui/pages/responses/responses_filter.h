#pragma once
#include "core/analysis/local_responses.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <set>

namespace wardmote::ui {

/// Which rows of the responses are shown: by words, by answer, or just these.
class ResponsesFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ResponsesFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setAnswer(std::optional<analysis::Answer> answer);
    void setOnly(std::optional<std::set<int>> rows);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    std::optional<analysis::Answer> answer_;
    std::optional<std::set<int>> only_;
};

} // namespace wardmote::ui
