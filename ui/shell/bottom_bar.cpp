#include "ui/shell/bottom_bar.h"

#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/widgets/style.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace wardmote::ui {
namespace {

constexpr int longestEdit = 620; ///< pixels; the whole label is in the tooltip and in the history

QString stateText(const Session& session) {
    using enum store::ReadOnlyReason;
    if (session.isSaving()) {
        return BottomBar::tr("Saving…");
    }
    switch (session.readOnlyReason()) {
    case none:
        break;
    case asked:
        return BottomBar::tr("Read-only, as asked");
    case fileOrFolder:
        return BottomBar::tr("Read-only: the file or its folder can't be written");
    case inUse:
        return BottomBar::tr("Read-only: someone else is working on this plan");
    case newerVersion:
        return BottomBar::tr("Read-only: made by a newer version of Wardmote");
    case migratedInMemory:
        return BottomBar::tr("Read-only: an older plan in a folder that can't be written");
    }
    return BottomBar::tr("Everything is saved");
}

} // namespace

QString timeOfEdit(const QString& utc, const QDateTime& now) {
    const auto at = QDateTime::fromString(utc, Qt::ISODate).toLocalTime();
    if (!at.isValid()) {
        return {};
    }
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const auto format = at.date() == now.date()                 ? QStringLiteral("HH:mm")
                        : at.date().year() == now.date().year() ? QStringLiteral("d MMM, HH:mm")
                                                                : QStringLiteral("d MMM yyyy, HH:mm");
    return british.toString(at, format);
}

BottomBar::BottomBar(Session& session, Actions& actions, QWidget* parent)
    : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("bottomBar"));
    makeBar(*this, QStringLiteral("bottom"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    row->setSpacing(12);
    edit_ = makeLabel({}, TextRole::body, this);
    edit_->setObjectName(QStringLiteral("lastEdit"));
    edit_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    edit_->setMinimumWidth(120);
    undo_ = makeButton(tr("Undo"), QStringLiteral("undoLastEdit"), this);
    redo_ = makeButton(tr("Redo"), QStringLiteral("redoLastEdit"), this);
    state_ = makeLabel({}, TextRole::body, this);
    state_->setObjectName(QStringLiteral("savedState"));
    row->addWidget(edit_);
    row->addWidget(undo_);
    row->addWidget(redo_);
    row->addStretch(1);
    row->addWidget(state_);

    connect(undo_, &QPushButton::clicked, &actions.at(ActionId::undo), &QAction::trigger);
    connect(redo_, &QPushButton::clicked, &actions.at(ActionId::redo), &QAction::trigger);
    connect(&session, &Session::historyChanged, this, &BottomBar::showEdit);
    connect(&session, &Session::savingChanged, this, &BottomBar::showState);
    connect(&session, &Session::writableChanged, this, &BottomBar::showState);
    const auto all = [this] {
        showEdit();
        showState();
    };
    connect(&session, &Session::opened, this, all);
    connect(&session, &Session::closed, this, all);
    all();
}

void BottomBar::showEdit() {
    setVisible(session_.isOpen());
    const auto label = session_.lastEditLabel();
    const auto whole =
        label.isEmpty() ? tr("No edit yet")
                        : tr("Last: %1, %2")
                              .arg(label, timeOfEdit(session_.lastEditTime(), QDateTime::currentDateTime()));
    edit_->setText(fontMetrics().elidedText(whole, Qt::ElideMiddle, longestEdit));
    edit_->setToolTip(whole);
    const bool writable = session_.isWritable();
    undo_->setEnabled(writable && !session_.undoLabel().isEmpty());
    undo_->setToolTip(tr("Undo: %1").arg(session_.undoLabel()));
    undo_->setVisible(writable);
    redo_->setVisible(writable && !session_.redoLabel().isEmpty());
    redo_->setToolTip(tr("Redo: %1").arg(session_.redoLabel()));
}

void BottomBar::setBusy(const QString& what) {
    busy_ = what;
    showState();
}

void BottomBar::showState() {
    state_->setText(busy_.isEmpty() ? stateText(session_) : busy_);
    const bool warn = session_.isOpen() && !session_.isWritable();
    setTextTone(*state_, warn ? Tone::attention : Tone::neutral);
    showEdit();
}

} // namespace wardmote::ui
