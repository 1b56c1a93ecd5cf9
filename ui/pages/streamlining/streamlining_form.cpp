#include "ui/pages/streamlining/streamlining_form.h"

#include "core/analysis/clusters.h"
#include "core/text/names.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

using analysis::StreamlineBy;

/// How long a page waits for a proof before it shows what it has; a council's plan needs a fraction of it.
constexpr double patienceSeconds = 20;

QComboBox* makeChoice(const QString& name, const QString& accessibleName) {
    auto* choice = new QComboBox;
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    setNames(*choice, name, accessibleName);
    return choice;
}

/// Fills a choice of records anew and keeps what was chosen, if it is still there.
void refill(QComboBox& choice, const QString& none,
            const std::vector<std::pair<QString, plan::Id>>& records) {
    const QSignalBlocker quiet(choice);
    const auto chosen = choice.currentData();
    choice.clear();
    choice.addItem(none, qlonglong(0));
    for (const auto& [name, id] : records) {
        choice.addItem(name, qlonglong(id));
    }
    choice.setCurrentIndex(std::max(0, choice.findData(chosen)));
}

QString wordsFor(StreamlineBy objective) {
    switch (objective) {
    case StreamlineBy::staffHours:
        return StreamliningForm::tr("staff hours");
    case StreamlineBy::spending:
        return StreamliningForm::tr("spending");
    case StreamlineBy::meetings:
        return StreamliningForm::tr("meetings");
    }
    return {};
}

} // namespace

StreamliningForm::StreamliningForm(Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent), session_(session), prompts_(prompts) {
    setObjectName(QStringLiteral("streamliningForm"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);

    objective_ = makeChoice(QStringLiteral("objective"), tr("What is to be as small as possible"));
    objective_->addItem(tr("Staff hours a year"), int(StreamlineBy::staffHours));
    objective_->addItem(tr("Spending a year"), int(StreamlineBy::spending));
    objective_->addItem(tr("Meetings a year"), int(StreamlineBy::meetings));
    form->addRow(tr("&As few as possible"), objective_);

    where_ = makeChoice(QStringLiteral("where"), tr("Which mechanisms may end"));
    form->addRow(tr("&Which may end"), where_);
    whereLabel_ = qobject_cast<QLabel*>(form->labelForField(where_));

    auto* finer = new QWidget;
    auto* column = new QVBoxLayout(finer);
    column->setContentsMargins(0, 0, 0, 0);
    nominal_ = addCheck(*finer, tr("&Nominal cover as well"), QStringLiteral("nominalToo"), false);
    nominal_->setToolTip(
        tr("What is covered in name only: no meeting within twelve months, or no audience recorded."));
    tier_ = addCheck(*finer, tr("At the same &tier"), QStringLiteral("byTier"), false);
    participation_ =
        addCheck(*finer, tr("At the same &level of participation"), QStringLiteral("byParticipation"), false);
    form->addRow(tr("Keep each area, theme and audience"), finer);

    auto* fixed = new QWidget;
    auto* fixedColumn = new QVBoxLayout(fixed);
    fixedColumn->setContentsMargins(0, 0, 0, 0);
    statutory_ = addCheck(*fixed, tr("Stat&utory ones stay"), QStringLiteral("keepStatutory"), true);
    auto* pin = makeButton(tr("P&in mechanisms…"), QStringLiteral("pinMechanisms"));
    pins_ = makeParagraph({}, TextRole::caption);
    auto* close = makeButton(tr("Cl&ose mechanisms…"), QStringLiteral("closeMechanisms"));
    closures_ = makeParagraph({}, TextRole::caption);
    for (auto* widget : std::initializer_list<QWidget*>{pin, pins_, close, closures_}) {
        fixedColumn->addWidget(widget);
    }
    form->addRow(tr("Decided already"), fixed);

    scenario_ = makeChoice(QStringLiteral("scenario"), tr("Scenario whose decisions hold"));
    scenario_->setToolTip(tr("What it keeps stays, what it ends goes."));
    form->addRow(tr("&Decisions of the scenario"), scenario_);

    limit_ = new QDoubleSpinBox;
    limit_->setRange(0, 100);
    limit_->setDecimals(1);
    limit_->setSingleStep(0.5);
    limit_->setSpecialValueText(tr("no limit"));
    limit_->setKeyboardTracking(false);
    limit_->setToolTip(tr("No organisation is asked to more than so many of the meetings that are kept."));
    setNames(*limit_, QStringLiteral("meetingsLimit"),
             tr("Meetings a month that no organisation is asked to over"));
    form->addRow(tr("Meetings a &month at most"), limit_);

    for (auto* choice : {objective_, where_, scenario_}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &StreamliningForm::changed);
    }
    connect(limit_, &QDoubleSpinBox::valueChanged, this, &StreamliningForm::changed);
    connect(pin, &QPushButton::clicked, this, [this] {
        choose(pinned_, tr("Pin mechanisms"), tr("These stay, whatever else covers the same."));
    });
    connect(close, &QPushButton::clicked, this, [this] {
        choose(closed_, tr("Close mechanisms"), tr("These end. What only they cover is said to be lost."));
    });
    showChosen();
}

