#pragma once
#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace wardmote::ui {

/// A line under the menus for what the person must know but need not answer: a plan in use by someone else, a
/// backup made, an edit that failed. Stays until it is put away.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);
    /// Adds to what is shown; the same message twice is shown once. An empty action: no button.
    void tell(const QString& message, const QString& action = {}, std::function<void()> act = {});
    void clear();
    QString message() const { return messages_.join(u'\n'); }

private:
    QStringList messages_;
    std::function<void()> act_;
    QLabel* text_ = nullptr;
    QPushButton* action_ = nullptr;
};

} // namespace wardmote::ui
