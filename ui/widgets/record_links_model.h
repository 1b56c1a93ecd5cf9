#pragma once
#include "core/plan/field.h"
#include "core/plan/value.h"

#include <QAbstractTableModel>

#include <functional>

namespace wardmote::ui {

class Session;

/// The rows of one list inside a record, as a table: a column for each cell of the link.
class LinksModel : public QAbstractTableModel {
    Q_OBJECT
public:
    LinksModel(Session& session, const plan::FieldInfo& field, QObject* parent);

    const plan::FieldInfo& field() const { return field_; }
    const plan::FieldInfo& cellField(int column) const;
    plan::Value cell(const QModelIndex& index) const;
    void setCell(const QModelIndex& index, plan::Value value);
    /// Kept in the order given; a key that is there already is left out.
    void append(plan::Link link);
    void removeRowsAt(std::vector<int> rows);
    void setLinks(plan::Links links);
    const plan::Links& links() const { return links_; }
    bool hasKey(const plan::Value& key) const;
    /// Names for records that the plan does not hold yet.
    void setNewName(plan::Id id, const QString& name) { newNames_[id] = name; }
    void setReadOnly(bool readOnly) { readOnly_ = readOnly; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    Session& session_;
    const plan::FieldInfo& field_;
    plan::Links links_;
    QHash<plan::Id, QString> newNames_;
    bool readOnly_ = false;
};

} // namespace wardmote::ui
