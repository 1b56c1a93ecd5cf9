#include "ui/shell/top_bar.h"

#include "ui/session/session.h"
#include "ui/widgets/page.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace wardmote::ui {
namespace {

constexpr int widestChooser = 230;

} // namespace

TopBar::TopBar(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("topBar"));
    makeBar(*this, QStringLiteral("top"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 18, 8);
    row->setSpacing(22);
    row->setSizeConstraint(QLayout::SetNoConstraint); // else figures once shown would hold the window open
    title_ = makeLabel({}, TextRole::pageTitle, this);
    title_->setObjectName(QStringLiteral("pageTitle"));
    row->addWidget(title_);
    row->addStretch(1);
    figures_ = new QWidget(this);
    figures_->setObjectName(QStringLiteral("headlineFigures"));
    figureRow_ = new QHBoxLayout(figures_);
    figureRow_->setContentsMargins(0, 0, 0, 0);
    figureRow_->setSpacing(24);
    row->addWidget(figures_);

    chooser_ = new QWidget(this);
    auto* choice = new QHBoxLayout(chooser_);
    choice->setContentsMargins(0, 0, 0, 0);
    caption_ = makeLabel(tr("Arrangement:"), TextRole::caption, chooser_);
    arrangements_ = new QComboBox(chooser_);
    setNames(*arrangements_, QStringLiteral("arrangementInForce"), tr("Arrangement in force"));
    arrangements_->setToolTip(tr("The way of drawing the clusters that every page and report uses"));
    arrangements_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    arrangements_->setMaximumWidth(widestChooser);
    letWheelPass(*arrangements_); // else it would put another one in force
    choice->addWidget(caption_);
    choice->addWidget(arrangements_);
    row->addWidget(chooser_);

    connect(arrangements_, &QComboBox::activated, this, &TopBar::putInForce);
    connect(&session, &Session::planChanged, this, [this](const plan::ChangeSummary& summary) {
        if (summary.everything || summary.touches(plan::RecordKind::arrangement) ||
            summary.touches(plan::RecordKind::settings)) {
            showArrangements();
        }
    });
    connect(&session, &Session::editFailed, this, &TopBar::showArrangements);
    showArrangements();
}

QSize TopBar::minimumSizeHint() const {
    const auto margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + title_->sizeHint().width();
    if (!chooser_->isHidden()) {
        width += arrangements_->sizeHint().width() + layout()->spacing();
    }
    return {width, layout()->minimumSize().height()};
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void TopBar::fit() {
    const auto width = [](const QWidget* widget) { return widget->sizeHint().width(); };
    const auto margins = layout()->contentsMargins();
    int room = this->width() - margins.left() - margins.right() - width(title_);
    if (!chooser_->isHidden()) {
        room -= width(arrangements_) + layout()->spacing();
    }
    room -= layout()->spacing();
    for (int i = 0; i < figureRow_->count(); ++i) {
        auto* block = figureRow_->itemAt(i)->widget();
        room -= width(block) + (i > 0 ? figureRow_->spacing() : 0);
        block->setVisible(room >= 0);
    }
    caption_->setVisible(room >= width(caption_) + chooser_->layout()->spacing());
}

void TopBar::showPage(Page* page) {
    if (page_) {
        disconnect(page_, nullptr, this, nullptr);
    }
    page_ = page;
    title_->setText(page ? page->title() : QString());
    if (page) {
        connect(page, &Page::headlineChanged, this, &TopBar::showFigures);
    }
    showChooser();
    showFigures();
}

void TopBar::showFigures() {
    while (auto* item = figureRow_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!page_) {
        return;
    }
    title_->setText(page_->title());
    for (const auto& figure : page_->headline()) {
        auto* block = new QWidget(figures_);
        auto* column = new QVBoxLayout(block);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLabel(figure.value, TextRole::figure, block));
        column->addWidget(makeLabel(figure.caption, TextRole::caption, block));
        block->setAccessibleName(figure.value + u' ' + figure.caption);
        figureRow_->addWidget(block);
    }
    fit();
}

void TopBar::showArrangements() {
    const QSignalBlocker quiet(arrangements_);
    const auto plan = session_.plan();
    arrangements_->clear();
    for (const auto& arrangement : plan->all<plan::Arrangement>()) {
        arrangements_->addItem(QString::fromStdString(arrangement.name),
                               QVariant::fromValue<qint64>(arrangement.id));
    }
    const auto inForce = plan->settings().arrangementInForce;
    if (!plan->find(inForce)) {
        arrangements_->insertItem(0, tr("None in force"), QVariant::fromValue<qint64>(0));
    }
    arrangements_->setCurrentIndex(
        arrangements_->findData(QVariant::fromValue<qint64>(plan->find(inForce) ? inForce.id : 0)));
    arrangements_->setEnabled(session_.isWritable());
    showChooser();
}

void TopBar::showChooser() {
    chooser_->setVisible(!session_.plan()->all<plan::Arrangement>().empty() &&
                         !(page_ && page_->choosesArrangement()));
    fit();
}

void TopBar::putInForce(int index) {
    const auto id = arrangements_->itemData(index).toLongLong();
    if (id == 0 || id == session_.plan()->settings().arrangementInForce.id) {
        return;
    }
    plan::Changes changes;
    changes.set<&plan::Settings::arrangementInForce>(1, plan::Value{plan::Id{id}});
    session_.perform(tr("Put %1 in force").arg(arrangements_->itemText(index)), std::move(changes));
}

} // namespace wardmote::ui
