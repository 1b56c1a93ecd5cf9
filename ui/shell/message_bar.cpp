#include "ui/shell/message_bar.h"

#include "ui/widgets/style.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace wardmote::ui {
namespace {

constexpr qsizetype messagesShown = 4;

} // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("messageBar"));
    makeBar(*this, QStringLiteral("message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("warning")).pixmap(18, 18));
    text_ = makeParagraph({}, TextRole::body, this);
    text_->setObjectName(QStringLiteral("messageText"));
    action_ = makeButton({}, QStringLiteral("messageAction"), this);
    auto* close = makeIconButton(QStringLiteral("close"), tr("Put this message away"),
                                 QStringLiteral("messageClose"), this);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(action_, &QPushButton::clicked, this, [this] {
        if (const auto act = act_) {
            act();
        }
    });
    clear();
}

void MessageBar::tell(const QString& message, const QString& action, std::function<void()> act) {
    messages_.removeAll(message);
    messages_ << message;
    while (messages_.size() > messagesShown) {
        messages_.removeFirst();
    }
    text_->setText(messages_.join(u'\n'));
    if (!action.isEmpty()) {
        action_->setText(action);
        action_->setAccessibleName(action);
        act_ = std::move(act);
    }
    action_->setVisible(act_ != nullptr);
    show();
    // A screen reader says it without the person having to go there.
    QAccessibleEvent event(text_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear() {
    messages_.clear();
    act_ = nullptr;
    hide();
}

} // namespace wardmote::ui
