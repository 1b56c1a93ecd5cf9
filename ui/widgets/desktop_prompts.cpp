#include "ui/widgets/desktop_prompts.h"

#include "ui/widgets/several_choice_dialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>

namespace wardmote::ui {
namespace {

void show(QWidget* parent, QMessageBox::Icon sign, const QString& title, const QString& message) {
    QMessageBox box(sign, title, message, QMessageBox::Ok, parent);
    box.setObjectName(QStringLiteral("promptMessage"));
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

/// "Plans (*.wardmote)" -> "wardmote": added to a name typed without a suffix.
QString firstSuffix(const QString& filter) {
    const auto from = filter.indexOf(QStringLiteral("*."));
    if (from < 0) {
        return {};
    }
    auto suffix = filter.mid(from + 2);
    const auto end = suffix.indexOf(QRegularExpression(QStringLiteral("[ );]")));
    return end < 0 ? suffix : suffix.left(end);
}

} // namespace

void DesktopPrompts::inform(QWidget* parent, const QString& title, const QString& message) {
    show(parent, QMessageBox::Information, title, message);
}

void DesktopPrompts::warn(QWidget* parent, const QString& title, const QString& message) {
    show(parent, QMessageBox::Warning, title, message);
}

bool DesktopPrompts::confirm(QWidget* parent, const QString& title, const QString& message,
                             const QString& action) {
    QMessageBox box(QMessageBox::Question, title, message, QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("promptConfirm"));
    box.setTextFormat(Qt::PlainText);
    auto* go = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == go;
}

std::optional<QString> DesktopPrompts::text(QWidget* parent, const QString& title, const QString& label,
                                            const QString& preset) {
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("promptText"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(preset);
    dialog.resize(420, dialog.height());
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return dialog.textValue();
}

std::optional<QString> DesktopPrompts::choose(QWidget* parent, const QString& title, const QString& label,
                                              const QStringList& options) {
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("promptChoose"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setComboBoxItems(options);
    dialog.setComboBoxEditable(false);
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return dialog.textValue();
}

std::optional<std::vector<int>> DesktopPrompts::chooseSeveral(QWidget* parent, const QString& title,
                                                              const QString& question,
                                                              const QStringList& options,
                                                              const std::vector<int>& ticked) {
    SeveralChoiceDialog dialog(title, question, options, ticked, parent);
    dialog.setObjectName(QStringLiteral("promptChooseSeveral"));
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return dialog.chosen();
}

std::optional<QString> DesktopPrompts::openFile(QWidget* parent, const QString& title,
                                                const QString& filter) {
    QFileDialog dialog(parent, title, preferences_.folder(firstSuffix(filter)), filter);
    dialog.setObjectName(QStringLiteral("promptOpenFile"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    preferences_.noteFolderOf(firstSuffix(filter), dialog.selectedFiles().constFirst());
    return dialog.selectedFiles().constFirst();
}

std::optional<QString> DesktopPrompts::saveFile(QWidget* parent, const QString& title, const QString& preset,
                                                const QString& filter) {
    const auto suffix = firstSuffix(filter);
    QFileDialog dialog(parent, title, preferences_.folder(suffix), filter);
    dialog.setObjectName(QStringLiteral("promptSaveFile"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    if (QFileInfo(preset).isAbsolute()) {
        dialog.setDirectory(QFileInfo(preset).absolutePath());
    }
    dialog.selectFile(QFileInfo(preset).fileName());
    // "Save as type: CSV" decides the suffix of a name typed without one.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& chosen) { dialog.setDefaultSuffix(firstSuffix(chosen)); });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    const auto chosen = dialog.selectedFiles().constFirst();
    preferences_.noteFolderOf(suffix, chosen);
    return chosen;
}

std::optional<PrintChoice> DesktopPrompts::printer(QWidget* parent, const QString& title, int pages) {
    auto device = std::make_unique<QPrinter>(QPrinter::HighResolution);
    device->setPageSize(QPageSize(QPageSize::A4));
    device->setPageOrientation(QPageLayout::Portrait);
    device->setFullPage(true); // the pages have margins of their own
    device->setDocName(title);
    QPrintDialog dialog(device.get(), parent);
    dialog.setObjectName(QStringLiteral("promptPrinter"));
    dialog.setWindowTitle(title);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, pages);
    dialog.setFromTo(1, pages);
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    const bool some = dialog.printRange() == QAbstractPrintDialog::PageRange;
    PrintChoice choice{nullptr, some ? dialog.fromPage() : 1, some ? dialog.toPage() : pages};
    choice.device = std::move(device);
    return choice;
}

} // namespace wardmote::ui
