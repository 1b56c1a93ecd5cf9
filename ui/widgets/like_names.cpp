#include "ui/widgets/like_names.h"

#include "core/text/values.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostShown = 3;
/// Shorter beginnings of names are like too many.
constexpr int shortest = 4;

} // namespace

LikeNames::LikeNames(Session& session, plan::RecordKind kind, QLineEdit& line, QWidget* parent)
    : QWidget(parent), session_(session), kind_(kind), line_(line), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("likeNames"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    hide();
    connect(&line, &QLineEdit::textChanged, this, &LikeNames::look);
}

bool LikeNames::isFor(plan::RecordKind kind) {
    return kind == plan::RecordKind::mechanism || kind == plan::RecordKind::organisation;
}

const text::NameIndex& LikeNames::index() {
    if (const auto plan = session_.plan(); plan != indexed_) {
        indexed_ = plan;
        index_ = {};
        for (const auto id : plan->ids(kind_)) {
            for (const auto& name : text::namesOf(*plan, kind_, id)) {
                index_.add(name, id);
            }
        }
    }
    return index_;
}

void LikeNames::look() {
    clearLayout(*column_);
    // What the program put there, nobody is about to record.
    const auto typed = line_.text().trimmed();
    std::vector<plan::Id> found;
    if (line_.isModified() && typed.size() >= shortest) {
        for (const auto& near : index().near(typed.toStdString(), text::nearMatch, mostShown + 1)) {
            if (near.id != own_ && found.size() < mostShown) {
                found.push_back(near.id);
            }
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto id = found[i];
        const auto words = tr("Looks like %1: open it").arg(qtext(plan::nameOf(*session_.plan(), kind_, id)));
        auto* button = makeLinkButton(QString(words).replace(u'&', QStringLiteral("&&")),
                                      QStringLiteral("likeName%1").arg(i), this);
        button->setAccessibleName(words);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT openRequested(id); });
        column_->addWidget(button, 0, Qt::AlignLeft);
    }
    setVisible(!found.empty());
}

} // namespace wardmote::ui
