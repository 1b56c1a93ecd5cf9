#pragma once
#include <QDialog>
#include <QStringList>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace wardmote::ui {

class FilteredTicks;

/// Some of many: a list to tick, filtered as one types.
class SeveralChoiceDialog : public QDialog {
    Q_OBJECT
public:
    /// `ticked` are places in `options`; the list keeps the order of `options`.
    SeveralChoiceDialog(const QString& title, const QString& question, const QStringList& options,
                        const std::vector<int>& ticked, QWidget* parent = nullptr);
    std::vector<int> chosen() const; ///< places in the options, ascending

private:
    void filter(const QString& words);
    void count();

    QLineEdit* filter_ = nullptr;
    QListWidget* options_ = nullptr;
    QLabel* count_ = nullptr;
    FilteredTicks* ticks_ = nullptr;
};

} // namespace wardmote::ui
