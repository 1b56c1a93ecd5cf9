#include "ui/shell/start_page.h"

#include "ui/session/preferences.h"
#include "ui/shell/actions.h"
#include "ui/shell/plan_opener.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/style.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace wardmote::ui {
namespace {

constexpr int pageWidth = 900;

QString dateText(const QDateTime& when) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(when.date(), QStringLiteral("d MMMM yyyy"));
}

} // namespace

StartPage::StartPage(const ShellServices& services, Actions& actions, PlanOpener& opener, QWidget* parent)
    : QWidget(parent), services_(services), opener_(opener) {
    setObjectName(QStringLiteral("startPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("startScroll"), tr("Start page"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* centred = new QHBoxLayout(page);
    centred->addStretch(1);
    auto* content = new QWidget(page);
    content->setMaximumWidth(pageWidth);
    centred->addWidget(content, 100);
    centred->addStretch(1);
    scroll->setWidget(page);

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 34, 20, 20);
    column->setSpacing(14);
    auto* heading = new QHBoxLayout;
    auto* mark = new QLabel(content);
    mark->setPixmap(QIcon(QStringLiteral(":/wardmote/icons/wardmote.svg")).pixmap(44, 44));
    heading->addWidget(mark);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(makeLabel(tr("Wardmote"), TextRole::pageTitle, content));
    names->addWidget(makeParagraph(tr("Plans how public services talk with their communities."),
                                   TextRole::caption, content));
    heading->addLayout(names, 1);
    column->addLayout(heading);

    busy_ = new QWidget(content);
    auto* busyRow = new QVBoxLayout(busy_);
    busyRow->setContentsMargins(0, 0, 0, 0);
    busyText_ = makeLabel({}, TextRole::body, busy_);
    progress_ = new QProgressBar(busy_);
    setNames(*progress_, QStringLiteral("openProgress"), tr("Progress"));
    progress_->setTextVisible(false);
    busyRow->addWidget(busyText_);
    busyRow->addWidget(progress_);
    busy_->hide();
    column->addWidget(busy_);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(14);
    auto* recent = new Card(tr("Plans opened before"), content);
    recent_ = recent;
    recentRows_ = &recent->content();
    columns->addWidget(recent, 3, Qt::AlignTop);
    auto* side = new QVBoxLayout;
    side->setSpacing(14);
    side->addWidget(beginnings(actions));
    if (!services.samples.empty()) {
        side->addWidget(samples());
    }
    side->addStretch(1);
    columns->addLayout(side, 2);
    column->addLayout(columns);
    column->addStretch(1);

    connect(&services.preferences, &Preferences::changed, this, [this](const QString& key) {
        if (key == preference::recentPlans.key) {
            showRecent();
        }
    });
    connect(&opener, &PlanOpener::started, this, [this](const QString& what) {
        busyText_->setText(what);
        progress_->setRange(0, 0);
        busy_->show();
    });
    connect(&opener, &PlanOpener::progressed, this, [this](double fraction, const QString& what) {
        progress_->setRange(0, 1000);
        progress_->setValue(int(fraction * 1000));
        if (!what.isEmpty()) {
            busyText_->setText(what);
        }
    });
    connect(&opener, &PlanOpener::ended, busy_, &QWidget::hide);
    showRecent();
}

QWidget* StartPage::beginnings(Actions& actions) {
    auto* card = new Card(tr("Begin"), this);
    const auto add = [&](ActionId id, const QString& text, const QString& objectName, bool primary) {
        auto* button =
            primary ? makePrimaryButton(text, objectName, card) : makeButton(text, objectName, card);
        connect(button, &QPushButton::clicked, &actions.at(id), &QAction::trigger);
        card->content().addWidget(button);
        if (primary) {
            setFocusProxy(button);
        }
    };
    add(ActionId::newPlan, tr("New plan…"), QStringLiteral("startNew"), true);
    add(ActionId::openPlan, tr("Open plan…"), QStringLiteral("startOpen"), false);
    card->content().addWidget(makeParagraph(tr("A plan is one file. A new one offers to import your parishes "
                                               "and wards, organisations and meetings; "
                                               "you can also drop a plan or a spreadsheet on this window."),
                                            TextRole::caption, card));
    return card;
}

QWidget* StartPage::samples() {
    auto* card = new Card(tr("Look around in a sample"), this);
    for (const auto& sample : services_.samples) {
        auto* button = makeLinkButton(sample.title, QStringLiteral("sample_") + sample.name, card);
        button->setIcon(icon(QStringLiteral("sample")));
        connect(button, &QPushButton::clicked, this,
                [this, name = sample.name] { opener_.askForSample(name); });
        card->content().addWidget(button);
        card->content().addWidget(makeParagraph(sample.description, TextRole::caption, card));
    }
    return card;
}

void StartPage::showRecent() {
    clearLayout(*recentRows_);
    const auto plans = services_.preferences.recentPlans();
    int number = 0;
    for (const auto& path : plans) {
        recentRows_->addWidget(recentRow(path, number++));
    }
    if (plans.isEmpty()) {
        recentRows_->addWidget(
            makeParagraph(tr("No plan has been opened here yet. Make a new one, open one that "
                             "a colleague made, or look around in a sample."),
                          TextRole::body, recent_));
    }
}

QWidget* StartPage::recentRow(const QString& path, int number) {
    const QFileInfo file(path);
    auto* row = new QWidget(recent_);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* name = makeLinkButton(file.completeBaseName(), QStringLiteral("recent_%1").arg(number), row);
    auto* place = makeParagraph(QDir::toNativeSeparators(file.absolutePath()), TextRole::caption, row);
    place->setContentsMargins(5, 0, 0, 0);
    texts->addWidget(name, 0, Qt::AlignLeft);
    texts->addWidget(place);
    line->addLayout(texts, 1);
    if (file.exists()) {
        line->addWidget(makeLabel(dateText(file.lastModified()), TextRole::caption, row));
    } else {
        name->setEnabled(false);
        name->setToolTip(tr("There is no file at this place now. It may have been moved, or its drive is not "
                            "connected."));
        line->addWidget(new Badge(tr("missing"), Tone::attention, row));
    }
    auto* forget =
        makeIconButton(QStringLiteral("close"), tr("Take %1 off this list").arg(file.completeBaseName()),
                       QStringLiteral("forget_%1").arg(number), row);
    line->addWidget(forget);
    connect(name, &QPushButton::clicked, this, [this, path] { opener_.open(path); });
    connect(forget, &QToolButton::clicked, this,
            [this, path] { services_.preferences.forgetRecentPlan(path); });
    return row;
}

} // namespace wardmote::ui
