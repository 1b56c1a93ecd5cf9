#pragma once
#include <QPointer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace wardmote::ui {

class Page;
class Session;

/// Title and headline figures of the page in front, and the arrangement in force.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(Session& session, QWidget* parent = nullptr);
    void showPage(Page* page);

protected:
    /// A wheel that only passes over the chooser must not put another arrangement in force.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showFigures();
    void showArrangements();
    void putInForce(int index);

    Session& session_;
    QPointer<Page> page_;
    QLabel* title_ = nullptr;
    QWidget* figures_ = nullptr;
    QHBoxLayout* figureRow_ = nullptr;
    QWidget* chooser_ = nullptr;
    QComboBox* arrangements_ = nullptr;
};

} // namespace wardmote::ui
