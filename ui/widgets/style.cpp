#include "ui/widgets/style.h"

#include <QCoreApplication>
#include <QLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace wardmote::ui {
namespace {

constexpr int pageMargin = 18;

const char* roleName(TextRole role) {
    switch (role) {
    case TextRole::pageTitle:
        return "pageTitle";
    case TextRole::title:
        return "title";
    case TextRole::section:
        return "section";
    case TextRole::overline:
        return "overline";
    case TextRole::caption:
        return "caption";
    case TextRole::figure:
        return "figure";
    case TextRole::body:
        break;
    }
    return "body";
}

/// A label that wraps. Qt's own asks for the height of its narrowest form, which makes scroll areas and
/// windows too tall; the height that it needs at its real width comes from heightForWidth().
class Paragraph : public QLabel {
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {60, fontMetrics().height()}; }
};

/// A style sheet looks at properties when a widget is first shown; later changes must be said.
void setStyleProperty(QWidget& widget, const char* name, const QVariant& value) {
    if (widget.property(name) == value) {
        return;
    }
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

void setTextRole(QLabel& label, TextRole role) {
    setStyleProperty(label, "role", QString::fromLatin1(roleName(role)));
}

void setTextTone(QLabel& label, Tone tone) {
    setStyleProperty(label, "tone",
                     tone == Tone::attention ? QStringLiteral("attention")
                     : tone == Tone::good    ? QStringLiteral("good")
                                             : QString());
}

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // names come from people and files
    setTextRole(*label, role);
    return label;
}

QLabel* makeParagraph(const QString& text, TextRole role, QWidget* parent) {
    auto* label = new Paragraph(text, parent);
    label->setTextFormat(Qt::PlainText);
    setTextRole(*label, role);
    label->setWordWrap(true);
    auto policy = QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

void setNames(QWidget& widget, const QString& objectName, const QString& accessibleName) {
    widget.setObjectName(objectName);
    widget.setAccessibleName(accessibleName);
}

void makePrimary(QPushButton& button) {
    setStyleProperty(button, "primary", true);
}

QPushButton* makeButton(const QString& text, const QString& objectName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    auto spoken = text;
    setNames(*button, objectName, spoken.remove(u'&'));
    return button;
}

QPushButton* makePrimaryButton(const QString& text, const QString& objectName, QWidget* parent) {
    auto* button = makeButton(text, objectName, parent);
    makePrimary(*button);
    return button;
}

QMenu* giveMenu(QPushButton& button) {
    auto* menu = new QMenu(&button);
    button.setMenu(menu);
    setStyleProperty(button, "opensMenu", true);
    return menu;
}

QPushButton* makeLinkButton(const QString& text, const QString& objectName, QWidget* parent) {
    auto* button = makeButton(text, objectName, parent);
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    setStyleProperty(*button, "link", true);
    return button;
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, const QString& objectName,
                            QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(18, 18));
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    setNames(*button, objectName, name);
    return button;
}

void setPageMargins(QLayout& layout) {
    layout.setContentsMargins(pageMargin, 14, pageMargin, 14);
    layout.setSpacing(10);
}

void clearLayout(QLayout& layout) {
    while (auto* item = layout.takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        }
        delete item;
    }
}

void makeCard(QWidget& widget) {
    widget.setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(widget, "card", true);
}

void makeBar(QWidget& widget, const QString& which) {
    widget.setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(widget, "bar", which);
}

QString numberText(qint64 number) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(number);
}

QString notRecorded() {
    return QCoreApplication::translate("wardmote::ui", "not recorded");
}

} // namespace wardmote::ui
