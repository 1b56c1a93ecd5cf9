#include "ui/pages/import/file_step.h"

#include "ui/pages/import/deliberate_choice.h"
#include "ui/pages/import/import_job.h"
#include "ui/pages/import/rows_text.h"
#include "ui/pages/import/sheet_preview.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QDragEnterEvent>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr exchange::Encoding encodings[] = {exchange::Encoding::utf8, exchange::Encoding::utf16LittleEndian,
                                            exchange::Encoding::utf16BigEndian,
                                            exchange::Encoding::windows1252};
constexpr char delimiters[] = {',', ';', '\t', '|'};

} // namespace

FileStep::FileStep(ImportJob& job, Prompts& prompts, QWidget* parent)
    : QWidget(parent), job_(job), prompts_(prompts) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("Which file?"), TextRole::section));
    layout->addWidget(makeParagraph(
        tr("A spreadsheet (XLSX, XLS, ODS), a text file (CSV), or boundaries (GeoPackage, GeoJSON, "
           "Shapefile, also "
           "zipped). Choose it, or drop it here. Nothing is changed in the plan before the last step.")));
    layout->addWidget(makeKind());
    choose_ = makePrimaryButton(tr("&Choose a file…"), QStringLiteral("import_choose_file"));
    layout->addWidget(choose_, 0, Qt::AlignLeft);
    file_ = makeParagraph(QString(), TextRole::title);
    layout->addWidget(file_);

    reading_ = new QWidget;
    auto* form = new QFormLayout(reading_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    encoding_ = new DeliberateChoice;
    setNames(*encoding_, QStringLiteral("import_encoding"), tr("Encoding of the text"));
    for (const auto encoding : encodings) {
        encoding_->addItem(qtext(exchange::nameOf(encoding)));
    }
    form->addRow(tr("Encodin&g"), encoding_);
    delimiter_ = new DeliberateChoice;
    setNames(*delimiter_, QStringLiteral("import_delimiter"), tr("What separates columns"));
    delimiter_->addItems({tr("Comma"), tr("Semicolon"), tr("Tab"), tr("Vertical bar")});
    form->addRow(tr("Columns &separated by"), delimiter_);
    layout->addWidget(reading_);

    sheetsTitle_ = makeLabel(tr("Sheets to import"), TextRole::section);
    layout->addWidget(sheetsTitle_);
    sheets_ = new QListWidget;
    setNames(*sheets_, QStringLiteral("import_sheets"), tr("Sheets to import"));
    sheets_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    sheets_->setMaximumHeight(120);
    layout->addWidget(sheets_);
    preview_ = new SheetPreview(QStringLiteral("import_file_preview"), tr("First rows of the sheet"));
    layout->addWidget(preview_, 2);
    sheetWarnings_ = makeParagraph(QString());
    layout->addWidget(sheetWarnings_);
    warnings_ = makeParagraph(QString(), TextRole::caption);
    layout->addWidget(warnings_);
    layout->addStretch();

    connect(sheets_, &QListWidget::currentRowChanged, this, &FileStep::showPreview);
    connect(choose_, &QPushButton::clicked, this, &FileStep::chooseFile);
    connect(encoding_, &QComboBox::activated, this, &FileStep::takeReading);
    connect(delimiter_, &QComboBox::activated, this, &FileStep::takeReading);
    connect(sheets_, &QListWidget::itemChanged, this, &FileStep::takeSheets);
    connect(&job_, &ImportJob::contentsChanged, this, &FileStep::showContents);
    showContents();
}

QWidget* FileStep::makeKind() {
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    kind_ = new DeliberateChoice;
    setNames(*kind_, QStringLiteral("import_wanted"), tr("What the file holds"));
    kind_->addItem(tr("Found out from the file"), -1);
    for (const auto& info : plan::allRecordInfos()) {
        const bool ofFiles = info.kind != plan::RecordKind::settings &&     // a plan has one
                             info.kind != plan::RecordKind::footprintSet && // comes with its footprints
                             info.kind != plan::RecordKind::importMatching;
        if (ofFiles) {
            kind_->addItem(capitalised(qtext(info.plural)), static_cast<int>(info.kind));
        }
    }
    form->addRow(tr("&What it holds"), kind_);
    const auto show = [this] {
        const auto wanted = job_.wanted();
        kind_->setCurrentIndex(kind_->findData(wanted ? static_cast<int>(*wanted) : -1));
    };
    connect(&job_, &ImportJob::wantedChanged, this, show);
    connect(kind_, &QComboBox::activated, this, [this] {
        const int kind = kind_->currentData().toInt();
        job_.setWanted(kind < 0 ? std::nullopt : std::optional(static_cast<plan::RecordKind>(kind)));
    });
    return box;
}

