#include "ui/session/session.h"
#include "ui/widgets/chooser_list.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_delegate.h"
#include "ui/widgets/record_dialog.h"
#include "ui/widgets/record_editors.h"
#include "ui/widgets/record_edits.h"
#include "ui/widgets/record_links_model.h"
#include "ui/widgets/style.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace wardmote::ui {
namespace {

/// Fixed so that a long list scrolls inside the form instead of stretching it.
constexpr int mostRowsShown = 8;

} // namespace

LinksEditor::LinksEditor(Session& session, const plan::FieldInfo& field, EditorPlace place, QWidget* parent)
    : FieldEditor(session, field, parent), grows_(place == EditorPlace::dialog),
      model_(new LinksModel(session, field, this)), view_(new QTableView(this)),
      wrong_(makeParagraph({}, TextRole::body, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setNames(*view_, qtext(field.key), headingOf(field));
    view_->setModel(model_);
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    view_->setTabKeyNavigation(false);
    view_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    view_->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    if (grows_) {
        view_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    } else {
        view_->setColumnWidth(0, model_->columnCount() > 2 ? 130 : 100);
        view_->horizontalHeader()->setStretchLastSection(true);
    }
    view_->setToolTip(qtext(field.rules.help));
    FieldDelegate::Cells cells;
    cells.field = [this](const QModelIndex& at) { return &model_->cellField(at.column()); };
    cells.value = [this](const QModelIndex& at) { return model_->cell(at); };
    cells.take = [this](const QModelIndex& at, const plan::Value& value, const plan::Changes& also) {
        made_.append(also);
        for (const auto& change : also.list()) {
            model_->setNewName(change.id, qtext(std::get<std::string>(change.fields.front().value)));
        }
        wrong_->hide();
        model_->setCell(at, value);
    };
    cells.refuse = [this](const QString& why) {
        wrong_->setText(why);
        wrong_->show();
    };
    view_->setItemDelegate(new FieldDelegate(session, cells, view_));
    add_ = makeButton(tr("Add…"), qtext(field.key) + QStringLiteral("Add"), this);
    add_->setAccessibleName(tr("Add to %1").arg(headingOf(field)));
    remove_ = makeButton(tr("Remove"), qtext(field.key) + QStringLiteral("Remove"), this);
    remove_->setAccessibleName(tr("Remove from %1").arg(headingOf(field)));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add_);
    buttons->addWidget(remove_);
    buttons->addWidget(wrong_, 1);
    buttons->addStretch();
    wrong_->hide();
    column->addWidget(view_, 1);
    column->addLayout(buttons);
    setFocusProxy(view_);
    connect(add_, &QPushButton::clicked, this, &LinksEditor::add);
    connect(remove_, &QPushButton::clicked, this, &LinksEditor::remove);
    auto* erase = new QShortcut(QKeySequence::Delete, view_);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &LinksEditor::remove);
    connect(model_, &LinksModel::edited, this, [this] {
        fitHeight();
        markModified();
        commit();
    });
    fitHeight();
}

void LinksEditor::fitHeight() {
    const int rows = std::clamp(model_->rowCount(), 1, mostRowsShown);
    const int frame = 2 * view_->frameWidth() + 2;
    const int height = view_->horizontalHeader()->sizeHint().height() + frame +
                       view_->horizontalScrollBar()->sizeHint().height() +
                       rows * view_->verticalHeader()->defaultSectionSize();
    view_->setMinimumHeight(height);
    view_->setMaximumHeight(grows_ ? QWIDGETSIZE_MAX : height);
    remove_->setEnabled(add_->isEnabled() && model_->rowCount() > 0);
    // Cells without a word (a dash) still need room for their heading.
    for (int c = 1; c < model_->columnCount(); ++c) {
        view_->resizeColumnToContents(c);
        view_->setColumnWidth(
            c, std::clamp(view_->columnWidth(c) + 8, view_->horizontalHeader()->sectionSizeHint(c), 170));
    }
}

void LinksEditor::setValue(const plan::Value& value) {
    const auto* links = std::get_if<plan::Links>(&value);
    model_->setLinks(links ? *links : plan::Links{});
    made_ = {};
    wrong_->hide();
    fitHeight();
    clearModified();
}

Result<plan::Value> LinksEditor::value() const {
    auto links = model_->links();
    plan::detail::sortByKey(links);
    return links.empty() ? plan::Value{} : plan::Value{std::move(links)};
}

void LinksEditor::add() {
    const auto& key = field().linkFields.front();
    if (key.kind == plan::FieldKind::reference) {
        auto* dialog = new QDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("chooserDialog"));
        dialog->setWindowTitle(headingOf(field()));
        auto* column = new QVBoxLayout(dialog);
        auto* list = new ChooserList(session(), key.target, dialog);
        auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
        auto* take = box->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
        makePrimary(*take);
        setNames(*take, QStringLiteral("accept"), tr("Add"));
        setNames(*box->button(QDialogButtonBox::Cancel), QStringLiteral("cancel"), tr("Cancel"));
        column->addWidget(list);
        column->addWidget(box);
        connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
        connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
        connect(dialog, &QDialog::accepted, this, [this, list] {
            const auto made = list->alsoNeeded();
            made_.append(made);
            for (const auto& change : made.list()) {
                model_->setNewName(change.id, qtext(std::get<std::string>(change.fields.front().value)));
            }
            addChosen(list->chosen());
        });
        dialog->resize(420, 460);
        list->filter().setFocus();
        dialog->open();
        return;
    }
    if (key.kind == plan::FieldKind::choice) {
        for (const auto& choice : key.choices) {
            const plan::Value value{std::string(choice.key)};
            if (!model_->hasKey(value)) {
                model_->append({{value}});
                break;
            }
        }
    } else {
        model_->append({{plan::Value{tr("New").toStdString()}}});
    }
    view_->setCurrentIndex(model_->index(model_->rowCount() - 1, 0));
    view_->setFocus();
    fitHeight();
    Q_EMIT model_->edited();
}

void LinksEditor::addChosen(const std::vector<plan::Id>& ids) {
    for (const auto id : ids) {
        model_->append({{plan::Value{id}}});
    }
    Q_EMIT model_->edited();
}

void LinksEditor::remove() {
    std::set<int> rows;
    for (const auto& index : view_->selectionModel()->selectedIndexes()) {
        rows.insert(index.row());
    }
    if (rows.empty() && view_->currentIndex().isValid()) {
        rows.insert(view_->currentIndex().row());
    }
    if (!rows.empty()) {
        model_->removeRowsAt({rows.begin(), rows.end()});
    }
}

QWidget* LinksEditor::focusTarget() {
    return view_;
}

void LinksEditor::setReadOnly(bool readOnly) {
    model_->setReadOnly(readOnly);
    add_->setEnabled(!readOnly);
    remove_->setEnabled(!readOnly && model_->rowCount() > 0);
}

} // namespace wardmote::ui
