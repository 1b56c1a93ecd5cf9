#include "ui/widgets/several_choice_dialog.h"

#include "ui/widgets/filtered_ticks.h"
#include "ui/widgets/style.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

SeveralChoiceDialog::SeveralChoiceDialog(const QString& title, const QString& question,
                                         const QStringList& options, const std::vector<int>& ticked,
                                         QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(title);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeParagraph(question));
    filter_ = new QLineEdit;
    setNames(*filter_, QStringLiteral("several_choice_filter"), tr("Filter the list"));
    filter_->setPlaceholderText(tr("Filter…"));
    filter_->setClearButtonEnabled(true);
    layout->addWidget(filter_);
    options_ = new QListWidget;
    setNames(*options_, QStringLiteral("several_choice_options"), title);
    for (int i = 0; i < options.size(); ++i) {
        auto* item = new QListWidgetItem(options[i], options_);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(std::ranges::find(ticked, i) != ticked.end() ? Qt::Checked : Qt::Unchecked);
    }
    layout->addWidget(options_, 1);
    count_ = makeLabel({}, TextRole::caption, this);
    count_->setObjectName(QStringLiteral("several_choice_count"));
    layout->addWidget(count_);
    ticks_ = new FilteredTicks(*filter_, *options_, this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("several_choice_ok"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("several_choice_cancel"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter_, &QLineEdit::textChanged, this, &SeveralChoiceDialog::filter);
    connect(options_, &QListWidget::itemChanged, this, &SeveralChoiceDialog::count);
    filter({});
    resize(420, 520);
}

void SeveralChoiceDialog::filter(const QString& words) {
    for (int i = 0; i < options_->count(); ++i) {
        auto* item = options_->item(i);
        item->setHidden(!item->text().contains(words.trimmed(), Qt::CaseInsensitive));
    }
    ticks_->keepCurrentShown();
    count();
}

void SeveralChoiceDialog::count() {
    int shown = 0;
    for (int i = 0; i < options_->count(); ++i) {
        shown += options_->item(i)->isHidden() ? 0 : 1;
    }
    const auto ticked = chosen().size();
    count_->setText(filter_->text().trimmed().isEmpty() ? tr("%1 chosen").arg(ticked)
                                                        : tr("%1 chosen, %2 match").arg(ticked).arg(shown));
}

std::vector<int> SeveralChoiceDialog::chosen() const {
    std::vector<int> places;
    for (int i = 0; i < options_->count(); ++i) {
        if (options_->item(i)->checkState() == Qt::Checked) {
            places.push_back(i);
        }
    }
    return places;
}

} // namespace wardmote::ui
