#pragma once
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSortFilterProxyModel;
class QTableView;

namespace wardmote::ui {

class ImportJob;
class Prompts;
class ProposedRowsModel;
class QuestionsPanel;

/// Third step: what would happen, row by row, and what is asked. Live: an answer shows its effect at once.
class CheckStep : public QWidget {
    Q_OBJECT
public:
    CheckStep(ImportJob& job, Prompts& prompts, QWidget* parent = nullptr);

private:
    void refresh();
    void showDetails();
    void addFilter(QHBoxLayout& row, const QString& objectName, int outcome);

    ImportJob& job_;
    ProposedRowsModel* rows_ = nullptr;
    QSortFilterProxyModel* shown_ = nullptr;
    QTableView* table_ = nullptr;
    QScrollArea* side_ = nullptr; ///< with the questions, if there are any
    QuestionsPanel* questions_ = nullptr;
    QButtonGroup* filters_ = nullptr;
    QCheckBox* organisations_ = nullptr;
    QLabel* details_ = nullptr;
    QLabel* also_ = nullptr;
    QLabel* warnings_ = nullptr;
};

} // namespace wardmote::ui
