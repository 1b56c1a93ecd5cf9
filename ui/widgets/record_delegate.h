#pragma once
#include "core/plan/change.h"

#include <QStyledItemDelegate>

#include <functional>

namespace wardmote::ui {

class Session;

/// Edits cells in place with the editor of their field's kind and draws "not recorded" dimly, the rows of the
/// selection on a soft ground. What the cells hold and who takes an edit is given by the owner's model.
class FieldDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    struct Cells {
        std::function<const plan::FieldInfo*(const QModelIndex&)> field; ///< null: not editable
        std::function<plan::Value(const QModelIndex&)> value;
        std::function<void(const QModelIndex&, const plan::Value&, const plan::Changes& also)> take;
        std::function<void(const QString& why)> refuse;
        std::function<bool(int row)> isChosen; ///< its row belongs to the selection; may be empty
        std::function<bool(int row)> isHeading;
    };
    FieldDelegate(Session& session, Cells cells, QObject* parent);

    /// The next editor starts with this text (the key that opened it).
    void startWith(const QString& typed) { typed_ = typed; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool key(QWidget* editor, int key, Qt::KeyboardModifiers modifiers);
    Session& session_;
    Cells cells_;
    mutable QString typed_;
};

} // namespace wardmote::ui
