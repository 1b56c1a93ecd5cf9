#include "ui/pages/import/columns_step.h"

#include "ui/pages/import/import_job.h"
#include "ui/pages/import/sheet_panel.h"
#include "ui/widgets/style.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace wardmote::ui {

ColumnsStep::ColumnsStep(ImportJob& job, QWidget* parent) : QWidget(parent), job_(job) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("What do its columns mean?"), TextRole::section));
    layout->addWidget(makeParagraph(
        tr("Each column was matched by its name where that was possible. Change what is wrong; the choice is "
           "remembered for the next file of this shape."),
        TextRole::caption));
    tabs_ = new QTabWidget;
    setNames(*tabs_, QStringLiteral("import_sheet_tabs"), tr("Sheets"));
    setNames(*tabs_->tabBar(), QStringLiteral("import_sheet_tab_bar"), tr("Sheets"));
    layout->addWidget(tabs_, 1);
    connect(&job_, &ImportJob::contentsChanged, this, [this] {
        while (tabs_->count() > 0) {
            delete tabs_->widget(0);
        }
    });
    connect(&job_, &ImportJob::setupChanged, this, &ColumnsStep::refresh);
}

void ColumnsStep::refresh() {
    const auto& sheets = job_.setup().sheets;
    for (std::size_t i = static_cast<std::size_t>(tabs_->count()); i < sheets.size(); ++i) {
        tabs_->addTab(new SheetPanel(job_, i), QString::fromStdString(sheets[i].name));
    }
    for (int i = 0; i < tabs_->count(); ++i) {
        const auto& sheet = sheets[static_cast<std::size_t>(i)];
        tabs_->setTabVisible(i, sheet.form != exchange::ImportForm::skip || sheets.size() == 1);
        static_cast<SheetPanel*>(tabs_->widget(i))->refresh();
    }
    tabs_->tabBar()->setVisible(sheets.size() > 1);
}

} // namespace wardmote::ui
