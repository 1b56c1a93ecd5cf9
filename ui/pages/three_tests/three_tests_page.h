#pragma once
#include "core/analysis/three_tests.h"
#include "ui/widgets/analysis_page.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QStackedLayout;
class QTableWidget;

namespace wardmote::charts {
class BarsView;
}

namespace wardmote::ui {

class Card;
class EmptyState;
class FilterBar;
class TestsPanel;

/// The three tests of Connecting Communities for every mechanism, those that fail two or more first: what
/// people answered, beside what the plan says that bears on it. Y, P and N answer the test whose cell is
/// chosen, Delete takes the answer back; each is one edit.
class ThreeTestsPage : public AnalysisPage {
    Q_OBJECT
public:
    ThreeTestsPage(Session& session, QWidget* parent = nullptr);
    ~ThreeTestsPage() override;

    QString pageId() const override { return QStringLiteral("threeTests"); }
    QString title() const override { return tr("Three tests"); }
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override; ///< mechanisms that fail two or more
    bool badgeNeedsAttention() const override { return true; }
    QWidget* inspector() override;
    void activated() override;

protected:
    void ask() override;
    QString refusal(const QString& why) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Answer {
        plan::PlanRef plan;
        analysis::ThreeTests tests;
    };
    void makeEmptyState();
    void makeList(QBoxLayout& column);
    void makeCharts(QBoxLayout& column);
    void addChart(QBoxLayout& row, const QString& title, const QString& name, charts::BarsView*& chart,
                  QTableWidget*& table, const QStringList& headings);
    void present(Answer answer);
    void showList();
    void keepOrder();
    void fillList();
    void showByTest();
    void showByService();
    void choose();
    void answerCell(std::optional<plan::TestAnswer> answer);
    void setAnswer(analysis::Test test, std::optional<plan::TestAnswer> answer);
    const analysis::MechanismTests* chosen() const;

    std::shared_ptr<const Answer> answer_;
    std::vector<std::size_t> shown_; ///< places in the answer's mechanisms, by row
    std::vector<std::size_t> byRow_; ///< places in the answer's mechanisms in the order kept, unfiltered
    std::vector<plan::Id> order_;    ///< of the list as it was first seen; empty: as the analysis gives it
    plan::Id chosen_ = 0;
    QStackedLayout* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    FilterBar* bar_ = nullptr;
    QComboBox* which_ = nullptr;
    QTableWidget* list_ = nullptr;
    QWidget* charts_ = nullptr;
    charts::BarsView* byTest_ = nullptr;
    QTableWidget* byTestTable_ = nullptr;
    charts::BarsView* byService_ = nullptr;
    QTableWidget* byServiceTable_ = nullptr;
    QPointer<TestsPanel> panel_;
};

} // namespace wardmote::ui
