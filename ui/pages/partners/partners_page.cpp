#include "ui/pages/partners/partners_page.h"

#include "core/exchange/partners/partner_cells.h"
#include "core/exchange/partners/partner_workbook.h"
#include "ui/pages/partners/differences_table.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

using plan::RecordKind;

namespace {

enum Shown { nothing, list, comparison };

} // namespace

PartnersPage::PartnersPage(Session& session, Prompts& prompts, std::filesystem::path readerProgram,
                           QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), reader_(std::move(readerProgram)), task_(session),
      columns_(exchange::usualPartnerFields()) {
    setObjectName(QStringLiteral("partnersPage"));
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    column->addWidget(buildBar());
    message_ = makeParagraph({});
    message_->setObjectName(QStringLiteral("partnersMessage"));
    message_->hide();
    column->addWidget(message_);
    stack_ = new QStackedWidget;
    empty_ =
        new EmptyState(QStringLiteral("partners"), tr("No partners yet"),
                       tr("Once mechanisms name the organisations that lead or attend them, each can be sent "
                          "a workbook of what the plan holds of her, to correct and send back."));
    empty_->addImport(tr("Import a list of mechanisms…"), QStringLiteral("partnersImport"),
                      plan::RecordKind::mechanism);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
    mechanisms_ = makePlainTable({tr("Mechanism"), tr("Part"), tr("Blank in the list")},
                                 QStringLiteral("partnerMechanisms"),
                                 tr("Mechanisms that the partner leads or attends"));
    connect(mechanisms_, &QTableWidget::cellActivated, this, [this](int row) {
        session_.selection().requestShow(RecordKind::mechanism,
                                         {mechanisms_->item(row, 0)->data(Qt::UserRole).toLongLong()}, {});
    });
    stack_->addWidget(empty_);
    stack_->addWidget(mechanisms_);
    stack_->addWidget(buildReturn());
    column->addWidget(stack_, 1);
    connect(&session, &Session::planChanged, this, &PartnersPage::planChanged);
    connect(&session, &Session::writableChanged, this, &PartnersPage::showPartner);
    connect(&task_, &BackgroundTask::failed, this, [this](const QString& why) { tell(why, true); });
    connect(&task_, &BackgroundTask::runningChanged, this, &PartnersPage::showPartner);
    showPartner();
}

QWidget* PartnersPage::buildBar() {
    auto* bar = new QWidget;
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    auto* second = new QHBoxLayout;
    rows->addLayout(row);
    rows->addLayout(second);
    const auto add = [row](const QString& text, const char* name, const QString& spoken, int length) {
        auto* label = new QLabel(text);
        auto* box = new QComboBox;
        setNames(*box, QString::fromLatin1(name), spoken);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(length);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        return box;
    };
    partners_ = add(tr("Par&tner"), "partner", tr("Partner"), 22);
    places_ = add(tr("P&laces"), "partnerPlaces", tr("By which places the list names areas"), 14);
    chooseColumns_ = makeButton(tr("&Columns…"), QStringLiteral("partnerColumns"));
    read_ = makeButton(tr("&Read what came back…"), QStringLiteral("partnerRead"));
    read_->setToolTip(
        tr("The workbook as the partner sent it back. It may be dropped on this page as well."));
    write_ = makePrimaryButton(tr("&Write the list…"), QStringLiteral("partnerWrite"));
    row->addWidget(chooseColumns_);
    row->addStretch(1);
    standing_ = makeParagraph({});
    second->addWidget(standing_, 1);
    second->addWidget(read_);
    second->addWidget(write_);
    connect(partners_, &QComboBox::currentIndexChanged, this, [this] {
        leaveReturn();
        fillPlaces();
        showPartner();
    });
    connect(places_, &QComboBox::currentIndexChanged, this, &PartnersPage::showPartner);
    connect(chooseColumns_, &QPushButton::clicked, this, &PartnersPage::chooseColumns);
    connect(write_, &QPushButton::clicked, this, &PartnersPage::write);
    connect(read_, &QPushButton::clicked, this, [this] {
        if (const auto path = prompts_.openFile(this, tr("The list that came back"),
                                                tr("Workbooks (*.xlsx *.ods *.xls);;All files (*)"))) {
            readBack(*path);
        }
    });
    return bar;
}

