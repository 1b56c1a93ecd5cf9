#include "ui/pages/responses/responses_filter.h"

#include "ui/pages/responses/responses_model.h"

#include <algorithm>

namespace wardmote::ui {

ResponsesFilter::ResponsesFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(ResponsesModel::sortRole);
}

void ResponsesFilter::setWords(const QString& words) {
    words_ = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ResponsesFilter::setAnswer(std::optional<analysis::Answer> answer) {
    answer_ = answer;
    invalidateFilter();
}

void ResponsesFilter::setOnly(std::optional<std::set<int>> rows) {
    only_ = std::move(rows);
    invalidateFilter();
}

bool ResponsesFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& model = static_cast<const ResponsesModel&>(*sourceModel());
    if ((only_ && !only_->contains(row)) || (answer_ && model.bodyAt(row).answer != *answer_)) {
        return false;
    }
    if (words_.isEmpty()) {
        return true;
    }
    const auto text = model.textOf(row);
    return std::ranges::all_of(words_,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace wardmote::ui
