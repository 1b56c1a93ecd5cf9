#include "ui/widgets/record_merge_dialog.h"

#include "core/plan/wording.h"
#include "core/recurrence/rule.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using analysis::MergeTake;

/// A button's text does not wrap by itself; what is longer than this is in its tip.
QString wrapped(const QString& text) {
    constexpr int width = 34;
    constexpr int most = 6;
    QStringList lines{QString()};
    for (const auto& word : text.simplified().split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + word.size() > width) {
            if (lines.size() == most) {
                lines.last() += QStringLiteral(" …");
                break;
            }
            lines << QString();
        }
        lines.last() += (lines.last().isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines.join(u'\n').replace(u'&', QStringLiteral("&&"));
}

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = makeParagraph(text, TextRole::section, parent);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

RecordMergeDialog::RecordMergeDialog(Session& session, plan::RecordKind kind, plan::Id a, plan::Id b,
                                     QWidget* parent)
    : QDialog(parent), session_(session), plan_(session.plan()),
      pair_(analysis::mergePair(*plan_, kind, a, b)) {
    setObjectName(QStringLiteral("recordMergeDialog"));
    setWindowTitle(tr("Make one record of two"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeParagraph(
        tr("The record on the left, of which more is recorded, stays. Everything in the plan that leads to "
           "the other will lead to it, and the other’s name is kept among its other names. This is one "
           "edit; Undo brings both back."),
        TextRole::body, this));
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("mergeScroll"), tr("What differs between the two"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeChoices());
    column->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* merge = buttons->addButton(tr("&Merge into one"), QDialogButtonBox::AcceptRole);
    makePrimary(*merge);
    setNames(*merge, QStringLiteral("mergeAccept"), tr("Merge into one"));
    merge->setEnabled(session.isWritable());
    auto* cancel = buttons->button(QDialogButtonBox::Cancel);
    setNames(*cancel, QStringLiteral("mergeCancel"), tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(860, 600);
}

QString RecordMergeDialog::nameOf(plan::Id id) const {
    return qtext(plan::nameOf(*plan_, pair_.kind, id));
}

QString RecordMergeDialog::words(const analysis::MergeField& field, const plan::Value& value) const {
    if (const auto* rule = std::get_if<std::string>(&value);
        rule && field.field->kind == plan::FieldKind::recurrence) {
        return qtext(recurrence::inWords({*rule}));
    }
    return qtext(plan::inWords(*plan_, *field.field, value));
}

QWidget* RecordMergeDialog::makeChoices() {
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    grid->addWidget(heading(tr("Stays: %1").arg(nameOf(pair_.stays)), content), 0, 1);
    grid->addWidget(heading(tr("Goes: %1").arg(nameOf(pair_.goes)), content), 0, 2);
    int row = 1;
    for (std::size_t field = 0; field < pair_.fields.size(); ++field) {
        if (pair_.fields[field].differs()) {
            addChoice(*grid, row++, field);
        }
    }
    const auto others = takenWithoutAsking();
    if (!others.isEmpty()) {
        grid->addWidget(makeParagraph(tr("Taken from the only one that records it: %1.").arg(others),
                                      TextRole::caption, content),
                        row++, 0, 1, 4);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(row, 1);
    return content;
}

void RecordMergeDialog::addChoice(QGridLayout& grid, int row, std::size_t at) {
    auto& field = pair_.fields[at];
    auto* parent = grid.parentWidget();
    const auto label = qtext(field.field->label);
    grid.addWidget(heading(label, parent), row, 0);
    auto* group = new QButtonGroup(this);
    const auto add = [&](MergeTake take, const QString& text, const QString& suffix, int column) {
        auto* button = new QRadioButton(wrapped(text), parent);
        setNames(*button, qtext(field.field->key) + suffix, tr("%1: %2").arg(label, text));
        button->setToolTip(text);
        button->setChecked(field.take == take);
        group->addButton(button, static_cast<int>(take));
        grid.addWidget(button, row, column, Qt::AlignTop | Qt::AlignLeft);
    };
    add(MergeTake::first, words(field, field.first), QStringLiteral("First"), 1);
    add(MergeTake::second, words(field, field.second), QStringLiteral("Second"), 2);
    if (field.canJoin()) {
        add(MergeTake::both, tr("Both, joined"), QStringLiteral("Both"), 3);
    }
    connect(group, &QButtonGroup::idToggled, this, [this, at](int take, bool on) {
        if (on) {
            pair_.fields[at].take = static_cast<MergeTake>(take);
        }
    });
}

QString RecordMergeDialog::takenWithoutAsking() const {
    QStringList labels;
    for (const auto& field : pair_.fields) {
        if (!plan::isRecorded(field.first) && plan::isRecorded(field.second) && !field.field->rules.hidden) {
            labels << qtext(field.field->label);
        }
    }
    return labels.join(QStringLiteral(", "));
}

void RecordMergeDialog::accept() {
    session_.perform(tr("Merge %1 into %2").arg(nameOf(pair_.goes), nameOf(pair_.stays)),
                     [chosen = pair_](const plan::Plan& plan) -> plan::Changes {
                         if (!plan.contains(chosen.kind, chosen.stays) ||
                             !plan.contains(chosen.kind, chosen.goes)) {
                             return {};
                         }
                         return analysis::mergedRecords(plan, chosen);
                     });
    QDialog::accept();
}

QPushButton* makeMergeButton(Session& session, RecordTable& table, plan::RecordKind kind, QWidget* parent) {
    auto* button = makeButton(RecordMergeDialog::tr("Merge two…"), QStringLiteral("mergeTwo"), parent);
    button->setToolTip(RecordMergeDialog::tr(
        "Choose two rows that are one thing recorded twice to make one record of them."));
    const auto enable = [&session, &table, button] {
        button->setEnabled(session.isWritable() && table.selectedIds().size() == 2);
    };
    QObject::connect(&session.selection(), &Selection::changed, button, enable);
    QObject::connect(&session, &Session::planChanged, button, enable);
    QObject::connect(button, &QPushButton::clicked, parent, [&session, &table, kind, parent] {
        const auto ids = table.selectedIds();
        if (ids.size() != 2) {
            return;
        }
        auto* dialog = new RecordMergeDialog(session, kind, ids[0], ids[1], parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, &table,
                         [&table, dialog] { table.reveal(dialog->stays()); });
        dialog->open();
    });
    enable();
    return button;
}

} // namespace wardmote::ui