QWidget* PartnersPage::buildReturn() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    returned_ = makeParagraph({});
    returned_->setObjectName(QStringLiteral("partnerReturned"));
    differences_ = new DifferencesTable;
    queries_ = makePlainTable({tr("To be asked about, and changes since the last list")},
                              QStringLiteral("partnerQueries"),
                              tr("What is no longer in the list, and what changed since the last list"));
    auto* buttons = new QHBoxLayout;
    auto* theirs = makeButton(tr("Take &all theirs"), QStringLiteral("partnerTakeAll"));
    auto* ours = makeButton(tr("&Keep all ours"), QStringLiteral("partnerKeepAll"));
    auto* leave = makeButton(tr("Leave it for &now"), QStringLiteral("partnerLeave"));
    takeChoice_ = makePrimaryButton(tr("&Save the choice"), QStringLiteral("partnerSave"));
    takeChoice_->setToolTip(tr("Takes what is ticked in one edit, and remembers the list as it came."));
    for (auto* button : {theirs, ours}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(takeChoice_);
    column->addWidget(returned_);
    column->addWidget(differences_, 3);
    column->addWidget(queries_, 1);
    column->addLayout(buttons);
    connect(theirs, &QPushButton::clicked, this, [this] { differences_->takeAll(true); });
    connect(ours, &QPushButton::clicked, this, [this] { differences_->takeAll(false); });
    connect(leave, &QPushButton::clicked, this, [this] {
        leaveReturn();
        showPartner();
    });
    connect(takeChoice_, &QPushButton::clicked, this, &PartnersPage::takeChoice);
    return content;
}

plan::Id PartnersPage::partner() const {
    return partners_->currentData().toLongLong();
}

plan::Date PartnersPage::day() const {
    return today_.value_or(ui::today());
}

std::vector<HeadlineFigure> PartnersPage::headline() const {
    if (!session_.plan() || partners_->count() == 0) {
        return {};
    }
    std::size_t waiting = 0;
    const auto& lists = session_.plan()->all<plan::PartnerList>();
    for (const auto& sent : lists) {
        waiting += sent.sentOn && !sent.receivedOn ? 1 : 0;
    }
    return {{numberText(partners_->count()), tr("partners")},
            {numberText(qint64(lists.size())), tr("lists sent")},
            {numberText(qint64(waiting)), tr("not back yet")}};
}

void PartnersPage::tell(const QString& message, bool attention) {
    message_->setText(attention ? QStringLiteral("⚠ ") + message : message);
    setTextTone(*message_, attention ? Tone::attention : Tone::neutral);
    message_->setVisible(!message.isEmpty());
}

void PartnersPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (stale_) {
        planChanged();
    }
}

void PartnersPage::planChanged() {
    stale_ = !isVisible();
    if (stale_) {
        return; // looked at when it is shown
    }
    fillPartners();
    fillPlaces();
    showPartner();
    if (contents_ && partner() != 0) {
        compare(contents_, fileName_); // an edit may have settled some of it
    }
    Q_EMIT headlineChanged();
}

void PartnersPage::fillPartners() {
    const auto before = partner();
    const QSignalBlocker quiet(partners_);
    partners_->clear();
    const auto plan = session_.plan();
    if (!plan) {
        return;
    }
    std::vector<std::pair<QString, plan::Id>> named;
    for (const auto id : exchange::partnersIn(*plan)) {
        named.emplace_back(qtext(plan::nameOf(*plan, RecordKind::organisation, id)), id);
    }
    std::ranges::sort(named);
    for (const auto& [name, id] : named) {
        partners_->addItem(name, QVariant::fromValue<qlonglong>(id));
    }
    partners_->setCurrentIndex(
        qMax(partners_->count() > 0 ? 0 : -1, partners_->findData(QVariant::fromValue<qlonglong>(before))));
}

