#pragma once
#include "ui/pages/compare/comparison_answer.h"
#include "ui/widgets/analysis_page.h"

#include <set>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedLayout;
class QTableWidget;
class QTabWidget;

namespace wardmote::ui {

class DifferencePanel;
class EmptyState;
class MeasuresTable;
class ResidentsChart;

/// Arrangements compared: which ones at the top; below, their measures side by side with the status quo
/// first, their clusters' residents as bars, and what moves between two of them on a map and as a list.
class ComparePage : public AnalysisPage {
    Q_OBJECT
public:
    explicit ComparePage(Session& session, QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("compare"); }
    QString title() const override { return tr("Compare"); }
    std::vector<HeadlineFigure> headline() const override;
    bool choosesArrangement() const override { return true; }

    /// The arrangements that are compared beside the status quo; those that are gone are left out.
    std::vector<plan::Id> chosen() const;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void fitChoices(); ///< as high as its lines, but for no more than three
    void makeEmptyState();
    QWidget* buildResidents();
    void fillChoices();
    void choiceChanged();
    void present(ComparisonAnswer answer);
    void showResidents();

    std::set<plan::Id> left_; ///< arrangements that the person took out
    ComparisonRef answer_;
    charts::MapPlaces places_;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QListWidget* choices_ = nullptr;
    QLabel* note_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    MeasuresTable* measures_ = nullptr;
    ResidentsChart* chart_ = nullptr;
    QWidget* chartPlace_ = nullptr;
    QTableWidget* residents_ = nullptr;
    DifferencePanel* difference_ = nullptr;
};

} // namespace wardmote::ui
