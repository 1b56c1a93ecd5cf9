#include "ui/pages/profile/profile_page.h"

#include "core/analysis/cluster_profile.h"
#include "core/analysis/local_responses.h"
#include "core/report/cluster_profile.h"
#include "ui/preview/report_preview.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::ui {

using plan::RecordKind;

ProfilePage::ProfilePage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent) {
    setObjectName(QStringLiteral("profilePage"));
    build(prompts, preferences);
    connect(&session, &Session::planChanged, this, [this] {
        const auto before = cluster();
        fillChoices();
        if (cluster() != before) {
            askAnew(); // the one that was shown is gone
        }
        Q_EMIT headlineChanged(); // the title has the plan's own word
    });
    connect(&session.selection(), &Selection::changed, this, &ProfilePage::takeSelection);
    fillChoices();
}

ProfilePage::~ProfilePage() = default;

QString ProfilePage::title() const {
    return tr("%1 profile").arg(capitalised(qtext(session().plan()->settings().clusterWord)));
}

std::vector<HeadlineFigure> ProfilePage::headline() const {
    if (!preview_->report().pages || cluster() == 0) {
        return {};
    }
    return {{numberText(static_cast<qint64>(behind_.areas.size())), tr("areas")},
            {numberText(static_cast<qint64>(behind_.mechanisms.size())), tr("mechanisms")},
            {numberText(static_cast<qint64>(preview_->report().pages->pages.size())), tr("pages")}};
}

void ProfilePage::build(Prompts& prompts, Preferences* preferences) {
    stack_ = new QStackedLayout(this);
    empty_ = new EmptyState(QStringLiteral("clusters"), QString(), QString());
    connect(empty_->addButton(tr("Draw clusters…"), QStringLiteral("profileDraw")), &QPushButton::clicked,
            this, [this] { Q_EMIT pageRequested(QStringLiteral("clusters")); });
    stack_->addWidget(empty_);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    preview_ = new ReportPreview(prompts, preferences, tr("profile"));
    column->addLayout(makeBar());
    addState(*column, tr("Preparing the profile"));
    column->addWidget(preview_, 1);
    stack_->addWidget(content);
    links_ = {{makeBehind(QStringLiteral("behindAreas"), RecordKind::area, &Behind::areas), RecordKind::area,
               &Behind::areas},
              {makeBehind(QStringLiteral("behindMechanisms"), RecordKind::mechanism, &Behind::mechanisms),
               RecordKind::mechanism, &Behind::mechanisms},
              {makeBehind(QStringLiteral("behindAssets"), RecordKind::asset, &Behind::assets),
               RecordKind::asset, &Behind::assets},
              {makeBehind(QStringLiteral("behindResponses"), RecordKind::localResponse, &Behind::responses),
               RecordKind::localResponse, &Behind::responses}};
    showBehind();
}

QHBoxLayout* ProfilePage::makeBar() {
    auto* bar = new QHBoxLayout;
    auto* label = new QLabel(tr("Profi&le of"));
    cluster_ = new QComboBox;
    setNames(*cluster_, QStringLiteral("profileOf"), tr("Profile of"));
    cluster_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    cluster_->setMinimumContentsLength(12);
    label->setBuddy(cluster_);
    arrangementLabel_ = new QLabel(tr("&Arrangement"));
    arrangement_ = new QComboBox;
    setNames(*arrangement_, QStringLiteral("profileArrangement"), tr("Arrangement"));
    arrangement_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangement_->setMinimumContentsLength(10);
    arrangementLabel_->setBuddy(arrangement_);
    bar->addWidget(label);
    bar->addWidget(cluster_, 2);
    bar->addWidget(arrangementLabel_);
    bar->addWidget(arrangement_, 2);
    bar->addStretch(1);
    preview_->addActions(*bar);
    connect(cluster_, &QComboBox::currentIndexChanged, this, &ProfilePage::chosen);
    connect(arrangement_, &QComboBox::currentIndexChanged, this, [this] {
        if (!filling_) {
            fillChoices();
            chosen();
        }
    });
    return bar;
}

QPushButton* ProfilePage::makeBehind(const QString& objectName, RecordKind kind,
                                     std::vector<plan::Id> Behind::*ids) {
    auto* button = makeLinkButton({}, objectName, this);
    preview_->addTool(button);
    connect(button, &QPushButton::clicked, this, [this, kind, ids] {
        session().selection().requestShow(kind, behind_.*ids,
                                          tr("In the profile of %1").arg(cluster_->currentText()));
    });
    return button;
}