void PartnersPage::fillPlaces() {
    const auto before = places_->currentData();
    const QSignalBlocker quiet(places_);
    places_->clear();
    const auto plan = session_.plan();
    if (!plan) {
        return;
    }
    places_->addItem(capitalised(qtext(plan->settings().areaWords)), qlonglong{0});
    int own = 0;
    for (const auto& set : plan->all<plan::FootprintSet>()) {
        places_->addItem(qtext(set.name), QVariant::fromValue<qlonglong>(set.id));
        own = set.owner.id != 0 && set.owner.id == partner() ? places_->count() - 1 : own;
    }
    const int kept = places_->findData(before);
    places_->setCurrentIndex(own > 0 ? own : qMax(0, kept));
}

void PartnersPage::showPartner() {
    const auto plan = session_.plan();
    const bool any = plan && partner() != 0;
    const bool free = any && !task_.isRunning();
    write_->setEnabled(free && session_.isWritable());
    read_->setEnabled(free);
    chooseColumns_->setEnabled(free);
    takeChoice_->setEnabled(free && session_.isWritable());
    standing_->setVisible(any);
    stack_->setCurrentIndex(!any ? nothing : back_ ? comparison : list);
    mechanisms_->setRowCount(0);
    if (!any) {
        return;
    }
    const exchange::PartnerCells cells(*plan, places_->currentData().toLongLong());
    std::size_t led = 0;
    const auto ids = exchange::mechanismsOfPartner(*plan, partner());
    for (const auto id : ids) {
        const auto& mechanism = *plan->find<plan::Mechanism>(id);
        const bool leads = exchange::leads(*plan, mechanism, partner());
        led += leads ? 1 : 0;
        const auto blank = std::ranges::count_if(
            columns_, [&](const auto* field) { return cells.text(*field, mechanism).empty(); });
        const int row = mechanisms_->rowCount();
        mechanisms_->insertRow(row);
        mechanisms_->setItem(row, 0, wordsItem(qtext(mechanism.name)));
        mechanisms_->item(row, 0)->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(id));
        mechanisms_->setItem(row, 1, wordsItem(leads ? tr("leads") : tr("attends")));
        mechanisms_->setItem(row, 2, figureItem(tr("%1 of %2").arg(blank).arg(columns_.size())));
    }
    QString words = tr("Leads %1 and attends %2 more.").arg(led).arg(ids.size() - led);
    for (const auto& sent : plan->all<plan::PartnerList>()) {
        if (sent.partner.id == partner()) {
            words += QLatin1Char(' ') +
                     (sent.receivedOn
                          ? tr("The list of %1 came back on %2.")
                                .arg(sent.sentOn ? qtext(sent.sentOn->words()) : tr("an unknown day"),
                                     qtext(sent.receivedOn->words()))
                          : tr("The list of %1 is not back yet.")
                                .arg(sent.sentOn ? qtext(sent.sentOn->words()) : tr("an unknown day")));
        }
    }
    standing_->setText(words);
}

void PartnersPage::chooseColumns() {
    const auto all = exchange::partnerFields();
    QStringList options;
    std::vector<int> ticked;
    for (std::size_t i = 0; i < all.size(); ++i) {
        options << qtext(all[i]->label);
        if (std::ranges::find(columns_, all[i]) != columns_.end()) {
            ticked.push_back(int(i));
        }
    }
    const auto chosen = prompts_.chooseSeveral(this, tr("Columns of the list"),
                                               tr("What is asked of the partner? The name is always there."),
                                               options, ticked);
    if (chosen) {
        columns_.clear();
        for (const int place : *chosen) {
            columns_.push_back(all[static_cast<std::size_t>(place)]);
        }
        showPartner();
    }
}

void PartnersPage::leaveReturn() {
    back_.reset();
    contents_.reset();
    tell({});
}

} // namespace wardmote::ui
