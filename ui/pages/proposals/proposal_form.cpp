#include "ui/pages/proposals/proposal_form.h"

#include "ui/pages/proposals/proposal_conditions.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr int mostResidents = 10'000'000;

QSpinBox* residentsBox(const QString& name, const QString& accessibleName) {
    auto* box = new QSpinBox;
    box->setRange(0, mostResidents);
    box->setSingleStep(1000);
    box->setGroupSeparatorShown(true);
    box->setSpecialValueText(ProposalForm::tr("no limit"));
    setNames(*box, name, accessibleName);
    return box;
}

QDoubleSpinBox* weightBox(double preset, const QString& name, const QString& accessibleName) {
    auto* box = new QDoubleSpinBox;
    box->setRange(0, 10);
    box->setDecimals(1);
    box->setSingleStep(0.1);
    box->setValue(preset);
    box->setToolTip(
        ProposalForm::tr("0: it does not count. The balance within a target always comes first."));
    setNames(*box, name, accessibleName);
    return box;
}

QListWidget* footprintList(const QString& name, const QString& accessibleName) {
    auto* list = new QListWidget;
    list->setMaximumHeight(90);
    setNames(*list, name, accessibleName);
    return list;
}

/// A label above its field, in a widget of their own: a form's layout forgets the height of the label of a
/// row that was hidden at first.
void addRow(QVBoxLayout& column, const QString& text, QWidget& field) {
    auto* row = new QWidget;
    auto* inside = new QVBoxLayout(row);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    auto* label = new QLabel(text);
    label->setBuddy(&field);
    inside->addWidget(label);
    inside->addWidget(&field);
    column.addWidget(row);
}

std::vector<plan::Id> checkedOf(const QListWidget& list) {
    std::vector<plan::Id> checked;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked) {
            checked.push_back(list.item(row)->data(Qt::UserRole).toLongLong());
        }
    }
    return checked;
}

} // namespace

