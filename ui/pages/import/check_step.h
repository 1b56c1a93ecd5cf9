#pragma once
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace wardmote::ui {

class ImportJob;
class ProposedRowsModel;
class QuestionsPanel;
class Session;

/// Third step: what would happen, row by row, and what is asked. Live: an answer shows its effect at once.
class CheckStep : public QWidget {
    Q_OBJECT
public:
    CheckStep(Session& session, ImportJob& job, QWidget* parent = nullptr);

private:
    void refresh();
    void addFilter(QHBoxLayout& row, const QString& objectName, int outcome);

    Session& session_;
    ImportJob& job_;
    ProposedRowsModel* rows_ = nullptr;
    QSortFilterProxyModel* shown_ = nullptr;
    QTableView* table_ = nullptr;
    QuestionsPanel* questions_ = nullptr;
    QButtonGroup* filters_ = nullptr;
    QLabel* also_ = nullptr;
    QLabel* warnings_ = nullptr;
};

} // namespace wardmote::ui
