#include "ui/shell/workspace.h"

#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/shell/navigation.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/page.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr int navigationWidth = 204;
constexpr int inspectorWidth = 300;

Preference<QByteArray> splitterPreference() {
    return preference::splitter.of(QStringLiteral("window"));
}

Preference<QString> foldedPreference() {
    return preference::choice.of(QStringLiteral("navigation/folded"));
}

/// The first widget in a part of the window that takes the keyboard, a control rather than what scrolls it;
/// null if none does.
QWidget* firstFocusable(QWidget& part) {
    QWidget* scrolled = nullptr;
    auto* widget = &part;
    do {
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && widget->isVisible() &&
            (widget == &part || part.isAncestorOf(widget))) {
            if (!qobject_cast<QScrollArea*>(widget)) {
                return widget;
            }
            scrolled = scrolled ? scrolled : widget;
        }
        widget = widget->nextInFocusChain();
    } while (widget != &part);
    return scrolled;
}

/// Where the keyboard was in a part of the window, or else the first widget there that takes it. What scrolls
/// is no such place: Qt leaves the keyboard there where a page comes up in another's stead.
QWidget* focusTargetIn(QWidget& part) {
    auto* last = part.focusWidget();
    const bool there = last && last != &part && !qobject_cast<QScrollArea*>(last) &&
                       part.isAncestorOf(last) && last->isVisible() && last->isEnabled() &&
                       (last->focusPolicy() & Qt::TabFocus) != 0;
    return there ? last : firstFocusable(part);
}

} // namespace

Workspace::Workspace(Session& session, Preferences& preferences, QWidget* parent)
    : QWidget(parent), session_(session), preferences_(preferences) {
    setObjectName(QStringLiteral("workspace"));
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    splitter_ = new QSplitter(this);
    splitter_->setChildrenCollapsible(false);
    row->addWidget(splitter_);

    navigation_ = new Navigation(splitter_);
    auto* middle = new QWidget(splitter_);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    top_ = new TopBar(session, middle);
    stack_ = new QStackedWidget(middle);
    stack_->setObjectName(QStringLiteral("pageStack"));
    column->addWidget(top_);
    column->addWidget(stack_, 1);

    side_ = new QWidget(splitter_);
    side_->setObjectName(QStringLiteral("inspector"));
    makeBar(*side_, QStringLiteral("inspector"));
    auto* sideColumn = new QVBoxLayout(side_);
    sideColumn->setContentsMargins(1, 0, 0, 0);
    inspectors_ = new QStackedWidget(side_);
    recordInspector_ = new RecordInspector(session, inspectors_);
    inspectors_->addWidget(recordInspector_);
    sideColumn->addWidget(inspectors_);
    side_->setMinimumWidth(220);

    splitter_->setStretchFactor(0, 0);
    splitter_->setStretchFactor(1, 1);
    splitter_->setStretchFactor(2, 0);
    if (!splitter_->restoreState(preferences.get(splitterPreference()))) {
        splitter_->setSizes({navigationWidth, 1000, inspectorWidth});
    }
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { preferences_.set(splitterPreference(), splitter_->saveState()); });
    connect(navigation_, &Navigation::chosen, this, &Workspace::showPage);
    connect(navigation_, &Navigation::foldedChanged, this,
            [this] { preferences_.set(foldedPreference(), navigation_->folded().join(u'|')); });
    connect(recordInspector_, &RecordInspector::openRequested, this, &Workspace::openRecord);
    connect(&session.selection(), &Selection::showRequested, this, &Workspace::showRecords);
}

Workspace::~Workspace() {
    // Pages hold on to inspectors that the stack at the side owns by now, so they go first.
    for (auto* page : pages_) {
        disconnect(page, nullptr, this, nullptr);
        delete page;
    }
}

void Workspace::addPage(Page* page, const PagePlace& place) {
    pages_.push_back(page);
    page->setProperty("page", true);
    page->setObjectName(QStringLiteral("page_") + page->pageId());
    stack_->addWidget(page);
    for (const auto kind : place.kinds) {
        pageOfKind_.emplace(kind, page);
    }
    const auto id = page->pageId();
    navigation_->addPage(place.group, id, page->title(), icon(place.sign));
    const auto showBadge = [this, page, id] {
        navigation_->setBadge(id, page->badge(), page->badgeNeedsAttention());
    };
    connect(page, &Page::badgeChanged, this, showBadge);
    connect(page, &Page::headlineChanged, this,
            [this, page, id] { navigation_->setTitle(id, page->title()); });
    connect(page, &Page::pageRequested, this, &Workspace::goTo);
    connect(page, &Page::importRequested, this, &Workspace::import);
    showBadge();
}

