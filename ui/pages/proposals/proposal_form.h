#pragma once
#include "core/analysis/proposal/proposal.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QListWidget;
class QSpinBox;

namespace wardmote::ui {

class ProposalConditions;
class Session;

/// What is asked of a proposal. Says nothing of how it is answered.
class ProposalForm : public QWidget {
    Q_OBJECT
public:
    explicit ProposalForm(Session& session, QWidget* parent = nullptr);

    /// Arrangements to improve, footprint sets to keep whole and the plan's words; what was entered stays.
    void setPlan(const plan::Plan& plan);
    analysis::ProposalOptions options() const;
    plan::Id arrangement() const;
    bool improves() const;

private:
    void showWhatApplies();
    void fillFootprints(QListWidget& list, const plan::Plan& plan);

    QComboBox* beginning_ = nullptr;
    QComboBox* arrangements_ = nullptr;
    QSpinBox* clusters_ = nullptr;
    QSpinBox* least_ = nullptr;
    QSpinBox* most_ = nullptr;
    QDoubleSpinBox* tolerance_ = nullptr;
    QListWidget* footprints_ = nullptr;
    QListWidget* preferred_ = nullptr;
    ProposalConditions* conditions_ = nullptr;
    QDoubleSpinBox* balance_ = nullptr;
    QDoubleSpinBox* compactness_ = nullptr;
    QDoubleSpinBox* footprintWeight_ = nullptr;
    QCheckBox* mayMix_ = nullptr;
    QComboBox* effort_ = nullptr;
    QSpinBox* seed_ = nullptr;
};

} // namespace wardmote::ui