ProposalForm::ProposalForm(Session& session, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("proposalForm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);

    beginning_ = new QComboBox;
    beginning_->addItems({tr("Improve an arrangement by few moves"), tr("Draw anew")});
    setNames(*beginning_, QStringLiteral("beginning"), tr("How to begin"));
    addRow(*column, tr("&Begin"), *beginning_);

    arrangements_ = new QComboBox;
    arrangements_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangements_->setMinimumContentsLength(18);
    setNames(*arrangements_, QStringLiteral("arrangementToImprove"), tr("Arrangement to improve"));
    addRow(*column, tr("&Arrangement"), *arrangements_);

    clusters_ = new QSpinBox;
    clusters_->setRange(0, 5000);
    clusters_->setSpecialValueText(tr("as the residents want"));
    setNames(*clusters_, QStringLiteral("howMany"), tr("How many"));
    addRow(*column, tr("How &many"), *clusters_);

    least_ = residentsBox(QStringLiteral("atLeast"), tr("Residents at least"));
    most_ = residentsBox(QStringLiteral("atMost"), tr("Residents at most"));
    addRow(*column, tr("Residents at &least"), *least_);
    addRow(*column, tr("Residents at mos&t"), *most_);

    tolerance_ = new QDoubleSpinBox;
    tolerance_->setRange(0, 500);
    tolerance_->setDecimals(0);
    tolerance_->setSuffix(tr(" % off the mean"));
    tolerance_->setSpecialValueText(tr("not set"));
    setNames(*tolerance_, QStringLiteral("tolerance"), tr("How far off the mean"));
    addRow(*column, tr("Or with&in"), *tolerance_);

    footprints_ = footprintList(QStringLiteral("keepWhole"), tr("Footprints to keep whole"));
    addRow(*column, tr("&Keep whole"), *footprints_);
    preferred_ = footprintList(QStringLiteral("preferWhole"), tr("Footprints better whole than split"));
    addRow(*column, tr("Prefer &whole"), *preferred_);

    conditions_ = new ProposalConditions(session);
    column->addWidget(conditions_);

    mayMix_ = new QCheckBox(tr("Parished and &unparished areas may share"));
    mayMix_->setChecked(true);
    setNames(*mayMix_, QStringLiteral("mayMix"), tr("Parished and unparished areas may share"));
    column->addWidget(mayMix_);

    balance_ = weightBox(0.3, QStringLiteral("balanceWeight"), tr("Weight of balance"));
    addRow(*column, tr("Weight of balance"), *balance_);
    compactness_ = weightBox(1, QStringLiteral("compactnessWeight"), tr("Weight of compactness"));
    addRow(*column, tr("Weight of compactness"), *compactness_);
    footprintWeight_ =
        weightBox(1, QStringLiteral("footprintWeight"), tr("Weight of footprints preferred whole"));
    addRow(*column, tr("Weight of footprints"), *footprintWeight_);

    effort_ = new QComboBox;
    effort_->addItem(tr("Repeatable on any computer"), 0);
    effort_->addItem(tr("2 seconds"), 2);
    effort_->addItem(tr("10 seconds"), 10);
    effort_->addItem(tr("A minute"), 60);
    setNames(*effort_, QStringLiteral("effort"), tr("How long to look"));
    addRow(*column, tr("L&ook for"), *effort_);

    seed_ = new QSpinBox;
    seed_->setRange(1, 1'000'000);
    seed_->setToolTip(tr("Another number gives other proposals; the same number gives the same."));
    setNames(*seed_, QStringLiteral("seed"), tr("Number that the search begins with"));
    addRow(*column, tr("Begin with &number"), *seed_);

    connect(beginning_, &QComboBox::currentIndexChanged, this, &ProposalForm::showWhatApplies);
    showWhatApplies();
}

bool ProposalForm::improves() const {
    return beginning_->currentIndex() == 0;
}

void ProposalForm::showWhatApplies() {
    arrangements_->parentWidget()->setVisible(improves());
    clusters_->parentWidget()->setVisible(!improves());
}

void ProposalForm::setPlan(const plan::Plan& plan) {
    const auto chosen = arrangements_->currentData();
    const QSignalBlocker blocker(arrangements_);
    arrangements_->clear();
    for (const auto& arrangement : plan.all<plan::Arrangement>()) {
        arrangements_->addItem(QString::fromStdString(arrangement.name),
                               QVariant::fromValue<qlonglong>(arrangement.id));
    }
    auto at = arrangements_->findData(chosen);
    if (at < 0) {
        at = arrangements_->findData(QVariant::fromValue<qlonglong>(analysis::arrangementShown(plan)));
    }
    arrangements_->setCurrentIndex(at);
    const bool any = arrangements_->count() > 0;
    if (any != beginning_->isEnabled()) { // nothing to improve, or the first that could be
        beginning_->setCurrentIndex(any ? 0 : 1);
    }
    beginning_->setEnabled(any);

    fillFootprints(*footprints_, plan);
    fillFootprints(*preferred_, plan);
    for (auto* list : {footprints_, preferred_}) {
        list->parentWidget()->setVisible(footprints_->count() > 0);
    }
}

void ProposalForm::fillFootprints(QListWidget& list, const plan::Plan& plan) {
    const auto checked = checkedOf(list);
    list.clear();
    for (const auto& set : plan.all<plan::FootprintSet>()) {
        auto* item = new QListWidgetItem(QString::fromStdString(set.name), &list);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(set.id));
        item->setCheckState(std::ranges::find(checked, set.id) != checked.end() ? Qt::Checked
                                                                                : Qt::Unchecked);
    }
}

plan::Id ProposalForm::arrangement() const {
    return arrangements_->currentData().toLongLong();
}

analysis::ProposalOptions ProposalForm::options() const {
    analysis::ProposalOptions options;
    options.improve = improves();
    options.arrangement = arrangement();
    if (!improves() && clusters_->value() > 0) {
        options.clusters = clusters_->value();
    }
    if (least_->value() > 0) {
        options.least = least_->value();
    }
    if (most_->value() > 0) {
        options.most = most_->value();
    }
    if (tolerance_->value() > 0) {
        options.tolerancePercent = tolerance_->value();
    }
    options.keepWhole = checkedOf(*footprints_);
    options.prefer = checkedOf(*preferred_);
    options.balance = balance_->value();
    options.compactness = compactness_->value();
    options.footprints = footprintWeight_->value();
    conditions_->addTo(options);
    options.mayMix = mayMix_->isChecked();
    options.seed = static_cast<std::uint64_t>(seed_->value());
    if (effort_->currentData().toInt() > 0) {
        options.seconds = effort_->currentData().toInt();
    }
    return options;
}

} // namespace wardmote::ui
