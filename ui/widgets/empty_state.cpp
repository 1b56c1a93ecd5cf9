#include "ui/widgets/empty_state.h"

#include "ui/widgets/style.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr int iconExtent = 44;
constexpr int textWidth = 440;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& explanation,
                       QWidget* parent)
    : QWidget(parent), iconName_(iconName) {
    icon_ = new QLabel(this);
    icon_->setPixmap(icon(iconName_).pixmap(iconExtent, iconExtent));
    icon_->setAlignment(Qt::AlignCenter);
    title_ = makeLabel(title, TextRole::title, this);
    title_->setAlignment(Qt::AlignCenter);
    title_->setWordWrap(true);
    explanation_ = makeParagraph(explanation, TextRole::body, this);
    explanation_->setAlignment(Qt::AlignCenter);
    explanation_->setMaximumWidth(textWidth);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(icon_, 0, Qt::AlignHCenter);
    column->addWidget(title_);
    // Between stretches and not aligned: an aligned label would lose its height for width.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(explanation_, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    buttons_ = new QVBoxLayout;
    buttons_->setSpacing(8);
    column->addLayout(buttons_);
    column->addStretch(3);
}

QPushButton* EmptyState::addButton(const QString& text, const QString& objectName) {
    auto* button =
        hasPrimary_ ? makeButton(text, objectName, this) : makePrimaryButton(text, objectName, this);
    hasPrimary_ = true;
    buttons_->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

QPushButton* EmptyState::addWay(const QString& text, const QString& objectName, const QString& pageId) {
    auto* button = addButton(text, objectName);
    connect(button, &QPushButton::clicked, this, [this, pageId] { Q_EMIT pageRequested(pageId); });
    return button;
}

QPushButton* EmptyState::addImport(const QString& text, const QString& objectName, plan::RecordKind kind) {
    auto* button = addButton(text, objectName);
    connect(button, &QPushButton::clicked, this, [this, kind] { Q_EMIT importRequested(kind); });
    return button;
}

void EmptyState::setTexts(const QString& title, const QString& explanation) {
    title_->setText(title);
    explanation_->setText(explanation);
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        icon_->setPixmap(icon(iconName_).pixmap(iconExtent, iconExtent));
    }
    QWidget::changeEvent(event);
}

} // namespace wardmote::ui