void ProfilePage::fillChoices() {
    const auto plan = session().plan();
    const auto before = cluster();
    const auto asked = arrangement_->currentData().toLongLong();
    filling_ = true;
    arrangement_->clear();
    for (const auto& each : plan->all<plan::Arrangement>()) {
        arrangement_->addItem(qtext(each.name), QVariant::fromValue<qlonglong>(each.id));
    }
    const auto shown = plan->find<plan::Arrangement>(asked) ? asked : analysis::arrangementShown(*plan);
    arrangement_->setCurrentIndex(arrangement_->findData(QVariant::fromValue<qlonglong>(shown)));
    std::vector<std::pair<std::string, plan::Id>> clusters;
    for (const auto& each : plan->all<plan::Cluster>()) {
        if (each.arrangement.id == shown && shown != 0) {
            clusters.emplace_back(each.name, each.id);
        }
    }
    std::ranges::sort(clusters);
    cluster_->clear();
    for (const auto& [name, id] : clusters) {
        cluster_->addItem(qtext(name), QVariant::fromValue<qlonglong>(id));
    }
    const auto same = cluster_->findData(QVariant::fromValue<qlonglong>(before));
    cluster_->setCurrentIndex(same >= 0 ? same : clusters.empty() ? -1 : 0);
    arrangementLabel_->setVisible(arrangement_->count() > 1);
    arrangement_->setVisible(arrangement_->count() > 1);
    filling_ = false;
    const auto& words = plan->settings().clusterWordPlural;
    empty_->setTexts(tr("No %1 are drawn yet").arg(qtext(words)),
                     tr("Once there are %1, everything that the plan records of one of them stands here on a "
                        "few pages, ready to print.")
                         .arg(qtext(words)));
    stack_->setCurrentIndex(clusters.empty() ? 0 : 1);
}

plan::Id ProfilePage::cluster() const {
    return cluster_->currentData().toLongLong();
}

void ProfilePage::choose(plan::Id cluster) {
    const auto* record = session().plan()->find<plan::Cluster>(cluster);
    if (!record || cluster == this->cluster()) {
        return;
    }
    {
        const QSignalBlocker quiet(arrangement_);
        arrangement_->setCurrentIndex(
            arrangement_->findData(QVariant::fromValue<qlonglong>(record->arrangement.id)));
    }
    fillChoices();
    cluster_->setCurrentIndex(cluster_->findData(QVariant::fromValue<qlonglong>(cluster)));
}

void ProfilePage::chosen() {
    if (filling_) {
        return;
    }
    preview_->dismissMessage();
    if (cluster() != 0 && isVisible()) {
        session().selection().select(RecordKind::cluster, {cluster()});
    }
    askAnew();
}

void ProfilePage::takeSelection() {
    const auto& selection = session().selection();
    if (selection.kind() == RecordKind::cluster && !selection.isEmpty()) {
        choose(selection.ids().front());
    }
}

bool ProfilePage::showRecords(RecordKind kind, const std::vector<plan::Id>& ids, const QString&) {
    if (kind != RecordKind::cluster || ids.size() != 1) {
        return false;
    }
    choose(ids.front());
    return cluster() == ids.front();
}

void ProfilePage::ask() {
    if (cluster() == 0) {
        present({});
        return;
    }
    preview_->setPreparing(true);
    answerWith(
        [id = cluster(), day = today()](const plan::PlanRef& plan,
                                        const Progress& progress) -> Result<Answer> {
            report::ReportOptions options;
            options.today = day;
            const auto scope = report::scopeOf(plan, id, options, progress);
            if (!scope) {
                return tl::unexpected(scope.error());
            }
            auto report = prepared(report::clusterProfile(*scope), progress);
            if (!report) {
                return tl::unexpected(report.error());
            }
            Answer answer{std::move(*report), {}};
            answer.behind.areas = scope->areas;
            answer.behind.mechanisms = scope->mechanisms;
            answer.behind.assets = analysis::assetsIn(*plan, scope->areas);
            const auto said = analysis::localResponses(*plan, scope->options.arrangement);
            const std::set<plan::Id> here(scope->areas.begin(), scope->areas.end());
            for (const auto& body : said.bodies) {
                if (body.response != 0 &&
                    std::ranges::any_of(body.areas, [&](plan::Id area) { return here.contains(area); })) {
                    answer.behind.responses.push_back(body.response);
                }
            }
            return answer;
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString ProfilePage::refusal(const QString& why) const {
    preview_->setPreparing(false);
    return tr("The profile could not be made: %1").arg(why);
}

void ProfilePage::present(Answer answer) {
    behind_ = std::move(answer.behind);
    preview_->setReport(std::move(answer.report));
    preview_->setPreparing(false);
    showBehind();
    Q_EMIT headlineChanged();
}

void ProfilePage::showBehind() {
    for (const auto& link : links_) {
        const auto count = (behind_.*link.ids).size();
        link.button->setText(countOf(link.kind, count));
        link.button->setAccessibleName(tr("Show the %1 behind this profile").arg(countOf(link.kind, count)));
        link.button->setVisible(count > 0);
    }
}

} // namespace wardmote::ui
