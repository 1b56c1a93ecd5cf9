#include "ui/widgets/chooser_edit.h"

#include "core/text/values.h"
#include "core/text/words.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"

#include <QAbstractItemView>
#include <QCollator>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostOffered = 60;
constexpr int idRole = Qt::UserRole + 1;

struct Candidate {
    int rank;
    QString name;
    plan::Id id;
};

/// 0: a name starts with the words; 1: they are in its name; 2: in another of its names; -1: nowhere.
int rankOf(const plan::Plan& plan, plan::RecordKind kind, plan::Id id, const std::string& words) {
    int best = -1;
    bool first = true;
    for (const auto& name : text::namesOf(plan, kind, id)) {
        const auto at = text::folded(name).find(words);
        if (at != std::string::npos) {
            const int rank = !first ? 2 : at == 0 ? 0 : 1;
            best = best < 0 ? rank : std::min(best, rank);
        }
        first = false;
    }
    return best;
}

} // namespace

std::vector<plan::Id> recordsNamed(const plan::Plan& plan, plan::RecordKind kind, const QString& words,
                                   std::size_t most) {
    const auto folded = text::folded(words.toStdString());
    std::vector<Candidate> found;
    for (const auto id : plan.ids(kind)) {
        const auto rank = folded.empty() ? 0 : rankOf(plan, kind, id, folded);
        if (rank >= 0) {
            found.push_back({rank, qtext(plan::nameOf(plan, kind, id)), id});
        }
    }
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedKingdom));
    collator.setNumericMode(true);
    std::ranges::sort(found, [&](const Candidate& a, const Candidate& b) {
        return a.rank != b.rank ? a.rank < b.rank : collator.compare(a.name, b.name) < 0;
    });
    std::vector<plan::Id> ids;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) {
        ids.push_back(found[i].id);
    }
    return ids;
}

ChooserEdit::ChooserEdit(Session& session, plan::RecordKind kind, QWidget* parent)
    : QLineEdit(parent), session_(session), kind_(kind), completer_(new QCompleter(this)),
      offers_(new QStandardItemModel(this)) {
    completer_->setModel(offers_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(10);
    completer_->setWidget(this);
    completer_->popup()->setObjectName(QStringLiteral("chooserOffers"));
    completer_->popup()->setAccessibleName(tr("Matching %1").arg(qtext(plan::recordInfo(kind).plural)));
    setPlaceholderText(tr("not recorded"));
    connect(this, &QLineEdit::textEdited, this, [this](const QString& typed) {
        chosen_ = 0;
        wantsNew_ = false;
        matchExactly();
        offer(typed);
    });
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, &ChooserEdit::take);
}

void ChooserEdit::setChosen(plan::Id id) {
    chosen_ = id;
    wantsNew_ = false;
    setText(id == 0 ? QString() : qtext(plan::nameOf(*session_.plan(), kind_, id)));
    setCursorPosition(0);
}

QString ChooserEdit::unknownName() const {
    return chosen_ == 0 ? text().trimmed() : QString();
}

void ChooserEdit::matchExactly() {
    if (text().trimmed().isEmpty()) {
        return;
    }
    // A name typed in full needs no choosing.
    if (const auto id = text::findByName(*session_.plan(), kind_, text().toStdString())) {
        chosen_ = *id;
    }
}

void ChooserEdit::offer(const QString& typed) {
    offers_->clear();
    for (const auto id : recordsNamed(*session_.plan(), kind_, typed, mostOffered)) {
        auto* item = new QStandardItem(qtext(plan::nameOf(*session_.plan(), kind_, id)));
        item->setData(QVariant::fromValue<qlonglong>(id), idRole);
        offers_->appendRow(item);
    }
    const auto name = typed.trimmed();
    if (newAllowed_ && chosen_ == 0 && !name.isEmpty()) {
        auto* item = new QStandardItem(tr("New %1 “%2”").arg(qtext(plan::recordInfo(kind_).singular), name));
        item->setData(QVariant::fromValue<qlonglong>(0), idRole);
        offers_->appendRow(item);
    }
    if (offers_->rowCount() == 0) {
        completer_->popup()->hide();
        return;
    }
    completer_->complete();
}

void ChooserEdit::take(const QModelIndex& index) {
    const auto id = index.data(idRole).toLongLong();
    if (id == 0) {
        // The completer has put the offer's own words into the line.
        const auto words = index.data().toString();
        const auto from = words.indexOf(u'“') + 1;
        setText(words.mid(from, words.lastIndexOf(u'”') - from));
        chosen_ = 0;
        wantsNew_ = true;
    } else {
        setChosen(id);
    }
    Q_EMIT picked();
}

void ChooserEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        selectAll();
    }
}

void ChooserEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down && !isReadOnly()) {
        offer(chosen_ == 0 ? text() : QString());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace wardmote::ui
