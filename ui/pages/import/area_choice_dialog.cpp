#include "ui/pages/import/area_choice_dialog.h"

#include "ui/widgets/style.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

AreaChoiceDialog::AreaChoiceDialog(const plan::Plan& plan, const QString& question,
                                   const std::vector<plan::Id>& chosen, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Choose areas"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeParagraph(question));
    filter_ = new QLineEdit;
    setNames(*filter_, QStringLiteral("area_choice_filter"), tr("Filter areas"));
    filter_->setPlaceholderText(tr("Filter…"));
    filter_->setClearButtonEnabled(true);
    layout->addWidget(filter_);
    areas_ = new QListWidget;
    setNames(*areas_, QStringLiteral("area_choice_areas"), tr("Areas"));
    for (const auto& area : plan.all<plan::Area>()) {
        auto* item = new QListWidgetItem(QString::fromStdString(area.name), areas_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(area.id));
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(std::ranges::find(chosen, area.id) != chosen.end() ? Qt::Checked : Qt::Unchecked);
    }
    areas_->sortItems();
    layout->addWidget(areas_, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("area_choice_ok"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("area_choice_cancel"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter_, &QLineEdit::textChanged, this, &AreaChoiceDialog::filter);
    resize(420, 520);
}

void AreaChoiceDialog::filter(const QString& words) {
    for (int i = 0; i < areas_->count(); ++i) {
        auto* item = areas_->item(i);
        item->setHidden(!item->text().contains(words.trimmed(), Qt::CaseInsensitive));
    }
}

std::vector<plan::Id> AreaChoiceDialog::chosen() const {
    std::vector<plan::Id> ids;
    for (int i = 0; i < areas_->count(); ++i) {
        if (areas_->item(i)->checkState() == Qt::Checked) {
            ids.push_back(areas_->item(i)->data(Qt::UserRole).toLongLong());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

} // namespace wardmote::ui
