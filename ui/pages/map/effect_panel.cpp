#include "ui/pages/map/effect_panel.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/style.h"

#include <QGridLayout>
#include <QLabel>

namespace wardmote::ui {

EffectPanel::EffectPanel(QWidget* parent) : QWidget(parent) {
    setNames(*this, QStringLiteral("mapEffect"), tr("What the move would do"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    title_ = makeParagraph({}, TextRole::section, this);
    refusal_ = makeParagraph({}, TextRole::body, this);
    setTextTone(*refusal_, Tone::attention);
    refusal_->hide();
    grid_ = new QGridLayout;
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(2);
    grid_->setColumnStretch(0, 1);
    column->addWidget(title_);
    column->addWidget(refusal_);
    column->addLayout(grid_);
}

/// Subject and badge on one row, the figures beneath: names and figures both get the panel's width.
EffectPanel::Line& EffectPanel::line(std::size_t at) {
    while (lines_.size() <= at) {
        Line made;
        made.subject = makeParagraph({}, TextRole::body, this);
        made.words = makeParagraph({}, TextRole::caption, this);
        made.badge = new Badge({}, Tone::neutral, this);
        const int row = static_cast<int>(2 * lines_.size());
        grid_->addWidget(made.subject, row, 0);
        grid_->addWidget(made.badge, row, 1, Qt::AlignRight | Qt::AlignVCenter);
        grid_->addWidget(made.words, row + 1, 0, 1, 2);
        lines_.push_back(made);
    }
    return lines_[at];
}

void EffectPanel::show(const QString& title, const std::vector<EffectLine>& lines, const QString& refusal) {
    title_->setText(title);
    refusal_->setText(QStringLiteral("⚠ ") + refusal);
    refusal_->setVisible(!refusal.isEmpty());
    for (std::size_t i = 0; i < std::max(lines.size(), lines_.size()); ++i) {
        auto& widgets = line(i);
        const bool used = i < lines.size();
        widgets.subject->setVisible(used);
        widgets.words->setVisible(used && !lines[i].words.isEmpty());
        widgets.badge->setVisible(used && !lines[i].badge.isEmpty());
        if (used) {
            widgets.subject->setText(lines[i].subject);
            widgets.words->setText(lines[i].words);
            widgets.badge->setText(lines[i].badge);
            widgets.badge->setTone(lines[i].tone);
        }
    }
    setAccessibleDescription(refusal.isEmpty() ? effectInWords(title, lines)
                                               : effectInWords(title, lines) + u' ' + refusal);
}

void EffectPanel::clear(const QString& hint) {
    show({}, {{hint, {}, {}, Tone::neutral}}, {});
}

} // namespace wardmote::ui
