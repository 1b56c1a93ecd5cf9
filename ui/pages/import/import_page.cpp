#include "ui/pages/import/import_page.h"

#include "core/exchange/reading/read_file.h"
#include "ui/pages/import/check_step.h"
#include "ui/pages/import/columns_step.h"
#include "ui/pages/import/file_step.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

QString numberOf(std::size_t count) {
    return numberText(static_cast<qint64>(count));
}

} // namespace

ImportPage::ImportPage(Session& session, Prompts& prompts, std::filesystem::path readerProgram)
    : ImportPage(session, prompts,
                 [reader = exchange::FileReader(std::move(readerProgram))](
                     const std::filesystem::path& file, const exchange::ReadOptions& options,
                     const Progress& progress) { return reader.read(file, options, progress); }) {}

ImportPage::ImportPage(Session& session, Prompts& prompts, ImportJob::ReadFile readFile)
    : session_(session), job_(session, std::move(readFile)) {
    auto* layout = new QVBoxLayout(this);
    setPageMargins(*layout);
    auto* trail = new QHBoxLayout;
    const QString names[] = {tr("1  File"), tr("2  Columns"), tr("3  Check"), tr("4  Done")};
    for (int i = 0; i < stepCount; ++i) {
        stepLabels_[i] = makeLabel(names[i], TextRole::caption);
        trail->addWidget(stepLabels_[i]);
        trail->addSpacing(16);
    }
    trail->addStretch();
    layout->addLayout(trail);
    problem_ = makeParagraph(QString());
    problem_->setObjectName(QStringLiteral("import_problem"));
    setTextTone(*problem_, Tone::attention);
    layout->addWidget(problem_);

    steps_ = new QStackedWidget;
    steps_->addWidget(new FileStep(job_, prompts));
    steps_->addWidget(new ColumnsStep(job_));
    steps_->addWidget(new CheckStep(job_, prompts));
    steps_->addWidget(makeDoneStep());
    layout->addWidget(steps_, 1);

    auto* bottom = new QHBoxLayout;
    progress_ = new QProgressBar;
    progress_->setAccessibleName(tr("Progress"));
    progress_->setRange(0, 100);
    progress_->setMaximumWidth(260);
    bottom->addWidget(progress_);
    cancel_ = makeButton(tr("Ca&ncel"), QStringLiteral("import_cancel"));
    bottom->addWidget(cancel_);
    bottom->addStretch();
    back_ = makeButton(tr("&Back"), QStringLiteral("import_back"));
    bottom->addWidget(back_);
    next_ = makePrimaryButton(tr("Ne&xt"), QStringLiteral("import_next"));
    bottom->addWidget(next_);
    layout->addLayout(bottom);

    connect(cancel_, &QPushButton::clicked, &job_, &ImportJob::cancel);
    connect(back_, &QPushButton::clicked, this, [this] { go(steps_->currentIndex() - 1); });
    connect(next_, &QPushButton::clicked, this, [this] {
        if (steps_->currentIndex() == checkStep) {
            importNow();
        } else {
            go(steps_->currentIndex() + 1);
        }
    });
    connect(&job_, &ImportJob::contentsChanged, this, [this] {
        problem_->clear();
        if (job_.contents() && steps_->currentIndex() == fileStep && job_.contents()->tables.size() == 1) {
            go(columnsStep);
        } else if (!job_.hasFile() && steps_->currentIndex() != doneStep) {
            go(fileStep);
        }
        refresh();
    });
    connect(&job_, &ImportJob::proposalChanged, this, [this] {
        if (job_.proposal()) {
            problem_->clear(); // what was wrong has been changed
        }
        refresh();
    });
    connect(&job_, &ImportJob::setupChanged, this, &ImportPage::refresh);
    connect(&job_, &ImportJob::workingChanged, this, &ImportPage::refresh);
    connect(&job_, &ImportJob::progressed, this, [this](double fraction, const QString& what) {
        progress_->setValue(static_cast<int>(fraction * 100));
        progress_->setFormat(what.isEmpty() ? QStringLiteral("%p%") : what);
    });
    connect(&job_, &ImportJob::failed, this, &ImportPage::tell);
    connect(&job_, &ImportJob::stopped, this, [this] {
        tell(job_.contents() ? tr("Stopped. The plan is as it was.")
                             : tr("Stopped: the file was not read. The plan is as it was."));
        if (steps_->currentIndex() == checkStep) {
            go(columnsStep);
        }
    });
    // The session knows the last edit's label only once its history has been told.
    connect(&session_, &Session::historyChanged, this, [this] {
        if (!awaited_.isEmpty() && session_.lastEditLabel() == awaited_) {
            finish();
        }
    });
    connect(&session_, &Session::editFailed, this, [this](const QString& label, const QString& message) {
        if (label == awaited_) {
            awaited_.clear();
            tell(message);
        }
    });
    go(fileStep);
}

