#pragma once
#include "ui/pages/duplication/weights_tried.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace wardmote::ui {

struct DuplicationAnswer;
class Session;

/// The weights of the four parts and the threshold as sliders. What is slid to is tried, not saved: tried()
/// comes a moment after the last of a row of movements. "Set as the plan's" makes one edit. Below, what the
/// findings recorded say of weights and threshold.
class WeightsPanel : public QFrame {
    Q_OBJECT
public:
    explicit WeightsPanel(Session& session, QWidget* parent = nullptr);

    /// What the answer on screen was made with, and what its findings say.
    void setAnswer(const DuplicationAnswer& answer);
    const std::optional<WeightsTried>& triedNow() const { return tried_; } ///< nothing: the plan's own

Q_SIGNALS:
    /// triedNow() is another.
    void tried();

private:
    void addSlider(QGridLayout& grid, std::size_t at, const QString& name, const QString& objectName);
    void addButtons(QGridLayout& grid);
    WeightsTried slid() const;
    void put(const WeightsTried& weights); ///< on the sliders, asking nothing
    void slide();
    void tryThese(const std::optional<WeightsTried>& weights);
    void setAsThePlans();
    void showFigures();
    void showState();
    QString suggestion(const DuplicationAnswer& answer) const;

    static constexpr std::size_t sliderCount = 5; ///< four weights, then the threshold
    Session& session_;
    std::optional<WeightsTried> tried_;
    std::optional<WeightsTried> suggested_;
    QTimer soon_;
    std::array<QSlider*, sliderCount> sliders_{};
    std::array<QLabel*, sliderCount> figures_{};
    QLabel* state_ = nullptr;
    QLabel* suggestion_ = nullptr;
    QPushButton* set_ = nullptr;
    QPushButton* back_ = nullptr;
    QPushButton* try_ = nullptr;
};

} // namespace wardmote::ui
