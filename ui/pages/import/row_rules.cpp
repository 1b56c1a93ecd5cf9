#include "ui/pages/import/row_rules.h"

#include "core/text/lists.h"
#include "core/text/words.h"
#include "ui/pages/import/deliberate_choice.h"
#include "ui/pages/import/import_job.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

/// The first different words of a column, for a person to see what may be asked for.
QString exampleWords(const exchange::SheetSetup& sheet, const exchange::Table& table, std::size_t column) {
    std::vector<std::string> seen;
    const auto end = std::min(sheet.endRow, sheet.firstRow + 2'000);
    for (auto row = sheet.firstRow; row < end && seen.size() < 5; ++row) {
        auto words = text::tidied(table.text(row, column).substr(0, 60));
        if (!words.empty() && std::ranges::find(seen, words) == seen.end()) {
            seen.push_back(std::move(words));
        }
    }
    QStringList list;
    for (const auto& words : seen) {
        list << QString::fromStdString(words);
    }
    return list.join(QStringLiteral("; "));
}

bool hasDates(const exchange::SheetSetup& sheet) {
    return std::ranges::any_of(sheet.columns, [&](const exchange::ColumnMatching& column) {
        const auto* field = plan::findField(plan::recordInfo(sheet.kind), column.use);
        return column.use == exchange::column_uses::meetingDate ||
               (field && field->kind == plan::FieldKind::date);
    });
}

QLabel* labelFor(const QString& words, QWidget* control) {
    auto* label = new QLabel(words);
    label->setBuddy(control);
    return label;
}

} // namespace

RowRules::RowRules(ImportJob& job, std::size_t sheet, QWidget* parent)
    : QWidget(parent), job_(job), sheet_(sheet) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* grid = new QGridLayout;
    constantField_ = new QComboBox;
    setNames(*constantField_, QStringLiteral("import_constant_field"),
             tr("Field that is the same for every row"));
    constantField_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constantField_->setMinimumContentsLength(24);
    constantWords_ = new QLineEdit;
    setNames(*constantWords_, QStringLiteral("import_constant_words"), tr("What it is for every row"));
    auto* set = makeButton(tr("Se&t"), QStringLiteral("import_constant_add"));
    auto* constantIs = new QLabel(tr("is"));
    auto* constantLabel = labelFor(tr("For ever&y row"), constantField_);
    grid->addWidget(constantLabel, 0, 0);
    grid->addWidget(constantField_, 0, 1);
    grid->addWidget(constantIs, 0, 2);
    grid->addWidget(constantWords_, 0, 3);
    grid->addWidget(set, 0, 4);
    ofConstants_ = {constantLabel, constantField_, constantIs, constantWords_, set};

    filterColumn_ = new DeliberateChoice;
    setNames(*filterColumn_, QStringLiteral("import_filter_column"),
             tr("Column that says which rows are taken"));
    filterColumn_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    filterColumn_->setMinimumContentsLength(24);
    filterWords_ = new QLineEdit;
    setNames(*filterWords_, QStringLiteral("import_filter_words"), tr("Words of the rows that are taken"));
    grid->addWidget(labelFor(tr("Take &only rows where"), filterColumn_), 1, 0);
    grid->addWidget(filterColumn_, 1, 1);
    grid->addWidget(new QLabel(tr("is")), 1, 2);
    grid->addWidget(filterWords_, 1, 3);
    dates_ = new QWidget;
    auto* dates = new QHBoxLayout(dates_);
    dates->setContentsMargins(0, 0, 0, 0);
    dateOrder_ = new DeliberateChoice;
    setNames(*dateOrder_, QStringLiteral("import_date_order"), tr("Order of dates such as 5/4/2025"));
    dateOrder_->addItems({tr("5 April, day first"), tr("4 May, month first")});
    dates->addWidget(labelFor(tr("5/4/2025 &means"), dateOrder_));
    dates->addWidget(dateOrder_);
    grid->addWidget(dates_, 1, 4, 1, 2);
    grid->setColumnStretch(3, 1);
    layout->addLayout(grid);
    constants_ = new QVBoxLayout;
    constants_->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(constants_);

    connect(set, &QPushButton::clicked, this, &RowRules::takeConstant);
    connect(constantWords_, &QLineEdit::returnPressed, this, &RowRules::takeConstant);
    connect(filterColumn_, &QComboBox::activated, this, [this] {
        filterWords_->clear();
        takeFilter();
        showFilter();
    });
    connect(filterWords_, &QLineEdit::editingFinished, this, &RowRules::takeFilter);
    connect(dateOrder_, &QComboBox::activated, this, &RowRules::takeDateOrder);
    refresh();
}

