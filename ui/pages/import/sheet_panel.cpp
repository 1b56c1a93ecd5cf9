#include "ui/pages/import/sheet_panel.h"

#include "ui/pages/import/import_job.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

using exchange::ImportForm;
using plan::RecordKind;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

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
    case ImportForm::relations:
        return SheetPanel::tr("How two mechanisms relate");
    case ImportForm::records:
        break;
    }
    auto words = text(plan::recordInfo(choice.kind).singular);
    return words.left(1).toUpper() + words.mid(1);
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
    kind_ = new QComboBox;
    setNames(*kind_, QStringLiteral("import_kind"), tr("What each row is"));
    for (const auto& choice : kindsOfList()) {
        kind_->addItem(wordsFor(choice));
    }
    addLabelled(tr("Each &row is"), kind_);
    header_ = new QSpinBox;
    setNames(*header_, QStringLiteral("import_header_row"), tr("Row with the headings"));
    header_->setMinimum(0);
    header_->setSpecialValueText(tr("none"));
    header_->setKeyboardTracking(false);
    addLabelled(tr("&Headings in row"), header_);
    source_ = new QLineEdit;
    setNames(*source_, QStringLiteral("import_source"), tr("Name of this list"));
    source_->setToolTip(tr("The next list of this name finds its rows again by their ids."));
    addLabelled(tr("&List is called"), source_);
    layout->addLayout(top);

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
    layout->addWidget(columns_, 1);

    auto* bottom = new QHBoxLayout;
    constantField_ = new QComboBox;
    setNames(*constantField_, QStringLiteral("import_constant_field"),
             tr("Field that is the same for every row"));
    constantWords_ = new QLineEdit;
    setNames(*constantWords_, QStringLiteral("import_constant_words"), tr("What it is for every row"));
    constantWords_->setPlaceholderText(tr("for example Housing"));
    auto* add = makeButton(tr("Se&t"), QStringLiteral("import_constant_add"));
    auto* label = new QLabel(tr("For &every row"));
    label->setBuddy(constantField_);
    bottom->addWidget(label);
    bottom->addWidget(constantField_);
    bottom->addWidget(new QLabel(tr("is")));
    bottom->addWidget(constantWords_, 1);
    bottom->addWidget(add);
    layout->addLayout(bottom);
    constants_ = makeParagraph(QString());
    layout->addWidget(constants_);
    warnings_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(warnings_);

    connect(kind_, &QComboBox::activated, this, &SheetPanel::takeKind);
    connect(header_, &QSpinBox::valueChanged, this, &SheetPanel::takeHeader);
    connect(source_, &QLineEdit::editingFinished, this, [this] {
        auto changed = setup();
        changed.source = source_->text().trimmed().toStdString();
        job_.changeSheet(sheet_, std::move(changed));
    });
    connect(add, &QPushButton::clicked, this, &SheetPanel::takeConstant);
    connect(constantWords_, &QLineEdit::returnPressed, this, &SheetPanel::takeConstant);
    refresh();
}

const exchange::SheetSetup& SheetPanel::setup() const {
    return job_.setup().sheets[sheet_];
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
        header_->setMaximum(
            job_.contents() ? static_cast<int>(job_.contents()->tables[sheet.table].rowCount()) : 1);
        header_->setValue(sheet.headerRow ? static_cast<int>(*sheet.headerRow) + 1 : 0);
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

    constantField_->clear();
    for (const auto& choice : choices_) {
        if (!choice.use.empty() && choice.use.front() != '@') {
            constantField_->addItem(QString::fromStdString(choice.label), QString::fromStdString(choice.use));
        }
    }
    QStringList lines;
    for (const auto& constant : sheet.constants) {
        const auto found = std::ranges::find(choices_, constant.use, &exchange::ColumnChoice::use);
        lines << tr("%1 is “%2” for every row.")
                     .arg(QString::fromStdString(found == choices_.end() ? constant.use : found->label),
                          QString::fromStdString(constant.words));
    }
    constants_->setText(lines.join(u'\n'));
    constants_->setVisible(!lines.isEmpty());
    lines.clear();
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
        use = new QComboBox;
        use->setFocusPolicy(Qt::StrongFocus);
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

void SheetPanel::takeHeader() {
    auto changed = setup();
    const int row = header_->value();
    changed.headerRow = row == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row - 1));
    changed.firstRow = static_cast<std::size_t>(row);
    job_.rematchSheet(sheet_, std::move(changed));
}

void SheetPanel::takeUse(std::size_t column, const QString& use) {
    auto changed = setup();
    exchange::setUse(changed, column, use.toStdString());
    job_.changeSheet(sheet_, std::move(changed));
}

void SheetPanel::takeConstant() {
    auto changed = setup();
    const auto use = constantField_->currentData().toString().toStdString();
    const auto words = constantWords_->text().trimmed().toStdString();
    std::erase_if(changed.constants,
                  [&](const exchange::ImportConstant& constant) { return constant.use == use; });
    if (!words.empty()) {
        changed.constants.push_back({use, words});
    }
    constantWords_->clear();
    job_.changeSheet(sheet_, std::move(changed));
}

} // namespace wardmote::ui
