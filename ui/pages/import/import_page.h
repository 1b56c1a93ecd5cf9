#pragma once
#include "ui/pages/import/import_job.h"
#include "ui/widgets/page.h"

#include <filesystem>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace wardmote::ui {

/// Other people's lists into the plan, in steps: file, columns, check, done. Nothing happens until Import,
/// which is one edit that Undo takes back.
class ImportPage : public Page {
    Q_OBJECT
public:
    /// readerProgram: what is started to read files (see exchange::FileReader).
    ImportPage(Session& session, Prompts& prompts, std::filesystem::path readerProgram);
    ImportPage(Session& session, Prompts& prompts, ImportJob::ReadFile readFile);

    QString pageId() const override { return QStringLiteral("import"); }
    QString title() const override { return tr("Import"); }

    /// Reads the file and shows its columns: for a file dropped on the window.
    void openFile(const QString& path);
    bool takeFile(const QString& path) override {
        openFile(path);
        return true;
    }
    /// Chooses the kind for the next file; a file that is on its way stays what it was taken for.
    bool beginImport(plan::RecordKind kind) override;
    ImportJob& job() { return job_; }

private:
    enum Step { fileStep, columnsStep, checkStep, doneStep, stepCount };
    void go(int step);
    void refresh();
    void importNow();
    void tell(const QString& problem);
    void finish();
    QWidget* makeDoneStep();

    Session& session_;
    ImportJob job_;
    QStackedWidget* steps_ = nullptr;
    QLabel* stepLabels_[stepCount] = {};
    QLabel* problem_ = nullptr;
    QLabel* done_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QPushButton* back_ = nullptr;
    QPushButton* next_ = nullptr;
    QString awaited_; ///< label of the import that is on its way to the file
};

} // namespace wardmote::ui