const exchange::SheetSetup& RowRules::setup() const {
    return job_.setup().sheets[sheet_];
}

void RowRules::refresh() {
    const auto& sheet = setup();
    choices_ = exchange::columnChoices(sheet.form, sheet.kind);
    const auto chosen = constantField_->currentData();
    constantField_->clear();
    for (const auto& choice : choices_) {
        if (!choice.use.empty() && choice.use.front() != '@') {
            constantField_->addItem(QString::fromStdString(choice.label), QString::fromStdString(choice.use));
        }
    }
    // A list that comes from one service is what this is for most of the time.
    const int before = constantField_->findData(chosen);
    const int service = constantField_->findData(QStringLiteral("service"));
    constantField_->setCurrentIndex(std::max(0, before >= 0 ? before : service));
    constantWords_->setPlaceholderText(service >= 0 ? tr("for example Housing") : QString());
    for (auto* widget : ofConstants_) {
        widget->setVisible(constantField_->count() > 0);
    }
    const int filtered = sheet.filter ? static_cast<int>(sheet.filter->column) + 1
                         : filterColumn_->count() == static_cast<int>(sheet.columns.size()) + 1
                             ? filterColumn_->currentIndex()
                             : 0;
    filterColumn_->clear();
    filterColumn_->addItem(tr("(all rows)"));
    for (const auto& column : sheet.columns) {
        filterColumn_->addItem(QString::fromStdString(column.heading));
    }
    filterColumn_->setCurrentIndex(filtered);
    if (sheet.filter) {
        QStringList words;
        for (const auto& keep : sheet.filter->keep) {
            words << QString::fromStdString(keep);
        }
        filterWords_->setText(words.join(QStringLiteral("; ")));
    }
    dates_->setVisible(hasDates(sheet));
    dateOrder_->setCurrentIndex(sheet.dateOrder == text::DateOrder::monthFirst ? 1 : 0);
    showConstants();
    showFilter();
}

void RowRules::showConstants() {
    clearLayout(*constants_);
    int number = 0;
    for (const auto& constant : setup().constants) {
        const auto found = std::ranges::find(choices_, constant.use, &exchange::ColumnChoice::use);
        const auto label = QString::fromStdString(found == choices_.end() ? constant.use : found->label);
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(
            new QLabel(tr("%1 is “%2” for every row.").arg(label, QString::fromStdString(constant.words))));
        auto* remove =
            makeLinkButton(tr("Remove"), QStringLiteral("import_constant_remove_%1").arg(number++));
        remove->setAccessibleName(tr("Do not set %1 for every row").arg(label));
        connect(remove, &QPushButton::clicked, this, [this, use = constant.use] {
            auto changed = setup();
            std::erase_if(changed.constants,
                          [&](const exchange::ImportConstant& one) { return one.use == use; });
            job_.changeSheet(sheet_, std::move(changed));
        });
        row->addWidget(remove);
        row->addStretch();
        constants_->addWidget(line);
    }
}

void RowRules::showFilter() {
    const int column = filterColumn_->currentIndex() - 1;
    filterWords_->setEnabled(column >= 0);
    filterWords_->setPlaceholderText(column < 0 || !job_.contents()
                                         ? QString()
                                         : exampleWords(setup(), job_.contents()->tables[setup().table],
                                                        static_cast<std::size_t>(column)));
}

void RowRules::takeConstant() {
    auto changed = setup();
    const auto use = constantField_->currentData().toString().toStdString();
    const auto words = constantWords_->text().trimmed().toStdString();
    if (words.empty()) {
        return;
    }
    std::erase_if(changed.constants,
                  [&](const exchange::ImportConstant& constant) { return constant.use == use; });
    changed.constants.push_back({use, words});
    constantWords_->clear();
    job_.changeSheet(sheet_, std::move(changed));
}

void RowRules::takeFilter() {
    auto changed = setup();
    const int column = filterColumn_->currentIndex() - 1;
    auto keep = text::splitList(filterWords_->text().toStdString());
    if (column < 0 || keep.empty()) {
        changed.filter.reset();
    } else {
        changed.filter = exchange::RowFilter{static_cast<std::size_t>(column), std::move(keep)};
    }
    job_.changeSheet(sheet_, std::move(changed));
}

void RowRules::takeDateOrder() {
    auto changed = setup();
    changed.dateOrder =
        dateOrder_->currentIndex() == 1 ? text::DateOrder::monthFirst : text::DateOrder::dayFirst;
    job_.changeSheet(sheet_, std::move(changed));
}

} // namespace wardmote::ui
