#pragma once
#include "core/analysis/record_merge.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QGridLayout;
class QPushButton;

namespace wardmote::ui {

class RecordTable;
class Session;

/// Two records that are one thing recorded twice, side by side. Where both record something and not the same,
/// a person chooses; lists are joined. "Merge" makes one of the two as one edit: whatever led to the one that
/// goes leads to the one that stays.
class RecordMergeDialog : public QDialog {
    Q_OBJECT
public:
    RecordMergeDialog(Session& session, plan::RecordKind kind, plan::Id a, plan::Id b,
                      QWidget* parent = nullptr);

    plan::Id stays() const { return pair_.stays; }
    void accept() override;

private:
    QWidget* makeChoices();
    void addChoice(QGridLayout& grid, int row, std::size_t field);
    QString words(const analysis::MergeField& field, const plan::Value& value) const;
    QString nameOf(plan::Id id) const;
    QString takenWithoutAsking() const;

    Session& session_;
    plan::PlanRef plan_; ///< that it shows
    analysis::MergePair pair_;
};

/// "Merge two…" for a page's table: works while just two rows are chosen.
QPushButton* makeMergeButton(Session& session, RecordTable& table, plan::RecordKind kind, QWidget* parent);

} // namespace wardmote::ui
