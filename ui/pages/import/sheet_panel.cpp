#include "ui/pages/import/sheet_panel.h"

#include "ui/pages/import/deliberate_choice.h"
#include "ui/pages/import/import_job.h"
#include "ui/pages/import/row_rules.h"
#include "ui/pages/import/sheet_preview.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

using exchange::ImportForm;
using plan::RecordKind;

/// What a list can be, as the person is asked; kinds only count for records.
struct Choice {
    ImportForm form;
    RecordKind kind;
};

const std::vector<Choice>& kindsOfList() {
    static const std::vector<Choice> all = [] {
        std::vector<Choice> choices;
        for (const auto kind : {RecordKind::mechanism, RecordKind::area, RecordKind::organisation}) {
            choices.push_back({ImportForm::records, kind});
        }
        choices.push_back({ImportForm::datedMeetings, RecordKind::mechanism});
        choices.push_back({ImportForm::clusterAreas, RecordKind::cluster});
        choices.push_back({ImportForm::footprints, RecordKind::footprint});
        choices.push_back({ImportForm::relations, RecordKind::mechanism});
        for (const auto& info : plan::allRecordInfos()) {
            const bool listed = std::ranges::any_of(choices, [&](const Choice& choice) {
                return choice.form == ImportForm::records && choice.kind == info.kind;
            });
            if (!listed && info.kind != RecordKind::importMatching) {
                choices.push_back({ImportForm::records, info.kind});
            }
        }
        choices.push_back({ImportForm::skip, RecordKind::mechanism});
        return choices;
    }();
    return all;
}

QString wordsFor(const Choice& choice) {
    switch (choice.form) {
    case ImportForm::skip:
        return SheetPanel::tr("Nothing: leave this sheet out");
    case ImportForm::datedMeetings:
        return SheetPanel::tr("A dated meeting; those of one name become a mechanism");
    case ImportForm::clusterAreas:
        return SheetPanel::tr("An area with the cluster it is in");
    case ImportForm::footprints:
        return SheetPanel::tr("A footprint with its boundary, or an area with its footprint");
    case ImportForm::relations:
        return SheetPanel::tr("How two mechanisms relate");
    case ImportForm::records:
        break;
    }
    return capitalised(qtext(plan::recordInfo(choice.kind).singular));
}

QString wordsFor(exchange::MatchedBy by) {
    switch (by) {
    case exchange::MatchedBy::nothing:
        return SheetPanel::tr("not matched");
    case exchange::MatchedBy::key:
    case exchange::MatchedBy::label:
        return SheetPanel::tr("same name");
    case exchange::MatchedBy::alias:
        return SheetPanel::tr("known name");
    case exchange::MatchedBy::likeness:
        return SheetPanel::tr("similar name");
    case exchange::MatchedBy::pattern:
        return SheetPanel::tr("ONS heading");
    case exchange::MatchedBy::remembered:
        return SheetPanel::tr("as last time");
    case exchange::MatchedBy::person:
        return SheetPanel::tr("your choice");
    }
    return {};
}

} // namespace

SheetPanel::SheetPanel(ImportJob& job, std::size_t sheet, QWidget* parent)
    : QWidget(parent), job_(job), sheet_(sheet) {
    auto* layout = new QVBoxLayout(this);
    auto* top = new QHBoxLayout;
    const auto addLabelled = [&](const QString& words, QWidget* control) {
        auto* label = new QLabel(words);
        label->setBuddy(control);
        top->addWidget(label);
        top->addWidget(control);
    };
    kind_ = new DeliberateChoice;
    setNames(*kind_, QStringLiteral("import_kind"), tr("What each row is"));
    for (const auto& choice : kindsOfList()) {
        kind_->addItem(wordsFor(choice));
    }
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setMinimumContentsLength(30);
    addLabelled(tr("Each &row is"), kind_);
    header_ = new QSpinBox;
    setNames(*header_, QStringLiteral("import_header_row"), tr("Row with the headings"));
    header_->setMinimum(0);
    header_->setSpecialValueText(tr("none"));
    header_->setKeyboardTracking(false);
    addLabelled(tr("He&adings in row"), header_);
    source_ = new QLineEdit;
    setNames(*source_, QStringLiteral("import_source"), tr("Name of this list"));
    source_->setToolTip(tr("The next list of this name finds its rows again by their ids."));
    addLabelled(tr("&List is called"), source_);
    layout->addLayout(top);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    preview_ = new SheetPreview(QStringLiteral("import_preview"),
                                tr("First rows of the sheet; Enter says that the headings are in this row"));
    preview_->setToolTip(tr("Double-click the row with the headings if another was taken for it."));
    splitter->addWidget(preview_);
    columns_ = new QTableWidget(0, 4);
    setNames(*columns_, QStringLiteral("import_columns"), tr("Columns of the file and what they mean"));
    columns_->setHorizontalHeaderLabels({tr("Column"), tr("For example"), tr("Means"), tr("Found by")});
    columns_->verticalHeader()->hide();
    columns_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    columns_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    columns_->horizontalHeader()->resizeSection(2, 240);
    columns_->setSelectionMode(QAbstractItemView::NoSelection);
    columns_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    columns_->setTabKeyNavigation(false);
    splitter->addWidget(columns_);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    layout->addWidget(splitter, 1);

    rules_ = new RowRules(job_, sheet_);
    layout->addWidget(rules_);
    warnings_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(warnings_);

    connect(kind_, &QComboBox::activated, this, &SheetPanel::takeKind);
    connect(header_, &QSpinBox::valueChanged, this, &SheetPanel::takeHeaderNumber);
    connect(preview_, &SheetPreview::headingsChosen, this,
            [this](int row) { takeHeader(static_cast<std::size_t>(row)); });
    connect(source_, &QLineEdit::editingFinished, this, [this] {
        auto changed = setup();
        changed.source = source_->text().trimmed().toStdString();
        job_.changeSheet(sheet_, std::move(changed));
    });
    refresh();
}

