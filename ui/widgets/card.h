#pragma once
#include <QFrame>
#include <QString>

class QLabel;
class QVBoxLayout;

namespace wardmote::ui {

/// A titled box on a page: heading, content below.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title, QWidget* parent = nullptr);
    QVBoxLayout& content() const { return *content_; }
    void setTitle(const QString& title);
    /// A chart with the table that says all it shows, one of them at a time, and a button that changes
    /// between them. `objectName` is the button's.
    void addChart(const QString& title, const QString& objectName, QWidget* chart, QWidget* table);

private:
    QLabel* title_ = nullptr;
    QVBoxLayout* content_ = nullptr;
};

} // namespace wardmote::ui
