#include "ui/shell/help_window.h"

#include "ui/shell/actions.h"
#include "ui/widgets/style.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <set>

namespace wardmote::ui {
namespace {

/// A dialog with Close below; shown, and deleted when it is closed. One of each name at a time.
QDialog* makeDialog(QWidget& window, const QString& objectName, const QString& title, QWidget* content,
                    QSize size) {
    if (auto* before = window.findChild<QDialog*>(objectName)) {
        before->close();
        before->setObjectName({});
    }
    auto* dialog = new QDialog(&window);
    setNames(*dialog, objectName, title);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(dialog);
    content->setParent(dialog);
    column->addWidget(content, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    setNames(*buttons->button(QDialogButtonBox::Close), objectName + QStringLiteral("Close"),
             QDialog::tr("Close"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->resize(size);
    dialog->show();
    return dialog;
}

QString resource(const QString& name) {
    QFile file(QStringLiteral(":/wardmote/help/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QTextBrowser* makeReader(const QString& html, const QString& objectName, const QString& name) {
    auto* reader = new QTextBrowser;
    setNames(*reader, objectName, name);
    reader->setOpenExternalLinks(true);
    reader->document()->setDocumentMargin(14);
    reader->setHtml(html);
    return reader;
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const auto& key : action.shortcuts()) {
        keys << key.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral(", "));
}

} // namespace

QDialog* showHelp(QWidget& window) {
    return makeDialog(window, QStringLiteral("helpDialog"), QDialog::tr("Help"),
                      makeReader(resource(QStringLiteral("help.html")), QStringLiteral("helpText"),
                                 QDialog::tr("Help text")),
                      {720, 640});
}

QDialog* showShortcuts(QWidget& window, const Actions& actions) {
    auto* table = new QTableWidget(0, 3);
    setNames(*table, QStringLiteral("shortcutsTable"), QDialog::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels(
        {QDialog::tr("Keys"), QDialog::tr("What they do"), QDialog::tr("Where")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    std::set<std::pair<QString, QString>> listed;
    const auto add = [&](const QAction& action, const QString& where) {
        const auto keys = keysOf(action);
        const auto text = action.toolTip(); // the text of Undo changes with every edit
        if (keys.isEmpty() || !listed.insert({keys, text}).second) {
            return;
        }
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(keys));
        table->setItem(row, 1, new QTableWidgetItem(text));
        table->setItem(row, 2, new QTableWidgetItem(where));
    };
    for (const auto* action : actions.all()) {
        add(*action, actions.menuOf(*action));
    }
    for (const auto* action : window.findChildren<QAction*>()) {
        add(*action, QDialog::tr("Tables and pages"));
    }
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    return makeDialog(window, QStringLiteral("shortcutsDialog"), QDialog::tr("Keyboard shortcuts"), table,
                      {620, 560});
}

QDialog* showAbout(QWidget& window, const QString& version) {
    auto html = resource(QStringLiteral("about.html"));
    html.replace(QStringLiteral("@version"), version.toHtmlEscaped());
    html.replace(QStringLiteral("@qt"), QString::fromLatin1(qVersion()));
    return makeDialog(window, QStringLiteral("aboutDialog"), QDialog::tr("About Wardmote"),
                      makeReader(html, QStringLiteral("aboutText"), QDialog::tr("About Wardmote")),
                      {560, 460});
}

} // namespace wardmote::ui
