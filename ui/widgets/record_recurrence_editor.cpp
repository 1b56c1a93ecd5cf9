#include "core/plan/wording.h"
#include "core/recurrence/rule.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_editors.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

struct HowOften {
    const char* words;
    recurrence::Frequency frequency;
    int interval;
};

using recurrence::Frequency;
constexpr HowOften offered[] = {
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every week"), Frequency::weekly, 1},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every two weeks"), Frequency::weekly, 2},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every six weeks"), Frequency::weekly, 6},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every month"), Frequency::monthly, 1},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every two months"), Frequency::monthly, 2},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every quarter"), Frequency::monthly, 3},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Twice a year"), Frequency::monthly, 6},
    {QT_TRANSLATE_NOOP("RecurrenceEditor", "Every year"), Frequency::yearly, 1},
};

} // namespace

RecurrenceEditor::RecurrenceEditor(Session& session, const plan::FieldInfo& field, EditorPlace place,
                                   QWidget* parent)
    : FieldEditor(session, field, parent), line_(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(line_);
    setNames(*line_, qtext(field.key), headingOf(field));
    line_->setToolTip(qtext(field.rules.help));
    setFocusProxy(line_);
    if (place != EditorPlace::cell) {
        line_->setPlaceholderText(tr("for example “2nd Tuesday of the month” or “quarterly”"));
        addPicker();
        understood_ = makeParagraph({}, TextRole::caption, this);
        understood_->setObjectName(QStringLiteral("understood"));
        column->addWidget(understood_);
    }
    connect(line_, &QLineEdit::textEdited, this, [this] {
        markModified();
        showUnderstood();
    });
    connect(line_, &QLineEdit::editingFinished, this, &RecurrenceEditor::commit);
}

void RecurrenceEditor::addPicker() {
    often_ = new QComboBox(this);
    which_ = new QComboBox(this);
    day_ = new QComboBox(this);
    setNames(*often_, qtext(field().key) + QStringLiteral("Often"), tr("How often"));
    setNames(*which_, qtext(field().key) + QStringLiteral("Which"), tr("Which week of the month"));
    setNames(*day_, qtext(field().key) + QStringLiteral("Day"), tr("Day of the week"));
    often_->addItem(tr("Pick instead…"), -1);
    for (int i = 0; i < static_cast<int>(std::size(offered)); ++i) {
        often_->addItem(tr(offered[i].words), i);
    }
    which_->addItem(tr("any"), 0);
    const QStringList ordinals{tr("first"), tr("second"), tr("third"), tr("fourth")};
    for (int i = 0; i < ordinals.size(); ++i) {
        which_->addItem(ordinals[i], i + 1);
    }
    which_->addItem(tr("last"), -1);
    day_->addItem(tr("any day"), 0);
    for (int weekday = 1; weekday <= 7; ++weekday) {
        day_->addItem(QLocale(QLocale::English, QLocale::UnitedKingdom).dayName(weekday), weekday);
    }
    auto* row = new QHBoxLayout;
    for (auto* box : {often_, which_, day_}) {
        box->setFocusPolicy(Qt::StrongFocus);
        letWheelPass(*box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        box->setMinimumWidth(70);
        row->addWidget(box, box == often_ ? 2 : 1);
        connect(box, &QComboBox::activated, this, &RecurrenceEditor::pick);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    which_->setEnabled(false);
    day_->setEnabled(false);
}

void RecurrenceEditor::pick() {
    const int at = often_->currentData().toInt();
    if (at < 0) {
        return;
    }
    recurrence::Rule rule;
    rule.frequency = offered[at].frequency;
    rule.interval = offered[at].interval;
    const bool monthly = rule.frequency == Frequency::monthly;
    day_->setEnabled(rule.frequency != Frequency::yearly);
    which_->setEnabled(monthly);
    const int weekday = day_->isEnabled() ? day_->currentData().toInt() : 0;
    if (weekday > 0) {
        // "Monthly on Tuesday" would be every Tuesday of the month.
        if (monthly && which_->currentData().toInt() == 0) {
            which_->setCurrentIndex(1);
        }
        rule.weekdays.push_back({monthly ? which_->currentData().toInt() : 0, weekday});
    }
    line_->setText(qtext(recurrence::inWords(rule)));
    if (const auto again = readTyped(plan(), field(), line_->text());
        !again || *again != plan::Value{rule.text()}) {
        line_->setText(qtext(rule.text()));
    }
    markModified();
    showUnderstood();
    commit();
}

void RecurrenceEditor::showUnderstood() {
    if (!understood_) {
        return;
    }
    const auto read = value();
    if (!read) {
        understood_->setText(qtext(read.error().text()));
        return;
    }
    const auto* rule = std::get_if<std::string>(&*read);
    if (!rule) {
        understood_->setText({});
        return;
    }
    const auto meetings = recurrence::meetingsAYear(plan::Recurrence{*rule});
    understood_->setText(
        meetings ? tr("Understood as: %1, %2 meetings a year")
                       .arg(shownText(plan(), field(), *read), qtext(plan::inDigits(*meetings, 1)))

                 : qtext(meetings.error().text()));
}

void RecurrenceEditor::setValue(const plan::Value& value) {
    line_->setText(typedText(plan(), field(), value));
    // Words that lose something give way to the rule itself.
    if (const auto again = this->value(); isRecorded(value) && (!again || *again != value)) {
        line_->setText(qtext(std::get<std::string>(value)));
    }
    line_->setCursorPosition(0);
    clearModified();
    if (often_) {
        often_->setCurrentIndex(0);
        which_->setEnabled(false);
        day_->setEnabled(false);
    }
    showUnderstood();
}

Result<plan::Value> RecurrenceEditor::value() const {
    return readTyped(plan(), field(), line_->text());
}

QWidget* RecurrenceEditor::focusTarget() {
    return line_;
}

void RecurrenceEditor::setReadOnly(bool readOnly) {
    setReadOnlyNow(*line_, readOnly);
    if (often_) {
        often_->setEnabled(!readOnly);
    }
}

void RecurrenceEditor::startWith(const QString& typed) {
    line_->setText(typed);
    markModified();
}

} // namespace wardmote::ui
