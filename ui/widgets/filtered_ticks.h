#pragma once
#include <QObject>

class QLineEdit;
class QListWidget;

namespace wardmote::ui {

/// The look and the keys of a list to tick with a filter above it, the same wherever one stands: Down and Up
/// in the filter go on to the list; Enter ticks, or unticks, the entry that the words have found and clears
/// them, so that several can be typed one after another; Enter without words is left to the dialog.
class FilteredTicks : public QObject {
    Q_OBJECT
public:
    /// Both must live as long as this does.
    FilteredTicks(QLineEdit& filter, QListWidget& list, QObject* parent);
    /// After entries were hidden or shown: the first one shown becomes current unless the current one still
    /// is.
    void keepCurrentShown();

Q_SIGNALS:
    void nothingFound(); ///< Enter with words that no entry has

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit& filter_;
    QListWidget& list_;
};

} // namespace wardmote::ui