void FileStep::chooseFile() {
    const auto path = prompts_.openFile(window(), tr("Import from a file"),
                                        tr("Lists and boundaries (*.csv *.tsv *.txt *.xlsx *.xls *.ods "
                                           "*.gpkg *.geojson *.json *.shp *.zip *.ics);;All "
                                           "files (*)"));
    if (path) {
        job_.open(*path);
    }
}

void FileStep::showContents() {
    const auto* contents = job_.contents();
    file_->setText(job_.hasFile() ? job_.fileName() : QString());
    file_->setVisible(job_.hasFile());
    reading_->setVisible(contents && contents->kind == exchange::FileKind::csv);
    const bool several = contents && contents->tables.size() > 1;
    sheets_->setVisible(several);
    sheetsTitle_->setVisible(several);
    warnings_->setVisible(contents && !contents->warnings.empty());
    if (!contents) {
        sheets_->clear();
        showPreview();
        return;
    }
    if (contents->encoding) {
        for (int i = 0; i < static_cast<int>(std::size(encodings)); ++i) {
            if (encodings[i] == *contents->encoding) {
                encoding_->setCurrentIndex(i);
            }
        }
    }
    if (contents->delimiter) {
        for (int i = 0; i < static_cast<int>(std::size(delimiters)); ++i) {
            if (delimiters[i] == *contents->delimiter) {
                delimiter_->setCurrentIndex(i);
            }
        }
    }
    const QSignalBlocker quiet(sheets_);
    sheets_->clear();
    for (const auto& sheet : job_.setup().sheets) {
        auto* item = new QListWidgetItem(
            tr("%1: %2").arg(QString::fromStdString(sheet.name), rowsText(sheet.endRow - sheet.firstRow)));
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(sheet.form == exchange::ImportForm::skip ? Qt::Unchecked : Qt::Checked);
        sheets_->addItem(item);
    }
    const auto& all = job_.setup().sheets;
    const auto taken = std::ranges::find_if(
        all, [](const exchange::SheetSetup& sheet) { return sheet.form != exchange::ImportForm::skip; });
    sheets_->setCurrentRow(taken == all.end() ? 0 : static_cast<int>(taken - all.begin()));
    QStringList lines;
    for (const auto& warning : contents->warnings) {
        if (lines.size() == 8) {
            lines << tr("… and %1 more.").arg(contents->warnings.size() - 8);
            break;
        }
        const auto message = QString::fromStdString(warning.message);
        lines << (warning.row == 0 ? message : tr("Row %1: %2").arg(warning.row).arg(message));
    }
    warnings_->setText(lines.join(u'\n'));
    showPreview();
}

void FileStep::showPreview() {
    const auto* contents = job_.contents();
    const auto& sheets = job_.setup().sheets;
    const auto at = static_cast<std::size_t>(std::max(0, sheets_->currentRow()));
    QStringList lines;
    preview_->setVisible(contents && at < sheets.size());
    if (contents && at < sheets.size()) {
        preview_->showRows(contents->tables[sheets[at].table], sheets[at].headerRow);
        for (const auto& warning : sheets[at].warnings) {
            lines << QString::fromStdString(warning.message);
        }
    }
    sheetWarnings_->setText(lines.join(u'\n'));
    sheetWarnings_->setVisible(!lines.isEmpty());
}

void FileStep::takeReading() {
    auto options = job_.reading();
    options.encoding = encodings[encoding_->currentIndex()];
    options.delimiter = delimiters[delimiter_->currentIndex()];
    job_.setReading(options);
}

void FileStep::takeSheets() {
    for (int i = 0; i < sheets_->count(); ++i) {
        auto sheet = job_.setup().sheets[static_cast<std::size_t>(i)];
        const bool wanted = sheets_->item(i)->checkState() == Qt::Checked;
        if (wanted == (sheet.form != exchange::ImportForm::skip)) {
            continue;
        }
        sheet.form = wanted ? exchange::ImportForm::records : exchange::ImportForm::skip;
        job_.rematchSheet(static_cast<std::size_t>(i), std::move(sheet));
    }
}

void FileStep::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void FileStep::dropEvent(QDropEvent* event) {
    for (const auto& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            job_.open(url.toLocalFile());
            return;
        }
    }
}

} // namespace wardmote::ui
