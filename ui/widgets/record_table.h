#pragma once
#include "ui/widgets/record_edits.h"
#include "ui/widgets/record_table_model.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;

namespace wardmote::ui {

class EmptyState;
class FilterBar;
class Preferences;
class Prompts;

/// The records of one kind as a table that behaves like a spreadsheet: filter, sort, group, choose columns,
/// edit in place, copy, paste, fill down, add, duplicate, delete. Selects what the session's Selection holds,
/// and puts there what is chosen here.
class RecordTable : public QWidget {
    Q_OBJECT
public:
    RecordTable(Session& session, Prompts& prompts, plan::RecordKind kind, QWidget* parent = nullptr);
    ~RecordTable() override;

    RecordTableModel& model() { return *model_; }
    QTableView& view() { return *view_; }
    /// What stands in the table's place while the plan has no such records: its text and buttons are the
    /// page's.
    EmptyState& emptyState() { return *empty_; }

    /// Columns shown until the person chooses others, in this order.
    void setDefaultColumns(const std::vector<std::string_view>& keys);
    /// Remembers columns, their widths and the grouping under this name.
    void setPreferences(Preferences* preferences, const QString& name);
    /// A control of the page beside the filter.
    void addTool(QWidget* tool);
    /// Tab comes to the filter, the tools and the rows after this control, which stands above them.
    void putInTabOrderAfter(QWidget& before);
    /// What "Add" does instead of adding an empty record, for example opens a short form.
    void setAdd(std::function<void()> add) { add_ = std::move(add); }

    /// Shows only these records, says why, and offers to show all again.
    void showOnly(const std::vector<plan::Id>& ids, const QString& because);
    void showAll();
    void fitColumns(); ///< as wide as what the first rows hold
    /// A lasting restriction of the page (one kind of organisation), beside showOnly().
    void setPageRestriction(std::function<bool(const plan::Plan&, plan::Id)> restriction);

    std::vector<plan::Id> selectedIds() const;
    plan::Id currentId() const; ///< 0: none
    void select(const std::vector<plan::Id>& ids);
    /// To bring a record that was just added into view; waits for it if it isn't there yet.
    void reveal(plan::Id id);

    void add();
    void duplicate();
    void erase();
    void copy() const;
    void paste();
    void fillDown();
    void clearCells();
    /// One column for all selected records, through a small dialog.
    void editColumn();
    /// What the person is told in the table's own message line; read out by screen readers.
    void tell(const QString& message);

    QList<QAction*> recordActions() const { return actions_; }

Q_SIGNALS:
    void currentRecordChanged(wardmote::plan::Id id);
    /// Enter or double click on a row's name, or "Open" of the menu.
    void openRequested(wardmote::plan::Id id);
    /// The person wants to fill in this field, which an edit waits for.
    void fieldWanted(wardmote::plan::Id id, const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Block {
        std::vector<plan::Id> ids;
        std::vector<int> columns;
    };
    Block selectedBlock() const;
    void goTo(const QModelIndex& index); ///< and select it alone
    std::vector<const plan::FieldInfo*> fieldsOf(const std::vector<int>& columns) const;
    void makeActions();
    QAction* makeAction(const QString& text, const char* objectName, const QKeySequence& keys,
                        void (RecordTable::*run)());
    void connectSelection();
    void takeSharedSelection();
    void shareSelection();
    void showCounts();
    void showSpans();
    void applyRestriction();
    void openEditor(const QModelIndex& index, const QString& typed);
    void openLinks(const QModelIndex& index);
    void offerToFillIn(plan::Id record, const QString& key, const QString& why);
    void showMenu(const QPoint& at);
    void showColumnMenu(const QPoint& at);
    void fillColumnMenu(QMenu& menu);
    void addColumnsButton();
    void rememberColumns();
    void applyColumns(const QStringList& keys);
    QStringList shownColumns() const;

    Session& session_;
    Prompts& prompts_;
    Preferences* preferences_ = nullptr;
    QString preferenceName_;
    RecordTableModel* model_ = nullptr;
    FilterBar* bar_ = nullptr;
    QTableView* view_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* message_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    QList<QAction*> actions_;
    std::function<void()> add_;
    std::function<bool(const plan::Plan&, plan::Id)> pageRestriction_;
    std::function<bool(const plan::Plan&, plan::Id)> onlyThese_;
    QStringList defaultColumns_;
    plan::Id awaited_ = 0;
    bool sharing_ = false;
};

} // namespace wardmote::ui
