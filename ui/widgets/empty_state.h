#pragma once
#include "core/plan/record_kind.h"

#include <QString>
#include <QWidget>

class QLabel;
class QVBoxLayout;
class QPushButton;

namespace wardmote::ui {

/// What a page shows while it has nothing to show: what would be here and the next step, as a button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& title, const QString& explanation,
               QWidget* parent = nullptr);
    /// The first button is the primary one.
    QPushButton* addButton(const QString& text, const QString& objectName);
    /// The same for the way to another page: pageRequested() says which.
    QPushButton* addWay(const QString& text, const QString& objectName, const QString& pageId);
    /// The same for a list of such records to import: importRequested() says which.
    QPushButton* addImport(const QString& text, const QString& objectName, plan::RecordKind kind);
    void setTexts(const QString& title, const QString& explanation);

Q_SIGNALS:
    void pageRequested(const QString& pageId);
    void importRequested(wardmote::plan::RecordKind kind);

protected:
    void changeEvent(QEvent* event) override;

private:
    QString iconName_;
    QLabel* icon_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* explanation_ = nullptr;
    QVBoxLayout* buttons_ = nullptr;
    bool hasPrimary_ = false;
};

} // namespace wardmote::ui
