#include "ui/widgets/record_history.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostLines = 12;

QString inLines(const std::vector<store::HistoryRow>& rows) {
    QStringList lines;
    for (std::size_t i = 0; i < rows.size() && i < mostLines; ++i) {
        lines << QStringLiteral("%1 · %2 · %3")
                     .arg(localTime(rows[i].at), qtext(rows[i].author), qtext(rows[i].label));
    }
    if (rows.size() > mostLines) {
        lines
            << RecordHistory::tr("%1 earlier changes are on the History page.").arg(rows.size() - mostLines);
    }
    return lines.isEmpty() ? RecordHistory::tr("Not changed since it was added.") : lines.join(u'\n');
}

} // namespace

QString localTime(const std::string& utc) {
    const auto at = QDateTime::fromString(qtext(utc), Qt::ISODate).toLocalTime();
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    return at.isValid() ? british.toString(at, QStringLiteral("d MMM yyyy, HH:mm")) : qtext(utc);
}

RecordHistory::RecordHistory(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), lines_(makeParagraph({}, TextRole::caption, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(lines_);
    lines_->setObjectName(QStringLiteral("recordHistory"));
}

void RecordHistory::setRecord(plan::RecordKind kind, plan::Id id) {
    const auto asked = ++asked_;
    if (id == 0) {
        lines_->clear();
        return;
    }
    session_.withFile([self = QPointer(this), kind, id, asked](store::PlanFile& file) {
        auto rows = file.historyOf(kind, id);
        return std::function<void()>([self, asked, rows = std::move(rows)] {
            if (self && self->asked_ == asked) {
                self->lines_->setText(rows ? inLines(*rows) : qtext(rows.error().text()));
            }
        });
    });
}

} // namespace wardmote::ui
