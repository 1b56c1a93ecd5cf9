#pragma once
#include <QAbstractTableModel>
#include <QStringList>

#include <functional>

namespace wardmote::ui {

/// Lines of words for a table of thousands: words are made when a line is looked at. Every cell has its words
/// as its tip, since they may be cut short.
class LinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Words = std::function<QString(int row, int column)>;
    /// `figures`: columns that stand at the right.
    LinesModel(QStringList headings, QList<int> figures, QObject* parent);
    void setLines(int count, Words words);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList headings_;
    QList<int> figures_;
    int count_ = 0;
    Words words_;
};

} // namespace wardmote::ui
