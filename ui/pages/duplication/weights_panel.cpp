#include "ui/pages/duplication/weights_panel.h"

#include "ui/pages/duplication/duplication_answer.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace wardmote::ui {
namespace {

constexpr int whole = 100;
/// So long after the last movement the pairs are compared again.
constexpr int calmMilliseconds = 120;
constexpr std::size_t threshold = 4;
constexpr std::size_t oddOnesNamed = 4;

int onSlider(double value) {
    return static_cast<int>(std::lround(value * whole));
}

} // namespace

WeightsPanel::WeightsPanel(Session& session, QWidget* parent) : QFrame(parent), session_(session) {
    setObjectName(QStringLiteral("weightsPanel"));
    makeCard(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    for (int part = 0; part < componentCount; ++part) {
        addSlider(*grid, static_cast<std::size_t>(part), tr("Weight: %1").arg(partName(part)),
                  QStringLiteral("weight%1").arg(part));
    }
    addSlider(*grid, threshold, tr("Possible duplicate from"), QStringLiteral("threshold"));
    addButtons(*grid);
    column->addLayout(grid);
    state_ = makeParagraph({}, TextRole::caption, this);
    column->addWidget(state_);
    suggestion_ = makeParagraph({}, TextRole::body, this);
    suggestion_->setObjectName(QStringLiteral("weightsSuggestion"));
    column->addWidget(suggestion_);
    try_ = makeButton(tr("Try them"), QStringLiteral("weightsTry"), this);
    try_->setToolTip(tr("Puts the sliders there. Nothing is saved."));
    column->addWidget(try_, 0, Qt::AlignLeft);
    soon_.setSingleShot(true);
    soon_.setInterval(calmMilliseconds);
    connect(&soon_, &QTimer::timeout, this, [this] { tryThese(slid()); });
    connect(set_, &QPushButton::clicked, this, &WeightsPanel::setAsThePlans);
    connect(back_, &QPushButton::clicked, this, [this] { tryThese(std::nullopt); });
    connect(try_, &QPushButton::clicked, this, [this] {
        if (suggested_) {
            tryThese(*suggested_);
        }
    });
    connect(&session, &Session::planChanged, this, [this] {
        if (!tried_) {
            put(WeightsTried::of(session_.plan()->settings()));
        }
        showState();
    });
    put(WeightsTried::of(session.plan()->settings()));
    showState();
    try_->hide();
}

void WeightsPanel::addSlider(QGridLayout& grid, std::size_t at, const QString& name,
                             const QString& objectName) {
    const int row = static_cast<int>(at / 3) * 2;
    const int column = static_cast<int>(at % 3);
    figures_[at] = makeLabel({}, TextRole::body, this);
    grid.addWidget(figures_[at], row, column, Qt::AlignBottom); // near its slider where a row is high
    auto* slider = new QSlider(Qt::Horizontal, this);
    setNames(*slider, objectName, name);
    slider->setRange(0, whole);
    slider->setSingleStep(1);
    slider->setPageStep(5);
    letWheelPass(*slider);
    grid.addWidget(slider, row + 1, column, Qt::AlignTop);
    grid.setColumnStretch(column, 1);
    sliders_[at] = slider;
    connect(slider, &QSlider::valueChanged, this, &WeightsPanel::slide);
}

void WeightsPanel::addButtons(QGridLayout& grid) {
    auto* column = new QVBoxLayout;
    set_ = makeButton(tr("Set as the plan’s"), QStringLiteral("weightsSet"), this);
    back_ = makeButton(tr("Back to the plan’s"), QStringLiteral("weightsBack"), this);
    column->addWidget(set_);
    column->addWidget(back_);
    grid.addLayout(column, 2, 2, 2, 1);
}

WeightsTried WeightsPanel::slid() const {
    WeightsTried weights;
    for (std::size_t part = 0; part < weights.weights.size(); ++part) {
        weights.weights[part] = double(sliders_[part]->value()) / whole;
    }
    weights.threshold = double(sliders_[threshold]->value()) / whole;
    return weights;
}

void WeightsPanel::put(const WeightsTried& weights) {
    for (std::size_t at = 0; at < sliderCount; ++at) {
        const QSignalBlocker quiet(sliders_[at]);
        sliders_[at]->setValue(onSlider(at == threshold ? weights.threshold : weights.weights[at]));
    }
    showFigures();
}

void WeightsPanel::slide() {
    showFigures();
    soon_.start();
}

void WeightsPanel::tryThese(const std::optional<WeightsTried>& weights) {
    soon_.stop();
    const auto own = WeightsTried::of(session_.plan()->settings());
    tried_ = weights;
    if (!tried_) {
        put(own);
    } else {
        put(*tried_);
        bool asThePlans = onSlider(tried_->threshold) == onSlider(own.threshold);
        for (std::size_t part = 0; part < own.weights.size(); ++part) {
            asThePlans = asThePlans && onSlider(tried_->weights[part]) == onSlider(own.weights[part]);
        }
        if (asThePlans) {
            tried_.reset();
        }
    }
    showState();
    if (!tried_ || tried_->canBeUsed()) {
        Q_EMIT tried();
    }
}

void WeightsPanel::setAsThePlans() {
    if (soon_.isActive()) {
        tryThese(slid());
    }
    if (!tried_ || !tried_->canBeUsed()) {
        return;
    }
    const auto before = session_.plan()->settings();
    auto after = before;
    tried_->putInto(after);
    plan::Changes changes;
    changes.update(before, after);
    tried_.reset(); // from the edit on they are the plan's
    session_.perform(tr("Set weights and threshold of duplication"), std::move(changes));
}

void WeightsPanel::showFigures() {
    const auto weights = slid();
    const double all = weights.weights[0] + weights.weights[1] + weights.weights[2] + weights.weights[3];
    for (int part = 0; part < componentCount; ++part) {
        const auto at = static_cast<std::size_t>(part);
        const auto share =
            all > 0 ? tr("%1%").arg(std::lround(weights.weights[at] / all * 100)) : QStringLiteral("–");
        figures_[at]->setText(tr("%1 %2").arg(partName(part), share));
        sliders_[at]->setAccessibleDescription(tr("%1 of the whole weight").arg(share));
    }
    figures_[threshold]->setText(
        tr("Possible duplicate from %1").arg(QString::number(weights.threshold, 'f', 2)));
}

void WeightsPanel::showState() {
    set_->setEnabled(tried_ && tried_->canBeUsed() && session_.isWritable());
    back_->setEnabled(tried_.has_value());
    state_->setText(!tried_
                        ? tr("The plan’s own weights and threshold. Slide to try others; nothing is saved.")
                    : tried_->canBeUsed()
                        ? tr("Tried, not saved: every view on this page follows.")
                        : tr("Give at least one part some weight: without any, nothing can be compared."));
}

void WeightsPanel::setAnswer(const DuplicationAnswer& answer) {
    const auto& better = answer.calibration.better;
    suggested_.reset();
    if (better) {
        suggested_ = WeightsTried{better->weights, better->threshold};
    }
    suggestion_->setText(suggestion(answer));
    try_->setVisible(suggested_.has_value());
}

QString WeightsPanel::suggestion(const DuplicationAnswer& answer) const {
    const auto& calibration = answer.calibration;
    const auto all = numberText(qint64(calibration.judged.size()));
    if (calibration.missing > 0) {
        return tr("Findings recorded in reviews: %1. After %2 more the program can say which weights and "
                  "threshold would fit them better.")
            .arg(all, numberText(qint64(calibration.missing)));
    }
    if (!calibration.better) {
        return tr("The plan’s weights and threshold agree with %1 of %2 findings recorded; no others agree "
                  "with "
                  "more.")
            .arg(numberText(qint64(calibration.now.agrees)), all);
    }
    QStringList sentences{
        tr("The plan’s weights and threshold agree with %1 of %2 findings recorded; others agree with %3.")
            .arg(numberText(qint64(calibration.now.agrees)), all,
                 numberText(qint64(calibration.better->agrees)))};
    for (const auto& sentence :
         analysis::differencesInWords(calibration.now.weights, calibration.better->weights)) {
        sentences << qtext(sentence);
    }
    for (const auto& sentence : analysis::thresholdInWords(calibration, answer.plan->settings())) {
        sentences << qtext(sentence);
    }
    QStringList odd;
    for (const auto at : calibration.better->odd) {
        const auto& pair = calibration.judged[at];
        if (static_cast<std::size_t>(odd.size()) == oddOnesNamed) {
            odd << tr("%1 more").arg(calibration.better->odd.size() - oddOnesNamed);
            break;
        }
        odd << tr("%1 and %2 (found %3)")
                   .arg(qtext(plan::nameOf(*answer.plan, plan::RecordKind::mechanism, pair.a)),
                        qtext(plan::nameOf(*answer.plan, plan::RecordKind::mechanism, pair.b)),
                        pair.duplicate ? tr("a duplicate") : tr("no duplicate"));
    }
    if (!odd.isEmpty()) {
        sentences << tr("Still odd: %1.").arg(odd.join(QStringLiteral("; ")));
    }
    return sentences.join(u' ');
}

} // namespace wardmote::ui
