#pragma once
#include "core/plan/plan.h"

#include <QIcon>
#include <QWidget>

#include <map>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace wardmote::ui {

class Navigation;
class Page;
class Preferences;
class RecordInspector;
class Session;
class TopBar;

/// Where a page stands in the window.
struct PagePlace {
    QString group;                         ///< heading in the navigation
    QString sign;                          ///< icon
    std::vector<plan::RecordKind> kinds{}; ///< records that are opened on this page
};

/// The window while a plan is open: navigation, the page in front with its headline, the inspector. Takes
/// people to the page of whatever is asked for.
class Workspace : public QWidget {
    Q_OBJECT
public:
    Workspace(Session& session, Preferences& preferences, QWidget* parent = nullptr);

    ~Workspace() override;

    void addPage(Page* page, const PagePlace& place); ///< in order of the groups
    const std::vector<Page*>& pages() const { return pages_; }
    Page* page(const QString& pageId) const; ///< null: there is none
    Page* current() const;
    Navigation& navigation() const { return *navigation_; }

    bool goTo(const QString& pageId); ///< false: there is no such page
    /// Goes to the page that lists records of this kind and selects the record there.
    void openRecord(plan::RecordKind kind, plan::Id id);
    /// Goes to the page that can show these records alone.
    void showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids, const QString& because);
    bool takeFile(const QString& path); ///< false: no page knows what to do with it
    void import(plan::RecordKind kind); ///< goes to the page that imports, with the kind chosen there
    void setInspectorShown(bool shown);
    void restoreFolds(); ///< groups of the navigation as they were left; when all pages are there
    /// Brings the keyboard into the page that is shown, to where it was there last, unless it is there.
    void focusPage();
    void focusNextPane(); ///< navigation, page, inspector: to where the keyboard was in it last

Q_SIGNALS:
    void pageShown(const QString& pageId);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void showPage(const QString& pageId);
    void showInspectorOf(Page& page);
    Page* pageFor(plan::RecordKind kind) const;

    Session& session_;
    Preferences& preferences_;
    std::vector<Page*> pages_;
    std::map<plan::RecordKind, Page*> pageOfKind_;
    QSplitter* splitter_ = nullptr;
    Navigation* navigation_ = nullptr;
    TopBar* top_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QWidget* side_ = nullptr;
    QStackedWidget* inspectors_ = nullptr;
    RecordInspector* recordInspector_ = nullptr;
};

} // namespace wardmote::ui
