#pragma once
#include "core/analysis/proposal/proposal.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace wardmote::ui {

class Session;

/// Which areas a proposal is to keep together or apart: made of the areas chosen in the window, listed, taken
/// away again. What keeps an area in its cluster is a lock, which is part of the plan and not of a question.
class ProposalConditions : public QWidget {
    Q_OBJECT
public:
    explicit ProposalConditions(Session& session, QWidget* parent = nullptr);

    /// Puts the conditions into the options; areas that are gone are left out.
    void addTo(analysis::ProposalOptions& options) const;
    int count() const { return static_cast<int>(conditions_.size()); }

private:
    struct Condition {
        std::vector<plan::Id> areas;
        bool together = true;
    };
    std::vector<plan::Id> chosenAreas() const;
    void add(bool together);
    void remove();
    void show();
    void takeSelection();

    Session& session_;
    std::vector<Condition> conditions_;
    QListWidget* list_ = nullptr;
    QLabel* hint_ = nullptr;
    QPushButton* together_ = nullptr;
    QPushButton* apart_ = nullptr;
    QPushButton* remove_ = nullptr;
};

} // namespace wardmote::ui
