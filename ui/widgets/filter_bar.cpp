#include "ui/widgets/filter_bar.h"

#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {

FilterBar::FilterBar(const QString& what, QWidget* parent)
    : QWidget(parent), filter_(new QLineEdit(this)), counts_(makeLabel({}, TextRole::caption, this)),
      only_(new QWidget(this)), because_(makeParagraph({}, TextRole::body, only_)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    tools_ = new QHBoxLayout;
    filter_->setPlaceholderText(tr("Filter %1 (Ctrl+F)").arg(what));
    filter_->setClearButtonEnabled(true);
    filter_->setMinimumWidth(200);
    filter_->setMaximumWidth(340);
    filter_->installEventFilter(this);
    setNames(*filter_, QStringLiteral("filter"), tr("Filter %1").arg(what));
    counts_->setObjectName(QStringLiteral("filterCounts"));
    tools_->addWidget(filter_, 1);
    tools_->addWidget(counts_);
    tools_->addStretch();
    column->addLayout(tools_);
    auto* row = new QHBoxLayout(only_);
    row->setContentsMargins(0, 0, 0, 0);
    auto* all = makeButton(tr("Show all"), QStringLiteral("showAll"), only_);
    row->addWidget(because_, 1);
    row->addWidget(all);
    only_->hide();
    column->addWidget(only_);
    stops_ = {filter_, all};
    connect(filter_, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    connect(all, &QPushButton::clicked, this, &FilterBar::showAllRequested);
}

void FilterBar::setCounts(const QString& text) {
    counts_->setText(text);
}

void FilterBar::addTool(QWidget* tool) {
    tools_->addWidget(tool);
    setTabOrder(stops_.back(), tool);
    stops_ << tool;
}

QWidget& FilterBar::putInTabOrderAfter(QWidget& before) {
    auto* last = &before;
    for (auto* stop : stops_) {
        setTabOrder(last, stop);
        last = stop;
    }
    return *last;
}

void FilterBar::setOnly(const QString& because) {
    because_->setText(because);
    only_->setVisible(!because.isEmpty());
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == filter_ && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !filter_->text().isEmpty()) {
            filter_->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leftDownwards();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace wardmote::ui
