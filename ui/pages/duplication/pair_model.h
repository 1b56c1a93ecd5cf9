#pragma once
#include "ui/pages/duplication/pair_scope.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <set>

namespace wardmote::ui {

/// The ranked pairs. Every cell says in words what is drawn in it.
class PairModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { first, second, score, restsOn, parts, finding, spending, hours, columns };
    static constexpr int sortRole = Qt::UserRole + 1;
    using QAbstractTableModel::QAbstractTableModel;

    void setAnswer(std::shared_ptr<const DuplicationAnswer> answer);
    const DuplicationAnswer& answer() const { return *answer_; }
    const ListedPair& at(int row) const { return answer_->pairs[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString wordsOf(const ListedPair& pair, int column) const;
    QString inFull(const ListedPair& pair, int column) const;
    std::shared_ptr<const DuplicationAnswer> answer_;
};

/// Leaves out what the page's filters leave out.
class PairFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Decided { undecided, decided, all, outdated };
    explicit PairFilter(QObject* parent);
    void setWords(const QString& words);
    void setDecided(Decided which);
    void setKinds(std::set<analysis::PairClass> kinds); ///< empty: all
    /// Pairs among these, or, `touching`, of one of these with any; empty: all.
    void setOnly(std::set<plan::Id> mechanisms, bool touching);
    void setScope(const PairScope& scope);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::vector<std::string> words_;
    Decided decided_ = undecided;
    std::set<analysis::PairClass> kinds_;
    std::set<plan::Id> only_;
    bool touching_ = false;
    PairScope scope_;
};

} // namespace wardmote::ui
