#include "ui/shell/find_anything.h"

#include "ui/session/session.h"
#include "ui/widgets/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr int kindRole = Qt::UserRole;

/// The name at the left, what it is at the right.
class AnswerPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {300, option.fontMetrics.height() + 12};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& theme = themeOf(*option.widget);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.accentSoft);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, theme.hover);
        }
        const auto rect = option.rect.adjusted(12, 0, -12, 0);
        const auto kind = index.data(kindRole).toString();
        painter->setPen(theme.mutedText);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, kind);
        const int room = rect.width() - option.fontMetrics.horizontalAdvance(kind) - 16;
        painter->setPen(theme.text);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }
};

} // namespace

FindAnything::FindAnything(FindIndex index, Session& session, const OpenRecord& open, QWidget* parent)
    : QDialog(parent), index_(std::move(index)), records_(session) {
    setNames(*this, QStringLiteral("findAnythingDialog"), tr("Find anything"));
    setWindowTitle(tr("Find anything"));
    resize(600, 460);
    auto* column = new QVBoxLayout(this);
    question_ = new QLineEdit(this);
    setNames(*question_, QStringLiteral("findQuestion"), tr("What to find"));
    question_->setPlaceholderText(tr("Name of a record, a page or a command"));
    question_->setClearButtonEnabled(true);
    question_->installEventFilter(this);
    answers_ = new QListWidget(this);
    setNames(*answers_, QStringLiteral("findAnswers"), tr("What was found"));
    answers_->setItemDelegate(new AnswerPainter(answers_));
    answers_->setUniformItemSizes(true);
    answers_->setMouseTracking(true);
    count_ = makeLabel({}, TextRole::caption, this);
    column->addWidget(question_);
    column->addWidget(answers_, 1);
    column->addWidget(count_);
    connect(question_, &QLineEdit::textChanged, this, &FindAnything::showAnswers);
    connect(question_, &QLineEdit::returnPressed, this, &FindAnything::go);
    connect(answers_, &QListWidget::itemActivated, this, &FindAnything::go);
    connect(answers_, &QListWidget::itemClicked, this, &FindAnything::go);
    addRecordsOf(session, open);
    showAnswers();
    question_->setFocus();
}

void FindAnything::addRecordsOf(Session& session, const OpenRecord& open) {
    constexpr std::size_t atOnce = 2000; // more would be a pause that people notice
    if (recordsToFind(*session.plan()) <= atOnce) {
        addRecords(index_, *session.plan(), open);
        return;
    }
    records_.run(
        [open](const plan::PlanRef& plan, const Progress&) {
            FindIndex found;
            addRecords(found, *plan, open);
            return found;
        },
        [this](FindIndex found) {
            index_.append(std::move(found));
            showAnswers();
        });
}

bool FindAnything::eventFilter(QObject* watched, QEvent* event) {
    if (watched == question_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? 8
                         : key == Qt::Key_PageUp   ? -8
                                                   : 0;
        if (step != 0 && answers_->count() > 0) {
            answers_->setCurrentRow(qBound(0, answers_->currentRow() + step, answers_->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void FindAnything::showAnswers() {
    found_ = index_.find(question_->text());
    answers_->clear();
    for (const auto* findable : found_) {
        auto* item = new QListWidgetItem(findable->name, answers_);
        item->setData(kindRole, findable->keys.isEmpty()
                                    ? findable->kind
                                    : QStringLiteral("%1 · %2").arg(findable->kind, findable->keys));
        item->setData(Qt::AccessibleTextRole, findable->name + QStringLiteral(", ") + findable->kind);
    }
    answers_->setCurrentRow(found_.empty() ? -1 : 0);
    count_->setText(found_.empty() ? tr("Nothing has all of these words in its name.")
                                   : tr("Enter goes there, arrow keys choose, Esc leaves."));
}

void FindAnything::go() {
    const int row = answers_->currentRow();
    if (row < 0 || std::size_t(row) >= found_.size()) {
        return;
    }
    const auto action = found_[std::size_t(row)]->go;
    accept();
    action();
}

} // namespace wardmote::ui