const exchange::SheetSetup& SheetPanel::setup() const {
    return job_.setup().sheets[sheet_];
}

const exchange::Table* SheetPanel::tableOf() const {
    return job_.contents() ? &job_.contents()->tables[setup().table] : nullptr;
}

void SheetPanel::refresh() {
    const auto& sheet = setup();
    for (int i = 0; i < kind_->count(); ++i) {
        const auto& choice = kindsOfList()[static_cast<std::size_t>(i)];
        if (choice.form == sheet.form && (choice.form != ImportForm::records || choice.kind == sheet.kind)) {
            kind_->setCurrentIndex(i);
        }
    }
    {
        const QSignalBlocker quiet(header_);
        const auto* table = tableOf();
        header_->setMaximum(
            table && table->rowCount() > 0 ? static_cast<int>(table->rowNumber(table->rowCount() - 1)) : 1);
        header_->setValue(table && sheet.headerRow ? static_cast<int>(table->rowNumber(*sheet.headerRow))
                                                   : 0);
    }
    if (const auto* table = tableOf()) {
        preview_->showRows(*table, sheet.headerRow);
    }
    source_->setText(QString::fromStdString(sheet.source));
    choices_ = exchange::columnChoices(sheet.form, sheet.kind);

    const int scrolled =
        columns_->rowCount() == static_cast<int>(sheet.columns.size()) ? columns_->currentRow() : 0;
    columns_->setRowCount(static_cast<int>(sheet.columns.size()));
    for (int row = 0; row < columns_->rowCount(); ++row) {
        addColumnRow(row, sheet.columns[static_cast<std::size_t>(row)]);
    }
    columns_->setCurrentCell(scrolled, 2);

    rules_->refresh();
    QStringList lines;
    for (const auto& warning : sheet.warnings) {
        lines << QString::fromStdString(warning.message);
    }
    warnings_->setText(lines.join(u'\n'));
    warnings_->setVisible(!lines.isEmpty());
}

void SheetPanel::addColumnRow(int row, const exchange::ColumnMatching& column) {
    const auto heading = QString::fromStdString(column.heading);
    auto* headingItem = new QTableWidgetItem(heading);
    headingItem->setToolTip(heading);
    columns_->setItem(row, 0, headingItem);
    const auto example = QString::fromStdString(column.example);
    auto* exampleItem = new QTableWidgetItem(column.blank ? tr("(blank)") : example);
    exampleItem->setToolTip(example);
    columns_->setItem(row, 1, exampleItem);
    columns_->setItem(row, 3, new QTableWidgetItem(wordsFor(column.by)));

    auto* use = qobject_cast<QComboBox*>(columns_->cellWidget(row, 2));
    if (!use) {
        use = new DeliberateChoice;
        columns_->setCellWidget(row, 2, use);
        connect(use, &QComboBox::activated, this,
                [this, use, row] { takeUse(static_cast<std::size_t>(row), use->currentData().toString()); });
    }
    setNames(*use, QStringLiteral("import_use_%1").arg(row), tr("Meaning of %1").arg(heading));
    const QSignalBlocker quiet(use);
    use->clear();
    for (const auto& choice : choices_) {
        use->addItem(QString::fromStdString(choice.label), QString::fromStdString(choice.use));
        if (choice.use == column.use) {
            use->setCurrentIndex(use->count() - 1);
        }
    }
}

void SheetPanel::takeKind() {
    auto changed = setup();
    const auto& choice = kindsOfList()[static_cast<std::size_t>(kind_->currentIndex())];
    changed.form = choice.form;
    changed.kind = choice.kind;
    job_.rematchSheet(sheet_, std::move(changed));
}

void SheetPanel::takeHeader(std::optional<std::size_t> row) {
    auto changed = setup();
    changed.headerRow = row;
    changed.firstRow = row ? *row + 1 : 0;
    job_.rematchSheet(sheet_, std::move(changed));
}

/// The number is the one that stands beside the row, which is not its place where rows are left out.
void SheetPanel::takeHeaderNumber(int number) {
    const auto* table = tableOf();
    std::optional<std::size_t> found;
    for (std::size_t row = 0; number > 0 && table && row < table->rowCount() && !found; ++row) {
        found = table->rowNumber(row) >= static_cast<std::size_t>(number) ? std::optional(row) : std::nullopt;
    }
    takeHeader(found);
}

void SheetPanel::takeUse(std::size_t column, const QString& use) {
    auto changed = setup();
    exchange::setUse(changed, column, use.toStdString());
    job_.changeSheet(sheet_, std::move(changed));
}

} // namespace wardmote::ui
