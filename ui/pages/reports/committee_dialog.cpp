#include "ui/pages/reports/committee_dialog.h"

#include "ui/widgets/style.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

namespace {

QString words(const char* text) {
    return CommitteeDialog::tr(text);
}

} // namespace

CommitteeDialog::CommitteeDialog(const report::CommitteePaper& paper, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("committeeDialog"));
    setWindowTitle(tr("For a committee"));
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(makeParagraph(tr(
        "Committees expect these headings, and a plan records nothing for them. What you leave empty is left "
        "out of the report. The words are kept on this computer, for this report; they are no part of the "
        "plan.")));
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    for (const auto& part : report::paperParts()) {
        auto* label = makeLabel(words(part.label), TextRole::section);
        const auto name = QStringLiteral("paper_") + QString::fromLatin1(part.key);
        const auto text = QString::fromStdString(paper.*part.text);
        Editor editor;
        QWidget* field = nullptr;
        if (part.oneLine) {
            field = editor.line = new QLineEdit(text);
        } else {
            editor.text = new QPlainTextEdit(text);
            editor.text->setTabChangesFocus(true);
            editor.text->setFixedHeight(editor.text->fontMetrics().lineSpacing() * 4 + 16);
            field = editor.text;
        }
        setNames(*field, name, words(part.label));
        field->setAccessibleDescription(words(part.help));
        label->setBuddy(field);
        column->addWidget(label);
        column->addWidget(makeParagraph(words(part.help), TextRole::caption));
        column->addWidget(field);
        column->addSpacing(8);
        editors_.push_back(editor);
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(form);
    outer->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* take = buttons->button(QDialogButtonBox::Ok);
    take->setText(tr("&Put in the report"));
    take->setObjectName(QStringLiteral("committeeAccept"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("committeeCancel"));
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(620, 640);
}

report::CommitteePaper CommitteeDialog::paper() const {
    report::CommitteePaper paper;
    std::size_t at = 0;
    for (const auto& part : report::paperParts()) {
        const auto& editor = editors_[at++];
        const QString text = editor.line ? editor.line->text() : editor.text->toPlainText();
        paper.*part.text = text.trimmed().toStdString();
    }
    return paper;
}

int partsWritten(const report::CommitteePaper& paper) {
    return static_cast<int>(std::ranges::count_if(
        report::paperParts(), [&](const auto& part) { return !(paper.*part.text).empty(); }));
}

} // namespace wardmote::ui
