#pragma once
#include <QListWidget>

namespace wardmote::ui {

/// The list of pages at the left, in groups, each with the number that its page shows. Arrow keys move,
/// groups are passed over.
class Navigation : public QListWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(const QString& group, const QString& pageId, const QString& title, const QIcon& sign);
    /// Some titles hold the plan's own words.
    void setTitle(const QString& pageId, const QString& title);
    /// A negative number: none.
    void setBadge(const QString& pageId, int number, bool needsAttention);
    QString current() const;
    void setCurrent(const QString& pageId);
    void moveBy(int steps); ///< to the next or previous page, stopping at the ends
    QStringList pages() const;

    /// Above and below the letters of an entry: less in a low window, so that all pages stay in sight.
    int entrySpace() const { return entrySpace_; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& pageId);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QListWidgetItem* itemOf(const QString& pageId) const;
    void fitHeight();
    QString lastGroup_;
    int entrySpace_ = 12;
};

} // namespace wardmote::ui
