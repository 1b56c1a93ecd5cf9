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

    /// Title and chooser: figures give way when the window grows narrow.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFigures();
    /// Where room is short the caption goes first, then figures from the right; never part of a word.
    void fit();
    void showArrangements();
    void showChooser();
    void putInForce(int index);

    Session& session_;
    QPointer<Page> page_;
    QLabel* title_ = nullptr;
    QWidget* figures_ = nullptr;
    QHBoxLayout* figureRow_ = nullptr;
    QWidget* chooser_ = nullptr;
    QLabel* caption_ = nullptr;
    QComboBox* arrangements_ = nullptr;
};

} // namespace wardmote::ui