QCheckBox* StreamliningForm::addCheck(QWidget& into, const QString& text, const QString& name, bool on) {
    auto* check = new QCheckBox(text);
    check->setChecked(on);
    setNames(*check, name, QString(text).remove(QLatin1Char('&')));
    into.layout()->addWidget(check);
    connect(check, &QCheckBox::toggled, this, &StreamliningForm::changed);
    return check;
}

void StreamliningForm::setPlan(const plan::Plan& plan) {
    const auto byName = [](auto& list) {
        std::ranges::stable_sort(
            list, {}, [](const auto& one) { return text::normalisedName(one.first.toStdString()); });
    };
    std::vector<std::pair<QString, plan::Id>> clusters;
    const auto arrangement = analysis::arrangementShown(plan);
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (cluster.arrangement.id == arrangement) {
            clusters.emplace_back(tr("Those of %1").arg(QString::fromStdString(cluster.name)), cluster.id);
        }
    }
    byName(clusters);
    refill(*where_, tr("All of the plan"), clusters);
    std::vector<std::pair<QString, plan::Id>> scenarios;
    for (const auto& scenario : plan.all<plan::Scenario>()) {
        scenarios.emplace_back(QString::fromStdString(scenario.name), scenario.id);
    }
    byName(scenarios);
    refill(*scenario_, tr("None"), scenarios);
    const auto gone = [&](plan::Id id) { return plan.find<plan::Mechanism>(id) == nullptr; };
    std::erase_if(pinned_, gone);
    std::erase_if(closed_, gone);
    showChosen();
}

void StreamliningForm::choose(std::vector<plan::Id>& chosen, const QString& title, const QString& question) {
    const auto plan = session_.plan();
    std::vector<const plan::Mechanism*> mechanisms;
    for (const auto& mechanism : plan->all<plan::Mechanism>()) {
        if (!mechanism.status || mechanism.status == plan::MechanismStatus::active) {
            mechanisms.push_back(&mechanism);
        }
    }
    std::ranges::stable_sort(mechanisms, {},
                             [](const auto* mechanism) { return text::normalisedName(mechanism->name); });
    QStringList names;
    std::vector<int> ticked;
    for (const auto* mechanism : mechanisms) {
        if (std::ranges::find(chosen, mechanism->id) != chosen.end()) {
            ticked.push_back(static_cast<int>(names.size()));
        }
        names << QString::fromStdString(mechanism->name);
    }
    const auto answer = prompts_.chooseSeveral(window(), title, question, names, ticked);
    if (!answer || *answer == ticked) {
        return;
    }
    chosen.clear();
    for (const int place : *answer) {
        chosen.push_back(mechanisms[static_cast<std::size_t>(place)]->id);
    }
    showChosen();
    Q_EMIT changed();
}

void StreamliningForm::showChosen() {
    const auto plan = session_.plan();
    const auto words = [&](const std::vector<plan::Id>& ids, const QString& none) {
        QStringList names;
        for (const auto id : ids) {
            names << QString::fromStdString(plan::nameOf(*plan, plan::RecordKind::mechanism, id));
        }
        return names.isEmpty() ? none : names.join(QStringLiteral(", "));
    };
    pins_->setText(words(pinned_, tr("None is pinned.")));
    closures_->setText(words(closed_, tr("None is closed.")));
}

analysis::StreamliningOptions StreamliningForm::options(const plan::Plan& plan) const {
    analysis::StreamliningOptions options;
    options.objective = StreamlineBy(objective_->currentData().toInt());
    options.nominalToo = nominal_->isChecked();
    options.byTier = tier_->isChecked();
    options.byParticipation = participation_->isChecked();
    options.keepStatutory = statutory_->isChecked();
    options.keep = pinned_;
    options.close = closed_;
    options.scenario = scenario_->currentData().toLongLong();
    options.seconds = patienceSeconds;
    if (limit_->value() > 0) {
        options.meetingsAMonth = limit_->value();
    }
    if (const auto* cluster = plan.find<plan::Cluster>(where_->currentData().toLongLong())) {
        for (const auto& link : cluster->areas) {
            options.areas.push_back(link.area.id);
        }
    }
    return options;
}

QString StreamliningForm::question(const plan::Plan& plan) const {
    const auto asked = options(plan);
    auto words =
        tr("Which mechanisms keep every area, theme and audience covered that is covered today, with "
           "the fewest %1 a year?")
            .arg(wordsFor(asked.objective));
    if (asked.objective == StreamlineBy::spending) {
        words =
            tr("Which mechanisms keep every area, theme and audience covered that is covered today, with the "
               "least spending a year?");
    }
    if (where_->currentIndex() > 0) {
        words += QLatin1Char(' ') + tr("Asked of: %1.").arg(where_->currentText());
    }
    return words;
}

} // namespace wardmote::ui
