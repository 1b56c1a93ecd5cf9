#pragma once
#include <QString>
#include <QStringList>

class QTableView;
class QTableWidget;
class QTableWidgetItem;

/// Tables of figures that are read and opened, not edited: one look, whole rows, Tab leaves them.
namespace wardmote::ui {

/// `rowLines`: how many lines of text a row has room for.
void dressTable(QTableView& table, const QString& objectName, const QString& accessibleName,
                int rowLines = 1);

/// With its columns; those after the first are as wide as they must be, the first takes the rest.
QTableWidget* makePlainTable(const QStringList& headings, const QString& objectName,
                             const QString& accessibleName);

/// A cell whose words are its tip as well, since they may be cut short. Figures stand at the right.
QTableWidgetItem* wordsItem(const QString& words);
QTableWidgetItem* figureItem(const QString& figure);

/// Lets cells be set without the columns being measured anew after each: a thousand rows would take seconds.
/// Once it goes, they are measured.
class QuietFill {
public:
    explicit QuietFill(QTableWidget& table);
    ~QuietFill();
    QuietFill(const QuietFill&) = delete;
    QuietFill& operator=(const QuietFill&) = delete;

private:
    QTableWidget& table_;
    bool wasQuiet_;
};

/// As high as its rows, but for no more of them than this.
void fitRows(QTableView& table, int most);

} // namespace wardmote::ui
