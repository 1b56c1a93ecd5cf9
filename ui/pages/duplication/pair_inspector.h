#pragma once
#include "ui/pages/duplication/duplication_answer.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace wardmote::ui {

class ComponentBar;
class ReviewForm;
class Session;

/// One pair explained: the two side by side, each part with the records behind it, the evidence, what the
/// smaller costs, and its review.
class PairInspector : public QWidget {
    Q_OBJECT
public:
    explicit PairInspector(Session& session, QWidget* parent = nullptr);

    void setPair(std::shared_ptr<const DuplicationAnswer> answer, plan::Id a, plan::Id b);
    void clear();
    void say(const QString& words); ///< in place of a pair
    ReviewForm& review() const { return *review_; }

private:
    void openMerge();
    void showSides(const analysis::PairExplanation& explanation);
    void showParts(const analysis::PairExplanation& explanation);
    void showEvidence(const analysis::PairExplanation& explanation);
    void showCosts(const analysis::PairExplanation& explanation);
    QString named(plan::RecordKind kind, const std::vector<plan::Id>& ids) const;
    QString behind(plan::RecordKind kind, const analysis::Comparison& comparison) const;

    Session& session_;
    std::shared_ptr<const DuplicationAnswer> answer_;
    QWidget* content_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QLabel* none_ = nullptr;
    QLabel* nameA_ = nullptr;
    QLabel* nameB_ = nullptr;
    QLabel* why_ = nullptr;
    std::vector<ComponentBar*> bars_;
    std::vector<QLabel*> behind_;
    QLabel* evidence_ = nullptr;
    QPushButton* merge_ = nullptr;
    QGridLayout* sides_ = nullptr;
    QLabel* costsTitle_ = nullptr;
    QGridLayout* costs_ = nullptr;
    QLabel* costNotes_ = nullptr;
    ReviewForm* review_ = nullptr;
};

} // namespace wardmote::ui
