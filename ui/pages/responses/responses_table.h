#pragma once
#include "ui/pages/responses/responses_model.h"
#include "ui/widgets/record_edits.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <set>

class QComboBox;
class QLabel;
class QTableView;

namespace wardmote::ui {

class FilterBar;
class Prompts;
class ResponsesFilter;
class Session;

/// Everybody who is asked, as a table that is filled in like the other tables of records: type or press
/// Enter in a cell, copy and paste blocks to and from a spreadsheet, fill down. What is first recorded of a
/// body makes its response.
class ResponsesTable : public QWidget {
    Q_OBJECT
public:
    ResponsesTable(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    void show(ResponsesAnswerRef answer);
    ResponsesModel& model() { return *model_; }
    QTableView& view() { return *view_; }
    void addTool(QWidget* tool);

    /// Only bodies with this answer; nothing: all.
    void setAnswer(std::optional<analysis::Answer> answer);
    /// Only these bodies (indices of the answer), and why.
    void showOnly(std::set<int> rows, const QString& because);
    void showAll();
    int shownCount() const;

    std::vector<analysis::AskedBody> selectedBodies() const;
    const analysis::AskedBody* currentBody() const; ///< null: none
    void selectWhere(const std::function<bool(const analysis::AskedBody&)>& wanted);
    void revealResponse(plan::Id response); ///< waits for it if it isn't there yet

    void copy() const;
    void paste();
    void fillDown();
    void erase(); ///< the responses of the selected rows
    void tell(const QString& message);

Q_SIGNALS:
    void currentChanged();
    void selectedByPerson();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Block {
        std::vector<int> rows; ///< of the view
        std::vector<int> columns;
    };
    void makeView();
    void makeActions();
    void perform(const RecordEdit& edit);
    void openEditor(const QModelIndex& index, const QString& typed);
    Block selectedBlock() const;
    std::vector<analysis::AskedBody> bodiesOf(const std::vector<int>& rows) const;
    std::vector<const plan::FieldInfo*> fieldsOf(const std::vector<int>& columns) const;
    const analysis::AskedBody& bodyAt(int viewRow) const;
    void showCounts();
    NewId newIds();

    Session& session_;
    Prompts& prompts_;
    ResponsesModel* model_ = nullptr;
    ResponsesFilter* filter_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* answers_ = nullptr;
    QLabel* message_ = nullptr;
    QTableView* view_ = nullptr;
    plan::Id awaited_ = 0;
    bool selecting_ = false;
};

} // namespace wardmote::ui
