#include "ui/widgets/chooser_list.h"

#include "ui/session/session.h"
#include "ui/widgets/chooser_edit.h"
#include "ui/widgets/filtered_ticks.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_edits.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace wardmote::ui {
namespace {

constexpr int idRole = Qt::UserRole + 1;

plan::Id idOf(const QListWidgetItem& item) {
    return item.data(idRole).toLongLong();
}

} // namespace

ChooserList::ChooserList(Session& session, plan::RecordKind kind, QWidget* parent)
    : QWidget(parent), session_(session), kind_(kind), filter_(new QLineEdit(this)),
      list_(new QListWidget(this)), count_(makeLabel({}, TextRole::caption, this)) {
    const auto plural = qtext(plan::recordInfo(kind).plural);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    filter_->setPlaceholderText(tr("Find %1").arg(plural));
    filter_->setClearButtonEnabled(true);
    setNames(*filter_, QStringLiteral("chooserFilter"), tr("Find %1").arg(plural));
    setNames(*list_, QStringLiteral("chooserList"), capitalised(plural));
    new_ = makeButton({}, QStringLiteral("chooserNew"), this);
    new_->hide();
    column->addWidget(filter_);
    column->addWidget(list_, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(count_, 1);
    foot->addWidget(new_);
    column->addLayout(foot);
    ticks_ = new FilteredTicks(*filter_, *list_, this);
    connect(ticks_, &FilteredTicks::nothingFound, this, [this] {
        if (new_->isVisibleTo(this)) {
            makeNew();
        }
    });
    setFocusProxy(filter_);
    connect(filter_, &QLineEdit::textChanged, this, &ChooserList::applyFilter);
    connect(new_, &QPushButton::clicked, this, &ChooserList::makeNew);
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (filling_) {
            return;
        }
        if (item->checkState() == Qt::Checked) {
            chosen_.insert(idOf(*item));
        } else {
            chosen_.erase(idOf(*item));
        }
        applyFilter();
        Q_EMIT changed();
    });
    fill();
}

void ChooserList::setChosen(const std::vector<plan::Id>& ids) {
    chosen_ = {ids.begin(), ids.end()};
    fill();
}

std::vector<plan::Id> ChooserList::chosen() const {
    return {chosen_.begin(), chosen_.end()};
}

void ChooserList::fill() {
    filling_ = true;
    list_->clear();
    const auto& plan = *session_.plan();
    auto ids = recordsNamed(plan, kind_, {}, std::numeric_limits<std::size_t>::max());
    // What is chosen already stands first, so that it can be seen and taken back.
    std::ranges::stable_partition(ids, [&](plan::Id id) { return chosen_.contains(id); });
    const auto add = [&](plan::Id id, const QString& name) {
        auto* item = new QListWidgetItem(name, list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setData(idRole, QVariant::fromValue<qlonglong>(id));
        item->setCheckState(chosen_.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    for (const auto& change : made_.list()) {
        add(change.id, qtext(std::get<std::string>(change.fields.front().value)));
    }
    for (const auto id : ids) {
        add(id, qtext(plan::nameOf(plan, kind_, id)));
    }
    filling_ = false;
    applyFilter();
}

void ChooserList::applyFilter() {
    const auto words = filter_->text().trimmed();
    const auto found = recordsNamed(*session_.plan(), kind_, words, std::numeric_limits<std::size_t>::max());
    const std::set<plan::Id> shown(found.begin(), found.end());
    int visible = 0;
    bool exact = false;
    for (int i = 0; i < list_->count(); ++i) {
        auto* item = list_->item(i);
        const bool match = shown.contains(idOf(*item)) || item->text().contains(words, Qt::CaseInsensitive);
        item->setHidden(!match);
        visible += match ? 1 : 0;
        exact = exact || item->text().compare(words, Qt::CaseInsensitive) == 0;
    }
    ticks_->keepCurrentShown();
    count_->setText(words.isEmpty() ? tr("%1 chosen").arg(chosen_.size())
                                    : tr("%1 chosen, %2 match").arg(chosen_.size()).arg(visible));
    new_->setVisible(!words.isEmpty() && !exact);
    new_->setText(tr("&New %1 “%2”")
                      .arg(qtext(plan::recordInfo(kind_).singular),
                           QString(words).replace(u'&', QStringLiteral("&&"))));
    new_->setAccessibleName(tr("New %1 %2").arg(qtext(plan::recordInfo(kind_).singular), words));
}

void ChooserList::makeNew() {
    const auto name = filter_->text().trimmed();
    const auto id = session_.newId();
    made_.append(addRecord(*session_.plan(), kind_, id, name).changes);
    chosen_.insert(id);
    filter_->clear();
    fill();
    Q_EMIT changed();
}

} // namespace wardmote::ui
