#pragma once
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace wardmote::ui {

class FilterBar;
class HistoryDetailModel;
class HistoryModel;

/// Who changed what and when, with each field before and after; undo, redo, and back to any point. Read on
/// the writer thread when the page is in front.
class HistoryPage : public Page {
    Q_OBJECT
public:
    HistoryPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("history"); }
    QString title() const override { return tr("History"); }
    std::vector<HeadlineFigure> headline() const override;
    void activated() override { load(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void load();
    void loadDetails();
    void showButtons();
    void goBack();
    plan::Id currentRow() const; ///< 0: none

    Session& session_;
    Prompts& prompts_;
    HistoryModel* model_ = nullptr;
    HistoryDetailModel* details_ = nullptr;
    QSortFilterProxyModel* shown_ = nullptr;
    FilterBar* bar_ = nullptr;
    QTableView* rows_ = nullptr;
    QTableView* fields_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* redo_ = nullptr;
    QPushButton* back_ = nullptr;
    int asked_ = 0; ///< answers about a row that is no longer chosen are dropped
};

} // namespace wardmote::ui
