#pragma once
#include "core/analysis/three_tests.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace wardmote::ui {

class Session;

/// One mechanism's three tests: each answer as a choice, with the evidence beside it, and what the answers
/// rest on in a person's words. Answers for nobody: it only shows and asks.
class TestsPanel : public QWidget {
    Q_OBJECT
public:
    explicit TestsPanel(Session& session, QWidget* parent = nullptr);

    void setMechanism(const plan::Plan& plan, const analysis::MechanismTests& tests);
    void clear();

Q_SIGNALS:
    void answered(wardmote::analysis::Test test, std::optional<wardmote::plan::TestAnswer> answer);

private:
    QWidget* makeTest(std::size_t test, QWidget* parent);
    void recordEvidence();

    Session& session_;
    plan::Id mechanism_ = 0;
    QLabel* none_ = nullptr;
    QWidget* content_ = nullptr;
    QWidget* scroll_ = nullptr;
    QLabel* name_ = nullptr;
    std::array<QButtonGroup*, analysis::testCount> answers_{};
    std::array<QLabel*, analysis::testCount> evidence_{};
    QPlainTextEdit* restsOn_ = nullptr;
    QPushButton* record_ = nullptr;
};

} // namespace wardmote::ui
