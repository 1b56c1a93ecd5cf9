#pragma once
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace wardmote::ui {

/// The line above a table: the filter, how many rows match it, the page's own tools at its right, and, while
/// only some records are shown, why, with a way back.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(const QString& what, QWidget* parent = nullptr);

    QLineEdit& filter() { return *filter_; }
    void setCounts(const QString& text);
    /// At the right end, and next in the Tab order.
    void addTool(QWidget* tool);
    /// Tab comes from this control to the filter and on to the tools; returns the last of them.
    QWidget& putInTabOrderAfter(QWidget& before);
    /// Empty: nothing is left out.
    void setOnly(const QString& because);

Q_SIGNALS:
    void filterChanged(const QString& words);
    void showAllRequested();
    void leftDownwards(); ///< Down or Enter in the filter: on to the rows

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* filter_ = nullptr;
    QLabel* counts_ = nullptr;
    QHBoxLayout* tools_ = nullptr;
    QList<QWidget*> stops_; ///< of Tab
    QWidget* only_ = nullptr;
    QLabel* because_ = nullptr;
};

} // namespace wardmote::ui
