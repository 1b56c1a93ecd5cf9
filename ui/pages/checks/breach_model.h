#pragma once
#include "ui/pages/checks/checks_answer.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace wardmote::ui {

/// Breaches of rules, the worst first, what was accepted after what is open.
class BreachModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { severity, what, reason, accepted, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setAnswer(std::shared_ptr<const ChecksAnswer> answer);
    const analysis::JudgedBreach& at(int row) const { return answer_->judged[static_cast<std::size_t>(row)]; }
    /// The rule's title in the plan's own words.
    QString titleAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString wordsOf(int row, int column) const;
    std::shared_ptr<const ChecksAnswer> answer_;
};

/// A severity with its sign: the word says it, the sign only repeats it.
QString severityText(analysis::Severity severity);
/// "Ada, 26 November 2026".
QString acceptedBy(const plan::Acceptance& acceptance);

/// Leaves out what the page's filters leave out.
class BreachFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit BreachFilter(QObject* parent);
    BreachModel& breaches() const;
    void setWords(const QString& words);
    void setAccepted(bool accepted); ///< those accepted, or those open
    void setSeverity(std::optional<analysis::Severity> severity);
    void setRule(const QString& id); ///< empty: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::vector<std::string> words_;
    bool accepted_ = false;
    std::optional<analysis::Severity> severity_;
    std::string rule_;
};

} // namespace wardmote::ui
