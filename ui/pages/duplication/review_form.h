#pragma once
#include "core/plan/change.h"
#include "ui/pages/duplication/duplication_answer.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace wardmote::ui {

class Session;

/// What a person found and decided about a pair, recorded as one undoable edit, with the facts that a
/// decision rests on. To end or merge asks for equality screening, who was consulted and what they said
/// before it can be agreed; a decision that no longer fits the facts says why.
class ReviewForm : public QWidget {
    Q_OBJECT
public:
    explicit ReviewForm(Session& session, QWidget* parent = nullptr);

    /// Fills the form with the pair's review; leaves alone what the person has typed and not recorded.
    void setPair(const DuplicationAnswer& answer, const analysis::Pair& pair);
    bool isTouched() const { return touched_; }
    std::pair<plan::Id, plan::Id> pair() const { return {a_, b_}; }
    void record();

Q_SIGNALS:
    /// The review of the pair is handed to the plan.
    void recorded();

private:
    QComboBox* addChoice(QFormLayout& form, const QString& label, const QString& name,
                         std::span<const plan::Choice> choices);
    QLineEdit* addLine(QFormLayout& form, const QString& label, const QString& name);
    QPlainTextEdit* addText(QFormLayout& form, const QString& label, const QString& name);
    void addDecision(QFormLayout& form);
    void showWhatIsAsked();
    void fill(const plan::Review& review);
    /// Where it can't be recorded, `atFault` is the field to put right, if it is one.
    Result<plan::Review> asTyped(const plan::Plan& plan, QWidget*& atFault) const;
    void complain(const QString& words, QWidget* field);
    void stopComplaining();
    void touch();

    Session& session_;
    plan::Id a_ = 0;
    plan::Id b_ = 0;
    plan::Id review_ = 0;
    bool touched_ = false;
    bool filling_ = false;
    QLabel* state_ = nullptr;
    QLabel* outdated_ = nullptr;
    QFormLayout* form_ = nullptr;
    plan::Date today_;
    QComboBox* finding_ = nullptr;
    QComboBox* decision_ = nullptr;
    QComboBox* mergeInto_ = nullptr;
    QComboBox* status_ = nullptr;
    QPlainTextEdit* reason_ = nullptr;
    QLineEdit* lostReach_ = nullptr;
    QLineEdit* lostTravel_ = nullptr;
    QLineEdit* lostDuty_ = nullptr;
    QPlainTextEdit* screening_ = nullptr;
    QPlainTextEdit* consulted_ = nullptr;
    QPlainTextEdit* outcome_ = nullptr;
    QLineEdit* decidedBy_ = nullptr;
    QLineEdit* decidedOn_ = nullptr;
    QLabel* complaint_ = nullptr;
    QPushButton* record_ = nullptr;
};

} // namespace wardmote::ui
