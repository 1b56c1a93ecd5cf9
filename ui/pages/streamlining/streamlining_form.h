#pragma once
#include "core/analysis/streamlining/streamlining.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace wardmote::ui {

class Prompts;
class Session;

/// What is asked of the streamlining: says nothing of how it is answered.
class StreamliningForm : public QWidget {
    Q_OBJECT
public:
    StreamliningForm(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    /// Clusters, scenarios and mechanisms to choose from, and the plan's words; what was entered stays.
    void setPlan(const plan::Plan& plan);
    analysis::StreamliningOptions options(const plan::Plan& plan) const; ///< without the day
    /// The question in a sentence, for the page and for a scenario's rationale.
    QString question(const plan::Plan& plan) const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* addCheck(QWidget& into, const QString& text, const QString& name, bool on);
    void choose(std::vector<plan::Id>& chosen, const QString& title, const QString& question);
    void showChosen();

    Session& session_;
    Prompts& prompts_;
    std::vector<plan::Id> pinned_;
    std::vector<plan::Id> closed_;
    QComboBox* objective_ = nullptr;
    QComboBox* where_ = nullptr;
    QLabel* whereLabel_ = nullptr;
    QComboBox* scenario_ = nullptr;
    QCheckBox* nominal_ = nullptr;
    QCheckBox* tier_ = nullptr;
    QCheckBox* participation_ = nullptr;
    QCheckBox* statutory_ = nullptr;
    QDoubleSpinBox* limit_ = nullptr;
    QLabel* pins_ = nullptr;
    QLabel* closures_ = nullptr;
};

} // namespace wardmote::ui
