#pragma once
#include "core/plan/change.h"
#include "ui/widgets/page.h"

#include <map>
#include <memory>

class QLabel;

namespace wardmote::ui {

class RecordTable;

/// Fill the gaps: the mechanisms that lack most of what the analyses need, as a grid to be filled down like a
/// spreadsheet. Rows keep their place while they are filled; looking again sorts them anew.
class GapsPage : public Page {
    Q_OBJECT
public:
    GapsPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("gaps"); }
    QString title() const override { return tr("Fill the gaps"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    void activated() override { lookAgain(); }
    RecordTable& table() const { return *table_; }
    /// Works out anew which blanks there are and in what order.
    void lookAgain();

private:
    void planChanged(const plan::ChangeSummary& summary);
    Session& session_;
    std::shared_ptr<const std::map<plan::Id, int>> places_; ///< rows of the grid, in order
    std::size_t blanks_ = 0;
    std::size_t comparable_ = 0;
    std::size_t active_ = 0;
    RecordTable* table_ = nullptr;
    QLabel* explanation_ = nullptr;
};

} // namespace wardmote::ui
