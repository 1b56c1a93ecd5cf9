#pragma once
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace wardmote::ui {

class ImportJob;
class Prompts;
class SheetPreview;

/// First step: which file, what it holds, which of its sheets, and for text files how its letters and columns
/// are told apart.
class FileStep : public QWidget {
    Q_OBJECT
public:
    FileStep(ImportJob& job, Prompts& prompts, QWidget* parent = nullptr);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void chooseFile();
    void showContents();
    void showPreview();
    void takeReading();
    QWidget* makeKind();
    void takeSheets();

    ImportJob& job_;
    Prompts& prompts_;
    QComboBox* kind_ = nullptr;
    QPushButton* choose_ = nullptr;
    QLabel* file_ = nullptr;
    QWidget* reading_ = nullptr;
    QComboBox* encoding_ = nullptr;
    QComboBox* delimiter_ = nullptr;
    QListWidget* sheets_ = nullptr;
    QLabel* sheetsTitle_ = nullptr;
    SheetPreview* preview_ = nullptr;
    QLabel* sheetWarnings_ = nullptr; ///< of the sheet in the preview
    QLabel* warnings_ = nullptr;
};

} // namespace wardmote::ui