QWidget* ImportPage::makeDoneStep() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    done_ = makeParagraph(QString(), TextRole::title);
    done_->setObjectName(QStringLiteral("import_done"));
    layout->addWidget(done_);
    layout->addWidget(makeParagraph(tr(
        "It is one edit: Undo takes all of it back. What the comparisons still lack is listed under Fill the "
        "gaps.")));
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& text, const QString& name, const QString& pageId) {
        auto* button = makeButton(text, name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, pageId] { Q_EMIT pageRequested(pageId); });
    };
    add(tr("Fill the &gaps"), QStringLiteral("import_to_gaps"), QStringLiteral("gaps"));
    add(tr("See &duplication"), QStringLiteral("import_to_duplication"), QStringLiteral("duplication"));
    auto* undo = makeButton(tr("&Undo the import"), QStringLiteral("import_undo"));
    row->addWidget(undo);
    auto* another = makeButton(tr("Import &another file"), QStringLiteral("import_another"));
    row->addWidget(another);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch();
    connect(undo, &QPushButton::clicked, this, [this] {
        session_.undo();
        go(fileStep);
    });
    connect(another, &QPushButton::clicked, this, [this] { go(fileStep); });
    return page;
}

void ImportPage::openFile(const QString& path) {
    go(fileStep);
    job_.open(path);
}

bool ImportPage::beginImport(plan::RecordKind kind) {
    if (!job_.hasFile()) {
        job_.setWanted(kind);
        go(fileStep);
    }
    return true;
}

void ImportPage::go(int step) {
    if (step == checkStep) {
        job_.resume();
    }
    steps_->setCurrentIndex(step);
    for (int i = 0; i < stepCount; ++i) {
        setTextRole(*stepLabels_[i], i == step ? TextRole::section : TextRole::caption);
    }
    refresh();
}

void ImportPage::tell(const QString& problem) {
    problem_->setText(problem);
    refresh();
}

void ImportPage::refresh() {
    const int step = steps_->currentIndex();
    const auto& sheets = job_.setup().sheets;
    // One sheet that is not understood is shown with its columns; of several none is shown.
    const bool chosen =
        sheets.size() == 1 || std::ranges::any_of(sheets, [](const exchange::SheetSetup& sheet) {
            return sheet.form != exchange::ImportForm::skip;
        });
    const bool read = job_.contents() != nullptr && chosen;
    const auto* proposal = job_.proposal();
    problem_->setVisible(!problem_->text().isEmpty());
    progress_->setVisible(job_.isWorking());
    cancel_->setVisible(job_.isWorking());
    back_->setVisible(step == columnsStep || step == checkStep);
    next_->setVisible(step != doneStep);
    next_->setEnabled(step == checkStep ? proposal && proposal->isWorthwhile() && awaited_.isEmpty() &&
                                              session_.isWritable()
                                        : read);
    if (step != checkStep) {
        next_->setText(tr("Ne&xt"));
    } else if (proposal && !proposal->isWorthwhile()) {
        next_->setText(tr("Nothing to import"));
    } else {
        next_->setText(tr("&Import"));
    }
    next_->setToolTip(!session_.isWritable()       ? tr("This plan can only be read.")
                      : job_.contents() && !chosen ? tr("Tick the sheets that are to be imported.")
                                                   : QString());
}

void ImportPage::importNow() {
    const auto* proposal = job_.proposal();
    if (!proposal) {
        return;
    }
    awaited_ = QString::fromStdString(proposal->label);
    const auto& counts = proposal->counts;
    done_->setText(tr("Imported from %1: %2 new, %3 updated, %4 unchanged, %5 refused.")
                       .arg(job_.fileName(), numberOf(counts.added), numberOf(counts.updated),
                            numberOf(counts.unchanged), numberOf(counts.refused)));
    if (!job_.import()) {
        awaited_.clear();
    }
    refresh();
}

void ImportPage::finish() {
    awaited_.clear();
    go(doneStep);
    job_.clear();
    job_.setWanted(std::nullopt); // that was for this file
}

} // namespace wardmote::ui
