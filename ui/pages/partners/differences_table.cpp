#include "ui/pages/partners/differences_table.h"

#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace wardmote::ui {
namespace {

QString changedWords(exchange::ChangedBy by) {
    switch (by) {
    case exchange::ChangedBy::her:
        return DifferencesTable::tr("them");
    case exchange::ChangedBy::us:
        return DifferencesTable::tr("us");
    case exchange::ChangedBy::both:
        return DifferencesTable::tr("both");
    case exchange::ChangedBy::unknown:
        break;
    }
    return DifferencesTable::tr("not known");
}

QString wordsOrBlank(const std::string& words) {
    return words.empty() ? DifferencesTable::tr("blank") : qtext(words);
}

} // namespace

DifferencesTable::DifferencesTable(QWidget* parent) : QTableWidget(0, columnsInAll, parent) {
    dressTable(*this, QStringLiteral("partnerDifferences"), tr("Differences between the plan and the list"),
               2);
    setHorizontalHeaderLabels({tr("Take"), tr("Mechanism"), tr("Field"), tr("Ours"), tr("Theirs"),
                               tr("Last time"), tr("Changed by")});
    horizontalHeaderItem(takeColumn)->setToolTip(tr("Ticked: theirs is taken. Not ticked: ours stays."));
    auto& header = *horizontalHeader();
    header.setSectionResizeMode(QHeaderView::Stretch);
    header.setSectionResizeMode(takeColumn, QHeaderView::ResizeToContents);
    header.setSectionResizeMode(fieldColumn, QHeaderView::ResizeToContents);
    header.setSectionResizeMode(changedByColumn, QHeaderView::ResizeToContents);
    connect(this, &QTableWidget::itemChanged, this, &DifferencesTable::choiceChanged);
    connect(this, &QTableWidget::cellActivated, this, [this](int row, int) {
        auto* tick = item(row, takeColumn);
        if (tick->flags().testFlag(Qt::ItemIsUserCheckable)) {
            tick->setCheckState(tick->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        }
    });
}

void DifferencesTable::setReturn(const exchange::PartnerReturn& back) {
    const QSignalBlocker quiet(this);
    setRowCount(0);
    lines_.clear();
    const auto usual = exchange::takeHers(back);
    for (const auto& row : back.rows) {
        if (row.isNew) {
            QStringList said;
            for (const auto& field : row.fields) {
                said << tr("%1: %2").arg(qtext(field.field->label), qtext(field.hers));
            }
            add({row.mechanism, {}, true},
                {qtext(row.name),
                 tr("New mechanism"),
                 tr("not in the plan"),
                 said.join(QStringLiteral("; ")),
                 {},
                 {}},
                true);
            continue;
        }
        for (const auto& each : row.fields) {
            const auto key = std::string(each.field->key);
            auto theirs = wordsOrBlank(each.hers);
            if (!each.problem.empty()) {
                theirs += QStringLiteral(" ⚠ ") + qtext(each.problem);
            }
            add({row.mechanism, key, each.problem.empty()},
                {qtext(row.name), qtext(each.field->label), wordsOrBlank(each.ours), theirs,
                 each.last ? wordsOrBlank(*each.last) : tr("no list yet"), changedWords(each.changedBy)},
                usual.fields.contains({row.mechanism, key}));
        }
    }
    Q_EMIT choiceChanged();
}

void DifferencesTable::add(const Line& line, const QStringList& words, bool ticked) {
    const int row = rowCount();
    insertRow(row);
    lines_.push_back(line);
    auto* tick = new QTableWidgetItem;
    tick->setFlags(line.canBeTaken ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                   : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (line.canBeTaken) {
        tick->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    const auto said = tr("Take theirs: %1, %2").arg(words[0], words[1]);
    tick->setData(Qt::AccessibleTextRole, said);
    tick->setToolTip(line.canBeTaken ? said : tr("This can't be taken as it is written."));
    setItem(row, takeColumn, tick);
    for (int column = 0; column < words.size(); ++column) {
        setItem(row, column + 1, wordsItem(words[column]));
    }
}

exchange::ReturnChoice DifferencesTable::choice() const {
    exchange::ReturnChoice choice;
    for (int row = 0; row < rowCount(); ++row) {
        const auto& line = lines_[static_cast<std::size_t>(row)];
        if (!line.canBeTaken || item(row, takeColumn)->checkState() != Qt::Checked) {
            continue;
        }
        if (line.key.empty()) {
            choice.newRows.insert(line.mechanism);
        } else {
            choice.fields.emplace(line.mechanism, line.key);
        }
    }
    return choice;
}

void DifferencesTable::takeAll(bool theirs) {
    const QSignalBlocker quiet(this);
    for (int row = 0; row < rowCount(); ++row) {
        if (lines_[static_cast<std::size_t>(row)].canBeTaken) {
            item(row, takeColumn)->setCheckState(theirs ? Qt::Checked : Qt::Unchecked);
        }
    }
    viewport()->update();
    Q_EMIT choiceChanged();
}

} // namespace wardmote::ui
