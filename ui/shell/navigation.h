#pragma once
#include <QListWidget>

namespace wardmote::ui {

/// The list of pages at the left, in groups, each with the number that its page shows. A group folds at a
/// click on its name or, with the keyboard there, by Left and Right, Enter or Space; the page in front is
/// always in sight.
class Navigation : public QListWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(const QString& group, const QString& pageId, const QString& title, const QIcon& sign);
    /// Some titles hold the plan's own words.
    void setTitle(const QString& pageId, const QString& title);
    /// A negative number: none.
    void setBadge(const QString& pageId, int number, bool needsAttention);
    QString current() const { return page_; }
    void setCurrent(const QString& pageId);
    QStringList folded() const; ///< the groups whose pages are not shown
    void setFolded(const QStringList& groups);
    void moveBy(int steps); ///< to the next or previous page, stopping at the ends
    QStringList pages() const;

    /// Above and below the letters of an entry: less in a low window, so that all pages stay in sight.
    int entrySpace() const { return entrySpace_; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& pageId);
    void foldedChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QListWidgetItem* itemOf(const QString& pageId) const;
    QListWidgetItem* headingOf(const QListWidgetItem& entry) const;
    void fold(QListWidgetItem& heading, bool folded);
    void foldByHand(QListWidgetItem& heading, bool folded);
    void nameHeading(QListWidgetItem& heading);
    void fitHeight();
    QString lastGroup_;
    QString page_; ///< in front; the keyboard may be on a group's name
    int entrySpace_ = 12;
};

} // namespace wardmote::ui