Page* Workspace::page(const QString& pageId) const {
    const auto at = std::ranges::find_if(pages_, [&](const Page* page) { return page->pageId() == pageId; });
    return at == pages_.end() ? nullptr : *at;
}

Page* Workspace::current() const {
    return page(navigation_->current());
}

void Workspace::restoreFolds() {
    navigation_->setFolded(preferences_.get(foldedPreference()).split(u'|', Qt::SkipEmptyParts));
}

bool Workspace::goTo(const QString& pageId) {
    if (!page(pageId)) {
        return false;
    }
    navigation_->setCurrent(pageId);
    return true;
}

void Workspace::showPage(const QString& pageId) {
    auto* shown = page(pageId);
    if (!shown) {
        return;
    }
    stack_->setCurrentWidget(shown);
    top_->showPage(shown);
    showInspectorOf(*shown);
    shown->activated();
    Q_EMIT pageShown(pageId);
}

void Workspace::showInspectorOf(Page& page) {
    QWidget* wanted = page.inspector();
    if (!wanted) {
        wanted = recordInspector_;
    }
    if (inspectors_->indexOf(wanted) < 0) {
        inspectors_->addWidget(wanted);
    }
    inspectors_->setCurrentWidget(wanted);
}

Page* Workspace::pageFor(plan::RecordKind kind) const {
    const auto at = pageOfKind_.find(kind);
    return at == pageOfKind_.end() ? nullptr : at->second;
}

void Workspace::openRecord(plan::RecordKind kind, plan::Id id) {
    auto* target = pageFor(kind);
    if (target && target != current()) {
        goTo(target->pageId());
    }
    session_.selection().select(kind, {id});
}

void Workspace::showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids, const QString& because) {
    auto* first = pageFor(kind);
    auto candidates = pages_;
    std::ranges::stable_partition(candidates, [first](const Page* page) { return page == first; });
    for (auto* candidate : candidates) {
        if (candidate->showRecords(kind, ids, because)) {
            goTo(candidate->pageId());
            return;
        }
    }
    if (first) {
        goTo(first->pageId());
    }
    session_.selection().select(kind, ids);
}

bool Workspace::takeFile(const QString& path) {
    // The page that is looked at is the one it was dropped on.
    auto candidates = pages_;
    std::ranges::stable_partition(candidates, [this](const Page* page) { return page == current(); });
    for (auto* candidate : candidates) {
        if (candidate->takeFile(path)) {
            goTo(candidate->pageId());
            return true;
        }
    }
    return false;
}

void Workspace::import(plan::RecordKind kind) {
    const auto at = std::ranges::find_if(pages_, [kind](Page* page) { return page->beginImport(kind); });
    if (at != pages_.end()) {
        goTo((*at)->pageId());
    }
}

void Workspace::setInspectorShown(bool shown) {
    side_->setVisible(shown);
}

void Workspace::focusPage() {
    auto* page = stack_->currentWidget();
    const auto* focused = QApplication::focusWidget();
    const bool there =
        page && focused && page->isAncestorOf(focused) && !qobject_cast<const QScrollArea*>(focused);
    if (!page || there) {
        return;
    }
    if (auto* target = focusTargetIn(*page)) {
        target->setFocus(Qt::ShortcutFocusReason);
    }
}

void Workspace::focusNextPane() {
    std::vector<QWidget*> panes{navigation_, stack_->currentWidget(), side_};
    std::erase_if(panes, [](const QWidget* pane) { return !pane || !pane->isVisible(); });
    const auto* focused = QApplication::focusWidget();
    std::size_t now = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (focused && (panes[i] == focused || panes[i]->isAncestorOf(focused))) {
            now = i;
        }
    }
    for (std::size_t step = 1; step <= panes.size(); ++step) {
        if (auto* target = focusTargetIn(*panes[(now + step) % panes.size()])) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void Workspace::hideEvent(QHideEvent* event) {
    preferences_.set(splitterPreference(), splitter_->saveState());
    QWidget::hideEvent(event);
}

} // namespace wardmote::ui
