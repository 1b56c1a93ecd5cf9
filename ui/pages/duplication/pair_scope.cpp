#include "ui/pages/duplication/pair_scope.h"

#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

using plan::RecordKind;

plan::Id chosenIn(const QComboBox& box) {
    return box.currentData().toLongLong();
}

/// Keeps what is chosen as long as it is still offered.
void offer(QComboBox& box, const QString& all, const plan::Plan& plan, RecordKind kind,
           const std::set<plan::Id>& ids) {
    const auto chosen = chosenIn(box);
    std::vector<std::pair<QString, plan::Id>> named;
    for (const auto id : ids) {
        named.emplace_back(qtext(plan::nameOf(plan, kind, id)), id);
    }
    std::ranges::sort(named);
    const QSignalBlocker quiet(&box);
    box.clear();
    box.addItem(all, QVariant::fromValue<qlonglong>(0));
    for (const auto& [name, id] : named) {
        box.addItem(name, QVariant::fromValue<qlonglong>(id));
    }
    box.setCurrentIndex(qMax(0, box.findData(QVariant::fromValue<qlonglong>(chosen))));
    box.setEnabled(!named.empty());
}

} // namespace

bool PairScope::accepts(const DuplicationAnswer& answer, const std::vector<plan::Id>& mechanisms) const {
    const auto all = [&](auto holds) {
        return std::ranges::all_of(mechanisms, [&](plan::Id id) { return holds(answer.belongs.at(id)); });
    };
    const bool inCluster =
        cluster == 0 || all([&](const Belongs& to) { return to.clusters.contains(cluster); });
    const bool onTheme = theme == 0 || all([&](const Belongs& to) { return to.themes.contains(theme); });
    const bool byService = service == 0 || std::ranges::any_of(mechanisms, [&](plan::Id id) {
                               return answer.belongs.at(id).services.contains(service);
                           });
    return inCluster && onTheme && byService;
}

PairScopeBar::PairScopeBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& objectName) {
        auto* box = new QComboBox(this);
        box->setObjectName(objectName);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        row->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &PairScopeBar::scopeChanged);
        return box;
    };
    clusters_ = add(QStringLiteral("duplicationCluster"));
    services_ = add(QStringLiteral("duplicationService"));
    themes_ = add(QStringLiteral("duplicationTheme"));
    setNames(*clusters_, clusters_->objectName(), tr("Only in"));
    setNames(*services_, services_->objectName(), tr("Only of a service"));
    setNames(*themes_, themes_->objectName(), tr("Only on a theme"));
}

void PairScopeBar::setAnswer(const DuplicationAnswer& answer) {
    std::set<plan::Id> clusters;
    std::set<plan::Id> services;
    std::set<plan::Id> themes;
    for (const auto& pair : answer.pairs) {
        for (const auto id : {pair.pair.a, pair.pair.b}) {
            const auto& to = answer.belongs.at(id);
            clusters.insert(to.clusters.begin(), to.clusters.end());
            services.insert(to.services.begin(), to.services.end());
            themes.insert(to.themes.begin(), to.themes.end());
        }
    }
    const auto& plan = *answer.plan;
    offer(*clusters_, tr("All %1").arg(qtext(plan.settings().clusterWordPlural)), plan, RecordKind::cluster,
          clusters);
    offer(*services_, tr("All services"), plan, RecordKind::organisation, services);
    offer(*themes_, tr("All themes"), plan, RecordKind::theme, themes);
}

PairScope PairScopeBar::scope() const {
    return {chosenIn(*clusters_), chosenIn(*services_), chosenIn(*themes_)};
}

} // namespace wardmote::ui
