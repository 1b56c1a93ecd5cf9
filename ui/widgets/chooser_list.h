#pragma once
#include "core/plan/change.h"

#include <QDialog>

#include <set>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace wardmote::ui {

class FilteredTicks;
class Session;

/// Several records chosen from a list with tick boxes that filters as you type; a new one can be made from
/// what is typed.
class ChooserList : public QWidget {
    Q_OBJECT
public:
    ChooserList(Session& session, plan::RecordKind kind, QWidget* parent = nullptr);

    void setChosen(const std::vector<plan::Id>& ids);
    std::vector<plan::Id> chosen() const;
    /// Records to be made for what was chosen.
    plan::Changes alsoNeeded() const { return made_; }
    QLineEdit& filter() { return *filter_; }

Q_SIGNALS:
    void changed();

private:
    void fill();
    void applyFilter();
    void makeNew();

    Session& session_;
    plan::RecordKind kind_;
    std::set<plan::Id> chosen_;
    plan::Changes made_;
    QLineEdit* filter_ = nullptr;
    QListWidget* list_ = nullptr;
    FilteredTicks* ticks_ = nullptr;
    QLabel* count_ = nullptr;
    QPushButton* new_ = nullptr;
    bool filling_ = false;
};

} // namespace wardmote::ui
